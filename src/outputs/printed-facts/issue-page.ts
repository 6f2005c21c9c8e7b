/**
 * What is known of an issue's PDFs only when they are printed (how many pages, how large, what the pages look like)
 * is written into the issue's web page afterwards, so that reading it needs no script.
 *
 * The contract with the page (`pages/[...locale]/issues/[id]/index.astro`), where X is the path of an office PDF:
 * - `<small data-size="X-or-its-booklet-or-press.pdf"></small>` gets pages and size, of a file that is not printed its size;
 * - `<li data-edition="X">…</li>` (or any other element) is taken out when the edition could not be printed; so on the
 *   page of an article, where X is its PDF (`articlePdfPath`);
 * - `<div data-pages="X"></div>` gets the pictures of the pages, which lead into the PDF;
 * - in the data for search engines (`outputs/metadata/issue.ts`) each file gets its size; those that were not printed go.
 */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Locale } from '../../model/locales.ts';
import { element, text } from '../../model/markup.ts';
import { numberFormat } from '../../i18n/intl.ts';
import { translator } from '../../i18n/translate.ts';
import { linkedFiles } from './linked-files.ts';
import type { FailedEdition, PrintedEdition } from '../print/print-issues.ts';

export interface Printed {
  /** Files that were made without printing: their size. */
  unprinted?: readonly { readonly out: string; readonly bytes: number }[];
  printed: readonly Pick<PrintedEdition, 'out' | 'files' | 'locale'>[];
  failed: readonly Pick<FailedEdition, 'out'>[];
  /** Language of the page. */
  locale: Locale;
  /** The site's base path. */
  base: string;
}

type PrintedFile = PrintedEdition['files'][number];

/** A part of a page, from one character to another, and what stands there instead. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly html: string;
}

/** The page with what is known now; filling it again changes only what changed. All else stays byte for byte. */
export function fillIssuePage(
  html: string,
  { printed, failed, unprinted = [], locale, base }: Printed,
): string {
  const t = translator(locale);
  const elements = elementsIn(fromHtml(html, { verbose: true }));
  const places = placesIn(elements);
  const having = (attribute: Place, out: string): readonly Element[] => places[attribute].get(out) ?? [];
  // A page shows a few of all that was printed: of the others nothing is made.
  const inside = (attribute: Place, out: string, content: () => ElementContent[]): Edit[] =>
    having(attribute, out).flatMap(({ data }) => {
      const { opening, closing } = data?.position ?? {};
      const [from, to] = [opening?.end.offset, closing?.start.offset];
      return from === undefined || to === undefined ? [] : [{ from, to, html: toHtml(content()) }];
    });
  const url = (path: string): string => `${base.replace(/\/$/, '')}/${path}`;

  /** Pictures of the pages, which lead into the PDF. */
  const look = (out: string, language: string, files: readonly PrintedFile[]): ElementContent[] => {
    const pictures = files.flatMap(({ out: file, picture }) => {
      if (!picture) return [];
      const { page, width, height } = picture;
      const alt = t('issue.page', { number: page });
      const image = { src: url(file), alt, width, height, loading: 'lazy', decoding: 'async' };
      const link = { href: `${url(out)}#page=${page}`, hrefLang: language, type: 'application/pdf' };
      return [element('li', {}, [element('a', link, [element('img', image, [])])])];
    });
    return [element('h2', {}, [text(t('issue.look'))]), element('ol', {}, pictures)];
  };

  const edits = [
    ...printed.flatMap(({ out, files, locale: language }) => [
      ...files.flatMap(({ out: file, pages, bytes }) =>
        pages === undefined
          ? []
          : inside('dataSize', file, () => [
              text(`${t('issue.pages', { count: pages })}, ${size(bytes, locale)}`),
            ]),
      ),
      ...(files.some(({ picture }) => picture)
        ? inside('dataPages', out, () => look(out, language, files))
        : []),
    ]),
    ...unprinted.flatMap(({ out, bytes }) => inside('dataSize', out, () => [text(size(bytes, locale))])),
    ...elements.flatMap((element) => linkedFiles(element, { printed, failed, unprinted, base })),
    ...failed.flatMap(({ out }) => [
      ...having('dataEdition', out).flatMap(({ position }) => {
        const [from, to] = [position?.start.offset, position?.end.offset];
        return from === undefined || to === undefined ? [] : [{ from, to, html: '' }];
      }),
      ...inside('dataPages', out, () => []),
    ]),
  ];
  return edited(html, edits);
}

/** Of what stands within a part that goes nothing remains; of two edits in one place the last holds. */
function edited(html: string, edits: readonly Edit[]): string {
  const places = new Map(edits.map((edit) => [edit.from, edit]));
  let [result, done] = ['', 0];
  for (const { from, to, html: there } of [...places.values()].sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    result += html.slice(done, from) + there;
    done = to;
  }
  return result + html.slice(done);
}

/** Attributes by which a page says where something goes. */
type Place = 'dataSize' | 'dataEdition' | 'dataPages';

/** The elements of a page that have such an attribute, by its value. */
function placesIn(
  elements: readonly Element[],
): Readonly<Record<Place, ReadonlyMap<unknown, readonly Element[]>>> {
  const having = (place: Place) =>
    Map.groupBy(
      elements.filter(({ properties }) => place in properties),
      ({ properties }) => properties[place],
    );
  return { dataSize: having('dataSize'), dataEdition: having('dataEdition'), dataPages: having('dataPages') };
}

function elementsIn(node: Root | Element, found: Element[] = []): Element[] {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    found.push(child);
    elementsIn(child, found);
  }
  return found;
}

/** `size(1_471_727, 'fr') // => '1,5 Mo'`, `size(84_200, 'fr') // => '84 ko'` */
function size(bytes: number, locale: Locale): string {
  const small = bytes < 1e6;
  return numberFormat(locale, {
    style: 'unit',
    unit: small ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: small ? 0 : 1,
  }).format(bytes / (small ? 1e3 : 1e6));
}
