import { lastDay } from '../model/dates.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import type { ArticleEntry } from '../model/entries.ts';

/** What a reader of an activity may want to read next. Pure; each record is named once on a page. */

type Activity = ArticleEntry<'activities'>;

export interface History {
  readonly partner: ArticleEntry<'partners'>;
  /** The newest few other activities with this partner that were not named before. */
  readonly entries: readonly Activity[];
  /** All activities with this partner, this one included. */
  readonly count: number;
}

export interface Onward {
  /** What happened within this activity. */
  readonly parts: readonly Activity[];
  /** What else happened within the larger activity that this one is part of. */
  readonly series: readonly Activity[];
  /** What its partners took part in besides, in the record's order of partners. */
  readonly history: readonly History[];
  /** Of the same occasion, else of the same country and category; nearest in time first. */
  readonly related: readonly Activity[];
}

const partnersShown = 3;
const activitiesOfPartnerShown = 3;
const relatedShown = 4;

/** The last day that the date may mean, as a time; of a record without a date that of its year: near is near enough. */
function timeOf({ facts, id }: Activity): number {
  return Date.parse(facts.date ? lastDay(facts.date) : `${folderYear(id)}-12-31`);
}

export function onwardFrom(activity: Activity, bulletin: Bulletin): Onward {
  const { facts } = activity;
  const named = new Set([activity.id, ...(facts.partOf === undefined ? [] : [facts.partOf])]);
  const take = (list: readonly Activity[], most = Infinity): Activity[] => {
    const fresh = list.filter((one) => !named.has(one.id)).slice(0, most);
    for (const { id } of fresh) named.add(id);
    return fresh;
  };
  const parts = take(bulletin.partsOf(activity.id));
  const series = facts.partOf === undefined ? [] : take(bulletin.partsOf(facts.partOf));
  const partners = [...new Set(facts.partners.map((one) => one.partner))];
  const history = partners
    .map((id) => {
      const all = bulletin.activitiesOfPartner(id);
      return { partner: bulletin.get('partners', id), all };
    })
    .filter(({ all }) => all.some((one) => !named.has(one.id)))
    .slice(0, partnersShown)
    .map(({ partner, all }) => ({
      partner,
      entries: take(all, activitiesOfPartnerShown),
      count: all.length,
    }))
    .filter(({ entries }) => entries.length > 0);
  const at = timeOf(activity);
  const nearest = bulletin.activities.toSorted((a, b) => Math.abs(timeOf(a) - at) - Math.abs(timeOf(b) - at));
  const sameOccasion = nearest.filter(
    (one) => facts.occasion !== undefined && one.facts.occasion?.id === facts.occasion.id,
  );
  const sameKind = nearest.filter(
    (one) =>
      one.facts.countries.some((code) => facts.countries.includes(code)) &&
      one.facts.categories.some((category) => facts.categories.includes(category)),
  );
  return {
    parts,
    series,
    history,
    related: take([...new Set([...sameOccasion, ...sameKind])], relatedShown),
  };
}
