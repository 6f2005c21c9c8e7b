import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Edition } from '../../editions/editions.ts';
import { outputPath, pressKinds, type OutputKind, type PrintedFile } from '../../editions/paths.ts';
import { markArtifacts } from './artifacts.ts';
import { loadPdf } from './deflate.ts';
import { destinations, movedBetween } from './destinations.ts';
import { finish } from './finish.ts';
import { setInInks, type Plates } from './inks.ts';
import { makeBooklet } from './imposition.ts';
import type { Paginated } from './paginate.ts';
import { addPressMarks } from './press.ts';
import { thumbnails } from './thumbnails.ts';

/** A file of an edition before it is written. */
export type MadeFile = PrintedFile & { content: Uint8Array };

/** What the browser has printed of an edition, and what is wanted of it. Plain data: a thread makes the files. */
export interface FinishTask {
  readonly edition: Edition;
  readonly printed: Paginated & {
    /** The page as it was printed, where it is wanted. */
    readonly ready: Uint8Array | undefined;
    /** Printed with little toner, where that is wanted. */
    readonly economy: Uint8Array | undefined;
    /** Set for A5, where that is wanted. */
    readonly small: Paginated | undefined;
    /** Printed on a larger sheet, where that is wanted. */
    readonly press: Uint8Array | undefined;
  };
  readonly only: readonly OutputKind[];
  /** Links below this address are taken out. */
  readonly deadOrigin: string | undefined;
}

/** The plates that a printing house prints each with. */
const platesOf: Readonly<Record<(typeof pressKinds)[number], Plates>> = {
  press: 'cmyk',
  'press-black': 'black',
};

/** Makes what is wanted of an edition that has been printed. Throws where the press PDF differs from the office PDF. */
export async function makeFiles({ edition, printed, only, deadOrigin }: FinishTask): Promise<MadeFile[]> {
  const { out, url, title, author, locale, day, article = false } = edition;
  const { pages, headings, links, passages, ready, economy, press, small } = printed;
  const facts = { title, author, language: locale, day };
  const pdf = await loadPdf(printed.pdf);
  const office = await finish(pdf, { ...facts, headings, links, passages, deadOrigin, spreads: !article });
  const made: MadeFile[] = [];
  const add = (kind: OutputKind, content: Uint8Array, more: Partial<PrintedFile> = {}) =>
    made.push({
      kind,
      out: outputPath({ out, url }, kind, more.picture?.page),
      bytes: content.length,
      content,
      ...more,
    });

  const addBooklet = async (kind: OutputKind, finished: PDFDocument) => {
    const booklet = await makeBooklet(finished);
    add(kind, await finish(booklet, { ...facts, spreads: false }), { pages: booklet.getPageCount() });
  };

  if (only.includes('office')) add('office', office, { pages });
  if (ready) add('page', ready);
  if (only.includes('booklet')) await addBooklet('booklet', pdf);
  if (economy) {
    const copy = await loadPdf(economy);
    // Untagged, but stray ActualText is in it.
    markArtifacts(copy);
    add('economy', await finish(copy, { ...facts, links, deadOrigin, spreads: false }), { pages });
  }
  if (small) {
    const { pages: count, headings, links, passages } = small;
    const smallPdf = await loadPdf(small.pdf);
    const content = await finish(smallPdf, {
      ...facts,
      headings,
      links,
      passages,
      deadOrigin,
    });
    if (only.includes('a5')) add('a5', content, { pages: count });
    if (only.includes('a5-booklet')) await addBooklet('a5-booklet', smallPdf);
  }
  if (press) {
    for (const kind of pressKinds.filter((one) => only.includes(one))) {
      const sheet = await loadPdf(press);
      const moved = movedBetween(destinations(pdf), destinations(sheet));
      if (moved) {
        throw new Error(
          `In its press PDF #${moved} stands elsewhere than in the office PDF: ` +
            `the page rules of src/outputs/print/press.ts and src/styles/print-issue.css differ.`,
        );
      }
      // Untagged, but the same stray ActualText is in it.
      markArtifacts(sheet);
      const plates = platesOf[kind];
      await setInInks(sheet, plates);
      addPressMarks(sheet, plates);
      add(kind, await finish(sheet, { ...facts, spreads: false, press: true }), { pages });
    }
  }
  if (only.includes('pictures')) {
    for (const [index, { bytes, width, height }] of (await thumbnails(office)).entries()) {
      add('pictures', bytes, { picture: { page: index + 1, width, height } });
    }
  }
  return made;
}
