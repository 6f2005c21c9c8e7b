import { Buffer as Letters, Feature, shape as shapeRun } from 'harfbuzzjs';
import { graphemes } from '../../i18n/intl.ts';
import { locales, type Locale } from '../../model/locales.ts';
import { memoize, weakMemoize } from '../../model/memoize.ts';
import type { Face, Faces } from './faces.ts';

/** From text to glyphs, by HarfBuzz, as browsers do it: marks where they belong, letters of Khmer below one another. */

/** A glyph in its place. Lengths are in em, from the beginning of the text and from the baseline upwards. */
export interface Glyph {
  readonly face: Face;
  readonly id: number;
  /** The letter that it stands for, in UTF-16 units of the text; the first one where it stands for several. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** A text in one line as long as it takes. It has no size yet: everything is in em. */
export interface ShapedText {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** How far from the beginning the letter at an index stands; one more, for the end. */
  readonly offsets: readonly number[];
  /** Letters that no face has; boxes are drawn for them. */
  readonly missing: readonly string[];
}

interface Run {
  readonly face: Face;
  readonly from: number;
  readonly to: number;
}

/** What needs no glyph: joiners, and the invisible end of a Khmer word. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

/** HarfBuzz makes spaces of other widths from the usual one. */
const nominal = (face: Face, letter: string): number | undefined =>
  face.font.nominalGlyph(/\p{Zs}/u.test(letter) ? 0x20 : (letter.codePointAt(0) ?? 0));

const hasAll = (face: Face, letters: string): boolean =>
  [...letters].every((letter) => invisible.test(letter) || nominal(face, letter));

/** The first face that has a letter and all its marks, and whether anything is to be seen of them. */
const fittingFace = weakMemoize((faces: readonly Face[]) =>
  memoize(
    (letters: string): { readonly face: Face | undefined; readonly visible: boolean } => ({
      face: faces.find((face) => hasAll(face, letters)),
      visible: [...letters].some((letter) => !invisible.test(letter)),
    }),
    5000,
  ),
);

/** Neighbouring letters of one face. A letter and its marks stay together, in the first face that has them all. */
function runsOf(text: string, faces: readonly Face[]): { runs: Run[]; missing: string[] } {
  const runs: Run[] = [];
  const missing: string[] = [];
  for (const { segment, index } of graphemes(text)) {
    const last = runs.at(-1);
    const { face: first, visible } = fittingFace(faces)(segment);
    const fitting = visible ? first : (last?.face ?? faces[0]);
    if (!fitting) missing.push(segment);
    const face = fitting ?? faces[0];
    if (!face) throw new Error('no face');
    const to = index + segment.length;
    if (last?.face === face) runs.splice(-1, 1, { ...last, to });
    else runs.push({ face, from: index, to });
  }
  return { runs, missing };
}

/** Chinese stops beside one another take half their width, as on the page (`text-spacing-trim`). */
const features = [new Feature('chws', 1)];

/** Shapes a text; one in the script of another language is shaped as well. */
export function shapeText(text: string, faces: Faces, lang: Locale): ShapedText {
  const { runs, missing } = runsOf(text, faces.list);
  const glyphs: Glyph[] = [];
  const advances = Array.from({ length: text.length }, () => 0);
  let x = 0;
  for (const { face, from, to } of runs) {
    const letters = new Letters();
    letters.addText(text, from, to - from);
    letters.guessSegmentProperties();
    letters.setLanguage(locales[lang].intl);
    shapeRun(face.font, letters, features);
    const positions = letters.getGlyphPositions();
    for (const [index, { codepoint: id, cluster: at }] of letters.getGlyphInfos().entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      glyphs.push({ face, id, at, x: x + xOffset / face.unitsPerEm, y: yOffset / face.unitsPerEm });
      advances[at] = (advances[at] ?? 0) + xAdvance / face.unitsPerEm;
      x += xAdvance / face.unitsPerEm;
    }
  }
  const offsets = [0];
  for (const advance of advances) offsets.push((offsets.at(-1) ?? 0) + advance);
  return { text, glyphs, offsets, missing };
}
