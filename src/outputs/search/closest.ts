import { distance } from 'fastest-levenshtein';

/**
 * The word nearest to one that is nowhere: one letter off, two in a word of nine letters or more. `words` are in the
 * order in which to prefer them; accents do not count. `closest('hirosima', ['Hiroshima']) // => 'Hiroshima'`
 */
export function closest(word: string, words: readonly string[]): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  const most = word.length >= 9 ? 2 : 1;
  let best: { text: string; steps: number } | undefined;
  for (const text of words) {
    if (Math.abs(text.length - word.length) > most) continue;
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
    // Few people mistype the first letter, and many words differ in nothing else.
    if (plain[0] !== word[0]) continue;
    const steps = distance(word, plain);
    if (steps <= most && steps < (best?.steps ?? Infinity)) best = { text, steps };
  }
  return best?.text;
}
