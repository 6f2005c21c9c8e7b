/**
 * What is known of an issue's PDFs only when they are printed (how many pages, how large, what the pages look like)
 * is written into the issue's web page afterwards, so that reading it needs no script.
 *
 * The contract with the page (`pages/[...locale]/issues/[id]/index.astro`), where X is the path of an office PDF:
 * - `<small data-size="X-or-its-booklet-or-press.pdf"></small>` gets pages and size;
 * - `<li data-edition="X">…</li>` (or p, span, a), which may hold none of its kind, is taken out when the edition could
 *   not be printed; so on the page of an article, where X is its PDF (`articlePdfPath`);
 * - `<div data-pages="X"></div>` gets the pictures of the pages, which lead into the PDF.
 */
import { locales, type Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import type { FailedEdition, PrintedEdition } from './print-issues.ts';

interface Printed {
  printed: readonly PrintedEdition[];
  failed: readonly FailedEdition[];
  /** Language of the page. */
  locale: Locale;
  /** The site's base path. */
  base: string;
}

/** The page with what is known now; filling it again changes only what changed. */
export function fillIssuePage(html: string, { printed, failed, locale, base }: Printed): string {
  const t = translator(locale);
  let filled = html;
  const inside = (tag: string, attribute: string, out: string, content: string) => {
    const element = new RegExp(
      `(<${tag}\\b[^>]*\\b${attribute}="${RegExp.escape(out)}"[^>]*>).*?(</${tag}>)`,
      'gs',
    );
    filled = filled.replace(element, (_, open: string, close: string) => open + content + close);
  };
  for (const { out, files, locale: language } of printed) {
    for (const { out: file, pages, bytes } of files) {
      if (pages === undefined) continue;
      inside('small', 'data-size', file, `${t('issue.pages', { count: pages })}, ${size(bytes, locale)}`);
    }
    const pictures = files.flatMap(({ out: file, picture }) => (picture ? [{ file, ...picture }] : []));
    if (pictures.length === 0) continue;
    const url = (path: string) => `${base.replace(/\/$/, '')}/${path}`;
    const items = pictures.map(({ file, page, width, height }) => {
      const image = `<img src="${url(file)}" alt="${t('issue.page', { number: page })}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
      return `<li><a href="${url(out)}#page=${page}" hreflang="${language}" type="application/pdf">${image}</a></li>`;
    });
    inside('div', 'data-pages', out, `<h2>${t('issue.look')}</h2><ol>${items.join('')}</ol>`);
  }
  for (const { out } of failed) {
    filled = filled.replace(
      new RegExp(`<(li|p|span|a)\\b[^>]*\\bdata-edition="${RegExp.escape(out)}"[^>]*>.*?</\\1>`, 'gs'),
      '',
    );
    inside('div', 'data-pages', out, '');
  }
  return filled;
}

/** `size(1_471_727, 'fr') // => '1,5 Mo'`, `size(84_200, 'fr') // => '84 ko'` */
function size(bytes: number, locale: Locale): string {
  const small = bytes < 1e6;
  return new Intl.NumberFormat(locales[locale].intl, {
    style: 'unit',
    unit: small ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: small ? 0 : 1,
  }).format(bytes / (small ? 1e3 : 1e6));
}
