import { translator } from '../../i18n/translate.ts';
import type { Locale } from '../../model/locales.ts';
import { memoize, weakMemoize } from '../../model/memoize.ts';
import { cardHeight, cardWidth, type Card } from './card.ts';
import type { Faces, Weight } from './faces.ts';
import { cutLine, setTitle, type Line } from './lines.ts';
import { shapeText, type ShapedText } from './shape.ts';

/** Where everything stands on a card. All lengths are pixels of the picture. */

/** Height of the cloth: threads of ten pixels. */
export const clothBottom = 210;
const margin = 64;
const inner = cardWidth - 2 * margin;

const kickerType = { size: 27, leading: 1.75, weight: 400, ink: 'accent' } as const;
const mastheadType = { size: 34, leading: 1.7, weight: 700, ink: 'ink' } as const;
const whenType = { size: 25, leading: 1.7, weight: 400, ink: 'muted' } as const;
/** From 68 down to 30 by two. */
const titleSizes = Array.from({ length: 20 }, (_, index) => 68 - 2 * index);

/** Line heights under which no mark of a script touches the line above. */
const leading: Readonly<Record<Locale, number>> = {
  vi: 1.32,
  en: 1.25,
  fr: 1.25,
  lo: 1.55,
  km: 1.75,
  zh: 1.35,
};

/** Between the cloth and the kicker, below the kicker, between the title and the rule. */
const [aboveText, belowKicker, belowTitle] = [26, 8, 18];
/** A double rule: two lines of two pixels, two apart. */
export const ruleHeight = 6;
const [belowRule, belowMasthead, betweenEnds] = [8, 14, 40];
const footHeight = ruleHeight + belowRule + mastheadType.size * mastheadType.leading + belowMasthead;

/** The colour that a line is printed in, as `styles/tokens.css` names it. */
export type Ink = 'ink' | 'accent' | 'muted';

export interface PlacedLine {
  readonly shaped: ShapedText;
  readonly line: Line;
  readonly size: number;
  readonly ink: Ink;
  readonly x: number;
  readonly baseline: number;
}

export interface CardLayout {
  readonly lines: readonly PlacedLine[];
  /** Top of the rule above the masthead, from margin to margin. */
  readonly rule: { readonly left: number; readonly right: number; readonly top: number };
  /** Letters that no face has. */
  readonly missing: readonly string[];
}

interface Type {
  readonly size: number;
  readonly leading: number;
}

/** How far the baseline lies below the top of its line: on a whole pixel, so that lines of a size look alike. */
function baselineOf({ size, leading }: Type, { ascent, descent }: Faces, top: number): number {
  return Math.floor(top + (size * leading - (ascent + descent) * size) / 2 + ascent * size);
}

const wholeOf = ({ text }: ShapedText): Line => ({ from: 0, to: text.length });
const widthOf = ({ offsets }: ShapedText, { from, to }: Line, size: number): number =>
  ((offsets[to] ?? 0) - (offsets[from] ?? 0)) * size;

/** Spaces as a browser has them: one where the source has several. A soft hyphen would be a letter here. */
const plain = (text: string): string =>
  text
    .replaceAll('\u00AD', '')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();

type FacesOf = (locale: Locale, weight: Weight) => Faces;
type LineType = Type & { readonly weight: Weight; readonly ink: Ink };

/** Shapes a text as a card of a language shows it. */
const shape = (facesOf: FacesOf, locale: Locale, text: string, weight: Weight, lang = locale): ShapedText =>
  shapeText(plain(text), facesOf(locale, weight), lang);

interface OneLine {
  readonly lines: readonly PlacedLine[];
  readonly width: number;
}

/**
 * Sets one line, cut where it is longer than its room, with what stands behind the cut.
 * @param xOf where it begins, from how wide it is
 */
