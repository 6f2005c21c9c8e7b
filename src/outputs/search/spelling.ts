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
    if (text.includes(' ')) continue;
    if (Math.abs(text.length - word.length) > most) continue;
    const plain = withoutAccents(text);
    // Few people mistype the first letter, and many words differ in nothing else.
    if (plain[0] !== word[0]) continue;
    const steps = stepsBetween(word, plain);
    if (steps <= most && steps < (best?.steps ?? Infinity)) best = { text, steps };
  }
  return best?.text;
}

/** The letters by which two words differ; two that changed places are one slip. */
function stepsBetween(typed: string, text: string): number {
  const steps = distance(typed, text);
  if (steps !== 2 || typed.length !== text.length) return steps;
  const at = [...typed].findIndex((letter, one) => letter !== text[one]);
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
  return swapped === text ? 1 : steps;
}

/**
 * The words of the vocabulary that begin with what was typed: an index of stems does not have "publicat" on the way to
 * "publications".
 * @param word in small letters without accents
 * @param vocabulary the frequent words first
 * @returns the most frequent ones
 */
export function completionsOf(word: string, vocabulary: readonly string[]): readonly string[] {
  if (word.length < shortestBeginning) return [];
  return vocabulary
    .filter((text) => !text.includes(' ') && withoutAccents(text).startsWith(word))
    .slice(0, mostCompletions);
}

/** Behind these come words that are seldom meant. */
const mostCompletions = 3;

/** Shorter beginnings are those of too many words. */
const shortestBeginning = 4;

/**
 * A Vietnamese query in which two syllables side by side were one letter off: the slip is mended where that makes a
 * phrase that pages have ("Liên hệp" → "Liên hiệp"). Syllables are too short and too many to be mended alone.
 * @param vocabulary has phrases of two syllables, the frequent ones first
 * @returns the whole query with one slip mended, or nothing
 */
export function phraseOf(query: string, vocabulary: readonly string[]): string | undefined {
  const parts = query.normalize('NFC').trim().split(/\s+/);
  const phrases = vocabulary.filter((text) => text.includes(' '));
  const plainly = phrases.map((text) => withoutAccents(text));
  const known = new Set(plainly);
  for (const at of parts.keys()) {
    const pair = parts.slice(at, at + 2);
    const typed = withoutAccents(pair.join(' '));
    if (pair.length < 2 || typed.length < shortestPhrase || /[^a-z ]/.test(typed) || known.has(typed))
      continue;
    const found = plainly.findIndex(
      (text) =>
        Math.abs(text.length - typed.length) <= 1 && text[0] === typed[0] && stepsBetween(typed, text) === 1,
    );
    if (found >= 0) return [...parts.slice(0, at), phrases[found], ...parts.slice(at + 2)].join(' ');
  }
  return undefined;
}

/** Two syllables of three letters and the space. */
const shortestPhrase = 7;
