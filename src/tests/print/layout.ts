/** Where the lines of a printed PDF stand, measured on its pages. For tests. */
import type { StructureElement } from './structure.ts';

/** A run of text on one line, in points. */
export interface Run {
  text: string;
  /** From the left and the upper edge of the page. */
  left: number;
  right: number;
  baseline: number;
  /** Size of the type. */
  size: number;
  /** Number of its marked content, to which the structure refers; none for running heads and folios. */
  mark: number | undefined;
}

export interface PageLayout {
  width: number;
  height: number;
  runs: Run[];
}

export async function readLayout(bytes: Uint8Array): Promise<PageLayout[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const pages: PageLayout[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      const open: (number | undefined)[] = [];
      const runs: Run[] = [];
      for (const item of items) {
        if (!('str' in item)) {
          // `p12R_mc5`: the page's object and the number.
          const mark = /_mc(\d+)$/.exec(item.id ?? '')?.[1];
          if (item.type === 'endMarkedContent') open.pop();
          else open.push(mark === undefined ? undefined : Number(mark));
          continue;
        }
        if (item.str.trim() === '') continue;
        const [, , , , left = 0, up = 0] = item.transform as number[];
        runs.push({
          text: item.str,
          left,
          right: left + item.width,
          baseline: height - up,
          size: item.height,
          mark: open.findLast((one) => one !== undefined),
        });
      }
      pages.push({ width, height, runs });
    }
  } finally {
    await task.destroy();
  }
  return pages;
}

/** Lines of an element that stand together: on one page, in one column, in order. */
export interface Fragment {
  page: number;
  left: number;
  right: number;
  /** Baselines from above, each once. */
  lines: number[];
}

/** Where an element stands. A line that begins higher than the one before it begins a column, or a page. */
export function fragmentsOf(element: StructureElement, layout: readonly PageLayout[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const { page, number } of element.marks) {
    for (const run of layout[page - 1]?.runs ?? []) {
      if (run.mark !== number) continue;
      const last = fragments.at(-1);
      const line = last?.lines.at(-1);
      if (!last || last.page !== page || line === undefined || run.baseline < line - 2) {
        fragments.push({ page, left: run.left, right: run.right, lines: [run.baseline] });
        continue;
      }
      if (run.baseline > line + 2) last.lines.push(run.baseline);
      last.left = Math.min(last.left, run.left);
      last.right = Math.max(last.right, run.right);
    }
  }
  return fragments;
}
