import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSay } from './words.ts';

/**
 * The main part of a page. Whoever came here by a key has lost the focus with what they pressed: it goes on here, so that
 * the next Tab leads to the first thing of the page.
 */
export function Main({ children }: { readonly children: ComponentChildren }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="main" ref={place} tabIndex={-1}>
      {children}
    </main>
  );
}

/** A page that the list leads to, with the way back above it. */
export function PageBehindList({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <header class="bar">
        <a href="#/">{useSay()('editor.back')}</a>
      </header>
      <Main>
        <h1>{title}</h1>
        {children}
      </Main>
    </>
  );
}