function setLine(
  facesOf: FacesOf,
  locale: Locale,
  text: string,
  { type, room, top, xOf }: { type: LineType; room: number; top: number; xOf: (width: number) => number },
): OneLine {
  const { size, ink, weight } = type;
  const shaped = shape(facesOf, locale, text, weight);
  const ellipsis = shape(facesOf, locale, '…', weight);
  const dots = widthOf(ellipsis, wholeOf(ellipsis), 1);
  const cut = cutLine(shaped, 0, room / size, dots);
  const line = cut ?? wholeOf(shaped);
  const own = widthOf(shaped, line, size);
  const width = cut ? own + dots * size : own;
  const x = xOf(width);
  const baseline = baselineOf(type, facesOf(locale, weight), top);
  const placed = { size, ink, baseline };
  return {
    lines: [
      { ...placed, shaped, line, x },
      ...(cut ? [{ ...placed, shaped: ellipsis, line: wholeOf(ellipsis), x: x + own }] : []),
    ],
    width,
  };
}

const foot = cardHeight - footHeight;
const footTop = foot + ruleHeight + belowRule;
/** How many texts of a kind are remembered: cards of one list follow one another. */
const remembered = 100;

/** The lines that many cards have: laid out once, they are the same object each time and painted once too. */
const smallLines = weakMemoize((facesOf: FacesOf) =>
  memoize((locale: Locale) => {
    const kicker = memoize(
      (text: string) =>
        setLine(facesOf, locale, text, {
          type: kickerType,
          room: inner,
          top: clothBottom + aboveText,
          xOf: () => margin,
        }),
      remembered,
    );
    const masthead = setLine(facesOf, locale, translator(locale)('site.title'), {
      type: mastheadType,
      room: inner,
      top: footTop,
      xOf: () => margin,
    });
    const baseline = masthead.lines[0]?.baseline ?? footTop;
    const when = memoize((text: string) => {
      const room = inner - masthead.width - betweenEnds;
      const set = setLine(facesOf, locale, text, {
        type: whenType,
        room,
        top: footTop,
        xOf: (width) => cardWidth - margin - width,
      });
      return { ...set, lines: set.lines.map((line) => ({ ...line, baseline })) };
    }, remembered);
    return { kicker, masthead, when, ellipsis: shape(facesOf, locale, '…', 700) };
  }),
);

/**
 * Lays a card out.
 * @param facesOf the faces of a language in a weight
 */
export function layoutCard(card: Card, facesOf: FacesOf): CardLayout {
  const { kicker, masthead, when, ellipsis } = smallLines(facesOf)(card.locale);
  const lines: PlacedLine[] = [];
  let top = clothBottom + aboveText;
  if (card.kicker !== '') {
    lines.push(...kicker(card.kicker).lines);
    top += kickerType.size * kickerType.leading + belowKicker;
  }

  const title = shape(facesOf, card.locale, card.title, 700, card.titleLang);
  const {
    size,
    lines: set,
    cut,
  } = setTitle(title, card.titleLang, {
    width: inner,
    height: foot - belowTitle - top,
    leading: leading[card.titleLang],
    sizes: titleSizes,
    ellipsis: widthOf(ellipsis, wholeOf(ellipsis), 1),
  });
  const type = { size, leading: leading[card.titleLang] };
  for (const [index, line] of set.entries()) {
    const baseline = baselineOf(type, facesOf(card.locale, 700), top + index * size * type.leading);
    lines.push({ shaped: title, line, size, ink: 'ink', x: margin, baseline });
    if (cut && index === set.length - 1) {
      const x = margin + widthOf(title, line, size);
      lines.push({ shaped: ellipsis, line: wholeOf(ellipsis), size, ink: 'ink', x, baseline });
    }
  }

  lines.push(...masthead.lines);
  lines.push(...when(card.when === '' ? translator(card.locale)('site.publisher') : card.when).lines);
  return {
    lines,
    rule: { left: margin, right: cardWidth - margin, top: Math.round(foot) },
    missing: lines.flatMap(({ shaped }) => shaped.missing),
  };
}
