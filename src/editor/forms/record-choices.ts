import { withoutAccents } from '../../model/letters.ts';
import type { EditorLocale } from '../../model/locales.ts';
import type { ReferenceTo } from '../../model/references.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import type { IndexedRecord, RecordIndex } from '../../content/record-index.ts';

/** The records that a field can name, as people know them. */

/** What can be chosen: how it is written, and how it is called. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

export interface RecordChoice extends Choice {
  readonly collection: CollectionName;
  readonly id: string;
  /** Other names that it is found by. */
  readonly also: string;
}

/** Title or name of a record; its address where it has neither, being faulty. */
export function nameOf({ id, title, facts }: IndexedRecord, locale: EditorLocale = 'vi'): string {
  return title ?? facts?.names?.[locale] ?? facts?.names?.vi ?? id;
}

/** Choices for a field, in the order of their names. A field that names documents gets these without a line. */
export function recordChoices(
  { to, form }: ReferenceTo,
  index: RecordIndex,
  locale: EditorLocale,
): RecordChoice[] {
  const { compare } = new Intl.Collator(locale);
  return to
    .flatMap((collection) =>
      index.records[collection].map((one) => ({
        collection,
        id: one.id,
        value: form === 'path' ? `${collection}/${one.id}` : one.id,
        name: nameOf(one, locale),
        also: [
          ...Object.values(one.facts?.names ?? {}),
          ...(one.facts?.aliases ?? []),
          one.facts?.abbreviation ?? '',
        ].join(' '),
      })),
    )
    .sort((a, b) => compare(a.name, b.name));
}

/** The name of what a field names; what stands there when no such record is known. */
export function namedBy(
  value: string,
  { to, form }: ReferenceTo,
  index: RecordIndex,
  locale: EditorLocale,
): string {
  const plain = form === 'source' ? value.replace(/:\d*$/, '') : value;
  for (const collection of to) {
    const id = form === 'path' ? plain.replace(`${collection}/`, '') : plain;
    if (form === 'path' && !plain.startsWith(`${collection}/`)) continue;
    const found = index.records[collection].find((one) => one.id === id);
    if (found) return nameOf(found, locale);
  }
  return plain;
}

/** What is looked through for a typed word. */
const searched = new WeakMap<Choice, string>();

/**
 * The choices that contain all words of `term`, without regard to accents; those whose name begins with it first.
 */
export function findChoices<One extends Choice & { readonly also?: string }>(
  term: string,
  choices: readonly One[],
): One[] {
  const words = withoutAccents(term).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...choices];
  const textOf = (one: One): string => {
    const known = searched.get(one) ?? withoutAccents(`${one.name} ${one.value} ${one.also ?? ''}`);
    searched.set(one, known);
    return known;
  };
  const found = choices.filter((one) => words.every((word) => textOf(one).includes(word)));
  const begins = (one: One): number => (textOf(one).startsWith(words.join(' ')) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b));
}
