import type { Check, Report } from './check.ts';

/** A letter that was typed with the wrong keyboard in the middle of a word, or that only looks like its neighbours. */
const patterns: readonly RegExp[] = [
  // One or two Latin letters between Lao or Khmer ones. Whole abbreviations stand there without spaces by right.
  /(?<=[\p{Script=Lao}\p{Script=Khmer}])[A-Za-z]{1,2}(?=[\p{Script=Lao}\p{Script=Khmer}])/u,
  /(?<=[\p{Script=Lao}])\p{Script=Thai}|\p{Script=Thai}(?=\p{Script=Lao})/u,
  /(?<=\p{Script=Lao})\p{Script=Khmer}|(?<=\p{Script=Khmer})\p{Script=Lao}/u,
  /(?<=\p{Script=Latin})[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}](?=\p{Script=Latin})/u,
];
const mayHaveIntruder = /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Cyrillic}\p{Script=Greek}]/u;

const codes = ['intrudingLetter'] as const;
type Code = (typeof codes)[number];

/** Reports letters of another script inside a word, once a line. */
function run(source: string, report: Report<Code>): void {
  if (!mayHaveIntruder.test(source)) return;
  source.split('\n').forEach((text, index) => {
    for (const pattern of patterns) {
      const found = pattern.exec(text);
      if (!found) continue;
      const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const around = text.slice(0, found.index).search(/[\p{L}\p{M}]*$/u);
      const word = /^[\p{L}\p{M}]*/u.exec(text.slice(around))?.[0] ?? found[0];
      const shown =
        word.length > 24 ? `…${text.slice(Math.max(around, found.index - 8), found.index + 10)}…` : word;
      report({
        line: index + 1,
        column: found.index + 1,
        code: 'intrudingLetter',
        values: { value: shown, letter: found[0], code: `U+${code}` },
      });
      break;
    }
  });
}

export const intruders: Check<'source', Code> = { looksAt: 'source', codes, run };
