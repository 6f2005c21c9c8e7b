import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { editorText } from '../i18n/editors.ts';
import { runCommand } from './command-line.ts';
import { reminderLines } from './reminders.ts';
import { projectRoot } from '../build/paths.ts';
import { imprint, textLicence } from '../site.ts';

/**
 * `npm run check [-- --lang en] [-- --root <folder>] [-- --totals]`: every problem of the content folder, without building.
 * Exits with 1 when there is one; of what is merely not there yet it reminds. On GitHub Actions the problems appear
 * beside their lines; on GitLab they go to `gl-code-quality-report.json` in the working directory, which the job names
 * as its `codequality` report.
 * `--root` checks the folder `content/` in another place. `--totals` prints every figure that a document states beside
 * the one counted from the records, and exits with 1 when one differs without a reason.
 */
await runCommand('check.usage', { options: { root: 'text', totals: 'switch' } }, async (line) => {
  const { locale } = line;
  const { readProject } = await import('../build/kept-texts.ts');
  const { printProblems } = await import('./print-problems.ts');
  const { entries, problems, files } = await readProject({
    root: resolve(line.value('root') ?? projectRoot),
  });
  let good = problems.length === 0;
  if (good) {
    const count = Object.values(entries).reduce((sum, list) => sum + list.length, 0);
    console.log(editorText('check.clean', locale, { entries: count, files }));
    for (const reminder of reminderLines(entries, { textLicence, imprint }, locale)) console.log(reminder);
  } else printProblems(problems, locale);
  if (line.has('totals')) {
    const { compareTotals } = await import('../bulletin/totals.ts');
    const { totalsTable, unexplained } = await import('./totals-table.ts');
    const compared = compareTotals(entries);
    for (const row of totalsTable(compared, locale)) console.log(row);
    if (compared.some(unexplained)) good = false;
  }
  const { githubAnnotations, gitlabReport } = await import('./annotations.ts');
  if (process.env['GITHUB_ACTIONS'] === 'true') {
    for (const annotation of githubAnnotations(problems, locale)) console.log(annotation);
  }
  if (process.env['GITLAB_CI'] === 'true') {
    const report = `${JSON.stringify(gitlabReport(problems, locale), undefined, 2)}\n`;
    writeFileSync('gl-code-quality-report.json', report);
  }
  return good;
});
