import { locales, type Locale } from '../../model/locales.ts';

/** Where the lines of a text end on the screen, and whether a reader would end them there. */

export interface Broken {
  readonly text: string;
  /** Where lines begin, as offsets in the text. */
  readonly breaks: readonly number[];
}

/** Runs in the page: headline, summary and paragraphs of an article, those with nothing but text in them. */
export function brokenParagraphs(): Broken[] {
  const letters = new Intl.Segmenter(document.documentElement.lang, { granularity: 'grapheme' });
  return [...document.querySelectorAll('article > h1, article > .lead, .prose p')].flatMap((paragraph) => {
    if (paragraph.querySelector(':not(.whole)')) return [];
    const nodes: { node: Text; start: number }[] = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const range = document.createRange();
    const breaks: number[] = [];
    let last = -Infinity;
    // Letter by letter with its marks: alone, a mark has no place of its own, or takes its letter's.
    for (const { index, segment } of letters.segment(text)) {
      const at = nodes.findLast(({ start }) => start <= index);
      if (!at) continue;
      const from = index - at.start;
      range.setStart(at.node, from);
      range.setEnd(at.node, Math.min(at.node.length, from + segment.length));
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (boxes.length === 0) continue;
      const top = Math.max(...boxes.map((box) => box.top));
      if (top - last > 8 && last !== -Infinity) breaks.push(index);
      last = Math.max(top, last);
    }
    return [{ text, breaks }];
  });
}

/** Words of one letter that `Intl.Segmenter` joins to their neighbours: “time”, “as”, “to”, “towards”, “month”. */
const smallWords = ['ທີ', 'ជា', 'ទៅ', 'ឆ្ពោះ', 'ខែ'];

/** What belongs to the word before it. */
const noLineBegins = /^[\p{Pe}\p{Pf},.;:!?%។៕៖ៗໆຯ，。、；：！？》」]/u;

/** A break that a reader stumbles over. */
export interface BadBreak {
  readonly why: 'closing mark' | 'torn name' | 'torn word';
  /** `…end of line|next line…` */
  readonly where: string;
}

/**
 * The breaks of a text that are bad, in its order.
 * @param names that must stay whole
 */
export function badBreaks({ text, breaks }: Broken, locale: Locale, names: readonly string[]): BadBreak[] {
  const words = new Intl.Segmenter(locales[locale].intl, { granularity: 'word' });
  const letters = new Intl.Segmenter(locales[locale].intl, { granularity: 'grapheme' });
  // Chinese may break between any two letters; all others at the edges of words only.
  const edges = [...(locale === 'zh' ? letters : words).segment(text)].map((segment) => segment.index);
  const tearsWord = (at: number): boolean => {
    // A long name may break at its hyphen or dash.
    if (edges.includes(at) || /[-–—/]/.test(text[at - 1] ?? '')) return false;
    // A Lao or Khmer compound may break between its parts, which have more than one letter.
    const start = Math.max(...edges.filter((edge) => edge < at));
    const end = Math.min(text.length, ...edges.filter((edge) => edge > at));
    const parts = [text.slice(start, at), text.slice(at, end)];
    return !(
      /\p{Script=Lao}|\p{Script=Khmer}/u.test(parts[0] ?? '') &&
      parts.every((part) => smallWords.includes(part) || [...letters.segment(part)].length > 1)
    );
  };
  const tearsName = (at: number): boolean =>
    names.some((name) => {
      const found = text.indexOf(name, at - name.length + 1);
      return found >= 0 && found < at;
    });
  const fault = (at: number): BadBreak['why'] | undefined => {
    if (noLineBegins.test(text.slice(at))) return 'closing mark';
    if (tearsName(at)) return 'torn name';
    return tearsWord(at) ? 'torn word' : undefined;
  };
  return breaks.flatMap((at): BadBreak[] => {
    const why = fault(at);
    if (!why) return [];
    return [{ why, where: `${text.slice(Math.max(0, at - 12), at)}|${text.slice(at, at + 12)}` }];
  });
}
