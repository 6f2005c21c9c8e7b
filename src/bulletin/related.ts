import type { ArticleEntry } from '../model/entries.ts';
import type { Bulletin } from './bulletin.ts';
import { nearestOfKind, nearestOfOccasion } from './nearest-in-time.ts';

/** What a reader of an activity may want to read next. Pure; each record is named once on a page. */

type Activity = ArticleEntry<'activities'>;

export interface History {
  readonly partner: ArticleEntry<'partners'>;
  /** The newest few other activities with this partner that were not named before. */
  readonly entries: readonly Activity[];
  /** All activities with this partner, this one included. */
  readonly count: number;
}

export interface RelatedRecords {
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

export function relatedRecords(activity: Activity, bulletin: Bulletin): RelatedRecords {
  const { facts } = activity;
  const named = new Set([activity.id, ...(facts.partOf === undefined ? [] : [facts.partOf])]);
  /** No further into the list than is needed: it may hold half of all records. */
  const take = (list: Iterable<Activity>, most = Infinity): Activity[] => {
    const fresh: Activity[] = [];
    for (const one of list) {
      if (fresh.length === most) break;
      if (named.has(one.id)) continue;
      named.add(one.id);
      fresh.push(one);
    }
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
  const sameOccasion = take(nearestOfOccasion(activity, bulletin), relatedShown);
  const sameKind = take(nearestOfKind(activity, bulletin), relatedShown - sameOccasion.length);
  return { parts, series, history, related: [...sameOccasion, ...sameKind] };
}
