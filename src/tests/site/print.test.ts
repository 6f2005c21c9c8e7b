import { EpubCheck } from '@likecoin/epubcheck-ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BodyNode } from '../../model/body.ts';
import type { Locale } from '../../model/locales.ts';
import { wordsOf } from '../../model/markup.ts';
import { translator } from '../../i18n/translate.ts';
import { articleEditionsOf, editionLanguages, editionsOf } from '../../editions/editions.ts';
import { inspectPdf, type InspectedPdf } from '../print/inspect.ts';
import { imposition } from '../../outputs/print/imposition.ts';
import { outputPath } from '../../editions/paths.ts';
import { epubPath } from '../../outputs/epub/paths.ts';
import { newsletterForms, newsletterPath } from '../../outputs/newsletter/paths.ts';
import { elementsOf, type StructureElement } from '../print/structure.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { siteUrl } from '../../site.ts';
import { bulletin, dist, html } from './site.ts';
import { nonEmpty } from '../non-empty.ts';

const editions = editionsOf(bulletin);
/** Text without what a line break or a justified line may change, and in one form of composed letters. */
const letters = (text: string): string =>
  text.normalize('NFC').replace(/[\s\u00AD\u200B-\u200D\u2060-]+/gu, '');

/** The words of a pull quote. */
const wordsSetLarge = (node: BodyNode): string[] =>
  'component' in node && node.component === 'PullQuote'
    ? node.children.flatMap((child) => ('markup' in child ? [wordsOf(child.markup)] : []))
    : [];

test('an issue has an edition in each language in which enough of its items exist', () => {
  expect(editions.length).toBeGreaterThan(0);
  for (const issue of bulletin.issues) {
    const found = editions.filter((one) => one.issue === issue.id).map((one) => one.locale);
    expect(found).toEqual(editionLanguages(bulletin, issue));
    expect(found).toContain('vi');
  }
});

test('the issue’s page offers every edition', () => {
  for (const { issue } of editions) {
    const page = html(`/issues/${issue}/index.html`);
    for (const { out } of editions.filter((one) => one.issue === issue))
      expect(page).toContain(`href="/${out}"`);
  }
});

test('the issue’s page offers its newsletter in three forms with their sizes; mail programs show the whole of it', () => {
  for (const { issue, locale: code } of editions) {
    const locale = code as Locale;
    const page = html(`${localeUrl(locale, `/issues/${issue}/`)}index.html`);
    for (const form of newsletterForms) {
      const path = newsletterPath(issue, locale, form);
      expect(page).toContain(`href="${path}"`);
      expect(page).toMatch(
        new RegExp(`data-size="${RegExp.escape(path.slice(1))}"[^>]*>[^<]*\\d[^<]*</small>`),
      );
      // Gmail cuts a letter off behind 102 kB.
      expect(statSync(join(dist, path)).size).toBeLessThan(100_000);
    }
    const letter = html(newsletterPath(issue, locale, 'html'));
    const own = [...letter.matchAll(new RegExp(`(?:href|src)="${RegExp.escape(siteUrl)}([^"]*)"`, 'g'))];
    expect(own.length).toBeGreaterThan(8);
    const dead = own.filter(([, path = '']) => !existsSync(join(dist, path.replace(/\/$/, '/index.html'))));
    expect(dead.map(([, path]) => path)).toEqual([]);
  }
});

test('the issue’s page offers its EPUB with its size, of which a checker says nothing bad', async () => {
  for (const { issue, locale: code } of editions) {
    const locale = code as Locale;
    const path = epubPath(issue, locale);
    const page = html(`${localeUrl(locale, `/issues/${issue}/`)}index.html`);
    expect(page).toContain(`href="${path}"`);
    expect(page).toMatch(
      new RegExp(`data-size="${RegExp.escape(path.slice(1))}"[^>]*>[^<]*\\d[^<]*</small>`),
    );
    const { messages } = await EpubCheck.validate(readFileSync(join(dist, path)));
    const bad = messages.filter(({ severity }) => ['fatal', 'error', 'warning'].includes(severity));
    expect(bad.map(({ id, message }) => `${path} ${id} ${message}`)).toEqual([]);
  }
});

test('the page of an article that is printed by itself leads to its PDF and says how large it is', () => {
  const articles = articleEditionsOf(bulletin);
  expect(articles.length).toBeGreaterThan(0);
  const wrong = articles.filter(({ issue, locale, out }) => {
    const page = html(`${localeUrl(locale as Locale, `/${issue}/`)}index.html`);
    const size = new RegExp(`data-size="${RegExp.escape(out)}"[^>]*>[^<]*\\d[^<]*</small>`);
    return !page.includes(`href="/${out}"`) || !size.test(page) || !existsSync(join(dist, out));
  });
  expect(wrong.map(({ out }) => out)).toEqual([]);
});

