import { distance } from 'fastest-levenshtein';
import { sortKey } from '../../model/dates.ts';
import { originalLocale } from '../../model/locales.ts';
import type { ArticleEntry, Entries } from '../../model/entries.ts';
import type { Problem } from '../problems.ts';

/** Records that look the same: an activity entered twice by two unions, a partner under two spellings. */

/** Share of the longer title that may differ between two titles that say the same. */
const titleTolerance = 0.2;

/** Marks of the five tones of Vietnamese in NFD: “hoà” and “hòa” differ only in where the tone stands. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Letters and figures alone: `Hội Hòa bình – VN` and `hội hoà bình - VN` are one. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(tones, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, ' ')
    .trim();
}

interface Titled {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly figures: string;
}

/** “60 suất” and “50 suất” are two gifts: figures must agree, words may differ a little. */
function sameTitle(a: Titled, b: Titled, tolerance: number): boolean {
  if (a.figures !== b.figures) return false;
  if (a.title === b.title) return true;
  const longest = Math.max(a.title.length, b.title.length);
  if (Math.abs(a.title.length - b.title.length) > longest * tolerance) return false;
  return distance(a.title, b.title) <= longest * tolerance;
}

function looksSame(file: string, value: string, other: string): Problem {
  const values = { value, other };
  return { file, line: 1, column: 1, code: 'duplicateRecord', values };
}

/** Same day (or month, quarter, year) and same unit, and nearly the same title. */
function sameEvents(list: readonly ArticleEntry<'activities' | 'events' | 'stories'>[]): Problem[] {
  const problems: Problem[] = [];
  // Only records of one date and one unit are compared with each other, so the work stays in proportion.
  const groups = new Map<string, Titled[]>();
  for (const entry of list) {
    const { facts, id, file, collection } = entry;
    const title = folded(entry.texts.vi.title);
    const one = { id, file, title, figures: (title.match(/\d+/g) ?? []).join(' ') };
    const units = 'units' in facts ? facts.units.map((part) => part.unit) : [];
    const day = sortKey(facts.date, Number(id.slice(0, 4)));
    // Without a date of its own only the very same title says that two records are one.
    const tolerance = facts.date ? titleTolerance : 0;
    let twin: Titled | undefined;
    for (const unit of units.length > 0 ? units : ['']) {
      const key = tolerance === 0 ? `${day} ${unit} ${title}` : `${day} ${unit}`;
      const others = groups.get(key) ?? [];
      twin ??= others.find((other) => sameTitle(one, other, tolerance));
      others.push(one);
      groups.set(key, others);
    }
    if (twin) problems.push(looksSame(file, entry.texts.vi.title, `${collection}/${twin.id}`));
  }
  return problems;
}

/** Partners of one country with a name in common. The same name in two countries is two organisations (CARE). */
function samePartners(partners: readonly ArticleEntry<'partners'>[]): Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, string>();
  for (const { facts, id, file } of partners) {
    const names = [...Object.values(facts.names), ...facts.aliases].filter((name) => name !== undefined);
    const keys = [...new Set(names.map((name) => `${facts.country} ${folded(name)}`))];
    const twin = keys.map((key) => known.get(key)).find((other) => other !== undefined && other !== id);
    if (twin !== undefined) problems.push(looksSame(file, facts.names[originalLocale], `partners/${twin}`));
    for (const key of keys) if (!known.has(key)) known.set(key, id);
  }
  return problems;
}

/** Each pair is reported once, on the record that comes later in the alphabet of folders, naming the other. */
export function checkDuplicates(entries: Entries): Problem[] {
  return [
    ...sameEvents(entries.activities),
    ...sameEvents(entries.events),
    ...sameEvents(entries.stories),
    ...samePartners(entries.partners),
  ];
}
