import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { imposition, makeBooklet } from './imposition.ts';
import { readLayout } from '../../tests/print/layout.ts';

describe.each([4, 8, 12, 16, 20, 24, 28, 32])('a booklet of %i pages', (pages) => {
  const sides = imposition(pages);
  /** Front and back of each sheet, the outermost first. */
  const sheets = Array.from({ length: pages / 4 }, (_, index) => sides.slice(2 * index, 2 * index + 2));

  test('has every page once', () => {
    expect(sides.flat().sort((a, b) => a - b)).toEqual(
      Array.from({ length: pages }, (_, index) => index + 1),
    );
  });

  test('has the covers outside, and the middle pages side by side on the innermost sheet', () => {
    expect(sides[0]).toEqual([pages, 1]);
    expect(sides.at(-1)).toEqual([pages / 2, pages / 2 + 1]);
  });

  test('has on each leaf a page and the one behind it, turned over on the short edge', () => {
    for (const [front, back] of sheets) {
      // The right half of the front is the left half of the back.
      expect(back?.[0]).toBe((front?.[1] ?? 0) + 1);
      expect(back?.[1]).toBe((front?.[0] ?? 0) - 1);
    }
  });

  test('reads on from leaf to leaf when it is folded', () => {
    const firstHalf = sheets.flatMap(([front, back]) => [front?.[1], back?.[0]]);
    const secondHalf = sheets.toReversed().flatMap(([front, back]) => [back?.[1], front?.[0]]);
    expect([...firstHalf, ...secondHalf]).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
  });
});

test.each([0, 3, 10, 18])('%i pages make no booklet', (pages) => {
  expect(() => imposition(pages)).toThrow(`A booklet has a multiple of four pages, not ${pages}.`);
});

test('a booklet is A4 across, each page as large as A5', async () => {
  const issue = await PDFDocument.create();
  for (let number = 0; number < 8; number++) issue.addPage([595.28, 841.89]).drawText('.');
  const booklet = await makeBooklet(issue);
  expect(booklet.getPages().map((page) => [page.getWidth(), page.getHeight()])).toEqual(
    Array.from({ length: 4 }, () => [841.89, 595.28]),
  );
});

test.each([12, 16, 20, 32])('every page of %i stands in its half of its side', async (pages) => {
  const issue = await PDFDocument.create();
  for (let number = 1; number <= pages; number++) {
    issue.addPage([595.28, 841.89]).drawText(`page ${number}`, { x: 50, y: 400 });
  }
  const sides = await readLayout(await (await makeBooklet(issue)).save());
  const found = sides.map(({ runs, width }) => {
    const half = (isLeft: boolean) =>
      runs.filter(({ left }) => left < width / 2 === isLeft).map(({ text }) => text);
    return [half(true), half(false)];
  });
  expect(found).toEqual(imposition(pages).map((side) => side.map((number) => [`page ${number}`])));
});

test('a booklet has what is drawn on a page once, compressed as it was', async () => {
  const issue = await PDFDocument.create();
  const drawn = [1, 2, 3, 4].map((number) => {
    const stream = issue.context.flateStream(`0 0 ${number} ${number} re f`);
    const page = issue.addPage([595.28, 841.89]);
    page.node.set(PDFName.of('Contents'), issue.context.register(stream));
    return stream.getContents();
  });
  const booklet = await PDFDocument.load(await (await makeBooklet(issue)).save());
  const forms = booklet.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
    .filter(
      ({ dict }) =>
        !['ObjStm', 'XRef'].includes(dict.lookupMaybe(PDFName.of('Type'), PDFName)?.decodeText() ?? ''),
    );
  const pages = forms.filter(({ dict }) => dict.has(PDFName.of('BBox')));
  expect(pages.map(({ contents }) => contents)).toEqual(drawn);
  // Beside them the two sides, which draw them.
  expect(forms).toHaveLength(drawn.length + 2);
});
