import { expect, test } from 'vitest';
import { projectRoot } from '../build/paths.ts';
import { readContentFolder } from '../content/disk.ts';
import type { Markup } from '../model/markup.ts';
import { localeCodes, locales, type Locale } from '../model/locales.ts';
import { nonEmpty } from '../tests/non-empty.ts';
import { standfirst } from './standfirst.ts';

const { entries } = readContentFolder(projectRoot);

const shown = (summary: string, text: string, locale: Locale = 'vi') =>
  standfirst({ summary, body: { nodes: [], text } }, locale);
const visit = 'Liên hiệp Quảng Trị đón đoàn HVPF từ Nhật Bản.';

test('a summary that a short text says again is not said twice', () => {
  expect(
    shown(visit, 'Năm 2023, Liên hiệp Quảng Trị đón và làm việc với đoàn HVPF từ Nhật Bản.'),
  ).toBeUndefined();
  expect(shown('友联会接待代表团。', '2023年，友联会接待日本代表团。', 'zh')).toBeUndefined();
});

test('a summary stands above a text that says something else, however short', () => {
  expect(shown(visit, 'Chuyến đi kéo dài ba ngày.')).toBe(visit);
});

const long = 'Các bạn ở lại ba ngày, thăm Thành cổ và một ngôi trường mới, rồi ra Hà Nội.';

test('a summary stands above a text twice as long, which says it in other words', () => {
  const told = 'Liên hiệp ở Quảng Trị, khi đoàn từ Nhật Bản là HVPF, đón.';
  const filled = (length: number) => told.padEnd(length, '.');
  expect(shown(visit, filled(2 * visit.length))).toBe(visit);
  expect(shown(visit, filled(2 * visit.length - 1))).toBeUndefined();
});

test('a summary that one paragraph says again, however long, is not said twice; of two it stands above', () => {
  const told = `Liên hiệp ở Quảng Trị, khi đoàn từ Nhật Bản là HVPF, đón. ${long}`;
  const paragraph = (text: string): Markup => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: text }],
  });
  const over = (...markup: Markup[]) =>
    standfirst({ summary: visit, body: { nodes: [{ markup }], text: told } }, 'vi');
  expect(over(paragraph(told))).toBeUndefined();
  expect(over(paragraph(told), paragraph('.'))).toBe(visit);
  expect(over({ ...paragraph(told), tagName: 'ul' } as Markup)).toBe(visit);
});

test('a summary that a long text says again word for word is not said twice', () => {
  expect(shown(visit, `${visit} ${long}`)).toBeUndefined();
  // Ten words have eight phrases of three: six of them are enough, five are not.
  expect(shown(visit, `Ba hội ở Trị đón đoàn HVPF từ Nhật Bản. ${long}`)).toBe(visit);
  expect(shown(visit, `Ba hội ở Quảng Trị đón đoàn HVPF từ Nhật Bản. ${long}`)).toBeUndefined();
});

/** The longest run of words of one text that stands in another. */
function longestRun(words: readonly string[], text: readonly string[]): number {
  const whole = ` ${text.join(' ')} `;
  let longest = 0;
  for (let from = 0; from < words.length; from++)
    while (
      whole.includes(` ${words.slice(from, from + longest + 1).join(' ')} `) &&
      from + longest < words.length
    )
      longest++;
  return longest;
}

test.each(localeCodes)('no lead of the bulletin in %s stands in its text again', (locale) => {
  // Letters, where no spaces part the words.
  const part = locales[locale].script === 'Latn' ? /[\p{L}\p{M}\p{N}]+/gu : /[\p{L}\p{M}\p{N}]/gu;
  const words = (text: string) => text.toLowerCase().match(part) ?? [];
  const articles = [...entries.activities, ...entries.events, ...entries.stories, ...entries.projects];
  const leads = nonEmpty(articles, 'articles').flatMap(({ collection, id, texts }) => {
    const text = texts[locale];
    const lead = text && standfirst(text, locale);
    return text && lead !== undefined
      ? [{ path: `${collection}/${id}`, lead: words(lead), text: words(text.body.text) }]
      : [];
  });
  const repeating = nonEmpty(leads, `leads in ${locale}`).filter(
    ({ lead, text }) => longestRun(lead, text) > 0.75 * lead.length,
  );
  expect(repeating.map(({ path }) => path)).toEqual([]);
});
