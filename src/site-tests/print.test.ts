import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { editionsOf } from '../print/editions.ts';
import { inspectPdf, type InspectedPdf } from '../print/inspect.ts';
import { bulletin, dist, html } from './site.ts';

const editions = editionsOf(bulletin);
/** Text without what a line break or a justified line may change, and in one form of composed letters. */
const letters = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u00AD\u200B-\u200D\u2060-]+/gu, '');

test('there is an edition in each of the six languages', () => {
  expect(editions.map((one) => one.locale)).toEqual(['vi', 'en', 'lo', 'km', 'zh', 'fr']);
});

test('the issue’s page offers every edition', () => {
  for (const { issue } of editions) {
    const page = html(`/issues/${issue}/index.html`);
    for (const { out } of editions.filter((one) => one.issue === issue))
      expect(page).toContain(`href="/${out}"`);
  }
});

describe.each(editions)('$out', ({ issue: id, locale: code, out, title }) => {
  const locale = code as Locale;
  const issue = bulletin.get('issues', id);
  const items = issue.facts.sections
    .flatMap((section) => section.items)
    .map((path) => ({ path, item: bulletin.item(path) }));
  let pdf: InspectedPdf;
  beforeAll(async () => {
    pdf = await inspectPdf(readFileSync(join(dist, out)));
  });

  test('names itself, its language and its publisher', () => {
    const publisher = bulletin.get('units', issue.facts.publisher).facts.names[locale];
    expect(pdf).toMatchObject({ title, language: code, author: publisher, showsTitle: true, tagged: true });
  });

  test('claims no conformity that was not proven', () => {
    expect(pdf.claimsPdfUa).toBe(false);
  });

  test('is a whole number of folded sheets', () => {
    expect(pdf.pages % 4).toBe(0);
    expect(pdf.pages).toBeGreaterThanOrEqual(12);
  });

  test('lists in its contents the pages on which the items begin', () => {
    const contents = letters(pdf.text[1] ?? '');
    for (const { path, item } of items) {
      const begin = pdf.destinations[`item-${path.replaceAll('/', '-')}`];
      const headline = letters(item.texts[locale]?.title ?? '');
      expect({
        path,
        page: begin,
        there: letters(pdf.text[(begin ?? 0) - 1] ?? '').includes(headline),
      }).toMatchObject({ there: true });
      expect({ path, listed: contents.includes(`${headline}${begin}`) }).toEqual({ path, listed: true });
    }
  });

  test('has an outline that leads to every item', () => {
    const outline = new Map(pdf.outline.map((entry) => [letters(entry.title), entry.page]));
    for (const { path, item } of items) {
      const page = outline.get(letters(item.texts[locale]?.title ?? ''));
      expect({ path, page }).toEqual({ path, page: pdf.destinations[`item-${path.replaceAll('/', '-')}`] });
    }
  });

  test('gives back every paragraph of every item as text', () => {
    const whole = letters(pdf.text.join(''));
    const lost: string[] = [];
    for (const { path, item } of items) {
      const begin = pdf.destinations[`item-${path.replaceAll('/', '-')}`] ?? 1;
      // Running heads stand between the pages of an item, so that a paragraph is looked for in two halves.
      for (const paragraph of (item.texts[locale]?.body.text ?? '').split('\n').filter(Boolean)) {
        const wanted = letters(paragraph);
        const half = Math.floor(wanted.length / 2);
        const near = letters(pdf.text.slice(begin - 1, begin + 3).join(''));
        const found = [wanted.slice(0, half - 40), wanted.slice(half + 40)].some(
          (part) => near.includes(part) && whole.includes(part),
        );
        if (!found) lost.push(`${path}: ${paragraph.slice(0, 60)}`);
      }
    }
    expect(lost).toEqual([]);
  });

  test('carries all its fonts, none of them Type 3, and lacks no glyph', () => {
    expect(pdf.fonts.length).toBeGreaterThan(0);
    expect(pdf.fonts.filter((font) => !font.embedded || font.type === 'Type3')).toEqual([]);
    expect(pdf.missingGlyphs).toEqual([]);
  });

  test('says on its pages which section and which issue they belong to', () => {
    const begin = pdf.destinations[`item-${(items[0]?.path ?? '').replaceAll('/', '-')}`] ?? 1;
    const t = translator(locale);
    const spread = letters(pdf.text.slice(begin - 1, begin + 1).join(''));
    expect(spread).toContain(letters(t('site.title')));
  });

  test('stays below 3 MB', () => {
    expect(readFileSync(join(dist, out)).length).toBeLessThan(3_000_000);
  });
});
