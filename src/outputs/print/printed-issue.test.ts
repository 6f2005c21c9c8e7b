/** What is printed of an issue, in every language and for every use. How printing goes on: `print-issues.test.ts`. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  sampleEdition,
  sampleLocales,
  samplePage,
  writeSamplePage,
  writeSampleSite,
} from '../../tests/print/fixture/issue.ts';
import { sampleIssues, type SampleLocale } from '../../tests/print/fixture/texts.ts';
import { inspectPdf, type InspectedPdf } from '../../tests/print/inspect.ts';
import { builtKinds, outputPath } from '../../editions/paths.ts';
import { readAsChrome, readAsFirefox, readAsMuPdf } from '../../tests/print/readers.ts';
import { failures } from '../../tests/print/pdf-ua.ts';
import { tokens } from './content-tokens.ts';
import { millimetres } from './destinations.ts';
import { printIssues as printAll, type PrintOptions, type PrintResult } from './print-issues.ts';

/** The office PDF alone: the other outputs are made of it, and cost more than it does. */
const printIssues = (options: PrintOptions) => printAll({ only: ['office'], ...options });

let folder: string;
let dist: string;
let all: PrintResult;
const inspected = new Map<SampleLocale, InspectedPdf>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printed-issue-'));
  dist = join(folder, 'dist');
  await writeSampleSite(dist);
  all = await printAll({ dist, editions: sampleLocales.map(sampleEdition), cache: false });
  for (const { out, locale } of all.printed) {
    inspected.set(locale as SampleLocale, await inspectPdf(await readFile(join(dist, out))));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lines are broken anew in print: words are compared without their spaces. */
const unspaced = (text: string) => text.normalize('NFC').replace(/[\s\u200B]+/g, '');

function pdfOf(locale: SampleLocale): InspectedPdf {
  const pdf = inspected.get(locale);
  if (!pdf) throw new Error(`The ${locale} sample was not printed: ${JSON.stringify(all.failed)}`);
  return pdf;
}

/** Number of the page with the contents: 2, or 3 behind an endpaper. */
const contentsPage = (text: readonly string[]) => (text[1] === '' ? 3 : 2);

/** The number printed behind a title in the contents. */
function printedNumber(contents: string, title: string): number {
  const letters = [...unspaced(title)].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|]/, '\\$&'));
  return Number(new RegExp(`${letters.join('\\s*')}\\s*(\\d+)(?:\\n|$)`).exec(contents)?.[1]);
}

test('every edition is printed', () => {
  expect(all.failed).toEqual([]);
  expect(all.printed.map(({ locale }) => locale)).toEqual(sampleLocales);
});

