import { reportPeriod, reportText, type ReportKey } from '../i18n/report.ts';
import type { KnownDate } from '../model/dates.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import { nextPeriod } from '../model/periods.ts';
import type { ReportContent } from '../model/report-contents.ts';
import type { Facts } from '../model/schemas/index.ts';

/** The headings of a report: its own, those of the union's report before, or the common ones. */

export type OutlineSection = Facts<'reports'>['sections'][number];

/** In the same letters as `like`: capitals, or a capital at the beginning. */
function inLettersOf(like: string, text: string): string {
  if (like === like.toUpperCase()) return text.toUpperCase();
  return like.charAt(0) === like.charAt(0).toUpperCase()
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

/**
 * A heading of another period for this one: “năm 2023” becomes this period's name and “năm 2024” the next one's.
 * @example shiftTitle('TRỌNG TÂM CÔNG TÁC NĂM 2024', 2023, 2024) // => 'TRỌNG TÂM CÔNG TÁC NĂM 2025'
 */
export function shiftTitle(title: string, from: KnownDate, to: KnownDate): string {
  const renamed = [
    [from, to],
    [nextPeriod(from), nextPeriod(to)],
  ] as const;
  const names = renamed.map(([old, now]) => [reportPeriod(old), reportPeriod(now)] as const);
  // Longest first: “6 tháng đầu năm 2023” has “năm 2023” in it.
  const pattern = new RegExp(
    names
      .map(([old]) => old)
      .sort((a, b) => b.length - a.length)
      .join('|'),
    'giu',
  );
  return title.replace(pattern, (found) => {
    const now = names.find(([old]) => old.toLowerCase() === found.toLowerCase())?.[1];
    return now === undefined ? found : inLettersOf(found, now);
  });
}

type Plain = readonly [level: 1 | 2 | 3, title: ReportKey, contents: readonly ReportContent[]];

const ofUnion: readonly Plain[] = [
  [1, 'outline.situation', []],
  [1, 'outline.results', []],
  [2, 'outline.national', ['national-support']],
  [2, 'outline.delegations', ['delegation-out', 'delegation-in']],
  [2, 'outline.peace-friendship', ['peace-friendship']],
  [2, 'outline.central', ['central']],
  [2, 'outline.aid', ['aid']],
  [2, 'outline.information', ['information', 'figures']],
  [2, 'outline.overseas-vietnamese', ['overseas-vietnamese']],
  [2, 'outline.organisation', ['organisation', 'emulation']],
  [1, 'outline.assessment', []],
  [1, 'outline.plan', ['plan']],
  [1, 'outline.proposals', []],
];

const ofCluster: readonly Plain[] = [
  [1, 'outline.clusterResults', []],
  [2, 'outline.delegations', []],
  [3, 'outline.delegation-out', ['delegation-out']],
  [3, 'outline.delegation-in', ['delegation-in']],
  [2, 'outline.peace-friendship', ['peace-friendship']],
  [2, 'outline.aid', ['aid']],
  [2, 'outline.information', ['information', 'figures']],
  [2, 'outline.overseas-vietnamese', ['overseas-vietnamese']],
  [2, 'outline.clusterOrganisation', ['organisation']],
  [1, 'outline.coordination', ['coordination', 'emulation']],
  [1, 'outline.assessment', []],
  [2, 'outline.strengths', []],
  [2, 'outline.weaknesses', []],
  [1, 'outline.plan', ['plan']],
  [1, 'outline.proposals', []],
];

const bare = { activities: [], nothing: false, sources: [] };

/**
 * @param own what people wrote for this report
 * @param before the union's latest report, whose headings are taken where this one has none of its own
 */
export function outlineOf(
  unit: ReferenceEntry<'units'>,
  period: KnownDate,
  own: ReferenceEntry<'reports'> | undefined,
  before: ReferenceEntry<'reports'> | undefined,
): readonly OutlineSection[] {
  if (own && own.facts.sections.length > 0) return own.facts.sections;
  if (before) {
    return before.facts.sections.map(({ level, title, contents }) => ({
      ...bare,
      level,
      title: shiftTitle(title, before.facts.period, period),
      contents,
    }));
  }
  const values = {
    period: reportPeriod(period),
    next: reportPeriod(nextPeriod(period)),
    unit: unit.facts.shortNames.vi,
  };
  return (unit.facts.kind === 'cluster' ? ofCluster : ofUnion).map(([level, title, contents]) => ({
    ...bare,
    level,
    title: level === 1 ? reportText(title, values).toUpperCase() : reportText(title, values),
    contents: [...contents],
  }));
}
