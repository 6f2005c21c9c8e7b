import { codePointOf } from './characters.ts';
import { fullWidthSign, lookalike, plainLetters } from '../../model/plain-letters.ts';
import type { Check, Report } from './check.ts';
import { decodedLine, isSyllable } from './encodings.ts';

/** Letters that look right, or nearly, and that nobody finds by searching (`model/plain-letters.ts`). */

const codes = ['lookalike'] as const;
type Code = (typeof codes)[number];

/** The Turkish i without its dot. Names keep it: only what is a Vietnamese syllable with the dot was typed wrongly. */
const dotless = /ı/u;
const withDots = (text: string): string =>
  text.replace(/\p{L}*ı\p{L}*/gu, (word) => {
    const dotted = word.replaceAll('ı', 'i');
    return isSyllable(dotted) ? dotted : word;
  });

/** Reports the first such letter of a line, with the whole line as it should read. */
function run(source: string, report: Report<Code>): void {
  const signs = [lookalike, fullWidthSign, dotless];
  if (signs.every((one) => source.search(one) < 0)) return;
  source.split('\n').forEach((typed, index) => {
    // The space of Chinese is told among the spaces (`odd-spaces.ts`).
    const text = typed.replaceAll('\u3000', ' ');
    const corrected = withDots(plainLetters(text));
    if (corrected === text.normalize('NFC')) {
      // A radical without a compatibility form: only a person knows which character was meant.
      const radical = text.search(/[\u2E80-\u2FDF]/u);
      if (radical >= 0) tell(index, text, radical);
      return;
    }
    // “ðoaÌn” is not a strange “đoaÌn”: the whole line is in another encoding.
    if (decodedLine(text)) return;
    const found = signs.map((one) => text.search(one)).filter((at) => at >= 0);
    // Half-width kana in a Vietnamese word are bytes of something else, not kana.
    const known = !/\p{Script=Katakana}/u.test(corrected);
    tell(index, text, Math.min(...found), known ? corrected : undefined);
  });

  function tell(index: number, text: string, at: number, corrected?: string): void {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const word = /\S*$/u.exec(text.slice(0, at))?.[0] + (/^\S*/u.exec(text.slice(at))?.[0] ?? '');
    const value = [...word].length > 24 ? letter : word || letter;
    report({
      line: index + 1,
      column: at + 1,
      code: 'lookalike',
      values: { value, letter, code: codePointOf(letter) },
      ...(corrected !== undefined && { corrected }),
    });
  }
}

export const lookalikes: Check<'source', Code> = { looksAt: 'source', codes, run };
