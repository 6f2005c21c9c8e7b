import { distance } from 'fastest-levenshtein';

/**
 * The known name that `word` was probably meant to be, or `undefined` when none is near enough. Names have words, and
 * those that they share say nothing: “quang-nam” is not “quang-tri” misspelt. In what differs one letter may be wrong or
 * two swapped, from six letters on two, from ten on three, and never a figure: the issue of 2023 is not that of 2024. What
 * readers mistype in a search is another matter (`outputs/search/spelling.ts`).
 * @example nearest('sumary', ['title', 'summary']) // => 'summary'
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: { readonly name: string; readonly wrong: number } | undefined;
  for (const name of known) {
    const wrong = mistakes(typed, name.toLowerCase());
    if (wrong !== undefined && wrong < (best?.wrong ?? Infinity)) best = { name, wrong };
  }
  return best?.name;
}

const figures = (text: string): string => text.match(/\d+/g)?.join(' ') ?? '';
const letters = (text: string): string => text.replace(/[-_/. ]/g, '');

/** How many letters are wrong; `undefined` for another name. */
function mistakes(typed: string, name: string): number | undefined {
  if (Math.abs(typed.length - name.length) > 4 || figures(typed) !== figures(name)) return undefined;
  // Words run together, or parted in another way.
  if (letters(typed) === letters(name)) return 0;
  const [a, b] = whatDiffers(typed.split(/[-_/. ]/), name.split(/[-_/. ]/));
  const longer = Math.max(a.length, b.length);
  const allowed = longer < 2 ? 0 : longer < 6 ? 1 : longer < 10 ? 2 : 3;
  const wrong = isSwapped(a, b) ? 1 : distance(a, b);
  return wrong <= allowed ? wrong : undefined;
}

/** Without the words that both begin and end with. */
function whatDiffers(a: readonly string[], b: readonly string[]): [string, string] {
  let begin = 0;
  while (begin < Math.min(a.length, b.length) && a[begin] === b[begin]) begin += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - begin && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = (words: readonly string[]): string => words.slice(begin, words.length - end).join('-');
  return [middle(a), middle(b)];
}

/** Two neighbouring letters in the wrong order. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((_, index) => a[index] !== b[index]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
