/**
 * Marks as artifacts what is on the pages for the eye alone: running heads, folios, woven cloths, rules.
 *
 * Chromium tags what comes from the elements of the page and leaves the rest outside the structure without a mark. A
 * screen reader may then read the running head of every page in the middle of an article, and PDF/UA asks that
 * everything be either tagged or an artifact (ISO 14289-1, 7.1).
 */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { readPage, writePage } from './page-content.ts';

/** Changes the pages of a tagged PDF in place. */
export function markArtifacts(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) writePage(page, markLooseContent(readPage(page)));
}

/**
 * A content stream in which everything that is drawn outside marked content is an artifact. Chromium (Skia) writes an
 * operator a line, and its text as numbers of glyphs, so that lines are enough to go by.
 *
 * @example
 * markLooseContent('BT\n<0001> Tj\nET') // => '/Artifact <</Type /Pagination>> BDC\nBT\n<0001> Tj\nET\nEMC'
 */
export function markLooseContent(content: string): string {
  const lines: string[] = [];
  /** The open marked contents: whether each is a part of the structure or an artifact, or only carries ActualText. */
  const open: boolean[] = [];
  /** Where the text or path that has begun outside marked content stands in `lines`. */
  let begin: number | undefined;
  let inText = false;
  const wrap = (open: string) => {
    lines.splice(begin ?? lines.length, 0, open);
    lines.push('EMC');
    begin = undefined;
  };
  for (const line of content.split('\n')) {
    const operator = /(?:^|\s|>>)([A-Za-z*]+)\s*$/.exec(line)?.[1] ?? '';
    if (operator === 'EMC' && /\/ActualText.*BDC\s*$/.test(lines.at(-1) ?? '') && open.at(-1) === false) {
      // What stood on the page before: Chromium leaves its ActualText behind, around nothing.
      lines.pop();
      open.pop();
      continue;
    }
    if (operator === 'BDC' || operator === 'BMC') {
      const counts = /MCID|\/Artifact/.test(line);
      // Tagged content within the text: what surrounds it is left as it is.
      if (inText && counts) begin = undefined;
      open.push(counts);
    }
    const loose = !open.includes(true);
    if (loose && begin === undefined && /^(BT|m|re|Do|sh)$/.test(operator)) begin = lines.length;
    if (operator === 'BT') inText = true;
    lines.push(line);
    if (operator === 'EMC') open.pop();
    if (operator === 'ET') {
      inText = false;
      if (loose && begin !== undefined) wrap('/Artifact <</Type /Pagination>> BDC');
    } else if (!inText && loose && begin !== undefined) {
      if (/^(f|F|f\*|S|s|B|B\*|b|b\*|Do|sh)$/.test(operator)) wrap('/Artifact BMC');
      // A path that only clips draws nothing.
      else if (operator === 'n') begin = undefined;
    }
  }
  return lines.join('\n');
}
