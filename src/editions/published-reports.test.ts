import { expect, test } from 'vitest';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { publicReport, publishedReports, publishedReportsOf, reportFilePath } from './published-reports.ts';
import { reportEdition, type ReportEdition } from './report.ts';

const report = (unit: string, period: string, more = ''): string =>
  `unit: ${unit}\nperiod: ${period}\n${more}sections:\n  - title: "Đoàn"\n    contents: [delegation-in]\n`;
const bulletin = fixtureBulletin({
  'reports/quang-tri-2022.yaml': report('quang-tri', '2022', 'published: true\n'),
  'reports/quang-tri-2023.yaml': report(
    'quang-tri',
    '2023',
    'published: true\nnotes: "chỉ người biên tập đọc"\n',
  ),
  'reports/cum-3-2023.yaml': report('cum-3', '2023'),
});

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** Everything that is said to the clerk. */
const remarks = ({ remarks: own, opening, sections, closing }: ReportEdition): readonly string[] => [
  ...own,
  ...[...opening, ...closing].flatMap((block) => block.remarks),
  ...sections.flatMap((section) => [...section.remarks, ...section.blocks.flatMap((block) => block.remarks)]),
];

test('a report is published where its record says so, and nowhere else', () => {
  expect(ids(publishedReports(bulletin))).toEqual(['quang-tri-2023', 'quang-tri-2022']);
  expect(ids(publishedReportsOf(bulletin, 'cum-3'))).toEqual([]);
});

test('what is told to the clerk is not in it, and all else is', () => {
  const record = bulletin.get('reports', 'quang-tri-2023');
  const whole = reportEdition(bulletin, bulletin.get('units', 'quang-tri'), record.facts.period);
  const made = publicReport(bulletin, record);
  expect(remarks(whole).length).toBeGreaterThan(1);
  expect(whole.unplaced.length).toBeGreaterThan(0);
  expect(remarks(made)).toEqual([]);
  expect(made.unplaced).toEqual([]);
  expect(JSON.stringify(made)).not.toContain('chỉ người biên tập');
  const words = (one: ReportEdition) =>
    one.sections.map(({ title, blocks }) => [
      title,
      ...blocks.map((block) => ('text' in block ? block.text : block.kind)),
    ]);
  expect(words(made)).toEqual(words(whole));
});

test('its files stand beside its page', () => {
  expect(reportFilePath({ id: 'quang-tri-2023' }, 'docx')).toBe(
    '/reports/quang-tri-2023/bao-cao-quang-tri-2023.docx',
  );
});
