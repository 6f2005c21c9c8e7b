import type { Bulletin } from '../bulletin/bulletin.ts';
import { bulletinFigures } from '../bulletin/report-figures.ts';
import { reportsOf } from '../bulletin/report-records.ts';
import { formatNumber } from '../i18n/format.ts';
import { reportCount, reportLanguage, reportPeriod, reportText } from '../i18n/report.ts';
import type { KnownDate } from '../model/dates.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import { localeCodes } from '../model/locales.ts';
import { liesIn } from '../model/periods.ts';
import type { ReportBlock } from './report.ts';

interface FiguresSetting {
  readonly bulletin: Bulletin;
  readonly unit: ReferenceEntry<'units'>;
  readonly period: KnownDate;
}

/** The numbers of the bulletin that reports ask for: issues, items, stories, translations, languages, visits. */
export const figuresBlocks = (setting: FiguresSetting): ReportBlock[] => [
  ...itemBlocks(setting),
  ...visitBlocks(setting),
];

/** The visits of the period that `npm run visits` wrote into the report, by language. */
function visitBlocks({ bulletin, unit, period }: FiguresSetting): ReportBlock[] {
  const { own } = reportsOf(bulletin, unit.id, period);
  const visits = (own?.facts.visits ?? []).filter(({ month }) => liesIn(month, period) === 'in');
  if (!own || visits.length === 0) return [];
  const sum = (of: 'visits' | 'pages', list: typeof visits): string =>
    formatNumber(
      list.reduce((all, one) => all + one[of], 0),
      'vi',
    );
  const languages = localeCodes
    .map((locale) => ({ locale, list: visits.filter(({ language }) => language === locale) }))
    .filter(({ list }) => list.length > 0);
  const from = { remarks: [], records: [`reports/${own.id}`], sources: [] };
  return [
    {
      kind: 'paragraph',
      text: reportText('figures.visits', { visits: sum('visits', visits), pages: sum('pages', visits) }),
      ...from,
    },
    {
      kind: 'table',
      title: reportText('table.visits', { period: reportPeriod(period) }),
      columns: [
        { title: reportText('column.language'), width: 40 },
        { title: reportText('column.visits'), width: 30, figures: true },
        { title: reportText('column.pages'), width: 30, figures: true },
      ],
      rows: languages.map(({ locale, list }) => [
        reportLanguage(locale),
        sum('visits', list),
        sum('pages', list),
      ]),
      ...from,
    },
  ];
}

/** Counted from the records. */
function itemBlocks({ bulletin, unit, period }: FiguresSetting): ReportBlock[] {
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
        reportText(stories > 0 ? 'figures.items' : 'figures.itemsOnly', {
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
