import type { PrerenderResult } from 'astro';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, nameOf, recordedBulletin } from '../bulletin/recorded.ts';
import type { Reading } from '../content/hand-over.ts';
import { dictionaries } from '../i18n/translate.ts';
import { memoize } from '../model/memoize.ts';
import { readAt, type Reads } from '../model/reads.ts';
import { readOfToday } from '../model/today.ts';

/**
 * When a page of the last build may be kept: what it was given and everything that it read is as it was. What it read
 * has a name and is asked again (`model/reads.ts`); of the answers only digests are kept.
 */

/**
 * The value as JSON can say it, whole and in one way, with names in the place of records: what has changed in a record
 * is noted where that is read. Throws for what has no value of its own, as a function.
 */
function comparable(value: unknown): unknown {
  if (value === undefined) return { undefined: true };
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new Error('A function is not compared.');
  if (typeof value !== 'object' || value === null)
    return typeof value === 'bigint' ? { bigint: String(value) } : value;
  if (value instanceof Date) return { date: value.getTime() };
  if (value instanceof Uint8Array) return { bytes: digestOfBytes(value) };
  if (Array.isArray(value)) return value.map(comparable);
  if (value instanceof Map)
    return { map: [...value].map(([key, one]) => [comparable(key), comparable(one)]) };
  if (value instanceof Set) return { set: [...value].map(comparable) };
  if (isRecord(value)) return { record: nameOf(value) };
  // Wrapped, so that no object of the content is taken for one of the above.
  return { fields: Object.entries(value).map(([key, one]) => [key, comparable(one)]) };
}

const digestOfBytes = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 22);

/**
 * A digest of a value, in which records count by their names.
 * @returns `undefined` for what cannot be compared with what it will be in another build, as a function
 */
export function digestOfValue(value: unknown): string | undefined {
  try {
    return digestOfBytes(JSON.stringify(comparable(value)));
  } catch {
    return undefined;
  }
}

/**
 * What is answered in this build under a name that a page has noted, as a digest; `undefined` for what cannot be asked or
 * compared.
 * @param root the project folder
 * @param reading what the content says
 */
export function answersOf(root: string, reading: Reading): (name: string) => string | undefined {
  const recorded = recordedBulletin(reading.entries);
  function answer(name: string): unknown {
    const [kind, ...rest] = name.split(' ');
    switch (kind) {
      case 'held':
        return reading.held;
      case 'today':
        return readOfToday(reading.today, rest.join(' '));
      case 'message':
        return readAt(dictionaries, rest);
      case 'file': {
        const path = join(root, rest.join(' '));
        return existsSync(path) ? readFileSync(path) : undefined;
      }
      default:
        return recorded.answer(name);
    }
  }
  return memoize((name: string) => {
    try {
      return digestOfValue(answer(name));
    } catch {
      return undefined;
    }
  });
}

/** The bytes of a page as they are compared. */
export const digestOfPage = digestOfBytes;

/** An image that a page shows, in the words of Astro. */
export type PageImage = NonNullable<PrerenderResult['metadata']>['staticImages'];

/** A page as it was made. */
export interface MadePage {
  /** Digest of what it was given by `getStaticPaths`. */
  readonly given: string;
  readonly reads: Reads;
  /** Digest of its bytes. */
  readonly bytes: string;
  readonly images: PageImage;
  /** Pictures that it has looked at as they came: their paths on the disk. Astro keeps those. */
  readonly referenced: readonly string[];
}

/** A page as it is kept: what it has read stands elsewhere. */
export type KeptPage = Omit<MadePage, 'reads'> & { readonly reads: number };

/** Pages as they are kept from one build to the next, in JSON. What several pages have read stands once. */
export interface KeptPages {
  /** Digest of what all pages are made of: code, styles, settings. */
  readonly code: string;
  /** Name and digest of the answer. */
  readonly answers: readonly (readonly [string, string])[];
  /** Positions of answers, and of other reads before this one. */
  readonly reads: readonly (readonly [readonly number[], readonly number[]])[];
  /** By a name of the page. */
  readonly pages: Readonly<Record<string, KeptPage>>;
}

