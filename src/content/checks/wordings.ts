import { isLocale, originalLocale, type Locale } from '../../model/locales.ts';
import { memoize } from '../../model/memoize.ts';
import type { Glossary } from '../../model/schemas/glossary.ts';
import { derived } from '../record-index.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/**
 * Spellings and wordings that the glossary puts away, in the Vietnamese as in the translations: “Thụy Sỹ” where the
 * bulletin writes “Thụy Sĩ”. Only what is wrong wherever it stands is listed there, so every hit is a problem.
 */

export interface AvoidedWording {
  /** As it stands in the text. */
  readonly avoided: string;
  /** What to write, with a capital where the text has one. */
  readonly better: string;
  readonly index: number;
}

/** Finds the wordings that a text of one language should not have. */
export type WordingFinder = (text: string) => readonly AvoidedWording[];

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Whole words only, where words are written apart; a wording in small letters also at the beginning of a sentence. What
 * stands alone in quotation marks is what a source writes.
 */
export function wordingFinder(wordings: Glossary['wordings'], locale: Locale): WordingFinder {
  const better = new Map<string, string>();
  for (const { language, write, avoid } of wordings) {
    if (language !== locale) continue;
    for (const one of avoid) {
      better.set(capitalised(one), capitalised(write));
      better.set(one, write);
    }
  }
  if (better.size === 0) return () => [];
  const longestFirst = [...better.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const letter = String.raw`\p{Script=Latin}\p{M}`;
  const found = new RegExp(`(?<![${letter}])(?:${longestFirst.join('|')})(?![${letter}])`, 'gu');
  return (text) =>
    [...text.matchAll(found)]
      .filter(({ 0: word, index }) => text[index - 1] !== '“' || text[index + word.length] !== '”')
      .map(({ 0: avoided, index }) => ({ avoided, better: better.get(avoided) ?? '', index }));
}

const findersOf = derived([], ({ glossary }) =>
  memoize((locale: Locale) => wordingFinder(glossary.wordings, locale)),
);

/** The text with every avoided wording replaced. */
function corrected(text: string, find: WordingFinder): string {
  return [...find(text)]
    .reverse()
    .reduce(
      (line, { avoided, better, index }) =>
        line.slice(0, index) + better + line.slice(index + avoided.length),
      text,
    );
}

/** Not shown, or shown as what somebody else writes. */
const otherWords = ['notes', 'dateAsWritten', 'aliases', 'totals', 'file'];

/** Every text of the front matter or YAML that readers see, with its path and language. */
export function textsIn(
  value: unknown,
  locale: Locale,
  path: readonly (string | number)[] = [],
): { path: readonly (string | number)[]; locale: Locale; text: string }[] {
  if (typeof value === 'string') return [{ path, locale, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (otherWords.includes(key)) return [];
    const step = Array.isArray(value) ? Number(key) : key;
    const language = isLocale(key) && /names$/i.test(String(path.at(-1))) ? key : locale;
    return textsIn(one, language, [...path, step]);
  });
}

const codes = ['wording'] as const;
type Code = (typeof codes)[number];

function checkFile(
  { file, locale = originalLocale, yaml, bodySource, bodyLine }: ParsedFile,
  finderOf: (locale: Locale) => WordingFinder,
  report: ReportInFile<Code>,
): void {
  for (const { path, locale: language, text } of textsIn(yaml?.data, locale)) {
    const find = finderOf(language);
    const [first] = find(text);
    if (!first || !yaml) continue;
    const { avoided, better } = first;
    const source = yaml.sourceOf(path);
    const line = source === undefined ? undefined : yaml.lineWith(path, corrected(source, find));
    const problem = { ...yaml.positionOf(path), code: 'wording' as const, values: { avoided, better } };
    report({ file, ...problem, ...(line !== undefined && { corrected: line }) });
  }
  const find = finderOf(locale);
  if (find(bodySource).length === 0) return;
  bodySource.split('\n').forEach((line, position) => {
    const [first] = find(line);
    if (!first) return;
    const { avoided, better, index } = first;
    const place = { line: bodyLine + position, column: index + 1 };
    report({
      file,
      ...place,
      code: 'wording',
      values: { avoided, better },
      corrected: corrected(line, find),
    });
  });
}

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  for (const file of record.files) checkFile(file, findersOf(index), report);
}

export const wordings: Check<'record', Code> = { looksAt: 'record', codes, run };
