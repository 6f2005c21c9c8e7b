import { fileOfBytes } from '../content/files.ts';
import type { Problem } from '../content/problems.ts';
import { wording } from '../content/problems.ts';
import { readContent } from '../content/read.ts';

/** What a page runs in the test that content reads the same in a browser: files in, problems in words out. */

/** A problem with its words in both languages of editors. */
export interface WordedProblem extends Problem {
  readonly vi: ReturnType<typeof wording>;
  readonly en: ReturnType<typeof wording>;
}

/** @param files bytes by path, as Base64 */
export function problemsIn(files: Readonly<Record<string, string>>): WordedProblem[] {
  const content = new Map(
    Object.entries(files).map(([path, bytes]) => [
      path,
      fileOfBytes(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))),
    ]),
  );
  return readContent(content).problems.map((problem) => ({
    ...problem,
    vi: wording(problem, 'vi'),
    en: wording(problem, 'en'),
  }));
}

declare global {
  var problemsInContent: typeof problemsIn;
}
globalThis.problemsInContent = problemsIn;
