/** The words of a language's pages, by which a mistyped one is mended. */
import { withoutAccents } from '../../model/letters.ts';

/** Short words have too many neighbours; and whatever is a Vietnamese syllable is one whatever its letters. */
const shortest = 5;

/** Longer words without numbers, the frequent ones first, each as it most often stands. */
export function vocabularyOf(texts: readonly string[]): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const [word] of text.normalize('NFC').matchAll(/[\p{Script=Latin}\p{M}]+/gu)) {
      if (word.length < shortest) continue;
      const forms = counts.get(withoutAccents(word)) ?? new Map<string, number>();
      counts.set(withoutAccents(word), forms.set(word, (forms.get(word) ?? 0) + 1));
    }
  }
  return [...counts.values()]
    .map((forms) => ({
      text: [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '',
      count: [...forms.values()].reduce((sum, one) => sum + one, 0),
    }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
}
