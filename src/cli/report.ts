import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { wording, type Problem } from '../content/problems.ts';
import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../i18n/locales.ts';

/** The project folder, without a closing slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The language of messages: Vietnamese, or English with `--lang en`. */
export function editorLocale(args: readonly string[]): EditorLocale {
  const index = args.indexOf('--lang');
  return args[index + 1] === 'en' && index > 0 ? 'en' : 'vi';
}

/** Prints problems for people: place and what is wrong, then what to do, then the corrected line. Goes to stderr. */
export function printProblems(problems: readonly Problem[], locale: EditorLocale): void {
  const bold = (text: string): string => styleText('bold', text, { stream: process.stderr });
  for (const problem of problems) {
    const { what, fix, corrected } = wording(problem, locale);
    console.error(`${bold(`${problem.file}:${problem.line}:${problem.column}`)}  ${what}`);
    console.error(`    ${fix.trim()}`);
    if (corrected !== undefined) console.error(`        ${corrected}`);
    console.error('');
  }
  const values = { count: problems.length, files: new Set(problems.map((one) => one.file)).size };
  console.error(bold(editorText('check.problems', locale, values)));
}
