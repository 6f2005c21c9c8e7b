import LineBreaker from 'linebreak';
import { wordSegmenter } from '../../i18n/intl.ts';
import { keepWhole } from '../../i18n/line-ends.ts';
import type { Locale } from '../../model/locales.ts';
import { text as asMarkup, wordsOf } from '../../model/markup.ts';
import type { ShapedText } from './shape.ts';

/** How a title is set: where its lines end, how large it is, what is left out. As `text-wrap: balance` would have it. */

/** A part of a shaped text. */
export interface Line {
  readonly from: number;
  /** Behind the last letter, spaces at the end left out. */
  readonly to: number;
}

const letter = /(?=[\p{L}\p{M}])[\p{Script=Lao}\p{Script=Khmer}]/u;
/** A sign of repetition stays with its word. */
const beginsWord = /^(?!\p{Lm})(?=\p{L})[\p{Script=Lao}\p{Script=Khmer}]/u;

/** Every place within what stays whole on screen and paper too. */
function placesWithinWhole(text: string, lang: Locale, names: readonly string[]): Set<number> {
  const within = new Set<number>();
  let at = 0;
  for (const node of keepWhole([asMarkup(text)], lang, names)) {
    const end = at + wordsOf([node]).length;
    if (node.type === 'element') for (let one = at + 1; one < end; one++) within.add(one);
    at = end;
  }
  return within;
}

/**
 * Where lines may begin, in order, the end of the text included: by the Unicode rules, and between the words of Lao
 * and Khmer, which have no spaces between them. Not within a compound or a name that stays whole.
 * @param names of places (`bulletin/place-names.ts`)
 */
export function lineStarts(text: string, lang: Locale, names: readonly string[] = []): number[] {
  const starts = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) starts.add(found.position);
  for (const { index } of wordSegmenter(lang).segment(text)) {
    if (letter.test(text.charAt(index - 1)) && beginsWord.test(text.slice(index))) starts.add(index);
  }
  const within = placesWithinWhole(text, lang, names);
  return [...starts].filter((start) => !within.has(start)).sort((a, b) => a - b);
}

const widthOf = ({ offsets }: ShapedText, { from, to }: Line): number =>
  (offsets[to] ?? 0) - (offsets[from] ?? 0);

/** Spaces at the end of a line take no room. */
const lineOf = ({ text }: ShapedText, from: number, next: number): Line => ({
  from,
  to: from + text.slice(from, next).trimEnd().length,
});

/** What never ends a line inside: words, or letters of Chinese with their stops. */
const unitsOf = (shaped: ShapedText, starts: readonly number[]): Line[] =>
  starts.map((next, index) => lineOf(shaped, starts[index - 1] ?? 0, next));

/**
 * Fills lines one after the other, each as far as it goes.
 * @param starts where lines may begin, the end of the text included. What is wider than a line between two of them
 *   stands on a line of its own and beyond it.
 * @param width of a line, in em
 */
export function fillLines(shaped: ShapedText, starts: readonly number[], width: number): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let end = 0;
  for (const next of starts) {
    if (end > from && widthOf(shaped, lineOf(shaped, from, next)) > width) {
      lines.push(lineOf(shaped, from, end));
      from = end;
    }
    end = next;
  }
  if (end > from) lines.push(lineOf(shaped, from, end));
  return lines;
}

/** Lines as even as their number allows: those of the narrowest column that needs no line more. */
function balanceLines(
  shaped: ShapedText,
  starts: readonly number[],
  lines: Line[],
  widest: number,
  width: number,
): Line[] {
  let [narrow, wide, best] = [widest, width, lines];
  // A hundredth of an em is less than a pixel.
  while (wide - narrow > 0.01) {
    const middle = (narrow + wide) / 2;
    const tried = fillLines(shaped, starts, middle);
    if (tried.length > lines.length) narrow = middle;
    else [wide, best] = [middle, tried];
  }
  return best;
}

/** Where letters may be parted from one another: not from their marks, nor from the letters below them. */
const clusterEnds = (shaped: ShapedText): number[] =>
  [...new Set([...shaped.glyphs.map((glyph) => glyph.at), shaped.text.length])]
    .filter((at) => at > 0)
    .sort((a, b) => a - b);

/** As much of a text as leaves room for an ellipsis in a line; `undefined` where all of it fits without. */
export function cutLine(shaped: ShapedText, from: number, width: number, ellipsis: number): Line | undefined {
  if (widthOf(shaped, { from, to: shaped.text.length }) <= width) return undefined;
  const ends = clusterEnds(shaped).filter(
    (to) => to > from && widthOf(shaped, { from, to }) + ellipsis <= width,
  );
  return lineOf(shaped, from, ends.at(-1) ?? from);
}

/** The room for a title, in pixels but for `leading`. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Height of a line in em. */
  readonly leading: number;
  /** Sizes to choose from, the largest first. */
  readonly sizes: readonly number[];
  /** Width of an ellipsis in em. */
  readonly ellipsis: number;
}

export interface SetTitle {
  readonly size: number;
  readonly lines: readonly Line[];
  /** Whether an ellipsis stands behind the last line. */
  readonly cut: boolean;
}

/**
 * Sets a title as large as it fits without breaking a word, in even lines. One that fits at no size has the smallest,
 * its words broken where they are wider than a line, and ends with an ellipsis where there is no more room.
 */
export function setTitle(shaped: ShapedText, lang: Locale, room: Room): SetTitle {
  const starts = lineStarts(shaped.text, lang);
  const widest = Math.max(0, ...unitsOf(shaped, starts).map((unit) => widthOf(shaped, unit)));
  for (const size of room.sizes) {
    const width = room.width / size;
    if (widest > width) continue;
    const lines = fillLines(shaped, starts, width);
    if (lines.length * room.leading * size <= room.height)
      return { size, lines: balanceLines(shaped, starts, lines, widest, width), cut: false };
  }
  const size = room.sizes.at(-1);
  if (size === undefined) throw new Error('no size to set a title in');
  const width = room.width / size;
  const cuts = clusterEnds(shaped);
  const anywhere = starts.flatMap((next, index) => {
    const from = starts[index - 1] ?? 0;
    const tooWide = widthOf(shaped, lineOf(shaped, from, next)) > width;
    return tooWide ? [...cuts.filter((at) => at > from && at < next), next] : [next];
  });
  const lines = fillLines(shaped, anywhere, width);
  const count = Math.max(1, Math.floor(room.height / (room.leading * size)));
  const last = lines[count - 1];
  if (lines.length <= count || !last) return { size, lines, cut: false };
  const ending = cutLine(shaped, last.from, width, room.ellipsis);
  return { size, lines: [...lines.slice(0, count - 1), ending ?? last], cut: ending !== undefined };
}
