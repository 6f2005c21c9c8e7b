import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { reportHtml } from './html.ts';
import { sampleReport } from './sample.ts';

const page = reportHtml(sampleReport);

test('a report is a valid page in Vietnamese', async () => {
  const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page);
  expect(
    report.results.flatMap((one) => one.messages.map(({ message, line }) => `${line}: ${message}`)),
  ).toEqual([]);
  expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/);
});

test('headings have their numbers, and points that follow one another are one list', () => {
  expect([...page.matchAll(/<h(\d)(?: class="[^"]*")?>([^<]*)</g)].map((found) => found.slice(1))).toEqual([
    ['1', 'BÁO CÁO'],
    ['2', 'I. KẾT QUẢ'],
    ['3', '1. Viện trợ'],
    ['4', 'a) Tiểu mục'],
    ['5', '(1) Liên hiệp'],
  ]);
  expect(page).toContain('<ul><li>Một việc.</li><li class="below">Điểm nhỏ.</li></ul>');
});

test('what people wrote stands as words, never as markup', () => {
  expect(page).toContain('Mở đầu &#x3C;&#x26;> “thế”.');
});

test('remarks are for the clerk and stand in the Word file alone', () => {
  const remarks = [
    ...sampleReport.remarks,
    ...sampleReport.sections.flatMap((one) => [
      ...one.remarks,
      ...one.blocks.flatMap((block) => block.remarks),
    ]),
  ];
  expect(remarks.length).toBeGreaterThan(3);
  for (const remark of remarks) expect(page).not.toContain(remark);
});

test('the page asks nobody for anything, and runs nothing', () => {
  const [style = ''] = /(?<=<style>).*?(?=<\/style>)/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page.replaceAll('&#x27;', "'")).toContain(
    `default-src 'none'; font-src data:; style-src 'sha256-${hash}'`,
  );
  expect(page).not.toMatch(/<script|https?:|url\(/);
});
