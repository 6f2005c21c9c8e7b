import type { Bulletin } from '../bulletin/bulletin.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import { reportEdition, type ReportBlock, type ReportEdition, type ReportSection } from './report.ts';

/** The reports that are on the site: those whose record says so (`published`), without the remarks for the clerk. */

type Report = ReferenceEntry<'reports'>;

/** Newest first. */
export const publishedReports = ({ entries }: Bulletin): readonly Report[] =>
  entries.reports.filter(({ facts }) => facts.published).toReversed();

export const publishedReportsOf = (bulletin: Bulletin, unit: string): readonly Report[] =>
  publishedReports(bulletin).filter(({ facts }) => facts.unit === unit);

/** `/reports/quang-tri-2023/bao-cao-quang-tri-2023.docx`, behind the base path. */
export const reportFilePath = ({ id }: Pick<Report, 'id'>, format: 'docx' | 'pdf'): string =>
  `/reports/${id}/bao-cao-${id}.${format}`;

const unremarked = (block: ReportBlock): ReportBlock => ({ ...block, remarks: [] });

/** A report as it goes out. What editors and clerks tell each other stays in the office. */
function withoutRemarks(report: ReportEdition): ReportEdition {
  return {
    ...report,
    opening: report.opening.map(unremarked),
    sections: report.sections.map((section): ReportSection => ({
      ...section,
      remarks: [],
      blocks: section.blocks.map(unremarked),
    })),
    closing: report.closing.map(unremarked),
    remarks: [],
    unplaced: [],
    undated: [],
  };
}

/** The report of a record of `content/reports`, as it is published. */
export const publicReport = (bulletin: Bulletin, { facts }: Report): ReportEdition =>
  withoutRemarks(reportEdition(bulletin, bulletin.get('units', facts.unit), facts.period));
