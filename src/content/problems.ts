import { describe } from '../i18n/editors.ts';
import type { Fault } from './checks/check.ts';
import type { ProblemCode } from './checks/index.ts';
import type { EditorLocale } from '../model/locales.ts';
import { memoize } from '../model/memoize.ts';

export type { ProblemCode };

/** One thing that is wrong in the content folder, with its place and the data for its wording. */
export interface Problem extends Fault<ProblemCode> {
  /** Path from the project folder, with forward slashes: `content/activities/2023/x/index.vi.mdx`. */
  readonly file: string;
}

/** What cannot go on, because of what is wrong in texts. Its message is English, as of every error. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => `${one.file}:${one.line}: ${wording(one, 'en').what}`).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** By file, then line, then column; the same content always gives the same list. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

const displayNames = memoize((locale: EditorLocale) =>
  memoize((type: 'language' | 'script') => new Intl.DisplayNames(locale, { type })),
);

/** A language and a script travel as codes; the reader of the message knows them by name. */
function named(values: Problem['values'], locale: EditorLocale): Record<string, string> {
  const name = (type: 'language' | 'script', code: string | number | undefined): Record<string, string> =>
    code === undefined ? {} : { [type]: displayNames(locale)(type).of(String(code)) ?? String(code) };
  return { ...name('language', values['language']), ...name('script', values['script']) };
}

/** A passage is quoted to be found, not to be read: of a very long one the beginning does. */
const longestQuotation = 500;

const clipped = (values: Problem['values']): Problem['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > longestQuotation
        ? `${value.slice(0, longestQuotation)}…`
        : value,
    ]),
  );

/**
 * A problem as an editor reads it, without its place: what is wrong, what to do, and the corrected line.
 * Two or three lines of plain text.
 */
export function wording(
  problem: Problem,
  locale: EditorLocale,
): { what: string; fix: string; corrected?: string } {
  return {
    ...describe(problem.code, { ...clipped(problem.values), ...named(problem.values, locale) }, locale),
    ...(problem.corrected && { corrected: problem.corrected }),
  };
}
