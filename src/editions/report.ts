import type { Bulletin } from '../bulletin/bulletin.ts';
import { reportRecords, reportsOf, unionsOf } from '../bulletin/report-records.ts';
import { reportPeriod, reportText } from '../i18n/report.ts';
import { exactDays, type KnownDate } from '../model/dates.ts';
import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import { nextPeriod, periodName } from '../model/periods.ts';
import type { Source } from './article.ts';
import { outlineOf } from './report-outline.ts';
import { placesOf } from './report-places.ts';
import { proseBlocks, sectionsOf } from './report-sections.ts';
import { dayOf, doubtfulTotals } from './report-totals.ts';

/**
 * The report of a union or of the cluster as plain data: what people wrote and what the records give, in the order it is
 * read. Whatever is made of it (a Word file, a page) lays out this and asks the records nothing more.
 */

/** Where a line comes from: paths of records and lines of documents. None for what only people wrote. */
export interface Origin {
  /** `activities/2023/don-hvpf`, `reports/quang-tri-2023` */
  readonly records: readonly string[];
  readonly sources: readonly Source[];
}

export interface ReportText extends Origin {
  /** A paragraph, a point of a list, a point below it. */
  readonly kind: 'paragraph' | 'item' | 'subitem';
  readonly text: string;
  /** For the clerk, not for whoever receives the report. */
  readonly remarks: readonly string[];
}

export interface ReportTable extends Origin {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly {
    readonly title: string;
    /** In percent. */
    readonly width: number;
    /** Figures stand at the right. */
    readonly figures?: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
  readonly remarks: readonly string[];
}

/** A dotted line, where somebody has still to write. */
export interface ReportBlank {
  readonly kind: 'blank';
  readonly remarks: readonly string[];
}

export type ReportBlock = ReportText | ReportTable | ReportBlank;

export interface ReportSection {
  /** 1 is a part (I), 2 a section (1), 3 a subsection (a), 4 a union in the cluster’s report ((1)). */
  readonly level: 1 | 2 | 3 | 4;
  readonly title: string;
  readonly remarks: readonly string[];
  readonly blocks: readonly ReportBlock[];
}

export interface ReportEdition {
  readonly kind: 'report';
  /** `quang-tri-2023`: what its files are called. */
  readonly name: string;
  readonly unit: string;
  readonly draft: boolean;
  readonly letterhead: {
    readonly superior?: string;
    readonly issuer: string;
    /** “76/BC-LHCTCHN”, with dots for what is not known yet. */
    readonly number: string;
    /** “Gia Lai, ngày 17 tháng 11 năm 2023” */
    readonly placeAndDay: string;
  };
  readonly title: string;
  readonly opening: readonly ReportBlock[];
  readonly sections: readonly ReportSection[];
  readonly closing: readonly ReportBlock[];
  /** With dots for what is not known yet. */
  readonly signature: { readonly authority?: string; readonly office: string; readonly name: string };
  readonly recipients: readonly string[];
  /** The day that the file is dated: of signing, or else the last of the period. */
  readonly day: string;
  /** Remarks that belong to no line. */
  readonly remarks: readonly string[];
  /** Records of the union and the period that stand in no section. Nothing is lost in silence. */
  readonly unplaced: readonly ArticleEntry<'activities'>[];
  /** Records of the year of which nobody says whether they belong to the period. */
  readonly undated: readonly ArticleEntry<'activities'>[];
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Days below 10 and the months 1 and 2 have a leading 0, so that no figure can be put before them. */
function placeAndDay(place: string | undefined, date: KnownDate | undefined): string {
  const dots = reportText('dotsShort');
  const known = date && exactDays(date) ? date.start : undefined;
  const { day, month, year } = known ?? {};
  return reportText('placeAndDay', {
    place: place ?? reportText('dots'),
    day: day === undefined ? dots : pad(day),
    month: month === undefined ? dots : month < 3 ? pad(month) : month,
    year: year ?? dots,
  });
}

/** The report of a unit on a period. */
export function reportEdition(
  bulletin: Bulletin,
  unit: ReferenceEntry<'units'>,
  period: KnownDate,
): ReportEdition {
  const { own, before } = reportsOf(bulletin, unit.id, period);
  const facts = own?.facts;
  const records = reportRecords(bulletin, unit, period);
  const outline = outlineOf(unit, period, own, before);
  const places = placesOf(bulletin, unit, outline, records);
  const name = `${unit.id}-${periodName(period)}`;
  const origin: Origin = { records: own ? [`reports/${own.id}`] : [], sources: facts?.sources ?? [] };
  const isCluster = unit.facts.kind === 'cluster';
  const totalled = isCluster ? [undefined, ...unionsOf(bulletin, unit).map(({ id }) => id)] : [unit.id];
  const { sections, remarks } = sectionsOf({
    bulletin,
    unit,
    period,
    records,
    places,
    origin,
    totals: doubtfulTotals(bulletin, totalled, period),
  });
  const values = {
    period: reportPeriod(period),
    next: reportPeriod(nextPeriod(period)),
    unit: isCluster ? unit.facts.shortNames.vi : unit.facts.names.vi,
  };
  const symbol = facts?.symbol ?? before?.facts.symbol ?? before?.facts.number?.replace(/^[^/]*\//u, '');
  const listed = (list: readonly ArticleEntry<'activities'>[]): string =>
    list.map(({ id }) => `activities/${id}`).join(', ');
  return {
    kind: 'report',
    name,
    unit: unit.id,
    draft: facts?.draft ?? false,
    letterhead: {
      ...superiorOf(facts?.superior ?? before?.facts.superior),
      issuer: unit.facts.names.vi.toUpperCase(),
      number: reportText('number', {
        number: facts?.number ?? `${reportText('dotsShort')}/${symbol ?? reportText('dots')}`,
      }),
      placeAndDay: placeAndDay(facts?.place ?? before?.facts.place, facts?.date),
    },
    title: facts?.title ?? reportText(isCluster ? 'clusterTitle' : 'title', values),
    opening: proseBlocks(facts?.opening ?? reportText('opening', values), origin),
    sections,
    closing: proseBlocks(facts?.closing ?? reportText('closing', values), origin),
    signature: {
      ...(facts?.signature.authority && { authority: facts.signature.authority }),
      office: facts?.signature.office ?? reportText('dots'),
      name: facts?.signature.name ?? reportText('dots'),
    },
    recipients: facts?.recipients.length ? facts.recipients : (before?.facts.recipients ?? []),
    day: dayOf(period, facts?.date),
    remarks: [
      ...remarks,
      ...(places.unplaced.length > 0
        ? [reportText('comment.unplaced', { records: listed(places.unplaced) })]
        : []),
      ...(records.undated.length > 0
        ? [reportText('comment.undated', { records: listed(records.undated) })]
        : []),
    ],
    unplaced: places.unplaced,
    undated: records.undated,
  };
}

const superiorOf = (superior: string | undefined): { readonly superior?: string } =>
  superior === undefined ? {} : { superior: superior.toUpperCase() };
