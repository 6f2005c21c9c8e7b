import { readVietnameseAmount } from '../../content/parse/amounts.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import { isKnownDate, parseDate } from '../../model/dates.ts';

/**
 * What the words of an article seem to say: its title, when it was, who took part, how much. Each with the paragraph
 * and the words that it was read in. Only proposals: an editor takes them over or leaves them.
 */

export const proposedFlags = ['title', 'summary', 'date', 'unit', 'partner', 'place', 'aid'] as const;

export interface Proposal {
  /** The flag of `npm run new` that it answers. */
  readonly flag: (typeof proposedFlags)[number];
  /** As the flag would be spelled: `2023-11-02`, `quang-tri`; of an amount the words, whose state an editor has to tell. */
  readonly value: string;
  /** Paragraphs count from 1, as they follow in the file; headings, rows of lists and tables are in it. */
  readonly paragraph: number;
  /** The words around it. */
  readonly quote: string;
}

/** A paragraph of the article. */
export interface Paragraph {
  readonly words: string;
  /** It is in the style of a title, or the first heading. */
  readonly title: boolean;
}

/** Letters around what was found, for the quotation. */
const around = 40;

function quoteOf(words: string, at: number, length: number): string {
  const from = Math.max(0, words.lastIndexOf(' ', Math.max(0, at - around)) + 1);
  const end = words.indexOf(' ', at + length + around);
  const to = end < 0 ? words.length : end;
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).trim()}${to < words.length ? ' …' : ''}`;
}

const pad = (text: string): string => text.padStart(2, '0');
const quarters: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

type DateForm = readonly [pattern: RegExp, write: (parts: readonly string[]) => string];

/** As reports and articles write dates, the longest form first: what it has read is not read again. */
const dateForms: readonly DateForm[] = [
  [
    /(\d{1,2})\s*[/.]\s*(\d{1,2})\s*(?:đến|tới|[-–])\s*(?:hết\s+)?(?:ngày\s+)?(\d{1,2})\s*[/.]\s*(\d{1,2})\s*[/.]\s*(\d{4})/giu,
    ([d, m, d2, m2, y]) => `${y}-${pad(m ?? '')}-${pad(d ?? '')}/${y}-${pad(m2 ?? '')}-${pad(d2 ?? '')}`,
  ],
  [
    /(\d{1,2})\s*(?:đến|tới|và|[-–])\s*(?:hết\s+)?(?:ngày\s+)?(\d{1,2})\s*(?:[/.]|tháng)\s*(\d{1,2})\s*(?:[/.]|năm)\s*(\d{4})/giu,
    ([d, d2, m, y]) => `${y}-${pad(m ?? '')}-${pad(d ?? '')}/${y}-${pad(m ?? '')}-${pad(d2 ?? '')}`,
  ],
  [
    /(?<![\d/.])(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(\d{4})/giu,
    ([d, m, y]) => `${y}-${pad(m ?? '')}-${pad(d ?? '')}`,
  ],
  [/tháng\s+(\d{1,2})\s*(?:\/|-|năm)\s*(\d{4})/giu, ([m, y]) => `${y}-${pad(m ?? '')}`],
  [
    /quý\s+(IV|III|II|I|[1-4])\s*(?:\/|năm)?\s*(\d{4})/giu,
    ([q, y]) => `${y}-Q${quarters[q?.toLowerCase() ?? ''] ?? q}`,
  ],
];

interface Found {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

/** Dates in a text, in the order in which they stand. What is no day of the calendar is none. */
export function datesIn(words: string): Found[] {
  let rest = words;
  const found = dateForms.flatMap(([pattern, write]) =>
    [...rest.matchAll(pattern)].flatMap((match): Found[] => {
      const value = write(match.slice(1));
      const [whole] = match;
      if (!isKnownDate(parseDate(value))) return [];
      rest = rest.slice(0, match.index) + ' '.repeat(whole.length) + rest.slice(match.index + whole.length);
      return [{ value, at: match.index, length: whole.length }];
    }),
  );
  return found.sort((a, b) => a.at - b.at);
}

const amount =
  /(?:(?:hơn|trên|gần|khoảng|ước|ước tính|xấp xỉ)\s+)?\d[\d.,]*(?:\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)(?:\s+\d[\d.,]*\s*(?:triệu|nghìn|ngàn))?)?\s*(?:đồng|đ|VNĐ|VND|USD|đô la|euro|EUR)(?!\p{L})/giu;

/** Amounts of money in a text, in its own words. */
function amountsIn(words: string): Found[] {
  return [...words.matchAll(amount)].flatMap(({ 0: spelled, index: at }) =>
    readVietnameseAmount(spelled)?.currency ? [{ value: spelled, at, length: spelled.length }] : [],
  );
}

/** `text` as it is compared: without the difference of capitals, dashes and spaces. */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('–', '-')
    .replace(/\s*-\s*/g, '-');

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The names by which records of a collection are known, the longest first. */
function namesOf(index: RecordIndex, collection: 'units' | 'partners' | 'places'): Named[] {
  return index.records[collection]
    .flatMap(({ id, facts }) => {
      const { names, shortNames, aliases = [], abbreviation } = facts ?? {};
      const all = [names?.vi, shortNames?.vi, ...aliases, abbreviation, names?.en];
      return all.flatMap((name) =>
        name === undefined || name.length < 3 ? [] : [{ id, name: folded(name) }],
      );
    })
    .sort((a, b) => b.name.length - a.name.length);
}

/** Every record whose name stands in a text. A name within a longer one that was found is not found again. */
function namedIn(words: string, names: readonly Named[]): (Found & { readonly id: string })[] {
  let rest = folded(words);
  // Folding joins dashes and so shifts what stands behind: the place is looked for again in the words themselves.
  const found = names.flatMap(({ id, name }) => {
    for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
      const isWhole = !/[\p{L}\p{N}]/u.test((rest[at - 1] ?? ' ') + (rest[at + name.length] ?? ' '));
      if (!isWhole) continue;
      rest = rest.slice(0, at) + '\u0000'.repeat(name.length) + rest.slice(at + name.length);
      return [{ id, value: id, at: Math.min(at, words.length - 1), length: name.length }];
    }
    return [];
  });
  return found.sort((a, b) => a.at - b.at);
}

/** The first sentence, or what fits of it into a summary. */
function firstSentence(words: string): string {
  return /^.{20,300}?[.!?…](?=\s|$)/su.exec(words)?.[0] ?? (words.length <= 300 ? words : '');
}

/** All proposals, each record and date once, where it stands first. */
export function proposalsFor(paragraphs: readonly Paragraph[], index: RecordIndex): Proposal[] {
  const marked = paragraphs.findIndex(({ title }) => title);
  const isTitle = (words: string): boolean => words.length <= 200 && !/[.;,:]$/.test(words);
  const titleAt = marked >= 0 ? marked : isTitle(paragraphs[0]?.words ?? '.') ? 0 : -1;
  // A note at the foot, `[1] …`, is no beginning.
  const lead = paragraphs.findIndex(
    ({ words }, at) => at > titleAt && words.length >= 40 && !/^\[\d+\] /.test(words),
  );
  const proposals: Proposal[] = [];
  const propose = (flag: Proposal['flag'], value: string, at: number, quote: string): void => {
    if (value !== '' && !proposals.some((one) => one.flag === flag && one.value === value))
      proposals.push({ flag, value, paragraph: at + 1, quote });
  };
  const title = paragraphs[titleAt]?.words ?? '';
  propose('title', title, titleAt, title);
  const summary = firstSentence(paragraphs[lead]?.words ?? '');
  propose('summary', summary, lead, summary);
  const names = {
    unit: namesOf(index, 'units'),
    partner: namesOf(index, 'partners'),
    place: namesOf(index, 'places'),
  };
  paragraphs.forEach(({ words }, at) => {
    for (const one of datesIn(words)) propose('date', one.value, at, quoteOf(words, one.at, one.length));
    for (const flag of ['unit', 'partner', 'place'] as const)
      for (const one of namedIn(words, names[flag]))
        propose(flag, one.id, at, quoteOf(words, one.at, one.length));
    for (const one of amountsIn(words)) propose('aid', one.value, at, quoteOf(words, one.at, one.length));
  });
  return proposals;
}
