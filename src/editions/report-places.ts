import { unionOf, unionsOf, type ReportRecords } from '../bulletin/report-records.ts';
import type { Bulletin } from '../bulletin/bulletin.ts';
import { categories, type Category } from '../model/categories.ts';
import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import type { ReportContent } from '../model/report-contents.ts';
import { placeNumbers } from './report-numbers.ts';
import type { OutlineSection } from './report-outline.ts';

/**
 * Where the records of a report stand. A section is a view: one record may stand in several, and is told in full in one
 * of them.
 */

type Activity = ArticleEntry<'activities'>;
type Unit = ReferenceEntry<'units'>;

/** The records that one union, or several together, have in a section. */
export interface Group {
  /** In the order of the cluster's report; none for what the cluster does itself, and in a union's own report. */
  readonly unions: readonly string[];
  readonly activities: readonly Activity[];
}

/** A section with its records, and those of them that are told in full here. */
export interface FilledSection {
  readonly section: OutlineSection;
  /** Names the place to the reader: “I.2”. */
  readonly place: string;
  readonly groups: readonly Group[];
}

export interface Places {
  readonly sections: readonly FilledSection[];
  /** Where a record is told in full; `undefined` for one that stands nowhere. */
  placeOf(
    activity: Activity,
  ): { readonly section: FilledSection; readonly unions: readonly string[] } | undefined;
  /** The place in words, the group of a union included: “I.2 (3)”. */
  nameOf(activity: Activity): string;
  readonly unplaced: readonly Activity[];
}

/** As many unions that did one thing together have a heading of their own: fewer are each told of it. */
const sharedFrom = 4;

const isCategory = (content: ReportContent): content is Category =>
  (categories as readonly string[]).includes(content);

/** Whether a record belongs to a kind of contents, for the report of a unit. */
function holds(bulletin: Bulletin, unit: Unit, content: ReportContent, { facts }: Activity): boolean {
  if (isCategory(content)) return facts.categories.includes(content);
  const kindOf = (id: string) => bulletin.find('units', id)?.facts.kind;
  const national = facts.units.filter((one) => kindOf(one.unit) === 'national');
  const own = facts.units.filter((one) => unionOf(bulletin, one.unit) === unit.id);
  switch (content) {
    case 'central':
      return national.length > 0 && own.every(({ role }) => role === 'participate');
    case 'national-support':
      return national.length > 0 && own.some(({ role }) => role !== 'participate');
    case 'coordination': {
      const unions = unionsOf(bulletin, unit);
      const all = unions.every(({ id }) => facts.units.some((one) => unionOf(bulletin, one.unit) === id));
      return facts.units.some((one) => kindOf(one.unit) === 'cluster') || all;
    }
    case 'plan':
    case 'figures':
      return false;
  }
}

/** The unions of the cluster that a record is of, in their order. */
function unionsIn(bulletin: Bulletin, unit: Unit, { facts }: Activity): string[] {
  const taking = new Set(facts.units.map((one) => unionOf(bulletin, one.unit)));
  return unionsOf(bulletin, unit)
    .map((one) => one.id)
    .filter((id) => taking.has(id));
}

/** Who led it, or else the first in order. */
function leaderOf(bulletin: Bulletin, { facts }: Activity, unions: readonly string[]): string | undefined {
  const lead = facts.units.find(({ role }) => role === 'lead');
  const union = lead && unionOf(bulletin, lead.unit);
  return union !== undefined && unions.includes(union) ? union : unions[0];
}

/** How well a section suits a record as the place where it is told in full: the lower, the better. */
function rank({ contents, activities }: OutlineSection, { id, facts }: Activity): number {
  if (activities.includes(id)) return 0;
  if (contents.some((one) => !isCategory(one))) return 1;
  // A delegation is named in the list of delegations, and what it did is told where it belongs.
  const told = facts.categories.filter((one) => one !== 'delegation-in' && one !== 'delegation-out');
  const at = told.findIndex((one) => contents.includes(one));
  return at >= 0 ? 2 + at : 100;
}

/** Puts every record of the period where it stands. */
export function placesOf(
  bulletin: Bulletin,
  unit: Unit,
  outline: readonly OutlineSection[],
  records: ReportRecords,
): Places {
  const ofCluster = unit.facts.kind === 'cluster';
  const numbers = placeNumbers(outline.map((one) => one.level as 1 | 2 | 3));
  const chosen = outline.map((section) =>
    records.activities.filter(
      (one) =>
        section.activities.includes(one.id) ||
        section.contents.some((content) => holds(bulletin, unit, content, one)),
    ),
  );
  const groupsOf = (section: OutlineSection, activities: readonly Activity[]): Group[] => {
    const together =
      section.contents.some((one) => isCategory(one)) && !section.contents.includes('coordination');
    if (!ofCluster || !together) return activities.length > 0 ? [{ unions: [], activities }] : [];
    const groups = new Map<string, { unions: readonly string[]; activities: Activity[] }>();
    for (const activity of activities) {
      const unions = unionsIn(bulletin, unit, activity);
      const shares =
        unions.length >= sharedFrom || unions.length === 0 ? [unions] : unions.map((one) => [one]);
      for (const share of shares) {
        const key = share.join(' ');
        const group = groups.get(key) ?? { unions: share, activities: [] };
        group.activities.push(activity);
        groups.set(key, group);
      }
    }
    const order = unionsOf(bulletin, unit).map((one) => one.id);
    const at = ({ unions }: Group): number => order.indexOf(unions[0] ?? '') + unions.length / 100;
    return [...groups.values()].sort((a, b) => at(a) - at(b));
  };
  const sections = outline.map((section, index): FilledSection => ({
    section,
    place: numbers[index] ?? '',
    groups: groupsOf(section, chosen[index] ?? []),
  }));
  const places = new Map<string, { section: FilledSection; unions: readonly string[] }>();
  for (const activity of records.activities) {
    const candidates = sections.filter((one) =>
      one.groups.some(({ activities }) => activities.includes(activity)),
    );
    const [best] = candidates.sort((a, b) => rank(a.section, activity) - rank(b.section, activity));
    if (!best) continue;
    const groups = best.groups.filter(({ activities }) => activities.includes(activity));
    const leader = leaderOf(bulletin, activity, unionsIn(bulletin, unit, activity));
    const group = groups.find(({ unions }) => unions[0] === leader) ?? groups[0];
    places.set(activity.id, { section: best, unions: group?.unions ?? [] });
  }
  const placeOf: Places['placeOf'] = ({ id }) => places.get(id);
  return {
    sections,
    placeOf,
    nameOf(activity) {
      const place = placeOf(activity);
      if (!place) return '';
      const at = place.section.groups.findIndex(({ unions }) => unions === place.unions);
      return place.unions.length > 0 ? `${place.section.place} (${at + 1})` : place.section.place;
    },
    unplaced: records.activities.filter((one) => !placeOf(one)),
  };
}
