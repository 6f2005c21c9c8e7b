/**
 * Makes the words of a PDF findable in the readers that people have, and copied text what was written.
 *
 * Chromium draws a Khmer or Lao cluster as several glyphs, in the order of the eye, and writes the true text beside
 * them (`/Span <</ActualText …>>`). Readers differ in what they make of it: some ignore it, others sort what is drawn by
 * its place. So here
 * - a cluster is one glyph, composed of its letters and marks where they stand, which reads as the first letter; what
 *   else it says follows on a blank without width, because pdf.js gives what holds a mark no width;
 * - a soft hyphen at which no line ends goes, and one that is drawn is the only hyphen that stands for U+00AD;
 * - other characters that nobody sees go (zero-width spaces, word joiners);
 * - the space at which a line was broken is written at its end (ISO 32000-1, 14.8.2.5).
 * Nothing moves on the page. Chromium writes an operator a line and a glyph an operator, so that lines are enough to go by.
 */
import { PDFDict, PDFName, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { utf16 } from './content-tokens.ts';
import { GlyphFont, type PlacedGlyph } from './glyph-fonts.ts';
import { onlyStream, readPage, writePage } from './page-content.ts';

const softHyphen = '\u00AD';
const invisible = /[\u200B\u2060\uFEFF\u00AD]/g;

/** Text that was drawn in one go: a line of a paragraph, or a part of one in the same type. */
export interface Run {
  /** Reference of its page. */
  readonly page: string;
  /** Its marked content, which the structure refers to; `undefined` for text outside the structure. */
  readonly number: number | undefined;
  /** As it now reads. */
  readonly text: string;
  /** Writes a space behind it. */
  readonly addSpace: () => void;
}

/**
 * Changes pages and fonts in place.
 * @param spaced the runs behind which a space belongs, of all of them in the order of the pages
 */
export function makeSearchable(pdf: PDFDocument, spaced: (runs: readonly Run[]) => Iterable<Run>): void {
  const fonts = new Map<string, GlyphFont | undefined>();
  const runs: Run[] = [];
  const changed: { page: PDFPage; lines: string[] }[] = [];
  for (const page of pdf.getPages()) {
    const named = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const fontOf = (name: string): GlyphFont | undefined => {
      const reference = named?.get(PDFName.of(name));
      if (!reference) return undefined;
      const key = reference.toString();
      if (!fonts.has(key)) fonts.set(key, GlyphFont.of(pdf.context.lookup(reference)));
      return fonts.get(key);
    };
    if (!onlyStream(page)) continue;
    const { lines, ends } = searchable(readPage(page), fontOf);
    changed.push({ page, lines });
    for (const { at, number, text, font } of ends) {
      const addSpace = () => (lines[at] = `<${hex(font.spaceCode())}> Tj\n${lines[at] ?? ''}`);
      runs.push({ page: page.ref.toString(), number, text, addSpace });
    }
  }
  for (const run of spaced(runs)) run.addSpace();
  for (const { page, lines } of changed) writePage(page, lines.join('\n'));
  for (const font of fonts.values()) font?.write(pdf.context);
}

/** A string of glyphs, and where it begins: as far from the beginning of the one before. */
interface Move {
  dx: number;
  dy: number;
  codes: number[];
}

const span = /^\/Span\s*<<\s*\/ActualText\s*<([0-9a-f]*)>\s*>>\s*BDC$/i;

/** Where a run of text ends in the lines, the number of its marked content, and its font. */
interface End {
  at: number;
  number: number | undefined;
  text: string;
  font: GlyphFont;
}

/** @param fontOf the font that a page calls by this name */
export function searchable(
  content: string,
  fontOf: (name: string) => GlyphFont | undefined,
): { lines: string[]; ends: End[] } {
  const result: string[] = [];
  const ends: End[] = [];
  /** The numbers of the open marked contents. */
  const marked: (number | undefined)[] = [];
  let font: GlyphFont | undefined;
  let size = 1;
  /** What was drawn since the text began. */
  let said = '';
  /** How far behind its place of old the next move begins, since a cluster is drawn from its beginning. */
  let debt = { x: 0, y: 0 };
  /** A soft hyphen has passed: the glyph after it is the hyphen, if the line ends there. */
  let hyphen = false;
  const lines = linesOfText(content);

  const setState = (line: string) => {
    if (line === 'BT') said = '';
    if (line === 'BT' || line.endsWith(' Tm')) debt = { x: 0, y: 0 };
    const found = /^\/(\S+) (\S+) Tf$/.exec(line);
    if (!found) return;
    font = fontOf(found[1] ?? '');
    size = Number(found[2]);
  };
  const move = ({ dx, dy }: Pick<Move, 'dx' | 'dy'>) => {
    const moved = `${point(dx + debt.x)} ${point(dy + debt.y)} Td`;
    debt = { x: 0, y: 0 };
    return moved;
  };
  const shown = (codes: readonly number[]) => `<${codes.map(hex).join('')}> Tj`;
  const textOf = (code: number): string => font?.unicode.get(code) ?? '';

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    setState(line);
    const text = span.exec(line)?.[1];
    if (text === undefined) {
      const found = readMove(line);
      if (!found) {
        if (/\b(BDC|BMC)$/.test(line)) {
          const number = /\/MCID (\d+)/.exec(line)?.[1];
          marked.push(number === undefined ? undefined : Number(number));
        } else if (line === 'EMC') marked.pop();
        else if (line === 'ET' && font && said !== '') {
          const number = marked.findLast((one) => one !== undefined);
          ends.push({ at: result.length, number, text: said, font });
        }
        result.push(line);
        continue;
      }
      const seen = found.codes.filter((code) => textOf(code) === '' || !isInvisible(textOf(code)));
      if (hyphen && lines[at + 1] === 'ET') {
        result.push(actualText(softHyphen), `${move(found)} ${shown(found.codes)}`, 'EMC');
        // The word goes on: no space belongs here.
        said += softHyphen;
      } else if (seen.length === 0) result.push(move(found));
      else {
        if (debt.x === 0 && debt.y === 0 && seen.length === found.codes.length) result.push(line);
        else result.push(`${move(found)} ${shown(seen)}`);
        said += seen.map(textOf).join('');
      }
      hyphen = false;
      continue;
    }

    const end = lines.indexOf('EMC', at);
    const inside = lines.slice(at + 1, end);
    const moves = inside.flatMap((one) => readMove(one) ?? []);
    const [first] = moves;
    const rest = inside.filter((one) => !readMove(one));
    if (end < 0 || !first || !rest.every((one) => /^\/\S+ \S+ Tf$|\bTm$/.test(one))) {
      marked.push(undefined);
      result.push(line);
      continue;
    }
    inside.forEach(setState);
    at = end;
    const written = utf16(Buffer.from(text, 'hex'));
    const words = written.replaceAll(invisible, '');
    result.push(...rest);
    if (words === '') {
      // Its moves stay, its glyphs go.
      result.push(...moves.map(move));
      hyphen = written.includes(softHyphen);
      continue;
    }
    said += words;
    const drawn = moves.flatMap(({ codes }) => codes);
    const [only = 0] = drawn;
    if (!font) {
      result.push(actualText(words), ...moves.map((one) => `${move(one)} ${shown(one.codes)}`), 'EMC');
      continue;
    }
    if (drawn.length === 1 && textOf(only) === words) {
      result.push(`${move(first)} ${shown(drawn)}`);
      continue;
    }
    const next = readMove(lines[at + 1] ?? '') ?? nextInSpan(lines, at + 1);
    const moved = moves.slice(1).reduce(({ x, y }, { dx, dy }) => ({ x: x + dx, y: y + dy }), {
      x: 0,
      y: 0,
    });
    const advance = next && ((moved.x + next.dx) / size) * 1000;
    const codes = clusterCodes({ font, size, moves, words, advance });
    const glyphs = `${move(first)} ${shown(codes)}`;
    if (codes.length === 1) result.push(glyphs);
    else result.push(actualText(words), glyphs, 'EMC');
    debt = moved;
  }
  return { lines: result, ends };
}