describe.each(editions)('$out', (edition) => {
  const { issue: id, locale: code, out, title } = edition;
  const locale = code as Locale;
  const issue = bulletin.get('issues', id);
  const items = nonEmpty(
    issue.facts.sections
      .flatMap((section) => section.items)
      .map((path) => ({ path, item: bulletin.item(path) })),
    `items of ${id}`,
  );
  let pdf: InspectedPdf;
  beforeAll(async () => {
    pdf = await inspectPdf(readFileSync(join(dist, out)));
  });

  test('names itself, its language and its publisher', () => {
    const publisher = bulletin.get('units', issue.facts.publisher).facts.names[locale];
    expect(pdf).toMatchObject({ title, language: code, author: publisher, showsTitle: true, tagged: true });
  });

  const elements = (type: RegExp): StructureElement[] =>
    pdf.structure ? [...elementsOf(pdf.structure)].filter((one) => type.test(one.type)) : [];
  const begins = (path: string) => pdf.destinations[`item-${path.replaceAll('/', '-')}`] ?? 0;

  test('reads aloud in the order of the issue, every paragraph whole', () => {
    const aloud = letters(pdf.structure?.text ?? '');
    // Once in the contents, then at the head of the item.
    let at = aloud.indexOf(letters(translator(locale)('issue.letter')), 0);
    const lost: string[] = [];
    for (const { path, item } of items) {
      const body = item.texts[locale]?.body;
      // Words set large may stand at the head of their item.
      const head = at;
      const large = new Set((body?.nodes ?? []).flatMap(wordsSetLarge).map(letters));
      for (const paragraph of (body?.text ?? '').split('\n').filter(Boolean)) {
        const words = letters(paragraph);
        const found = aloud.indexOf(words, large.has(words) ? head : at);
        if (found < 0) lost.push(`${path}: ${paragraph.slice(0, 60)}`);
        else at = Math.max(at, found);
      }
    }
    expect(lost).toEqual([]);
  });

  test('has headings that skip no level, one of the first', () => {
    const levels = elements(/^H\d$/).map(({ type }) => Number(type.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('describes every picture, and has a header for every row and column of its tables', () => {
    expect(elements(/^Figure$/).filter(({ alt }) => !alt)).toEqual([]);
    expect(elements(/^Figure$/).length).toBeGreaterThan(0);
    const tables = elements(/^Table$/);
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR');
      expect(
        rows.map((row) => [...elementsOf(row)].filter(({ type }) => type === 'TH').length),
      ).not.toContain(0);
    }
    expect(elements(/^TH$/).filter(({ scope }) => !scope)).toEqual([]);
  });

  test('leaves no word outside its structure but running heads and folios, which are artifacts', () => {
    expect(pdf.loose.filter(Boolean)).toEqual([]);
    expect(letters(pdf.structure?.text ?? '').length).toBeLessThan(letters(pdf.text.join('')).length);
  });

  test('begins its items in the order of the contents', () => {
    const pages = items.filter(({ item }) => item.texts[locale]).map(({ path }) => begins(path));
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  });

  test('leads to the web page of each item and of the issue', () => {
    const links = pdf.links.flat();
    const address = (path: string) => new URL(localeUrl(locale, path), siteUrl).href;
    expect(links).toContain(address(`/issues/${id}/`));
    for (const { path, item } of items) {
      if (item.texts[locale]) expect(links).toContain(address(`/${path}/`));
    }
  });

  test('has no page without words but endpapers, at most three', () => {
    const silent = pdf.text.flatMap((text, index) => (text.trim() === '' ? [index + 1] : []));
    expect(silent.length).toBeLessThan(4);
    const before = [pdf.pages - 2, pdf.pages - 1].slice(silent.length > 2 ? 0 : 1);
    expect(silent).toEqual(silent.length === 0 ? [] : [...(silent.length > 1 ? [2] : []), ...before]);
  });

  test('comes as a booklet too, with the right page in every place', async () => {
    const booklet = await inspectPdf(readFileSync(join(dist, outputPath(edition, 'booklet'))));
    const sides = imposition(pdf.pages);
    expect(booklet.pages).toBe(sides.length);
    const wrong = sides.filter(
      ([left, right], index) =>
        letters(booklet.text[index] ?? '') !==
        letters((pdf.text[left - 1] ?? '') + (pdf.text[right - 1] ?? '')),
    );
    expect(wrong).toEqual([]);
  });

  test('comes for the press too, line for line the same', async () => {
    const press = await inspectPdf(readFileSync(join(dist, outputPath(edition, 'press'))));
    const other = press.text.flatMap((text, index) =>
      letters(text) === letters(pdf.text[index] ?? '') ? [] : [index + 1],
    );
    expect({ pages: press.pages, other }).toEqual({ pages: pdf.pages, other: [] });
    expect(press.links.flat()).toEqual([]);
    expect(press.fonts.filter((font) => !font.embedded || font.type === 'Type3')).toEqual([]);
  });

  test('carries a code on its back cover that leads to the issue on the web', async () => {
    const page = html(`${localeUrl(locale, `/issues/${id}/print/`)}index.html`);
    const code = /<svg class="qr".*?<\/svg>/s
      .exec(page)?.[0]
      .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
    const { data, info } = await sharp(Buffer.from(code ?? ''), { density: 600 })
      .resize(400)
      .flatten({ background: '#fff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(decodeQr({ data, width: info.width, height: info.height })).toBe(
      new URL(localeUrl(locale, `/issues/${id}/`), siteUrl).href,
    );
  });

  test('shows its pages, their number and size on the web page of the issue', () => {
    const page = html(`${localeUrl(locale, `/issues/${id}/`)}index.html`);
    expect(
      page.match(new RegExp(`${outputPath(edition, 'pictures').replace(/01\.webp$/, '')}\\d+\\.webp`, 'g')),
    ).toHaveLength(pdf.pages);
    expect(page).toContain(`${pdf.pages}`);
    expect(page).not.toMatch(new RegExp(`data-size="${out}"[^>]*></small>`));
  });

  test('claims no conformity that was not proven', () => {
    expect(pdf.claimsPdfUa).toBe(false);
  });

  test('is a whole number of folded sheets', () => {
    expect(pdf.pages % 4).toBe(0);
    expect(pdf.pages).toBeGreaterThanOrEqual(12);
  });

  test('lists in its contents the pages on which the items begin', () => {
    // Behind the cover, or behind the endpaper that follows it.
    const contents = letters(pdf.text.slice(1).find((text) => text.trim() !== '') ?? '');
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
