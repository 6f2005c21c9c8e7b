import { readContent } from '../content/read.ts';
import { editorText } from '../i18n/editors.ts';
import { editorLocale, printProblems, projectRoot } from './report.ts';

/**
 * `npm run check [-- --lang en]`: every problem of the content folder, without building.
 * Exits with 1 when there is one.
 */
const locale = editorLocale(process.argv);
const { entries, problems, files } = readContent(projectRoot);
if (problems.length > 0) {
  printProblems(problems, locale);
  process.exitCode = 1;
} else {
  const count = Object.values(entries).reduce((sum, list) => sum + list.length, 0);
  console.log(editorText('check.clean', locale, { entries: count, files }));
}
