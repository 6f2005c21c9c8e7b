import type { Bulletin } from '../bulletin/bulletin.ts';
import { unionOf, unionsOf, type ReportRecords } from '../bulletin/report-records.ts';
import { formatCount, formatSeries } from '../i18n/format.ts';
import { reportCount, reportText } from '../i18n/report.ts';
import { countedRecords, type Category, type CountedRecord } from '../model/categories.ts';
import type { KnownDate } from '../model/dates.ts';
import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import { aidByUnion, aidLines, aidSums, delegationsStated } from './report-aid.ts';
import { figuresBlocks } from './report-figures.ts';
import { delegationLine, fullLine, remarksOn, shortLine } from './report-lines.ts';
import type { FilledSection, Group, Places } from './report-places.ts';
import type { DoubtfulTotal } from './report-totals.ts';
import type { Origin, ReportBlock, ReportSection, ReportText } from './report.ts';

/** The sections of a report, filled: people's own words, then the records, then the tables. */

type Activity = ArticleEntry<'activities'>;

export interface ReportSetting {
  readonly bulletin: Bulletin;
  readonly unit: ReferenceEntry<'units'>;
  readonly period: KnownDate;
  readonly records: ReportRecords;
  readonly places: Places;
  /** Totals that documents state and the records do not bear out. */
  readonly totals: readonly DoubtfulTotal[];
  /** Of what people wrote. */
  readonly origin: Origin;
}

/** People's own words: a paragraph a line; “- ” and “+ ” begin points of a list. */
export function proseBlocks(prose: string | undefined, origin: Origin): ReportText[] {
  return (prose ?? '').split('\n').flatMap((line): ReportText[] => {
    const text = line.trim();
    if (text === '') return [];
    const [, mark] = /^([-+])\s/.exec(text) ?? [];
    const kind = mark === '-' ? 'item' : mark === '+' ? 'subitem' : 'paragraph';
    return [{ kind, text: mark === undefined ? text : text.slice(1).trim(), remarks: [], ...origin }];
  });
}

const originOf = ({ collection, id, facts }: Activity | ArticleEntry<'events'>): Origin => ({
  records: [`${collection}/${id}`],
  sources: facts.sources,
});

const delegations = ['delegation-out', 'delegation-in'] as const;
type Delegation = (typeof delegations)[number];

/** “Số đoàn vào: 11 đoàn.” A union's own total holds those that are told as well, so it is never added to them. */
function countLine(kind: Delegation, activities: readonly Activity[]): ReportText[] {
  const stated = activities.filter((one) => (delegationsStated(one) ?? 1) > 1);
  const single = activities.filter((one) => !stated.includes(one));
  if (activities.length === 0) return [];
  const figures = stated.map((one) => formatCount(delegationsStated(one) ?? 0, 'delegations', 'vi'));
  const text =
    stated.length === 0
      ? reportText(`count.${kind}`, { count: reportCount(single.length) })
      : reportText('count.stated', {
          figures: formatSeries(figures, 'vi'),
          count: reportCount(single.length),
        });
  return [
    {
      kind: 'paragraph',
      text,
      remarks: [],
      records: activities.map(({ id }) => `activities/${id}`),
      sources: activities.flatMap((one) => one.facts.sources),
    },
  ];
}

/** What is counted in sections of a category, beside delegations. */
const countedIn: Readonly<Record<CountedRecord, Category>> = {
  congress: 'organisation',
  publication: 'information',
};

/** How many a record stands for: a publication may be of several issues. */
const timesOf = ({ facts }: Activity): number =>
  (facts.countedAs === 'publication' && facts.numbers.find(({ of }) => of === 'issues')?.value) || 1;

