import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../model/locales.ts';
import { useSay } from '../app/words.ts';
import { bodyDom } from './body-dom.ts';
import styles from './preview.css?inline';

/**
 * The page as readers will see it, in a frame of its own that runs nothing: no script, no form, no way out. The frame has
 * the width of a screen or a phone, so that its styles answer to it.
 */

export interface PreviewProps {
  /** What is shown: the preview of a text, or the original beside its translation. */
  readonly label: string;
  readonly locale: Locale;
  readonly title: string;
  readonly summary: string;
  /** What stands above the headline: category, date. */
  readonly kicker: string;
  readonly body: string;
  readonly pictureUrl: (src: string) => string | undefined;
}

/** After the last keystroke, in milliseconds. */
const pause = 200;

const html = (locale: Locale): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body></body></html>`;

export function Preview({ label, locale, title, summary, kicker, body, pictureUrl }: PreviewProps) {
  const say = useSay();
  const frame = useRef<HTMLIFrameElement>(null);
  const [narrow, setNarrow] = useState(false);
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const document = frame.current?.contentDocument;
      if (!document || loaded === 0) return;
      const { compileBody } = await import('../check.ts');
      const compiled = compileBody(body, 1, () => undefined);
      const part = (tag: string, name: string, text: string): HTMLElement => {
        const dom = document.createElement(tag);
        dom.className = name;
        dom.textContent = text;
        return dom;
      };
      const prose = part('div', 'prose', '');
      const note = say('editor.component.note');
      prose.append(...bodyDom(compiled?.nodes ?? [], { document, pictureUrl, note }));
      const above = kicker === '' ? [] : [part('p', 'kicker', kicker)];
      document.body.replaceChildren(...above, part('h1', '', title), part('p', 'lead', summary), prose);
    }, pause);
    return () => clearTimeout(timer);
  }, [locale, title, summary, kicker, body, loaded]);
  /** At once: a page without its styles is a white flash in the dark. */
  const addStyles = (): void => {
    const document = frame.current?.contentDocument;
    const view = frame.current?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!document || !view) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
    setLoaded((count) => count + 1);
  };
  return (
    <section class={narrow ? 'preview narrow' : 'preview'} aria-label={label}>
      <div class="preview-tools">
        <h2>{label}</h2>
        <label>
          <input
            type="checkbox"
            checked={narrow}
            onChange={({ currentTarget }) => setNarrow(currentTarget.checked)}
          />
          {say('editor.previewPhone')}
        </label>
      </div>
      <iframe
        ref={frame}
        title={label}
        sandbox="allow-same-origin"
        srcdoc={html(locale)}
        onLoad={addStyles}
      />
    </section>
  );
}