describe.each(sampleLocales)('the issue in %s', (locale) => {
  const sample = sampleIssues[locale];
  const items = sample.parts.flatMap(({ items }) => items);

  test('names in its contents the pages on which the items begin', () => {
    const { text, destinations } = pdfOf(locale);
    for (const { id, headline } of items) {
      const number = printedNumber(text[contentsPage(text) - 1] ?? '', headline);
      expect(number, headline).toBe(destinations[`item-${id}`]);
      expect(unspaced(text[number - 1] ?? '')).toContain(unspaced(headline));
    }
    expect(printedNumber(text[contentsPage(text) - 1] ?? '', sample.calendar.title)).toBe(
      destinations['item-calendar'],
    );
  });

  test('gives back every word of the letter and the calendar', () => {
    const text = unspaced(pdfOf(locale).text.join('\n'));
    const paragraphs = sample.letter.body.match(/<p>.*?<\/p>/gs) ?? [];
    expect(paragraphs.length).toBeGreaterThan(1);
    for (const paragraph of paragraphs) expect(text).toContain(unspaced(paragraph.replace(/<[^>]*>/g, '')));
    for (const cell of sample.calendar.rows.flat()) expect(text).toContain(unspaced(cell));
  });

  test('keeps words apart in its structure where a line was broken between them', () => {
    const spaced = (text: string) =>
      text
        .replaceAll('\u00AD', '')
        .replace(/[\s\u200B]+/g, ' ')
        .normalize('NFC');
    const aloud = spaced(pdfOf(locale).structure?.text ?? '');
    const paragraphs = items.flatMap(({ body }) => body.match(/<p>[^<]{80,}<\/p>/g) ?? []);
    expect(paragraphs.length).toBeGreaterThan(0);
    const lost = paragraphs
      .map((one) => spaced(one.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&')))
      .filter((one) => !aloud.includes(one));
    expect(lost).toEqual([]);
  });

  test.each([
    ['Chrome', readAsChrome],
    ['Firefox', readAsFirefox],
    ['MuPDF', readAsMuPdf],
  ])('is searched by the reader %s: every paragraph of its items comes back', async (_, read) => {
    const plain = (text: string) => text.replace(/[\s\u00AD\u200B\u2010\uFFFE-]+/g, '').normalize('NFKC');
    const copied = (await read(await readFile(join(dist, sampleEdition(locale).out)))).join('\n');
    // Nobody could type what nobody sees. A hyphen at the end of a line is a soft one by the standard.
    expect(copied.match(/[\u200B\u2060\uFEFF\uFFFD]/g)).toBeNull();
    const text = plain(copied);
    const paragraphs = items.flatMap(({ body }) => body.match(/<p>[^<]{40,}<\/p>/g) ?? []);
    expect(paragraphs.length).toBeGreaterThan(0);
    // A page may end in the middle of a paragraph.
    const lost = paragraphs
      .map((one) => plain(one.replace(/<[^>]*>/g, '')))
      .filter(
        (one) => !text.includes(one.slice(0, one.length / 2)) && !text.includes(one.slice(one.length / 2)),
      );
    expect(lost).toEqual([]);
  });

  test('carries its own fonts, none as Type 3, and lacks no glyph', () => {
    const { fonts, missingGlyphs } = pdfOf(locale);
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(fonts.map(({ type }) => type)).not.toContain('Type3');
    expect(fonts.filter(({ name }) => !/^(Literata|NotoSerif)/.test(name))).toEqual([]);
    expect(missingGlyphs).toEqual([]);
  });

  test('says its title, publisher and language, is tagged and claims nothing unproven', () => {
    const { title, author, language, showsTitle, tagged, claimsPdfUa } = pdfOf(locale);
    expect({ title, author, language }).toEqual({
      title: sampleEdition(locale).title,
      author: sample.publisher,
      language: locale,
    });
    expect({ showsTitle, tagged, claimsPdfUa }).toEqual({
      showsTitle: true,
      tagged: true,
      claimsPdfUa: false,
    });
  });

  test('meets every condition of PDF/UA that a program can decide', async () => {
    const bytes = await readFile(join(dist, sampleEdition(locale).out));
    expect(failures(await PDFDocument.load(bytes, { updateMetadata: false }))).toEqual([]);
  });

  test('has an outline of sections and items, with their pages', () => {
    const { outline, destinations } = pdfOf(locale);
    expect(outline[0]).toEqual({ title: sample.masthead, page: 1, level: 1 });
    for (const { id, headline } of items) {
      expect(outline).toContainEqual({ title: headline, page: destinations[`item-${id}`], level: 3 });
    }
    expect(outline.filter(({ title }) => title === sample.parts[0]?.title)).toHaveLength(1);
  });

  test('fills whole sheets and ends with its back cover', () => {
    const { pages, text } = pdfOf(locale);
    expect(pages % 4).toBe(0);
    expect(unspaced(text.at(-1) ?? '')).toContain(unspaced(sample.colophon.title));
  });

  test('has running heads and folios, but not on the covers and empty pages', () => {
    const { text } = pdfOf(locale);
    const issueLine = `${sample.masthead} · ${sample.issueLine}`;
    const first = contentsPage(text);
    for (const [number, section] of [
      [first, sample.contents],
      [first + 1, sample.letter.title],
    ] as const) {
      // The issue on the left, the section on the right.
      const head = number % 2 === 0 ? issueLine.replaceAll('\u00A0', ' ') : section;
      expect(text[number - 1]?.split('\n').slice(0, 2)).toEqual([head, String(number)]);
    }
    expect(text[0]).not.toContain(issueLine);
    expect(text.at(-1)).not.toMatch(/^\d+$/m);
    const lastWords = pdfOf(locale).destinations['item-calendar'] ?? 0;
    expect(text.slice(lastWords, -1).filter((page) => page !== '')).toEqual([]);
  });

  test('links to the record of each item', () => {
    expect(pdfOf(locale).links.flat()).toEqual(
      items.map(({ id }) => `https://bulletin.example/activities/2023/${id}/`),
    );
  });
});

test('the same content gives the same bytes, in whatever order and company it is printed', async () => {
  const again = join(folder, 'again');
  await cp(dist, again, { recursive: true });
  await rm(join(again, 'issues', '2023-2', 'ban-tin-huu-nghi-2023-2-vi.pdf'));
  const { printed } = await printIssues({
    dist: again,
    editions: [sampleEdition('km'), sampleEdition('vi')],
    only: builtKinds,
    cache: false,
  });
  expect(printed.map(({ cached }) => cached)).toEqual([false, false]);
  for (const { out } of printed.flatMap(({ files }) => files)) {
    expect((await readFile(join(again, out))).equals(await readFile(join(dist, out))), out).toBe(true);
  }
});

describe('beside the office PDF', () => {
  const load = async (out: string) => PDFDocument.load(await readFile(join(dist, out)));

  test('stands a booklet of half as many sides, with title and language', async () => {
    const booklet = await load(outputPath(sampleEdition('vi'), 'booklet'));
    expect(booklet.getPageCount()).toBe(pdfOf('vi').pages / 2);
    expect(booklet.getTitle()).toBe(sampleEdition('vi').title);
    expect(booklet.getPage(0).getWidth()).toBeGreaterThan(booklet.getPage(0).getHeight());
  });

  test('stands a booklet of the A5 edition, its pages on A4 as large as they are', async () => {
    const small = await load(outputPath(sampleEdition('vi'), 'a5'));
    const booklet = await load(outputPath(sampleEdition('vi'), 'a5-booklet'));
    expect(booklet.getPageCount()).toBe(small.getPageCount() / 2);
    const [page, side] = [small.getPage(0), booklet.getPage(0)];
    expect(millimetres(side.getWidth())).toBeCloseTo(297, 0);
    expect(millimetres(side.getHeight())).toBeCloseTo(210, 0);
    expect(side.getWidth() / 2 / page.getWidth()).toBeCloseTo(1, 2);
  });

  test('stands an edition set for A5, in whole sheets, tagged like the office PDF', async () => {
    const small = await load(outputPath(sampleEdition('vi'), 'a5'));
    expect(small.getPageCount() % 4).toBe(0);
    const sizes = small.getPages().map((page) => [page.getWidth(), page.getHeight()].map(millimetres));
    // Chromium rounds the paper down to whole pixels.
    for (const [width = 0, height = 0] of sizes) {
      expect(Math.abs(width - 148)).toBeLessThan(0.4);
      expect(Math.abs(height - 210)).toBeLessThan(0.4);
    }
    expect(failures(small)).toEqual([]);
    const read = await inspectPdf(await readFile(join(dist, outputPath(sampleEdition('vi'), 'a5'))));
    const { items } = sampleIssues.vi.parts[0] ?? { items: [] };
    expect(items.length).toBeGreaterThan(0);
    for (const { headline } of items) expect(unspaced(read.text.join(''))).toContain(unspaced(headline));
    // What is said of the paper is true of it.
    expect([read.text.at(-1), pdfOf('vi').text.at(-1)]).toEqual([
      expect.stringContaining('14.8 × 21 cm'),
      expect.stringContaining('21 × 29.7 cm'),
    ]);
  });

  test('stands a copy that spares toner: the same pages in black and grey, nothing filled but letters and rules', async () => {
    const copy = await load(outputPath(sampleEdition('vi'), 'economy'));
    expect(copy.getPageCount()).toBe(pdfOf('vi').pages);
    const colours = new Set<string>();
    for (const page of copy.getPages()) {
      const stream = page.node.lookup(PDFName.of('Contents'));
      if (!(stream instanceof PDFRawStream)) continue;
      for (const line of Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1').split('\n')) {
        for (const found of line.matchAll(/(\S+) (\S+) (\S+) rg\b/gi))
          colours.add(found.slice(1, 4).join(' '));
      }
    }
    expect(colours.size).toBeGreaterThan(1);
    const coloured = [...colours].filter((one) => new Set(one.split(' ')).size > 1);
    expect(coloured).toEqual([]);
  });

  test('stands a press PDF: A4 trimmed, 3 mm of bleed, the marks around it', async () => {
    const press = await load(outputPath(sampleEdition('vi'), 'press'));
    expect(press.getPageCount()).toBe(pdfOf('vi').pages);
    const [mm, page] = [25.4 / 72, press.getPage(0)];
    const [trim, bleed, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()];
    expect([trim.width * mm, trim.height * mm].map((size) => size.toFixed(2))).toEqual(['210.00', '297.00']);
    const beyond = [
      trim.x - bleed.x,
      trim.y - bleed.y,
      bleed.x + bleed.width - trim.x - trim.width,
      bleed.y + bleed.height - trim.y - trim.height,
    ].map((points) => points * mm);
    expect(Math.min(...beyond)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...beyond)).toBeLessThan(3.3);
    expect((bleed.x - media.x) * mm).toBeCloseTo(7, 5);
    expect((media.width - bleed.width) * mm).toBeCloseTo(14, 5);
  });

  test('the press PDF is made of inks alone, without transparency, and says for which printing', async () => {
    const press = await load(outputPath(sampleEdition('vi'), 'press'));
    const operators = new Set<string>();
    const streams = press.context.enumerateIndirectObjects().flatMap(([, object]) => {
      return object instanceof PDFRawStream && object.dict.keys().length <= 2 ? [object] : [];
    });
    for (const stream of streams) {
      for (const token of tokens(decodePDFRawStream(stream).decode())) {
        if (token.kind === 'operator') operators.add(token.value);
      }
    }
    expect([...operators]).toEqual(expect.arrayContaining(['k', 'K', 'Tj']));
    expect(['rg', 'RG', 'cs', 'CS', 'sc', 'scn', 'sh'].filter((one) => operators.has(one))).toEqual([]);
    const dictionaries = press.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
      );
    const value = (name: string) => [
      ...new Set(dictionaries.map((one) => one.get(PDFName.of(name))?.toString())),
    ];
    expect([...value('ca'), ...value('CA')].filter((alpha) => alpha !== undefined && alpha !== '1')).toEqual(
      [],
    );
    expect(value('ColorSpace').filter((space) => space && space !== '/DeviceCMYK')).toEqual([]);
    expect(value('GTS_PDFXVersion')).toContain('(PDF/X-1a:2003)');
    expect(value('OutputConditionIdentifier')).toContain('(FOGRA39)');
    expect(value('Trapped')).toContain('/False');
    const bytes = await readFile(join(dist, outputPath(sampleEdition('vi'), 'press')));
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.4');
  });

  test('stands a picture of each page', () => {
    const edition = all.printed.find(({ locale }) => locale === 'vi');
    const pictures = edition?.files.flatMap(({ picture }) => picture ?? []);
    expect(pictures?.map(({ page }) => page)).toEqual(
      Array.from({ length: pdfOf('vi').pages }, (_, index) => index + 1),
    );
    expect(new Set(pictures?.map(({ width, height }) => `${width} × ${height}`))).toEqual(
      new Set(['240 × 340']),
    );
  });

  test('stands nothing that was not asked for', async () => {
    const some = join(folder, 'some');
    await cp(dist, some, { recursive: true });
    await rm(join(some, 'issues', '2023-2'), { recursive: true });
    await printAll({ dist: some, editions: [sampleEdition('en')], only: ['booklet'], cache: false });
    expect(await readdir(join(some, 'issues', '2023-2'))).toEqual(['ban-tin-huu-nghi-2023-2-en-booklet.pdf']);
  });
});

