import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { articleEditionsOf, editionsOf } from '../../editions/editions.ts';
import { outputPath } from '../../editions/paths.ts';
import { inspectPdf } from '../print/inspect.ts';
import { fragmentsOf, readLayout, type Fragment, type PageLayout, type Run } from '../print/layout.ts';
import { failures } from '../print/pdf-ua.ts';
import { elementsOf, type StructureElement } from '../print/structure.ts';
import { likeness, spreadsOf } from '../print/spreads.ts';
import { bulletin, dist } from './site.ts';
import { nonEmpty } from '../non-empty.ts';

/** Millimetres in points. */
const mm = 72 / 25.4;

/** Where text may stand: the cover and its like have their own padding, the rest the margins of the page rules. */
const edge = { sides: 15.5 * mm, top: 8 * mm, foot: 8 * mm };

const ofIssues = editionsOf(bulletin);
/** Each article has the same style sheet: those of two are enough, in all languages. */
const ofArticles = articleEditionsOf(bulletin).filter(
  ({ issue }, _, all) => issue === all[0]?.issue || issue === all.at(-1)?.issue,
);

describe.each([...ofIssues, ...ofArticles])('$out', ({ out, locale }) => {
  let layout: PageLayout[];
  let elements: StructureElement[];
  let articles: StructureElement[];

  beforeAll(async () => {
    const bytes = readFileSync(join(dist, out));
    layout = await readLayout(bytes);
    const { structure } = await inspectPdf(bytes);
    elements = structure ? [...elementsOf(structure)] : [];
    articles = elements.filter(({ type }) => type === 'Art');
    expect(articles.length).toBeGreaterThan(0);
  });

  /** Size of the running text of an article: that of most of its letters in paragraphs. */
  const bodySize = (article: StructureElement): number => {
    const sizes = new Map<number, number>();
    for (const paragraph of paragraphsOf(article)) {
      for (const run of runsOf(paragraph)) {
        const size = Math.round(run.size * 10) / 10;
        sizes.set(size, (sizes.get(size) ?? 0) + run.text.length);
      }
    }
    return [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  };
  /** Paragraphs, and the entries of lists that hold none. A fact has words for its label, and stands in two columns. */
  const paragraphsOf = (element: StructureElement) =>
    elementsIn(element).filter(
      (one) =>
        one.type === 'P' ||
        (one.type === 'LI' &&
          !elementsIn(one).some(
            ({ type, text }) => type === 'P' || (type === 'Lbl' && /\p{L}{2}/u.test(text)),
          )),
    );
  const runsOf = ({ marks }: StructureElement): (Run & { page: number })[] =>
    marks.flatMap(({ page, number }) =>
      (layout[page - 1]?.runs ?? []).filter((run) => run.mark === number).map((run) => ({ page, ...run })),
    );
  /** The lines of an article's running text in two columns, each once. */
  const columnLines = (article: StructureElement) => {
    const size = bodySize(article);
    const lines = paragraphsOf(article)
      .filter((one) => runsOf(one).every((run) => Math.abs(run.size - size) < 0.3))
      .flatMap((one) => fragmentsOf(one, layout))
      .filter(({ left, right, page }) => right - left < (layout[page - 1]?.width ?? 0) / 2);
    return lines.flatMap(({ page, left, lines: baselines }) =>
      baselines.map((baseline) => ({
        page,
        baseline,
        isLeft: left < (layout[page - 1]?.width ?? 0) / 2 - 10 * mm,
      })),
    );
  };

  test('sets the lines of both columns on one grid', () => {
    let compared = 0;
    const off: string[] = [];
    for (const article of articles) {
      const lines = columnLines(article);
      for (const line of lines.filter(({ isLeft }) => isLeft)) {
        const beside = lines.find(
          (other) =>
            !other.isLeft && other.page === line.page && Math.abs(other.baseline - line.baseline) < 6,
        );
        if (!beside) continue;
        compared++;
        const distance = Math.abs(beside.baseline - line.baseline);
        if (distance > 0.3) off.push(`page ${line.page}: ${distance.toFixed(2)} pt`);
      }
    }
    expect(off).toEqual([]);
    // The shortest article has two lines side by side; less would mean that none were found.
    expect(compared).toBeGreaterThanOrEqual(2);
  });

  test('leaves no line of a paragraph alone at the head or foot of a column', () => {
    const paragraphs = nonEmpty(paragraphsOf({ children: elements } as StructureElement), 'paragraphs');
    const single = paragraphs.flatMap((paragraph) => {
      const fragments = fragmentsOf(paragraph, layout);
      return fragments.length > 1 && fragments.some(({ lines }) => lines.length < 2)
        ? [`page ${fragments[0]?.page}: ${paragraph.text.slice(0, 50)}`]
        : [];
    });
    expect(single).toEqual([]);
  });

  test('leaves no heading at the foot of a column or page', () => {
    // An article that is printed by itself may have none within.
    const headings = elements.filter(({ type }) => /^H[1-6]$/.test(type));
    const atFoot = nonEmpty(headings, 'headings').flatMap((heading) => {
      const last = fragmentsOf(heading, layout).at(-1);
      return last && !somethingBelow(last, layout[last.page - 1]) ? [heading.text] : [];
    });
    expect(atFoot).toEqual([]);
  });

  test('ends the columns of an item level', () => {
    const uneven = articles.flatMap((article) => {
      // A box that cannot be broken may stand at the end of a column.
      if (
        elementsIn(article).some(({ type }) =>
          ['Aside', 'Figure', 'BlockQuote', 'Table', 'Div'].includes(type),
        )
      )
        return [];
      const lines = columnLines(article);
      const page = Math.max(...lines.map((one) => one.page));
      const end = (isLeft: boolean) =>
        Math.max(
          ...lines.filter((one) => one.page === page && one.isLeft === isLeft).map((one) => one.baseline),
        );
      // Of the shortest items the address has most letters, and is all that is found: it may stand in the second alone.
      if (!lines.some((one) => one.page === page && one.isLeft)) return [];
      const leading = 16;
      // Short paragraphs stay whole, and the address ends the second column.
      return end(false) > end(true) + 1.5 * leading ? [`page ${page}: ${article.text.slice(0, 50)}`] : [];
    });
    expect(uneven).toEqual([]);
  });

  test('meets every condition of PDF/UA that a program can decide', async () => {
    const bytes = readFileSync(join(dist, out));
    expect(failures(await PDFDocument.load(bytes, { updateMetadata: false }))).toEqual([]);
  });

  test('lets no words overlap, nor run off their page', () => {
    expect(layout.flatMap(({ runs }) => runs).length).toBeGreaterThan(10);
    const wrong = layout.flatMap(({ runs, width, height }, index) => [
      ...runs
        .filter((run) => {
          const { left, right } = locale === 'zh' ? inkOf(run) : run;
          return (
            left < edge.sides ||
            right > width - edge.sides ||
            run.baseline < edge.top ||
            run.baseline > height - edge.foot
          );
        })
        .map(({ text }) => `page ${index + 1}: ${text} at the edge`),
      ...overlaps(runs).map(([a, b]) => `page ${index + 1}: ${a.text} | ${b.text}`),
    ]);
    expect(wrong).toEqual([]);
  });
});

/** Two spreads are alike when of four things three are the same: so much an eye takes for the same pages again. */
const alike = 0.75;

test.each(ofIssues)('no two spreads of $out are alike', async (edition) => {
  const layout = await readLayout(readFileSync(join(dist, edition.out)));
  const pictures = layout.map((_, index) =>
    readFileSync(join(dist, outputPath(edition, 'pictures', index + 1))),
  );
  const spreads = nonEmpty(await spreadsOf(layout, pictures), 'spreads');
  const same = spreads.flatMap((one, index) =>
    spreads
      .slice(index + 1)
      .filter((other) => likeness(one, other) >= alike)
      .map((other) => `pages ${one.pages.join(', ')} and ${other.pages.join(', ')}`),
  );
  expect(same).toEqual([]);
});

const elementsIn = (element: StructureElement) => [...elementsOf(element)];

function somethingBelow({ left, right, lines }: Fragment, page: PageLayout | undefined): boolean {
  const foot = lines.at(-1) ?? 0;
  return (page?.runs ?? []).some(
    (run) => run.mark !== undefined && run.baseline > foot + 2 && run.left < right && run.right > left,
  );
}

/** Where the ink of Chinese begins and ends: half of a bracket or mark is white, and may hang out of its column. */
function inkOf({ text, left, right, size }: Run): { left: number; right: number } {
  return {
    left: /^(?!\p{ASCII})[\p{Ps}\p{Pi}]/u.test(text) ? left + size / 2 : left,
    right: /(?!\p{ASCII})[\p{Pe}\p{Pf}，。、；：！？]$/u.test(text) ? right - size / 2 : right,
  };
}

/** Runs of different lines whose letters, without accents and tails, cover each other. */
function overlaps(runs: readonly Run[]): [Run, Run][] {
  const found: [Run, Run][] = [];
  const box = ({ baseline, size }: Run) => ({ top: baseline - 0.6 * size, foot: baseline });
  runs.forEach((a, index) => {
    for (const b of runs.slice(index + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(box(a).foot, box(b).foot) - Math.max(box(a).top, box(b).top);
      // Half of a Chinese mark is white, and may lie under its neighbour on the line.
      const mark =
        a.baseline === b.baseline && /\p{P}/u.test((a.text.at(-1) ?? '') + (b.text[0] ?? ''))
          ? 0.6 * a.size
          : 1.5;
      if (wide > mark && high > 0.5) found.push([a, b]);
    }
  });
  return found;
}
