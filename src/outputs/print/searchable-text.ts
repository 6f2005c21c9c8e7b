/**
 * Makes Lao, Khmer and hyphenated words findable in the readers that people have.
 *
 * Chromium draws a Khmer or Lao cluster as several glyphs, in the order of the eye, and writes the true text beside
 * them (`/Span <</ActualText …>>`). Poppler takes that. Firefox's reader (pdf.js) ignores it and returns what the
 * glyphs happen to stand for; Chrome's (PDFium) takes it, but sorts what is drawn by its place, and repeats a cluster
 * whose marks fall behind the next letter. So here
 * - a cluster begins with blanks that carry its text, letter by letter, as wide as the cluster, and its glyphs read as
 *   U+2060, which pdf.js passes over;
 * - all its glyphs are drawn from its beginning, so that nothing is sorted between them;
 * - a soft hyphen at which no line ends goes, and one that is drawn is the only hyphen that stands for U+00AD.
 * Nothing moves on the page. Chromium writes an operator a line and a glyph an operator, so that lines are enough to go by.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib';
import { utf16 } from './content-tokens.ts';
import { GlyphFont } from './glyph-fonts.ts';

const softHyphen = '\u00AD';
const passedOver = '\u2060';

/** Changes pages and fonts in place. */
export function makeSearchable(pdf: PDFDocument): void {
  const fonts = new Map<string, GlyphFont | undefined>();
  for (const page of pdf.getPages()) {
    const named = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const fontOf = (name: string): GlyphFont | undefined => {
      const reference = named?.get(PDFName.of(name));
      if (!reference) return undefined;
      const key = reference.toString();
      if (!fonts.has(key)) fonts.set(key, GlyphFont.of(pdf.context.lookup(reference)));
      return fonts.get(key);
    };
    const contents = page.node.get(PDFName.of('Contents'));
    const stream = contents && pdf.context.lookup(contents);
    if (!contents || stream instanceof PDFArray || !(stream instanceof PDFRawStream)) continue;
    const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const made = pdf.context.flateStream(Buffer.from(searchable(content, fontOf), 'latin1'));
    pdf.context.assign(contents as Parameters<typeof pdf.context.assign>[0], made);
  }
  for (const font of fonts.values()) font?.write(pdf.context);
}

/** A string of glyphs, and where it begins: as far from the beginning of the one before. */
interface Move {
  dx: number;
  dy: number;
  codes: number[];
}

const span = /^\/Span\s*<<\s*\/ActualText\s*<([0-9a-f]*)>\s*>>\s*BDC$/i;

/** @param fontOf the font that a page calls by this name */
export function searchable(content: string, fontOf: (name: string) => GlyphFont | undefined): string {
  const result: string[] = [];
  let font: GlyphFont | undefined;
  let size = 1;
  /** How far behind its place of old the next move begins, since a cluster is drawn from its beginning. */
  let debt = 0;
  /** A soft hyphen has passed: the glyph after it is the hyphen, if the line ends there. */
  let hyphen = false;
  const lines = content.split('\n');

  const setState = (line: string) => {
    if (line === 'BT' || line.endsWith(' Tm')) debt = 0;
    const found = /^\/(\S+) (\S+) Tf$/.exec(line);
    if (!found) return;
    font = fontOf(found[1] ?? '');
    size = Number(found[2]);
  };
  const draw = (moves: readonly Move[]) => {
    for (const { dx, dy, codes } of moves) {
      result.push(`${point(dx + debt)} ${point(dy)} Td <${codes.map(hex).join('')}> Tj`);
      debt = 0;
    }
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    setState(line);
    const text = span.exec(line)?.[1];
    if (text === undefined) {
      const move = readMove(line);
      if (!move) result.push(line);
      else if (hyphen && lines[at + 1] === 'ET') {
        result.push(actualText(softHyphen));
        draw([move]);
        result.push('EMC');
      } else if (debt !== 0) draw([move]);
      else result.push(line);
      if (move) hyphen = false;
      continue;
    }

    const end = lines.indexOf('EMC', at);
    const inside = lines.slice(at + 1, end);
    const moves = inside.flatMap((one) => readMove(one) ?? []);
    const [first] = moves;
    const rest = inside.filter((one) => !readMove(one));
    if (end < 0 || !first || !rest.every((one) => /^\/\S+ \S+ Tf$|\bTm$/.test(one))) {
      result.push(line);
      continue;
    }
    inside.forEach(setState);
    at = end;
    const words = utf16(Buffer.from(text, 'hex')).replaceAll(softHyphen, '');
    if (words === '') {
      // A blank in the place of the soft hyphen: its move stays, its glyph goes.
      result.push(
        ...rest,
        ...moves.map(({ dx, dy }, index) => `${point(index ? dx : dx + debt)} ${point(dy)} Td`),
      );
      debt = 0;
      hyphen = true;
      continue;
    }
    result.push(actualText(words), ...rest);
    const drawn = moves.flatMap(({ codes }) => codes);
    const single = drawn.length === 1 && font?.unicode.get(drawn[0] ?? 0) === words;
    if (font?.blank === undefined || single) {
      draw(moves);
    } else {
      const next = readMove(lines[at + 1] ?? '') ?? nextInSpan(lines, at + 1);
      const moved = moves.slice(1).reduce((sum, { dx }) => sum + dx, 0);
      const advance = next && moved + next.dx > 0 ? ((moved + next.dx) / size) * 1000 : undefined;
      result.push(...drawCluster({ font, size, moves, words, advance, debt }));
      debt = moved;
    }
    result.push('EMC');
  }
  return result.join('\n');
}