/** “Số đại hội đã tổ chức: 02.”: those that these unions held or helped to hold, not those whose guests they were. */
function countedLines(
  { bulletin }: ReportSetting,
  { section }: FilledSection,
  activities: readonly Activity[],
  unions: readonly string[],
): ReportText[] {
  const own = ({ facts }: Activity): boolean =>
    facts.units.some(({ unit, role }) => role !== 'participate' && unions.includes(unionOf(bulletin, unit)));
  return countedRecords.flatMap((kind): ReportText[] => {
    if (!section.contents.includes(countedIn[kind])) return [];
    const counted = activities.filter((one) => one.facts.countedAs === kind && own(one));
    if (counted.length === 0) return [];
    const count = reportCount(counted.reduce((sum, one) => sum + timesOf(one), 0));
    const [records, sources] = [
      counted.map(({ id }) => `activities/${id}`),
      counted.flatMap((one) => one.facts.sources),
    ];
    return [
      { kind: 'paragraph', text: reportText(`count.${kind}`, { count }), remarks: [], records, sources },
    ];
  });
}

const sameUnions = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** Records by date: each in full where that is its place, in short elsewhere. */
function lines(
  { bulletin, unit, places, totals }: ReportSetting,
  filled: FilledSection,
  { unions, activities }: Group,
  delegation = false,
): ReportText[] {
  const union = unions.length === 1 ? (unions[0] ?? unit.id) : unit.id;
  return activities.map((activity) => {
    const place = places.placeOf(activity);
    const name = places.nameOf(activity);
    const origin = originOf(activity);
    if (place?.section !== filled || !sameUnions(place.unions, unions)) {
      const listed = delegation ? delegationLine(bulletin, activity, name) : undefined;
      return { kind: 'item', text: listed ?? shortLine(activity, name), remarks: [], ...origin };
    }
    const doubtful = totals.filter(({ stated }) => stated.activity === activity.id);
    const remarks = [...remarksOn(activity), ...doubtful.map(({ remark }) => remark)];
    return { kind: 'item', text: fullLine(bulletin, activity, union), remarks, ...origin };
  });
}

/** The delegations of a group behind their number, then whatever else stands in the section. */
function groupBlocks(setting: ReportSetting, filled: FilledSection, group: Group): ReportText[] {
  const kinds = delegations.filter((kind) => filled.section.contents.includes(kind));
  const of = (kind: Delegation): Activity[] =>
    group.activities.filter((one) => one.facts.categories.includes(kind));
  const others = group.activities.filter((one) => !kinds.some((kind) => one.facts.categories.includes(kind)));
  return [
    ...kinds.flatMap((kind) => [
      ...countLine(kind, of(kind)),
      ...lines(setting, filled, { ...group, activities: of(kind) }, true),
    ]),
    ...countedLines(
      setting,
      filled,
      group.activities,
      group.unions.length > 0 ? group.unions : [setting.unit.id],
    ),
    ...lines(setting, filled, { ...group, activities: others }),
  ];
}

/** What lies ahead. */
const planLines = ({ bulletin }: ReportSetting, plans: ReportRecords['plans'], union: string): ReportText[] =>
  plans.map((event) => ({
    kind: 'item',
    text: fullLine(bulletin, event, union),
    remarks: remarksOn(event),
    ...originOf(event),
  }));

/** The names of unions that did something together: “Liên hiệp Hà Tĩnh, Liên hiệp Quảng Bình”. */
const unionNames = ({ bulletin }: ReportSetting, unions: readonly string[]): string =>
  formatSeries(
    unions.map((id) => bulletin.get('units', id).facts[unions.length === 1 ? 'names' : 'shortNames'].vi),
    'vi',
  );

/** Totals of a union that speak of this section, and of no single record. */
const totalsOf = (
  { totals }: ReportSetting,
  { section }: FilledSection,
  union: string | undefined,
): string[] =>
  totals
    .filter(
      ({ stated }) =>
        stated.activity === undefined &&
        stated.unit === union &&
        (stated.category === undefined
          ? section.contents.includes('aid') && stated.currency !== undefined
          : section.contents.includes(stated.category)),
    )
    .map(({ remark }) => remark);

