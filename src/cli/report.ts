import { join, relative, resolve } from 'node:path';
import { writeWhole } from '../build/files.ts';
import { projectRoot } from '../build/paths.ts';
import { BrowserSession } from '../build/browser.ts';
import { createBulletin, type Bulletin } from '../bulletin/bulletin.ts';
import { reportRecords } from '../bulletin/report-records.ts';
import { readContentFolder } from '../content/disk.ts';
import { holdBack } from '../content/hold-back.ts';
import { nearest } from '../content/nearest.ts';
import { reportEdition, type ReportEdition } from '../editions/report.ts';
import { editorText } from '../i18n/editors.ts';
import type { KnownDate } from '../model/dates.ts';
import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import { toSlug } from '../model/letters.ts';
import { parsePeriod } from '../model/periods.ts';
import { reportDocx } from '../outputs/report/docx.ts';
import { reportHtml } from '../outputs/report/html.ts';
import { reportPdf } from '../outputs/report/pdf.ts';
import { refuse, runCommand, type CommandLine } from './command-line.ts';
import { printProblems } from './print-problems.ts';
import { traceLines } from './report-trace.ts';

/**
 * `npm run report -- quang-tri 2023`: the report of a union, or of the cluster, as a Word file; prints its path.
 * `--format docx,pdf,html` makes the others, for those who only read it.
 *
 *     npm run report -- cum-3 2023-H1
 *     npm run report -- quang-nam 2023 --trace
 *
 * `--trace` lists the record and source behind each line, and the records that stand in none. `--out <folder>` says where
 * to (else `reports/`), `--root <folder>` where the content is. Exits with 1 when nothing was made.
 */

/** What can be made of a report. */
const makers = {
  docx: reportDocx,
  pdf: reportPdf,
  html: async (report: ReportEdition) => reportHtml(report),
} as const satisfies Record<
  string,
  (report: ReportEdition, session: BrowserSession) => Promise<Uint8Array | string>
>;
type Format = keyof typeof makers;
const formats = Object.keys(makers) as Format[];

/** `--format docx,pdf`, also said several times; a Word file where nothing is said. */
function formatsOf(line: CommandLine): Format[] {
  const asked = (line.values.get('format') ?? ['docx']).flatMap((one) => one.split(','));
  const wrong = asked.find((one) => !formats.some((format) => format === one.trim()));
  if (wrong !== undefined) {
    const values = { option: '--format', value: wrong, allowed: formats.join(', ') };
    refuse('cli.wrongValue', line.locale, values);
  }
  return formats.filter((format) => asked.some((one) => one.trim() === format));
}

/** The activities of the period that wait for an editor: they are in no report, and that is told. */
function draftsOf(
  all: Bulletin,
  unit: ReferenceEntry<'units'>,
  period: KnownDate,
): readonly ArticleEntry<'activities'>[] {
  const { activities, undated } = reportRecords(all, unit, period);
  return [...activities, ...undated].filter(({ facts }) => facts.draft);
}

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
  { words: 2, options: { format: 'text', trace: 'switch', out: 'text', root: 'text' } },
  async (line) => {
    const { locale } = line;
    const wanted = formatsOf(line);
    const [unitWord, periodWord] = line.words;
    const root = resolve(line.value('root') ?? projectRoot);
    const content = readContentFolder(root);
    const { problems } = content;
    if (problems.length > 0) {
      printProblems(problems, locale);
      refuse('report.contentFaulty', locale);
    }
    // What its editor has not published yet is no fact to report.
    const bulletin = createBulletin(holdBack(content).entries);
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
    const session = new BrowserSession();
    const files: string[] = [];
    try {
      for (const format of wanted) {
        const file = join(folder, `bao-cao-${report.name}.${format}`);
        await writeWhole(file, await makers[format](report, session));
        files.push(file);
      }
    } finally {
      await session.close();
    }
    const drafts = draftsOf(createBulletin(content.entries), unit, period);
    if (drafts.length > 0) {
      const records = drafts.map(({ id }) => `activities/${id}`).join(', ');
      console.error(editorText('report.drafts', locale, { count: drafts.length, records }));
    }
    if (report.unplaced.length > 0) {
      console.error(editorText('report.unplaced', locale, { count: report.unplaced.length }));
    }
    for (const file of files) console.log(relative(process.cwd(), file));
    return true;
  },
);
