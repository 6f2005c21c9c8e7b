import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  sampleEdition,
  samplePage,
  writeSamplePage,
  writeSampleSite,
} from '../../tests/print/fixture/issue.ts';
import { fragmentsOf, readLayout } from '../../tests/print/layout.ts';
import { inspectPdf } from '../../tests/print/inspect.ts';
import { outputPath } from '../../editions/paths.ts';
import { printIssues } from './print-issues.ts';
import { elementsOf } from '../../tests/print/structure.ts';

/** As many as an issue may have, and their size in pixels: 83.5 mm at 300 to the inch. */
const photos = 30;
const [width, height] = [990, 660];
const edition = sampleEdition('en');

let folder: string;
let dist: string;

/** A picture with the grain of a photograph, the same each time. */
async function photo(seed: number): Promise<Buffer> {
  let state = seed * 7919 + 1;
  const noise = Buffer.from(
    Array.from({ length: 3 * 330 * 220 }, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 23),
  );
  return sharp(noise, { raw: { width: 330, height: 220, channels: 3 } })
    .blur(2)
    .resize(width, height)
    .jpeg({ quality: 80 })
    .toBuffer();
}

const figure = (index: number) =>
  `<figure role="none"><img src="/photos/photo-${index}.jpg" width="${width}" height="${height}" alt="Photo ${index}">` +
  `<figcaption>CAPTION ${index} below its photo. <small>Photo: nobody</small></figcaption></figure>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-photos-'));
  dist = join(folder, 'dist');
  await writeSampleSite(dist);
  for (let index = 0; index < photos; index++) {
    await writeFile(join(dist, 'photos', `photo-${index}.jpg`), await photo(index));
  }
  const words = '<p>Words between two photos, which fill a line or two of the column that they stand in.</p>';
  const items = Array.from({ length: photos / 3 }, (_, item) => {
    const inside = [0, 1, 2].map(
      (index) => words.repeat(1 + ((item + index) % 4)) + figure(3 * item + index),
    );
    return `<article class="item" id="item-photos-${item}"><h3 class="headline">Photos</h3><div class="first-lines"></div><div class="body">${inside.join('')}</div></article>`;
  });
  await writeSamplePage(dist, 'en', samplePage('en').replace('<article', `${items.join('\n')}<article`));
  const { failed } = await printIssues({
    dist,
    editions: [edition],
    only: ['office', 'press'],
    cache: false,
  });
  expect(failed).toEqual([]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every picture on the pages: how many pixels, how wide it is drawn in points. */
async function picturesIn(bytes: Uint8Array): Promise<{ page: number; pixels: number; points: number }[]> {
  const { getDocument, OPS, Util, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const found: { page: number; pixels: number; points: number }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    let matrix = [1, 0, 0, 1, 0, 0];
    const saved: number[][] = [];
    fnArray.forEach((operator, index) => {
      const args = argsArray[index] as unknown[];
      if (operator === OPS.save) saved.push(matrix);
      if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
      if (operator === OPS.transform) matrix = Util.transform(matrix, args as number[]) as number[];
      if (operator === OPS.paintImageXObject) {
        const [, pixels] = args as [string, number, number];
        found.push({ page: number, pixels, points: Math.hypot(matrix[0] ?? 0, matrix[1] ?? 0) });
      }
    });
  }
  await task.destroy();
  return found;
}

test('thirty photos stay below 12 MB', async () => {
  expect((await readFile(join(dist, edition.out))).length).toBeLessThan(12_000_000);
});

test('a photo reaches the press with 300 pixels to the inch', async () => {
  const pictures = await picturesIn(await readFile(join(dist, outputPath(edition, 'press'))));
  const taken = pictures.filter(({ pixels }) => pixels === width);
  expect(taken).toHaveLength(photos);
  const least = Math.min(...taken.map(({ pixels, points }) => (pixels / points) * 72));
  expect(least).toBeGreaterThanOrEqual(300);
});

test('a photo and its caption stand in one column, and each has its words', async () => {
  const bytes = await readFile(join(dist, edition.out));
  const [layout, { structure, text }, pictures] = await Promise.all([
    readLayout(bytes),
    inspectPdf(bytes),
    picturesIn(bytes),
  ]);
  const onPage = text.map((words) => words.match(/CAPTION \d+/g)?.length ?? 0);
  const drawn = text.map(
    (_, index) => pictures.filter(({ page, pixels }) => page === index + 1 && pixels === width).length,
  );
  expect(onPage).toEqual(drawn);
  expect(onPage.reduce((sum, count) => sum + count, 0)).toBe(photos);
  const elements = structure ? [...elementsOf(structure)] : [];
  const captions = elements.filter((one) => /^CAPTION/.test(one.text) && one.children.length < 3);
  expect(captions.flatMap((one) => fragmentsOf(one, layout)).length).toBeGreaterThanOrEqual(photos);
  expect(elements.filter(({ type, alt }) => type === 'Figure' && /^Photo \d+$/.test(alt ?? ''))).toHaveLength(
    photos,
  );
});

test('a photo that cannot be read is named by its file, and leaves no PDF', async () => {
  await writeFile(join(dist, 'photos', 'photo-7.jpg'), 'not a photo');
  const { failed } = await printIssues({ dist, editions: [edition], only: ['office'], cache: false });
  expect(failed[0]?.error).toBe(
    'Issue 2023-2 (en) was not printed. The browser cannot read the image photos/photo-7.jpg.',
  );
  expect((await readdir(join(dist, 'issues', '2023-2'))).filter((one) => one.endsWith('.pdf'))).toEqual([]);
});

test('a table that is wider than its column is named by its words', async () => {
  const table = `<table><tbody><tr><th scope="row">${'Wide'.repeat(30)}</th></tr></tbody></table>`;
  await writeSamplePage(
    dist,
    'en',
    samplePage('en').replace('</article>', `<div class="body">${table}</div></article>`),
  );
  const { failed } = await printIssues({ dist, editions: [edition], only: ['office'], cache: false });
  expect(failed[0]?.error).toMatch(
    /Too wide for the page: <t\w+> in #item-[\w-]+ \(“WideWide.*Shorten it or divide it\./,
  );
});
