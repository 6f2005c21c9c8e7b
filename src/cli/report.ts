import { join, relative, resolve } from 'node:path';
import { writeWhole } from '../build/files.ts';
import { projectRoot } from '../build/paths.ts';
import { createBulletin, type Bulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import { nearest } from '../content/nearest.ts';
import { reportEdition } from '../editions/report.ts';
import { editorText } from '../i18n/editors.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import { toSlug } from '../model/letters.ts';
import { parsePeriod } from '../model/periods.ts';
import { reportDocx } from '../outputs/report/docx.ts';
import { refuse, runCommand, type CommandLine } from './command-line.ts';
import { printProblems } from './print-problems.ts';
import { traceLines } from './report-trace.ts';

/**
 * `npm run report -- quang-tri 2023`: the report of a union, or of the cluster, as a Word file; prints its path.
 *
 *     npm run report -- cum-3 2023-H1
 *     npm run report -- quang-nam 2023 --trace
 *
 * `--trace` lists the record and source behind each line, and the records that stand in none. `--out <folder>` says where
 * to (else `reports/`), `--root <folder>` where the content is. Exits with 1 when nothing was made.
 */

/** The union or cluster that was named: by the name of its file, or by its own. */
function unitNamed(word: string, bulletin: Bulletin, { locale }: CommandLine): ReferenceEntry<'units'> {
  const { cluster, unions } = bulletin;
  const units = [...(cluster ? [cluster] : []), ...unions];
  const slug = toSlug(word);
  const found = units.find(
    (one) =>
      one.id === slug || [one.facts.names.vi, one.facts.shortNames.vi].some((name) => toSlug(name) === slug),
  );
  if (found) return found;
  const ids = units.map((one) => one.id);
  const near = nearest(slug, ids);
  const allowed = ids.join(', ');
  const suggestion = near === undefined ? '' : `→ ${near}`;
  return refuse('report.unknownUnit', locale, { word, suggestion, allowed });
}

await runCommand(
  'report.usage',
  { words: 2, options: { trace: 'switch', out: 'text', root: 'text' } },
  async (line) => {
    const { locale } = line;
    const [unitWord, periodWord] = line.words;
    const root = resolve(line.value('root') ?? projectRoot);
    const { entries, problems } = readContentFolder(root);
    if (problems.length > 0) {
      printProblems(problems, locale);
      refuse('report.contentFaulty', locale);
    }
    const bulletin = createBulletin(entries);
    if (unitWord === undefined || periodWord === undefined) {
      const ids = [bulletin.cluster, ...bulletin.unions].flatMap((one) => one?.id ?? []);
      refuse('report.incomplete', locale, { allowed: ids.join(', ') });
    }
    const unit = unitNamed(unitWord, bulletin, line);
    const period = parsePeriod(periodWord);
    if (!period) refuse('report.unknownPeriod', locale, { value: periodWord });

    const report = reportEdition(bulletin, unit, period);
    if (line.has('trace')) for (const one of traceLines(report, locale)) console.log(one);
    const folder = resolve(line.value('out') ?? join(root, 'reports'));
    const file = join(folder, `bao-cao-${report.name}.docx`);
    await writeWhole(file, await reportDocx(report));
    if (report.unplaced.length > 0) {
      console.error(editorText('report.unplaced', locale, { count: report.unplaced.length }));
    }
    console.log(relative(process.cwd(), file));
    return true;
  },
);
