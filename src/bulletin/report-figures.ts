import type { KnownDate } from '../model/dates.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import { localeCodes, originalLocale, type Locale } from '../model/locales.ts';
import { liesIn } from '../model/periods.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import { reportRecords, unionOf, unionsOf } from './report-records.ts';

/** The bulletin in numbers, as a union or the cluster reports them. Counted from the records, never typed. */
export interface BulletinFigures {
  /** Issues of the period that the unit, or a union of the cluster, publishes. */
  readonly issues: number;
  /** Activities of the unit in the period. */
  readonly activities: number;
  /** Stories of the period about the unit or about one of these activities. */
  readonly stories: number;
  /** Texts of these in other languages than Vietnamese. */
  readonly translations: number;
  /** In the order of the registry, those without an item left out. */
  readonly languages: readonly { readonly locale: Locale; readonly items: number }[];
  /** Paths of what was counted. */
  readonly records: readonly string[];
}

export function bulletinFigures(
  bulletin: Bulletin,
  unit: ReferenceEntry<'units'>,
  period: KnownDate,
): BulletinFigures {
  const { activities } = reportRecords(bulletin, unit, period);
  const units = new Set([unit.id, ...unionsOf(bulletin, unit).map(({ id }) => id)]);
  const told = new Set(activities.map(({ id }) => id));
  const stories = bulletin.stories.filter(({ id, facts }) => {
    const time = facts.date ?? { start: { precision: 'year', year: folderYear(id), approximate: false } };
    const about =
      facts.about.units.some((one) => units.has(unionOf(bulletin, one))) ||
      facts.about.activities.some((one) => told.has(one));
    return about && liesIn(time, period) === 'in';
  });
  const issues = bulletin.issues.filter(
    ({ facts }) => units.has(facts.publisher) && liesIn(facts.date, period) === 'in',
  );
  const items = [...activities, ...stories];
  const languages = localeCodes.map((code) => ({
    code,
    items: items.filter((one) => one.texts[code]).length,
  }));
  return {
    issues: issues.length,
    activities: activities.length,
    stories: stories.length,
    translations: languages
      .filter(({ code }) => code !== originalLocale)
      .reduce((sum, one) => sum + one.items, 0),
    languages: languages.filter((one) => one.items > 0).map(({ code, items }) => ({ locale: code, items })),
    records: [...items, ...issues].map(({ collection, id }) => `${collection}/${id}`),
  };
}
