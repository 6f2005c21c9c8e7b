import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

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