/** Headings of the unions in a section of the cluster's report, with what each has in it. */
function unionSections(setting: ReportSetting, filled: FilledSection): ReportSection[] {
  const { bulletin, unit, records } = setting;
  const told = filled.groups
    .filter(({ unions }) => unions.length > 0)
    .map((group): ReportSection => ({
      level: 4,
      title: unionNames(setting, group.unions),
      remarks: group.unions.length === 1 ? totalsOf(setting, filled, group.unions[0]) : [],
      blocks: groupBlocks(setting, filled, group),
    }));
  if (unit.facts.kind !== 'cluster' || !filled.section.contents.includes('plan')) return told;
  const planned = unionsOf(bulletin, unit).flatMap(({ id }): ReportSection[] => {
    const own = records.plans.filter(({ facts }) =>
      facts.units.some((one) => unionOf(bulletin, one.unit) === id),
    );
    if (own.length === 0) return [];
    return [{ level: 4, title: unionNames(setting, [id]), remarks: [], blocks: planLines(setting, own, id) }];
  });
  return [...told, ...planned];
}

/** The tables of a section. */
function tables({ bulletin, unit, records }: ReportSetting, { section }: FilledSection): ReportBlock[] {
  if (!section.contents.includes('aid')) return [];
  const { activities } = records;
  if (unit.facts.kind !== 'cluster') return [...aidLines(bulletin, activities), ...aidSums(activities)];
  const alone = unionsOf(bulletin, unit).map(({ id }) => ({
    union: id,
    activities: activities.filter(({ facts }) =>
      facts.units.every((one) => unionOf(bulletin, one.unit) === id),
    ),
  }));
  return [...aidSums(activities), ...aidByUnion(bulletin, alone)];
}

/** What the records give to a section beside what its unions have. */
function ownBlocks(setting: ReportSetting, filled: FilledSection): ReportBlock[] {
  const { unit, records } = setting;
  const { contents } = filled.section;
  const isCluster = unit.facts.kind === 'cluster';
  return [
    ...filled.groups
      .filter(({ unions }) => unions.length === 0)
      .flatMap((group) => groupBlocks(setting, filled, group)),
    ...(contents.includes('plan') && !isCluster ? planLines(setting, records.plans, unit.id) : []),
    ...(contents.includes('figures') ? figuresBlocks(setting) : []),
    ...tables(setting, filled),
  ];
}

/** One heading of the outline and what stands below it. */
function sectionBlocks(setting: ReportSetting, filled: FilledSection, isHeading: boolean): ReportSection[] {
  const { section } = filled;
  const origin = { ...setting.origin, sources: section.sources };
  const unions = unionSections(setting, filled);
  const compiled = ownBlocks(setting, filled);
  const written = [...proseBlocks(section.text, origin), ...compiled];
  const after = proseBlocks(section.after, origin);
  const isEmpty = written.length + after.length + unions.length === 0;
  const records = filled.groups.flatMap(({ activities }) => activities.map(({ id }) => `activities/${id}`));
  const blank: ReportBlock = {
    kind: 'blank',
    remarks: [reportText(section.contents.length > 0 ? 'comment.empty' : 'comment.write')],
  };
  return [
    {
      level: section.level as 1 | 2 | 3,
      title: section.nothing ? reportText('inTitle', { title: section.title }) : section.title,
      remarks: [
        ...totalsOf(setting, filled, setting.unit.facts.kind === 'cluster' ? undefined : setting.unit.id),
        ...(section.nothing && records.length > 0
          ? [reportText('comment.nothing', { records: records.join(', ') })]
          : []),
      ],
      blocks:
        isEmpty && !isHeading && !section.nothing
          ? [blank]
          : unions.length > 0
            ? written
            : [...written, ...after],
    },
    ...unions.map((one, index) =>
      index === unions.length - 1 ? { ...one, blocks: [...one.blocks, ...after] } : one,
    ),
  ];
}

/** All sections in order, and the remarks that belong to none of them. */
export function sectionsOf(setting: ReportSetting): { sections: ReportSection[]; remarks: string[] } {
  const { places, totals } = setting;
  const filled = places.sections;
  const sections = filled.flatMap((one, index) => {
    const next = filled[index + 1]?.section.level ?? 0;
    return sectionBlocks(setting, one, next > one.section.level);
  });
  const said = new Set(
    sections.flatMap((one) => [...one.remarks, ...one.blocks.flatMap((block) => block.remarks)]),
  );
  return { sections, remarks: totals.map(({ remark }) => remark).filter((one) => !said.has(one)) };
}
