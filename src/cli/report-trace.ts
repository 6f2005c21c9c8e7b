import type { ReportBlock, ReportEdition } from '../editions/report.ts';
import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

/** What `npm run report -- … --trace` prints. */

/** The beginning of a text, enough to find it again. */
const beginning = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

function blockLines(block: ReportBlock, locale: EditorLocale): string[] {
  if (block.kind === 'blank') return [`  ${editorText('report.trace.blank', locale)}`];
  const text = block.kind === 'table' ? block.title : block.text;
  const sources = block.sources.map(({ document, line }) => `${document}:${line}`);
  return [
    `  ${beginning(text)}`,
    `      ← ${[...block.records, ...new Set(sources)].join(' · ') || editorText('report.trace.people', locale)}`,
  ];
}

/** Every line of the report with the records and sources behind it, then the records that stand in no section. */
export function traceLines(report: ReportEdition, locale: EditorLocale): string[] {
  const blocks = (list: readonly ReportBlock[]): string[] => list.flatMap((one) => blockLines(one, locale));
  const left = (
    key: 'report.trace.unplaced' | 'report.trace.undated',
    list: ReportEdition['unplaced'],
  ): string[] =>
    list.length === 0
      ? []
      : [
          editorText(key, locale, { count: list.length }),
          ...list.map(({ id, facts, texts }) => {
            const sources = facts.sources.map(({ document, line }) => `${document}:${line}`);
            return `  activities/${id} · ${sources.join(' · ')} · ${texts.vi.title}`;
          }),
        ];
  return [
    ...blocks(report.opening),
    ...report.sections.flatMap(({ level, title, blocks: own }) => [
      `${'#'.repeat(level)} ${title}`,
      ...blocks(own),
    ]),
    ...blocks(report.closing),
    ...left('report.trace.unplaced', report.unplaced),
    ...left('report.trace.undated', report.undated),
  ];
}
