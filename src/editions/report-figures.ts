import type { Bulletin } from '../bulletin/bulletin.ts';
import { bulletinFigures } from '../bulletin/report-figures.ts';
import { formatNumber } from '../i18n/format.ts';
import { reportCount, reportLanguage, reportPeriod, reportText } from '../i18n/report.ts';
import type { KnownDate } from '../model/dates.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import type { ReportBlock } from './report.ts';

/** The numbers of the bulletin that reports ask for: issues, items, stories, translations, languages. */
export function figuresBlocks({
  bulletin,
  unit,
  period,
}: {
  readonly bulletin: Bulletin;
  readonly unit: ReferenceEntry<'units'>;
  readonly period: KnownDate;
}): ReportBlock[] {
  const { issues, activities, stories, translations, languages, records } = bulletinFigures(
    bulletin,
    unit,
    period,
  );
  if (records.length === 0) return [];
  const from = { remarks: [], records, sources: [] };
  return [
    {
      kind: 'paragraph',
      text: [
        ...(issues > 0 ? [reportText('figures.issues', { issues: reportCount(issues) })] : []),
        reportText('figures.items', {
          unit: unit.facts.shortNames.vi,
          items: formatNumber(activities + stories, 'vi'),
          stories: formatNumber(stories, 'vi'),
          translations: formatNumber(translations, 'vi'),
        }),
      ].join(' '),
      ...from,
    },
    {
      kind: 'table',
      title: reportText('table.figures', { period: reportPeriod(period) }),
      columns: [
        { title: reportText('column.language'), width: 60 },
        { title: reportText('column.items'), width: 40, figures: true },
      ],
      rows: languages.map(({ locale, items }) => [reportLanguage(locale), formatNumber(items, 'vi')]),
      ...from,
    },
  ];
}
