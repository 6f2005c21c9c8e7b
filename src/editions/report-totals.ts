import type { Bulletin } from '../bulletin/bulletin.ts';
import { compareTotals, type ComparedTotal } from '../bulletin/totals.ts';
import { formatNumber } from '../i18n/format.ts';
import { reportText } from '../i18n/report.ts';
import { firstDay, lastDay, type KnownDate } from '../model/dates.ts';
import { periodName } from '../model/periods.ts';

/** Totals that a document states and the records do not bear out: the clerk should know before the report goes out. */

export interface DoubtfulTotal {
  readonly stated: ComparedTotal['stated'];
  readonly remark: string;
}

/** @param units whose totals; `undefined` among them for those of the whole cluster */
export function doubtfulTotals(
  bulletin: Bulletin,
  units: readonly (string | undefined)[],
  period: KnownDate,
): DoubtfulTotal[] {
  // Documents state totals of a whole year.
  if (!/^\d{4}$/.test(periodName(period))) return [];
  const year = Number(firstDay(period).slice(0, 4));
  return compareTotals(bulletin.entries)
    .filter(({ agrees, document, stated }) => {
      const of = bulletin.get('documents', document).facts.year;
      return !agrees && (of === undefined || of === year) && units.includes(stated.unit);
    })
    .map(({ document, stated, computed }) => ({
      stated,
      remark: reportText('comment.total', {
        source: `${document}:${stated.line}`,
        says: stated.says,
        stated: formatNumber(stated.value, 'vi'),
        computed: formatNumber(computed, 'vi'),
        reason: stated.reason === undefined ? '' : ` ${stated.reason}`,
      }),
    }));
}

/** The last day of a period is the day that its report is dated by where nobody has signed it. */
export const dayOf = (period: KnownDate, signed: KnownDate | undefined): string => lastDay(signed ?? period);