interface Cluster {
  font: GlyphFont;
  size: number;
  moves: readonly Move[];
  words: string;
  /** From its beginning to that of the next cluster, in thousandths of the size; unknown at the end of a line. */
  advance: number | undefined;
  debt: number;
}

/** The operators that draw a cluster, all from its beginning. */
function drawCluster({ font, size, moves, words, advance, debt }: Cluster): string[] {
  const blank = font.blank ?? 0;
  const letter = (text: string, width: number) => ({ code: font.code(blank, text, width), width });
  // pdf.js gives marks no width, so the first letter has that of all.
  let left = rounded(advance ?? font.width(moves[0]?.codes[0] ?? 0));
  const carriers = [...words].map((one) => {
    const width = /\p{Mn}|\p{Cf}/u.test(one) ? 0 : left;
    left -= width;
    return letter(one, width);
  });
  const starter = letter(passedOver, 500);
  const operators: string[] = [];
  let offset = 0;
  moves.forEach(({ dx, dy, codes }, index) => {
    if (index > 0) offset += (dx / size) * 1000;
    let place = offset;
    codes.forEach((code, number) => {
      const begins = operators.length === 0;
      const before = begins ? carriers : [starter];
      const back = before.reduce((sum, { width }) => sum + width, 0) - place;
      // PDFium sees a space where a glyph ends well before the next cluster.
      const width = advance === undefined ? font.width(code) : rounded(Math.max(0, advance - place));
      operators.push(
        `${point(begins ? dx + debt : 0)} ${point(number === 0 ? dy : 0)} Td ` +
          `[<${before.map((one) => hex(one.code)).join('')}> ${point(back)} ` +
          `<${hex(font.code(code, passedOver, width))}>] TJ`,
      );
      place += font.width(code);
    });
  });
  return operators;
}

/** So that a font does not get a code for every width: readers see a space in a gap of a tenth of the size. */
const rounded = (width: number): number => Math.round(width / 25) * 25;

function readMove(line: string): Move | undefined {
  const found = /^(?:(\S+) (\S+) Td )?<((?:[0-9a-f]{4})+)> Tj$/i.exec(line);
  return found
    ? {
        dx: Number(found[1] ?? 0),
        dy: Number(found[2] ?? 0),
        codes: (found[3]?.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)),
      }
    : undefined;
}

/** The first glyphs of a span that begins on this line within the same text. */
function nextInSpan(lines: readonly string[], at: number): Move | undefined {
  return span.test(lines[at] ?? '') ? readMove(lines[at + 1] ?? '') : undefined;
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');
/** No exponent, no zeros behind. */
const point = (value: number): string => String(Number(value.toFixed(5)));

function actualText(words: string): string {
  return `/Span <</ActualText <feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>>> BDC`;
}
