import type { KnownDate } from '../../model/dates.ts';
import { isOfPeriod } from '../../model/periods.ts';
import { derived } from '../record-index.ts';
import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Is every item of an issue of its period? An item without a day is of the year of its folder. */

const datesIn = derived(
  ['activities', 'stories'],
  ({ records: { activities, stories } }) =>
    new Map<string, KnownDate | undefined>([
      ...activities.map(({ id, facts }) => [`activities/${id}`, facts?.date] as const),
      ...stories.map(({ id, facts }) => [`stories/${id}`, facts?.date] as const),
    ]),
);

const codes = ['itemOfAnotherPeriod'] as const;
type Code = (typeof codes)[number];

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  if (record.collection !== 'issues' || !record.facts) return;
  const { file, facts } = record;
  const { date, sections } = facts;
  const dates = datesIn(index);
  for (const [section, { items }] of sections.entries()) {
    for (const [position, item] of items.entries()) {
      if (!dates.has(item)) continue;
      const own = dates.get(item);
      const year = Number(/\/(\d{4})\//.exec(item)?.[1]);
      // A day outside the year of its folder is a problem, or a known misprint, of the item itself.
      if (own && (year < own.start.year || year > (own.end ?? own.start).year)) continue;
      if (isOfPeriod(own, year, date)) continue;
      const path = ['sections', section, 'items', position];
      report({
        file,
        ...positionIn(record, file, path),
        code: 'itemOfAnotherPeriod',
        values: { value: item },
      });
    }
  }
}

export const issuePeriod: Check<'record', Code> = { looksAt: 'record', codes, run };
