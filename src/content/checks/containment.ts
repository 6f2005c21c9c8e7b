import type { Reader, Report } from './check.ts';

/** A fault of the program itself, for a file that nobody thought of. */

const codes = ['programFault'] as const;

export const containment: Reader<(typeof codes)[number]> = { reads: 'bytes', codes };

/**
 * Runs a reader or a check. What it throws is told as a problem of the file at hand, so that the problems of all other
 * files are still told.
 * @returns what `run` returns; `undefined` where it threw
 */
export function contained<Result>(
  report: Report<(typeof codes)[number]>,
  run: () => Result,
): Result | undefined {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ line: 1, column: 1, code: 'programFault', values: { reason } });
    return undefined;
  }
}
