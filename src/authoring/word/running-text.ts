import { element, text, wordsOf, type Markup } from '../../model/markup.ts';

/** The text within one block: its spaces, its emphasis, its edges. */

/** Spaces of all kinds are one, and letters that nobody sees are none. */
export function cleanText(value: string): string {
  return value
    .normalize('NFC')
    .replaceAll('\u2011', '-')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replace(/[\s\u00A0\u2000-\u200A\u202F\u3000]+/g, ' ');
}

const isWord = /[\p{L}\p{M}\p{N}]/u;
const emphases = new Set(['strong', 'em', 'del']);

/** Emphasis without the spaces at its edges, and none that ends in the middle of a word: Word cuts runs anywhere. */
export function tidyEmphasis(children: readonly Markup[]): Markup[] {
  const parts = children.flatMap((child, at): Markup[] => {
    if (child.type === 'text' || !emphases.has(child.tagName)) return [child];
    const words = wordsOf([child]);
    const before = children[at - 1];
    const after = children[at + 1];
    const cutsStart = before && isWord.test(wordsOf([before]).at(-1) ?? '') && isWord.test(words.at(0) ?? '');
    const cutsEnd = after && isWord.test(wordsOf([after]).at(0) ?? '') && isWord.test(words.at(-1) ?? '');
    const inner = child.children as Markup[];
    if (words.trim() === '' || cutsStart || cutsEnd) return inner;
    const first = inner.at(0);
    const last = inner.at(-1);
    const lead = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
    const tail = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
    const trimmed = inner.map((one, index): Markup => {
      if (one.type !== 'text') return one;
      let { value } = one;
      if (index === 0) value = value.slice(lead.length);
      if (index === inner.length - 1 && tail !== '') value = value.slice(0, -tail.length);
      return text(value);
    });
    return [...(lead ? [text(' ')] : []), element(child.tagName, {}, trimmed), ...(tail ? [text(' ')] : [])];
  });
  // What stood apart only by the cut belongs together again.
  return parts.reduce<Markup[]>((joined, part) => {
    const last = joined.at(-1);
    if (part.type === 'text' && last?.type === 'text')
      return [...joined.slice(0, -1), text((last.value + part.value).replace(/ {2,}/g, ' '))];
    if (
      part.type === 'element' &&
      last?.type === 'element' &&
      part.tagName === last.tagName &&
      emphases.has(part.tagName)
    )
      return [...joined.slice(0, -1), element(part.tagName, {}, [...last.children, ...part.children])];
    return [...joined, part];
  }, []);
}

/** Without spaces and line breaks at both ends. */
export function trimmed(parts: readonly Markup[]): Markup[] {
  const isEmpty = (one: Markup): boolean =>
    one.type === 'text' ? one.value.trim() === '' : one.tagName === 'br';
  const first = parts.findIndex((one) => !isEmpty(one));
  if (first < 0) return [];
  const list = parts.slice(first, parts.findLastIndex((one) => !isEmpty(one)) + 1);
  return list.map((one, at) => {
    if (one.type !== 'text') return one;
    let { value } = one;
    if (at === 0) value = value.trimStart();
    if (at === list.length - 1) value = value.trimEnd();
    return text(value);
  });
}