/** The pages that a build leaves for the next. */
export interface PagesToKeep {
  /** Adds a page that was made. One whose reads cannot be compared is left out: it is always made again. */
  addMade(name: string, page: MadePage): void;
  /** Adds a page of the last build (`recallPages`). */
  addKept(name: string, page: KeptPage): void;
  /** All of them. @param code a digest of what all pages are made of */
  all(code: string): KeptPages;
}

/**
 * @param digestOfAnswer what a name is answered with in this build; `undefined` for what cannot be compared
 * @param last the pages of the last build
 */
export function pagesToKeep(
  digestOfAnswer: (name: string) => string | undefined,
  last?: KeptPages,
): PagesToKeep {
  const pages: Record<string, KeptPage> = {};
  const answers: [string, string][] = [];
  const reads: [number[], number[]][] = [];
  const placeOfName = memoize((name: string): number | undefined => {
    const digest = digestOfAnswer(name);
    return digest === undefined ? undefined : answers.push([name, digest]) - 1;
  });
  /** The same reads of two pages, or of two builds, are one. */
  const placeOfText = new Map<string, number>();
  type Places = readonly (number | undefined)[];
  function placeOf(names: Places, parts: Places): number | undefined {
    const [ofNames = [], ofParts = []] = [names, parts].map((list) =>
      list.filter((one) => one !== undefined).sort((a, b) => a - b),
    );
    if (ofNames.length < names.length || ofParts.length < parts.length) return undefined;
    const text = JSON.stringify([ofNames, ofParts]);
    const place = placeOfText.get(text) ?? reads.push([ofNames, ofParts]) - 1;
    placeOfText.set(text, place);
    return place;
  }
  const placeOfReads: (reads: Reads) => number | undefined = memoize(({ names, parts }: Reads) =>
    placeOf([...names].map(placeOfName), [...parts].map(placeOfReads)),
  );
  const placeOfKept: (position: number) => number | undefined = memoize((position: number) => {
    const [names, parts] = last?.reads[position] ?? [[], []];
    const known = names.map((one) => placeOfName(last?.answers[one]?.[0] ?? ''));
    return placeOf(known, parts.map(placeOfKept));
  });
  const add = (name: string, page: Omit<MadePage, 'reads'>, place: number | undefined): void => {
    if (place !== undefined) pages[name] = { ...page, reads: place };
  };
  const made: [string, MadePage][] = [];
  return {
    addMade: (name, page) => made.push([name, page]),
    addKept: (name, page) => add(name, page, placeOfKept(page.reads)),
    all(code) {
      // At the end: between two pages it costs a tenth more.
      for (const [name, page] of made.splice(0)) add(name, page, placeOfReads(page.reads));
      return { code, answers, reads, pages };
    },
  };
}

/**
 * The pages of the last build that may be kept.
 * @param digestOfAnswer what a name is answered with now
 * @returns the page of a name if its reads are answered as they were and it is given the same
 */
export function recallPages(
  kept: KeptPages,
  digestOfAnswer: (name: string) => string | undefined,
): (name: string, given: string) => KeptPage | undefined {
  const holds = kept.answers.map(() => undefined as boolean | undefined);
  const answersHold = (position: number): boolean => {
    const [name = '', digest] = kept.answers[position] ?? [];
    return (holds[position] ??= digestOfAnswer(name) === digest);
  };
  const readsHold = memoize((position: number): boolean => {
    const [names, parts] = kept.reads[position] ?? [[], []];
    return names.every(answersHold) && parts.every(readsHold);
  });
  return (name, given) => {
    const page = kept.pages[name];
    return page?.given === given && readsHold(page.reads) ? page : undefined;
  };
}
