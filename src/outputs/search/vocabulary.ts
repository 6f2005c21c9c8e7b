/** The words of a language's pages, by which a mistyped one is mended. */
import { withoutAccents } from '../../model/letters.ts';

/** Short words have too many neighbours; and whatever is a Vietnamese syllable is one whatever its letters. */
const shortest = 5;

/** A pair of syllables that stands less often is no phrase. */
const leastPhrase = 3;

/** Longer words without numbers, the frequent ones first, each as it most often stands. */
export function vocabularyOf(texts: readonly string[]): string[] {
  return byFrequency(texts, (text) =>
    [...text.matchAll(/[\p{Script=Latin}\p{M}]+/gu)]
      .map(([word]) => word)
      .filter((word) => word.length >= shortest),
  ).map(({ text }) => text);
}

/** Pairs of syllables that stand side by side in Vietnamese texts, the frequent ones first. */
export function phrasesOf(texts: readonly string[]): string[] {
  return byFrequency(texts, (text) =>
    [
      ...text.matchAll(/(?<![\p{L}\p{M}\p{N}])([\p{Script=Latin}\p{M}]+) (?=([\p{Script=Latin}\p{M}]+))/gu),
    ].map(([, first, second]) => `${first} ${second}`),
  )
    .filter(({ count }) => count >= leastPhrase)
    .map(({ text }) => text);
}

function byFrequency(
  texts: readonly string[],
  partsOf: (text: string) => readonly string[],
): { text: string; count: number }[] {
  const parts = new Map<string, number>();
  for (const text of texts)
    for (const part of partsOf(text.normalize('NFC'))) parts.set(part, (parts.get(part) ?? 0) + 1);
  const counts = new Map<string, Map<string, number>>();
  for (const [part, count] of parts) {
    const plain = withoutAccents(part);
    counts.set(plain, (counts.get(plain) ?? new Map<string, number>()).set(part, count));
  }
  return [...counts.values()]
    .map((forms) => ({
      text: [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '',
      count: [...forms.values()].reduce((sum, one) => sum + one, 0),
    }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
