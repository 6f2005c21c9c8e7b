import { isArticleName, recordTypes, type RecordTypeName } from '../authoring/record-questions.ts';
import { slugOf } from '../authoring/new-record.ts';
import { readWrittenDate } from '../authoring/written-dates.ts';
import type { RecordIndex } from '../content/record-index.ts';
import { firstDay, isKnownDate, parseDate } from '../model/dates.ts';
import { yearlyCollections } from '../model/schemas/index.ts';
import { keyOrderOf } from './key-order.ts';
import { fileOfRecord, openRecord, withFile, type OpenRecord } from './open-record.ts';
import { withField } from './record-file.ts';

/** A new record: what it is called and when it was, from which its folder follows. The form asks for the rest. */

export interface Beginning {
  readonly type: RecordTypeName;
  readonly title: string;
  /** As it was typed. */
  readonly date: string;
}

/** The spelling of a record for a date as it was typed. */
export const dateOf = (typed: string): string | undefined => {
  const text = typed.trim();
  const spelled = readWrittenDate(text) ?? text;
  return isKnownDate(parseDate(spelled)) ? spelled : undefined;
};

const yearOf = (spelled: string): string => {
  const known = parseDate(spelled);
  return isKnownDate(known) ? firstDay(known).slice(0, 4) : '';
};

/** An id that no record of the collection has yet: of two with one title the second gets a number. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

/**
 * A record that is not in the store yet, with what is known of it.
 * @param thisYear the folder of a story without a date
 * @returns `undefined` while something is missing that its folder is made of
 */
export function begin(
  { type, title, date }: Beginning,
  index: RecordIndex,
  thisYear: number,
): OpenRecord | undefined {
  const { collection } = recordTypes[type];
  const name = title.trim().normalize('NFC');
  const spelled = dateOf(date);
  if (date.trim() !== '' && spelled === undefined) return undefined;
  const year = spelled === undefined ? String(thisYear) : yearOf(spelled);
  const records = index.records[collection];
  const number = records.filter(({ id }) => id.startsWith(`${year}-`)).length + 1;
  const own = type === 'issue' ? `${year}-${number}` : slugOf(name);
  if (own === '' || name === '') return undefined;
  const wanted = yearlyCollections.includes(collection) ? `${year}/${own}` : own;
  const id = freeId(wanted, new Set(records.map((one) => one.id)));
  const isArticle = isArticleName(collection);
  const order = keyOrderOf(collection);
  const fields: readonly (readonly [readonly string[], unknown])[] = [
    isArticle && collection !== 'partners' ? [['title'], name] : [['names', 'vi'], name],
    ...(spelled === undefined || collection === 'occasions' ? [] : [[['date'], spelled] as const]),
    ...(type === 'issue' ? [[['number'], number] as const] : []),
    ...(type === 'unit'
      ? [[['order'], records.length + 1] as const, [['shortNames', 'vi'], name] as const]
      : []),
  ];
  const empty = isArticle ? '---\n---\n' : '';
  const text = fields.reduce((file, [path, value]) => withField(file, path, value, order), empty);
  const record = openRecord(collection, id, new Map());
  return { ...withFile(record, fileOfRecord(collection, id), text), past: [] };
}