interface Cluster {
  font: GlyphFont;
  size: number;
  moves: readonly Move[];
  words: string;
  /** From its beginning to that of the next cluster, in thousandths of the size; unknown at the end of a line. */
  advance: number | undefined;
}

/**
 * The codes that draw a cluster and read as its words.
 *
 * A cluster is as wide as it is far to the next; at the end of a line, as its glyphs are. There the widths alone tell a
 * mark: a vowel that takes room is drawn back over the letter before it too (Lao ຳ, Khmer ា in a ligature), and a mark
 * may be placed beyond its letter.
 */
function clusterCodes({ font, size, moves, words, advance }: Cluster): number[] {
  const parts: PlacedGlyph[] = [];
  let [x, y, natural] = [0, 0, 0];
  moves.forEach(({ dx, dy, codes }, index) => {
    if (index > 0) {
      x += (dx / size) * 1000;
      y += (dy / size) * 1000;
    }
    let place = x;
    for (const glyph of codes) {
      parts.push({ glyph, x: place, y });
      const width = font.width(glyph);
      place += width;
      if (width > 0) natural = Math.max(natural, place);
    }
  });
  // Readers see a space in a gap of a tenth of the size; what differs by less need not be a glyph of its own.
  const width =
    advance === undefined || advance < 0 || Math.abs(advance - natural) < 40 ? natural : rounded(advance);
  const [letter = '', ...others] = [...words];
  const codes = [font.code(parts, letter, width)];
  // Old readers take no more than eight numbers of a character's text.
  for (let at = 0; at < others.length; at += 4) {
    codes.push(font.code([], others.slice(at, at + 4).join(''), 0));
  }
  return codes;
}

