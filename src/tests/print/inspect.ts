/**
 * Reads what a printed issue is, for tests: with pdfjs-dist as a reader's program would see it, and with pdf-lib where
 * pdf.js does not look (fonts, the text as `content-text.ts` reads it).
 */
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { readPageText } from './content-text.ts';
import { readStructure, type StructureElement } from './structure.ts';

export interface OutlineEntry {
  title: string;
  /** From 1. */
  page: number;
  /** From 1 for the outermost. */
  level: number;
}

export interface InspectedFont {
  /** Without the tag of the subset: `Literata-Bold`. */
  name: string;
  /** `CIDFontType2`, `Type3`, … */
  type: string;
  embedded: boolean;
}

export interface InspectedPdf {
  pages: number;
  title: string;
  author: string;
  language: string;
  /** Whether a window shows the title instead of the file's name. */
  showsTitle: boolean;
  tagged: boolean;
  /** Whether the file claims to conform to PDF/UA. */
  claimsPdfUa: boolean;
  outline: OutlineEntry[];
  /** Page, from 1, of each named destination. */
  destinations: Record<string, number>;
  /** Addresses of the links on each page. */
  links: string[][];
  fonts: InspectedFont[];
  /** Text of each page, with ActualText where there is one. */
  text: string[];
  /** What assistive technology gets; `undefined` where the PDF is not tagged. */
  structure: StructureElement | undefined;
  /** Text of each page that is neither tagged nor an artifact. */
  loose: string[];
  /** Places where a font lacked a character. */
  missingGlyphs: { page: number; font: string; after: string }[];
}

export async function inspectPdf(bytes: Uint8Array): Promise<InspectedPdf> {
  // Loaded when needed: it is large, and no build needs it.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the bytes for itself, so it gets a copy.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  const seen = await task.promise;
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  try {
    const { info, metadata } = await seen.getMetadata();
    const pageOf = async (destination: unknown): Promise<number> => {
      const target = typeof destination === 'string' ? await seen.getDestination(destination) : destination;
      return Array.isArray(target)
        ? (await seen.getPageIndex(target[0] as { num: number; gen: number })) + 1
        : 0;
    };

    const outline: OutlineEntry[] = [];
    const walk = async (entries: Awaited<ReturnType<typeof seen.getOutline>>, level: number) => {
      for (const { title, dest, items } of entries ?? []) {
        outline.push({ title, page: await pageOf(dest), level });
        await walk(items as typeof entries, level + 1);
      }
    };
    await walk(await seen.getOutline(), 1);

    const destinations: Record<string, number> = {};
    for (const [name, destination] of Object.entries(await seen.getDestinations())) {
      destinations[name] = await pageOf(destination);
    }

    const links: string[][] = [];
    for (let number = 1; number <= seen.numPages; number++) {
      const annotations = (await (await seen.getPage(number)).getAnnotations()) as { url?: string }[];
      links.push(annotations.flatMap(({ url }) => url ?? []));
    }

    const texts = pdf.getPages().map(readPageText);
    const markInfo = (await seen.getMarkInfo()) as { Marked?: boolean } | null;
    const preferences = (await seen.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
    const facts = info as { Title?: string; Author?: string; Language?: string };
    return {
      pages: seen.numPages,
      title: facts.Title ?? '',
      author: facts.Author ?? '',
      language: facts.Language ?? '',
      showsTitle: preferences?.DisplayDocTitle === true,
      tagged: markInfo?.Marked === true,
      claimsPdfUa: metadata?.getRaw().includes('pdfuaid') ?? false,
      outline,
      destinations,
      links,
      fonts: readFonts(pdf),
      text: texts.map(({ text }) => text),
      structure: readStructure(pdf),
      loose: texts.map(({ loose }) => loose),
      missingGlyphs: texts.flatMap(({ missing }, index) =>
        missing.map((one) => ({ page: index + 1, ...one })),
      ),
    };
  } finally {
    await task.destroy();
  }
}

function readFonts(pdf: PDFDocument): InspectedFont[] {
  const fonts: InspectedFont[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    // A composite font is two: the one that names it and the one, listed by itself, that holds it.
    const subtype = object.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? '?';
    if (subtype === 'Type0' && object.lookup(PDFName.of('DescendantFonts')) instanceof PDFArray) continue;
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    fonts.push({
      name: (object.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '?').replace(
        /^[A-Z]{6}\+/,
        '',
      ),
      type: subtype,
      embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key))),
    });
  }
  return fonts;
}
