import { lastDay } from '../model/dates.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { weakMemoize } from '../model/memoize.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import { indexBy } from './indexes.ts';

/**
 * Activities from the nearest in time to the farthest, of those that are alike. Walked outwards from a day, and only
 * as far as somebody asks; where two are as near, in the order of the bulletin's list.
 */

type Activity = ArticleEntry<'activities'>;

interface Dated {
  readonly activity: Activity;
  readonly time: number;
  /** In the bulletin's list. */
  readonly position: number;
}

/** The activities of the same occasion. Like the other, it may give an activity more than once, itself included. */
export function nearestOfOccasion(activity: Activity, bulletin: Bulletin): Iterable<Activity> {
  return outwards(timelines(bulletin).ofOccasion, occasionsOf(activity), timeOf(activity));
}

/** The activities of the same country and category. */
export function nearestOfKind(activity: Activity, bulletin: Bulletin): Iterable<Activity> {
  return outwards(timelines(bulletin).ofKind, kindsOf(activity), timeOf(activity));
}

/** The last day that the date may mean, as a time; of a record without a date that of its year: near is near enough. */
function timeOf({ facts, id }: Activity): number {
  return Date.parse(facts.date ? lastDay(facts.date) : `${folderYear(id)}-12-31`);
}

const occasionsOf = ({ facts }: Activity): string[] => (facts.occasion ? [facts.occasion.id] : []);
const kindsOf = ({ facts }: Activity): string[] =>
  facts.countries.flatMap((code) => facts.categories.map((category) => `${code} ${category}`));

/** Of each key its activities from the newest on and from the oldest on; those of one time in the list's order. */
interface Timelines {
  readonly backwards: (key: string) => readonly Dated[];
  readonly forwards: (key: string) => readonly Dated[];
}

const timelines = weakMemoize(({ activities }: Bulletin) => {
  const dated = activities.map((activity, position) => ({ activity, time: timeOf(activity), position }));
  const backwards = dated.toSorted((a, b) => b.time - a.time || a.position - b.position);
  const forwards = dated.toSorted((a, b) => a.time - b.time || a.position - b.position);
  const by = (keysOf: (activity: Activity) => string[]): Timelines => ({
    backwards: indexBy(backwards, (one) => keysOf(one.activity)),
    forwards: indexBy(forwards, (one) => keysOf(one.activity)),
  });
  return { ofOccasion: by(occasionsOf), ofKind: by(kindsOf) };
});

function* outwards(
  { backwards, forwards }: Timelines,
  keys: readonly string[],
  from: number,
): Generator<Activity> {
  const ways = keys.flatMap((key) => {
    const [before, after] = [backwards(key), forwards(key)];
    return [
      { list: before, next: firstWhere(before, (one) => one.time <= from) },
      { list: after, next: firstWhere(after, (one) => one.time > from) },
    ];
  });
  for (;;) {
    let nearest: { way: (typeof ways)[number]; one: Dated; distance: number } | undefined;
    for (const way of ways) {
      const one = way.list[way.next];
      if (!one) continue;
      const distance = Math.abs(one.time - from);
      const nearer =
        !nearest ||
        distance < nearest.distance ||
        (distance === nearest.distance && one.position < nearest.one.position);
      if (nearer) nearest = { way, one, distance };
    }
    if (!nearest) return;
    nearest.way.next += 1;
    yield nearest.one.activity;
  }
}

/** Where the entries begin for which `holds` is true, in a list in which they stand at the end. */
function firstWhere<Entry>(list: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as Entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}
