/** A query said with other words that belong together with those typed: see `related-words.ts`. */
import { withoutAccents } from '../../model/letters.ts';
import type { WordGroups } from './related-words.ts';
import { closesWords } from './transform.ts';

/** A query with more words said otherwise would be searched for too long. */
const most = 6;

/**
 * @param groups those of the language
 * @returns the other ways to say it, the usual word of the texts first; none for a query without such words
 * @example relatedQueries('7,200 USD', [['us dollars', 'dollars', 'usd']], 'en') // => ['7,200 us dollars', '7,200 dollars']
 */
export function relatedQueries(query: string, groups: WordGroups, locale: string): readonly string[] {
  const text = query.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return [...new Set(groups.flatMap((group) => saidOtherwise(text, group, locale)))].slice(0, most);
}

function saidOtherwise(text: string, group: readonly string[], locale: string): string[] {
  // Longer ones first: "sister city" before "city".
  const typed = [...group]
    .sort((a, b) => b.length - a.length)
    .filter((form) => places(text, form, locale).length > 0);
  const [first] = typed;
  if (first === undefined) return [];
  const mark = '\u0001';
  let marked = text;
  for (const form of typed)
    for (const at of places(marked, form, locale).toReversed())
      marked = marked.slice(0, at) + (marked.includes(mark) ? '' : mark) + marked.slice(at + form.length);
  return group
    .filter((form) => !typed.includes(form))
    .map((form) =>
      marked
        .replace(mark, () => form)
        .replace(/\s+/g, ' ')
        .trim(),
    );
}

/**
 * Where a form stands in a query as whole words, clusters wherever they stand. Vietnamese syllables mean something else with other
 * tones, in French many leave out the accents.
 */
function places(text: string, form: string, locale: string): number[] {
  const plain = (one: string) =>
    closesWords(locale) || withoutAccents(one).length !== one.length ? one : withoutAccents(one);
  const [where, what] = [plain(text), plain(form)];
  const word = /[\p{Script=Latin}\p{M}\p{N}]/u;
  const found: number[] = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const before = where[at - 1] ?? ' ';
    const after = where[at + what.length] ?? ' ';
    if (!word.test(what) || (!word.test(before) && !word.test(after))) found.push(at);
  }
  return found;
}
