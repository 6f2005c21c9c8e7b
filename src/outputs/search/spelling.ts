import { distance } from 'fastest-levenshtein';
import { withoutAccents } from '../../model/letters.ts';

/**
 * The word of the vocabulary that one which is nowhere was probably meant to be: one letter off, two in a word of nine
 * letters or more. Stricter than `nearest` of the checks, which chooses from a short list and asks the editor: here
 * thousands of words are to choose from, and what is chosen is searched for at once.
 * @param word in small letters without accents
 * @param vocabulary in the order in which to prefer its words; accents do not count
 * @example spellingOf('hirosima', ['Hiroshima']) // => 'Hiroshima'
 */
export function spellingOf(word: string, vocabulary: readonly string[]): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  const most = word.length >= 9 ? 2 : 1;
  let best: { text: string; steps: number } | undefined;
  for (const text of vocabulary) {
    if (Math.abs(text.length - word.length) > most) continue;
    const plain = withoutAccents(text);
    // Few people mistype the first letter, and many words differ in nothing else.
    if (plain[0] !== word[0]) continue;
    const steps = distance(word, plain);
    if (steps <= most && steps < (best?.steps ?? Infinity)) best = { text, steps };
  }
  return best?.text;
}
