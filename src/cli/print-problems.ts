import { styleText } from 'node:util';
import { wording, type Problem } from '../content/problems.ts';
import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

/**
 * Prints problems for people, file by file: place and what is wrong, then what to do, then the corrected line.
 * Goes to stderr. A terminal makes links of a file's name and the `line:column` below it.
 */
export function printProblems(problems: readonly Problem[], locale: EditorLocale): void {
  const bold = (text: string): string => styleText('bold', text, { stream: process.stderr });
  const files = Map.groupBy(problems, (one) => one.file);
  for (const [file, own] of files) {
    console.error(bold(file));
    for (const problem of own) {
      const { what, fix, corrected } = wording(problem, locale);
      const place = `${problem.line}:${problem.column}`.padEnd(6);
      console.error(`  ${place}  ${what}`);
      console.error(`          ${fix.trim()}`);
      if (corrected !== undefined) console.error(`              ${corrected}`);
    }
    console.error('');
  }
  const values = { count: problems.length, files: files.size };
  console.error(bold(editorText('check.problems', locale, values)));
}
