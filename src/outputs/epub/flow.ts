import type { Bulletin } from '../../bulletin/bulletin.ts';
import { placeNames } from '../../bulletin/place-names.ts';
import { keepWhole } from '../../i18n/line-ends.ts';
import type { Locale } from '../../model/locales.ts';
import { mapText, markupIn, text, wordsOf, type Markup } from '../../model/markup.ts';
import { lineStarts } from '../cards/lines.ts';

/**
 * Lao and Khmer for programs that know no words of theirs, and set a sentence without spaces as one word that is cut off at the
 * edge: between words stands a zero-width space, as Khmer is often written, but none within a name or a frequent compound,
 * which are found by search. (`<wbr>` would leave the text as it was written; MuPDF 1.21 passes over it.)
 */
export function withLineEnds(nodes: readonly Markup[], locale: Locale, bulletin: Bulletin): Markup[] {
  if (locale !== 'lo' && locale !== 'km') return [...nodes];
  const apart = mapText(
    keepWhole(nodes, locale, placeNames(bulletin, locale)),
    (words) => [text(wordsApart(words, locale))],
    isWhole,
  );
  return wholesApart(apart);
}

const space = '\u200B';
const endsWithLetter = /(?=[\p{L}\p{M}])[\p{Script=Lao}\p{Script=Khmer}]$/u;
/** A sign of repetition stays with its word. */
const beginsWithLetter = /^(?!\p{Lm})(?=\p{L})[\p{Script=Lao}\p{Script=Khmer}]/u;
const meet = (before: string, after: string): boolean =>
  endsWithLetter.test(before) && beginsWithLetter.test(after);

function wordsApart(words: string, locale: Locale): string {
  const starts = lineStarts(words, locale);
  return starts
    .map((end, index) => {
      const part = words.slice(starts[index - 1] ?? 0, end);
      return meet(part, words.slice(end)) ? part + space : part;
    })
    .join('');
}

const isWhole = (node: Markup): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes('whole');

/** Between a name and what stands beside it too. */
function wholesApart(nodes: readonly Markup[]): Markup[] {
  return nodes.flatMap((node, index): Markup[] => {
    const next = nodes[index + 1];
    const own =
      node.type === 'text' || isWhole(node) ? node : { ...node, children: wholesApart(markupIn(node)) };
    return next && (isWhole(node) || isWhole(next)) && meet(wordsOf([node]), wordsOf([next]))
      ? [own, text(space)]
      : [own];
  });
}
