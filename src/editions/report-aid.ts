import type { Bulletin } from '../bulletin/bulletin.ts';
import { countedAid } from '../bulletin/counted-aid.ts';
import { formatSeries } from '../i18n/format.ts';
import { reportAmount, reportText } from '../i18n/report.ts';
import { totalAid, type AidTotal } from '../model/aid.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { amountOfAid, stateOfAid } from './report-lines.ts';
import type { ReportTable } from './report.ts';

/** The aid of a report in tables. Two currencies, two states, two directions are never added. */

type Activity = ArticleEntry<'activities'>;

const exact = ({ amount, currency, inexact }: AidTotal): string =>
  reportAmount({ amount, currency, qualifier: inexact ? 'about' : undefined });

const origin = (activities: readonly Activity[]) => ({
  records: activities.map((one) => `activities/${one.id}`),
  sources: activities.flatMap((one) => one.facts.sources),
});

const withAid = (activities: readonly Activity[]): Activity[] =>
  activities.filter((one) => one.facts.aid.length > 0);

/** Every amount by itself: what for, from whom, how much, how far it has got. */
export function aidLines(bulletin: Bulletin, all: readonly Activity[]): ReportTable[] {
  const activities = withAid(all);
  if (activities.length === 0) return [];
  const rows = activities.flatMap((activity) =>
    activity.facts.aid.map((aid) => [
      activity.texts.vi.title,
      formatSeries(
        activity.facts.partners
          .filter(({ role }) => role === 'donor' || role === 'intermediary')
          .map(({ partner }) => bulletin.get('partners', partner).facts.names.vi),
        'vi',
      ),
      amountOfAid(aid),
      stateOfAid(aid),
    ]),
  );
  return [
    {
      kind: 'table',
      title: reportText('table.aidLines'),
      columns: [
        { title: reportText('column.order'), width: 6 },
        { title: reportText('column.activity'), width: 38 },
        { title: reportText('column.partner'), width: 22 },
        { title: reportText('column.amount'), width: 20, figures: true },
        { title: reportText('column.state'), width: 14 },
      ],
      rows: rows.map((row, index) => [String(index + 1), ...row]),
      remarks: [],
      ...origin(activities),
    },
  ];
}

/** A sum for each direction, state and currency. */
export function aidSums(all: readonly Activity[]): ReportTable[] {
  const activities = withAid(all);
  const totals = totalAid(countedAid(activities));
  if (totals.length === 0) return [];
  return [
    {
      kind: 'table',
      title: reportText('table.aid'),
      columns: [
        { title: reportText('column.state'), width: 50 },
        { title: reportText('column.currency'), width: 20 },
        { title: reportText('column.amount'), width: 30, figures: true },
      ],
      rows: totals.map((total) => [stateOfAid(total), total.currency, exact(total)]),
      remarks: [],
      ...origin(activities),
    },
  ];
}

/** The sums of each union by itself: aid to several unions states no shares and is in none of them. */
export function aidByUnion(
  bulletin: Bulletin,
  unions: readonly { readonly union: string; readonly activities: readonly Activity[] }[],
): ReportTable[] {
  const rows = unions.flatMap(({ union, activities }) =>
    totalAid(countedAid(withAid(activities))).map((total) => [
      bulletin.get('units', union).facts.shortNames.vi,
      stateOfAid(total),
      exact(total),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      title: reportText('table.aidByUnion'),
      columns: [
        { title: reportText('column.union'), width: 36 },
        { title: reportText('column.state'), width: 34 },
        { title: reportText('column.amount'), width: 30, figures: true },
      ],
      rows,
      remarks: [],
      ...origin(withAid(unions.flatMap(({ activities }) => activities))),
    },
  ];
}

/** How many delegations a figure of the records says, in words: “30 đoàn”. */
export const delegationsStated = (activity: Activity): number | undefined =>
  activity.facts.numbers.find(({ of }) => of === 'delegations')?.value;
