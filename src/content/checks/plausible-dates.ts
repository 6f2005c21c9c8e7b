import { firstDay, type KnownDate } from '../../model/dates.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Can the day of a record be right? It lies in our age, in the year of its folder, and not ahead of what was done. */

/** The years that a bulletin of the Unions can tell of: they were founded after 1945. */
const age = { first: 1945, last: 2100 } as const;
/** The Buddhist calendar of Laos and Cambodia counts from 543 years before ours. */
const buddhist = 543;

const inOurAge = (year: number): boolean => year >= age.first && year <= age.last;

/** The year that was meant, where a year of the Buddhist calendar was written. */
function meantYear(year: number): number | undefined {
  return inOurAge(year - buddhist) && !inOurAge(year) ? year - buddhist : undefined;
}

const yearsOf = ({ start, end }: KnownDate): number[] => [start.year, (end ?? start).year];

const codes = ['yearOfAnotherAge', 'yearOfAnotherFolder', 'heldInFuture'] as const;
type Code = (typeof codes)[number];

/** Every record that lies in the folder of a year: activities, stories, events, issues. */
function run({ record, today }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts, id } = record;
  const yaml = originalOf(record)?.yaml;
  const folder = /^(\d{4})(?!\d)/.exec(id)?.[1];
  if (!facts || !yaml || folder === undefined) return;
  if (!inOurAge(Number(folder))) {
    const meant = meantYear(Number(folder));
    const suggestion = meant === undefined ? '' : `→ ${meant}`;
    const values = { value: folder, suggestion };
    report({ file, line: 1, column: 1, code: 'yearOfAnotherAge', values });
  }
  const date = 'date' in facts ? facts.date : undefined;
  if (!date) return;
  const place = { file, ...yaml.positionOf(['date']) };
  const typed = yaml.sourceOf(['date']);
  const strange = yearsOf(date).find((year) => !inOurAge(year));
  if (strange !== undefined) {
    const meant = meantYear(strange);
    const cured = typed?.replace(/\d{4}/g, (year) => String(meantYear(Number(year)) ?? year));
    const corrected = meant === undefined || cured === undefined ? undefined : yaml.lineWith(['date'], cured);
    const values = { value: strange, suggestion: meant === undefined ? '' : `→ ${meant}` };
    report({ ...place, code: 'yearOfAnotherAge', values, ...(corrected !== undefined && { corrected }) });
    return;
  }
  const [first = 0, last = 0] = yearsOf(date);
  const misprint = 'dateDoubt' in facts && facts.dateDoubt === 'misprint';
  if ((Number(folder) < first || Number(folder) > last) && !misprint && inOurAge(Number(folder))) {
    const value = typed ?? firstDay(date);
    report({ ...place, code: 'yearOfAnotherFolder', values: { value, folder } });
  }
  const held = 'status' in facts && facts.status === 'held';
  if (held && firstDay(date) > today) {
    const values = { value: typed ?? firstDay(date), today };
    report({ ...place, code: 'heldInFuture', values });
  }
}

export const plausibleDates: Check<'record', Code> = { looksAt: 'record', codes, run };
