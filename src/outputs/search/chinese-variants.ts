/** Traditional Chinese characters, for readers who write them and pages that are in simplified ones. */
import { Converter } from 'opencc-js/t2cn';

/**
 * The traditional forms of the characters of texts, with the simplified one: `[['獎', '奖'], …]`. What OpenCC knows,
 * cut to what the texts have: a reader loads it for the sake of a few.
 */
export function variantsOf(texts: readonly string[]): (readonly [traditional: string, simplified: string])[] {
  const simplify = Converter({ from: 't', to: 'cn' });
  const own = new Set(texts.join(''));
  const pairs: (readonly [string, string])[] = [];
  // The block of common characters (https://www.unicode.org/charts/PDF/U4E00.pdf).
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const letter = String.fromCharCode(code);
    const simple = simplify(letter);
    if (simple !== letter && own.has(simple) && !own.has(letter)) pairs.push([letter, simple]);
  }
  return pairs;
}
