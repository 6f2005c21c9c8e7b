import { translator } from '../../i18n/translate.ts';
import type { Locale } from '../../model/locales.ts';
import { cardHeight, cardWidth, type Card } from './card.ts';
import type { Faces, Weight } from './faces.ts';
import { cutLine, setTitle, type Line } from './lines.ts';
import { shapeText, type ShapedText } from './shape.ts';

/** Where everything stands on a card. All lengths are pixels of the picture. */

/** Height of the cloth: threads of ten pixels. */
export const clothBottom = 210;
const margin = 64;
const inner = cardWidth - 2 * margin;

const kickerType = { size: 27, leading: 1.75, weight: 400 } as const;
const mastheadType = { size: 34, leading: 1.7, weight: 700 } as const;
const whenType = { size: 25, leading: 1.7, weight: 400 } as const;
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

/**
 * Lays a card out.
 * @param facesOf the faces of a language in a weight
 */
export function layoutCard(card: Card, facesOf: (locale: Locale, weight: Weight) => Faces): CardLayout {
  const t = translator(card.locale);
  const shape = (text: string, weight: Weight, lang = card.locale): ShapedText =>
    shapeText(plain(text), facesOf(card.locale, weight), lang);

  /** One line, cut where it is longer than its room, with what stands behind the cut. */
  function oneLine(
    text: string,
    type: Type & { weight: Weight },
    room: number,
  ): { parts: { shaped: ShapedText; line: Line; offset: number }[]; width: number } {
    const shaped = shape(text, type.weight);
    const ellipsis = shape('…', type.weight);
    const dots = widthOf(ellipsis, wholeOf(ellipsis), 1);
    const cut = cutLine(shaped, 0, room / type.size, dots);
    const line = cut ?? wholeOf(shaped);
    const width = widthOf(shaped, line, type.size);
    const body = { shaped, line, offset: 0 };
    return cut
      ? {
          parts: [body, { shaped: ellipsis, line: wholeOf(ellipsis), offset: width }],
          width: width + dots * type.size,
        }
      : { parts: [body], width };
  }

  const lines: PlacedLine[] = [];
  let top = clothBottom + aboveText;
  if (card.kicker !== '') {
    const baseline = baselineOf(kickerType, facesOf(card.locale, kickerType.weight), top);
    for (const { shaped, line, offset } of oneLine(card.kicker, kickerType, inner).parts)
      lines.push({ shaped, line, size: kickerType.size, ink: 'accent', x: margin + offset, baseline });
    top += kickerType.size * kickerType.leading + belowKicker;
  }

  const foot = cardHeight - footHeight;
  const title = shape(card.title, 700, card.titleLang);
  const ellipsis = shape('…', 700);
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

  const footTop = foot + ruleHeight + belowRule;
  const baseline = baselineOf(mastheadType, facesOf(card.locale, mastheadType.weight), footTop);
  const masthead = oneLine(t('site.title'), mastheadType, inner);
  const room = inner - masthead.width - betweenEnds;
  const when = oneLine(card.when === '' ? t('site.publisher') : card.when, whenType, room);
  for (const { shaped, line, offset } of masthead.parts)
    lines.push({ shaped, line, size: mastheadType.size, ink: 'ink', x: margin + offset, baseline });
  for (const { shaped, line, offset } of when.parts) {
    const x = cardWidth - margin - when.width + offset;
    lines.push({ shaped, line, size: whenType.size, ink: 'muted', x, baseline });
  }
  return {
    lines,
    rule: { left: margin, right: cardWidth - margin, top: Math.round(foot) },
    missing: lines.flatMap(({ shaped }) => shaped.missing),
  };
}