const rounded = (width: number): number => Math.round(width / 25) * 25;

const isInvisible = (text: string): boolean => /^[\u200B\u2060\uFEFF\u00AD]*$/.test(text);

/** The lines of text and of marked content; what stands between them, most of all the cloths, in one piece. */
function linesOfText(content: string): string[] {
  const lines: string[] = [];
  let between = 0;
  let next = 0;
  while (next <= content.length) {
    const start = next;
    const newline = content.indexOf('\n', start);
    const end = newline < 0 ? content.length : newline;
    next = end + 1;
    if (!isOfText(content, end)) continue;
    if (between < start) lines.push(content.slice(between, start - 1));
    lines.push(content.slice(start, end));
    between = next;
  }
  if (between <= content.length) lines.push(content.slice(between));
  return lines;
}

/** Whether a line that ends here does so as BT, ET, Tf, Tm, Tj, BDC, BMC and EMC do. */
function isOfText(content: string, end: number): boolean {
  const last = content.charAt(end - 1);
  if (last === 'f' || last === 'm') return content.charAt(end - 2) === 'T';
  return last === 'j' || last === 'T' || last === 'C';
}

/** `1 0 Td <00010002> Tj`, or without the place; read by its parts, for there is one a glyph. */
function readMove(line: string): Move | undefined {
  if (!line.endsWith('> Tj')) return undefined;
  const open = line.indexOf('<');
  const space = line.indexOf(' ');
  const isPlaced = open > 0 && line.indexOf(' Td <') === line.indexOf(' ', space + 1);
  if (open !== 0 && !isPlaced) return undefined;
  const codes: number[] = [];
  for (let at = open + 1; at < line.length - 4; at += 4)
    codes.push(Number.parseInt(line.slice(at, at + 4), 16));
  return isPlaced
    ? { dx: Number(line.slice(0, space)), dy: Number(line.slice(space + 1, open - 4)), codes }
    : { dx: 0, dy: 0, codes };
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
