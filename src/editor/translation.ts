import { figuresIn, says } from '../content/figures.ts';
import type { RecordIndex } from '../content/record-index.ts';
import type { Locale } from '../model/locales.ts';
import { namedCollections } from '../model/schemas/glossary.ts';
import { fileOfRecord, textOf, type OpenRecord } from './open-record.ts';
import { fieldsOf } from './record-file.ts';

type TranslationLocale = Exclude<Locale, 'vi'>;

/** A translation beside its original: how it begins, and what of the original it does not have. */

/**
 * The file of a translation that is begun: nothing in it yet, so that the check asks for what belongs there. The sections
 * of an issue keep their keys.
 */
export function draftText(record: OpenRecord): string {
  const original = textOf(record, fileOfRecord(record.collection, record.id)) ?? '';
  const sections = sectionKeys(original).map((key) => `  ${key}: ""\n`);
  const titles = sections.length > 0 ? `sectionTitles:\n${sections.join('')}` : '';
  return `---\n${titles}---\n`;
}

function sectionKeys(original: string): string[] {
  try {
    const titles = fieldsOf(original)['sectionTitles'];
    return typeof titles === 'object' && titles !== null ? Object.keys(titles) : [];
  } catch {
    return [];
  }
}

/** Smaller numbers are written in words in one language and in figures in another. */
const smallest = 13;

/** The figures of the original that the translation does not have, as they are typed there, each once. */
export function missingFigures(original: string, translation: string): string[] {
  const said = new Set(figuresIn(translation).flatMap(({ means }) => means));
  const lost = figuresIn(withoutAddresses(original)).filter(
    (one) => one.means.every((number) => number >= smallest) && !says(one, said),
  );
  return [...new Set(lost.map(({ typed }) => typed.trim()))];
}

/** A passage without the addresses of its links and pictures, whose figures no translation repeats. */
const withoutAddresses = (text: string): string =>
  text.replace(/\]\([^)]*\)/g, ']').replace(/\bsrc="[^"]*"/g, '');

/** A passage of the original with what its translation lacks. */
export interface Passage {
  readonly number: number;
  readonly original: string;
  readonly figures: readonly string[];
}

const passagesOf = (body: string): string[] =>
  body
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && !/^<\/?\w[^>]*>$/.test(one));

/** The passages of two texts side by side, as far as they can be paired. */
export interface Pairing {
  readonly original: number;
  readonly translation: number;
  /** Where there are as many of one as of the other: those that may have been left behind. */
  readonly lacking: readonly Passage[];
}

/** Compares two texts passage by passage: one that lacks a figure may be older than its original. */
export function pairPassages(original: string, translation: string): Pairing {
  const [from, to] = [passagesOf(original), passagesOf(translation)];
  const lacking =
    from.length === to.length
      ? from.flatMap((passage, at): Passage[] => {
          const figures = missingFigures(passage, to[at] ?? '');
          return figures.length > 0 ? [{ number: at + 1, original: passage, figures }] : [];
        })
      : [];
  return { original: from.length, translation: to.length, lacking };
}

/** A name or term of the original with the agreed rendering, for the translator to look up. */
export interface Term {
  readonly vi: string;
  readonly rendering: string;
}

/** The names of records and the terms of the glossary that stand in a text, with what they are called in a language. */
export function termsIn(text: string, locale: TranslationLocale, { glossary, records }: RecordIndex): Term[] {
  const plain = text.normalize('NFC').toLowerCase();
  const found = new Map<string, string>();
  const add = (vi: string | undefined, rendering: string | undefined): void => {
    if (vi && rendering && plain.includes(vi.normalize('NFC').toLowerCase())) found.set(vi, rendering);
  };
  for (const { vi, ...renderings } of glossary.terms)
    for (const form of vi) add(form, renderings[locale]?.[0]);
  for (const name of namedCollections)
    for (const { facts } of records[name]) {
      add(facts?.names?.vi, facts?.names?.[locale]);
      add(facts?.shortNames?.vi, facts?.shortNames?.[locale]);
    }
  return [...found].map(([vi, rendering]) => ({ vi, rendering }));
}