test('no page ends with a headline, however much of it is left', async () => {
  const feet = join(folder, 'feet');
  await cp(dist, feet, { recursive: true });
  // Items that begin from 62 mm to 12 mm above a page's foot.
  const items = Array.from({ length: 11 }, (_, index) => {
    const body = '<p>Words of the body that fill a few lines of it.</p>'.repeat(30);
    return `<div style="break-before: page; height: ${255 - 62 + index * 5}mm"></div>
      <article class="item" id="item-foot-${index}"><p class="kicker">HEAD</p><h3 class="headline">HEAD</h3>
      <p class="standfirst">HEAD</p><aside class="facts"><dl><div><dt>HEAD</dt><dd>HEAD</dd></div></dl></aside>
      <div class="body"><h4>HEAD</h4>${body}</div></article>`;
  });
  const html = samplePage('en').replace('<article', `${items.join('\n')}<article`);
  await writeSamplePage(feet, 'en', html);
  const { printed, failed } = await printIssues({
    dist: feet,
    editions: [sampleEdition('en')],
    cache: false,
  });
  expect(failed).toEqual([]);
  const { text } = await inspectPdf(await readFile(join(feet, printed[0]?.out ?? '')));
  const lastLines = text.map((page) => page.split('\n').at(-1) ?? '');
  expect(text.filter((page) => page.includes('HEAD')).length).toBeGreaterThanOrEqual(11);
  expect(lastLines.filter((line) => line.includes('HEAD'))).toEqual([]);
});

test('the instrument finds a character that no font has, as only a style could bring it in', async () => {
  const lacking = join(folder, 'lacking-in-style');
  await cp(dist, lacking, { recursive: true });
  const style = '<style>.lacking::before { content: "ไทย"; }</style>';
  const html = samplePage('en')
    .replace('</head>', `${style}</head>`)
    .replace('Dear readers', '<span class="lacking">Dear readers</span>');
  await writeSamplePage(lacking, 'en', html);
  const { printed } = await printIssues({ dist: lacking, editions: [sampleEdition('en')], cache: false });
  const { missingGlyphs } = await inspectPdf(await readFile(join(lacking, printed[0]?.out ?? '')));
  expect(missingGlyphs.map(({ page }) => page)).toContain(4);
});
