/** Pages to measure the search on: the real records, and as many made of their sentences as a large site would have. */
import { languagesOf, type Bulletin } from '../bulletin/bulletin.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { entryPath } from '../model/entries.ts';
import { nameIn } from '../model/names.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { aboutEntry } from '../outputs/search/about.ts';
import type { SearchRecord } from '../outputs/search/record.ts';

export interface CorpusPage {
  readonly locale: Locale;
  /** Without slashes around it: `lo/activities/2023/x`. */
  readonly path: string;
  readonly title: string;
  readonly blocks: readonly string[];
  readonly record: SearchRecord;
}

/** What the facts beside a text say: labels and the date. */
const factsOf = ({ facets, date }: SearchRecord): string[] => [
  ...(date ? [date] : []),
  ...(['category', 'union', 'country', 'partner'] as const).flatMap((name) =>
    Object.values(facets[name] ?? {}),
  ),
];

function realPages(bulletin: Bulletin, locale: Locale): CorpusPage[] {
  const prefix = locale === 'vi' ? '' : `/${locale}`;
  const { activities, stories, events, issues, partners } = bulletin.entries;
  const articles: ArticleEntry[] = [...activities, ...stories, ...events, ...issues];
  const page = (
    entry: Parameters<typeof aboutEntry>[0],
    title: string,
    texts: readonly string[],
  ): CorpusPage => {
    const record = aboutEntry(entry, locale, bulletin);
    return {
      locale,
      path: (prefix + entryPath(entry.collection, entry.id)).slice(1, -1),
      title,
      blocks: [...texts.flatMap((text) => text.split('\n')), ...factsOf(record)].filter((text) =>
        text.trim(),
      ),
      record,
    };
  };
  return [
    ...articles
      .filter((entry) => languagesOf(entry).includes(locale))
      .flatMap((entry) => {
        const text = entry.texts[locale];
        if (!text || !('title' in text)) return [];
        return [page(entry, text.title, [text.summary, text.body.text])];
      }),
    ...partners.map((entry) => {
      const { facts } = entry;
      const text = entry.texts[locale];
      const shown = [text?.summary ?? '', text?.body.text ?? '', facts.abbreviation ?? '', ...facts.aliases];
      return page(entry, nameIn(facts.names, locale).text, shown);
    }),
    ...bulletin.entries.units.map((entry) => page(entry, nameIn(entry.facts.names, locale).text, [])),
  ];
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sentenceEnd: Readonly<Record<string, RegExp>> = { zh: /(?<=[。！？])/u, km: /(?<=។)/u };

/** The real pages of a language, then pages of sentences taken from them at random until there are `count`. */
export function corpus(bulletin: Bulletin, locale: Locale, count: number): CorpusPage[] {
  const real = realPages(bulletin, locale);
  const texts = real.filter(({ path }) => /\/?(?:activities|stories|events)\//.test(path));
  const sentences = texts
    .flatMap(({ blocks }) => blocks.flatMap((block) => block.split(sentenceEnd[locale] ?? /(?<=[.!?])\s+/u)))
    .filter((sentence) => sentence.length > 15);
  const random = numbersFrom(localeCodes.indexOf(locale) + 1);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const made: CorpusPage[] = [];
  while (real.length + made.length < count) {
    const base = pick(texts);
    const blocks = Array.from({ length: 4 }, () =>
      Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(sentences)).join(
        locale === 'zh' ? '' : ' ',
      ),
    );
    made.push({
      ...base,
      path: `${locale === 'vi' ? '' : `${locale}/`}made/${made.length}`,
      blocks: [...blocks, ...factsOf(base.record)],
    });
  }
  return [...real, ...made];
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The page as HTML, marked up for this search and for plain Pagefind alike. */
export function html({ locale, title, blocks }: CorpusPage): string {
  return (
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body>` +
    `<article data-pagefind-body><h1 data-pagefind-meta="title">${escape(title)}</h1>` +
    `${blocks.map((block) => `<p>${escape(block)}</p>`).join('\n')}</article></body></html>`
  );
}
