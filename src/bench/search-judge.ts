/** What is right for a query, and how good an answer is: told from the texts, without the search's own code. */
import type { Locale } from '../model/locales.ts';
import type { CorpusPage } from './search-corpus.ts';

/** A query as a reader types it, and what stands on the pages that answer it. */
export interface Query {
  readonly query: string;
  readonly kind: string;
  /** A page is right if it has all of these, whole words, accents and all. */
  readonly finds?: readonly string[];
  /** Words may go on behind what `finds` says. */
  readonly begins?: true;
  /** Or: a page is right if it is about this partner, or says what was asked. */
  readonly partner?: string;
  /** Not looked at while the search was tuned. */
  readonly heldOut?: true;
}

export interface Quality {
  readonly recall: number;
  readonly precision: number;
  readonly mrr: number;
}

/** Text as it is compared here: apart from the search's own module, so that it cannot agree with its faults. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200B\u00AD]/g, '')
    .replace(/[’']/g, '’')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ');

/** Of each page once: ten thousand pages are asked fifty times. */
const texts = new WeakMap<CorpusPage, string>();
function textOf(page: CorpusPage): string {
  const known = texts.get(page) ?? plain([page.title, ...page.record.names, ...page.blocks].join(' | '));
  texts.set(page, known);
  return known;
}

/** The pages that are right for a query. */
export function rightPages(query: Query, pages: readonly CorpusPage[], locale: Locale): Set<string> {
  const spaced = !['lo', 'km', 'zh'].includes(locale);
  const patterns = (query.finds ?? []).map((text) => {
    const words = plain(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (!spaced) return new RegExp(words, 'u');
    const end = query.begins ? '' : '(?![\\p{L}\\p{N}\\p{M}])';
    return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${words}${end}`, 'u');
  });
  const right = pages.filter((page) => {
    const { record } = page;
    const text = textOf(page);
    if (query.partner !== undefined) {
      return Object.hasOwn(record.facets.partner ?? {}, query.partner) || text.includes(plain(query.query));
    }
    return patterns.every((pattern) => pattern.test(text));
  });
  return new Set(right.map(({ path }) => path));
}

/** Ten results against what is right: `grade(['a', 'x'], new Set(['a'])) // => { recall: 1, precision: .5, mrr: 1 }` */
export function grade(results: readonly string[], right: ReadonlySet<string>): Quality {
  const hits = results.filter((path) => right.has(path)).length;
  const first = results.findIndex((path) => right.has(path));
  return {
    recall: hits / Math.min(10, right.size),
    precision: results.length === 0 ? 0 : hits / results.length,
    mrr: first < 0 ? 0 : 1 / (first + 1),
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
export const averaged = (all: readonly Quality[]): Quality => ({
  recall: mean(all.map(({ recall }) => recall)),
  precision: mean(all.map(({ precision }) => precision)),
  mrr: mean(all.map(({ mrr }) => mrr)),
});
