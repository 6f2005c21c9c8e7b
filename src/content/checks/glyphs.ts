import { lookalike } from '../../model/plain-letters.ts';
import { unprintable } from '../../model/printable.ts';
import type { ParsedFile } from '../records.ts';
import { codePointOf, hiddenCharacter } from './characters.ts';
import type { Check, Report } from './check.ts';
import { textsIn } from './wordings.ts';

/** Can every character be printed? In Korean letters and emoji the print would show boxes. */

const codes = ['unprintable'] as const;
type Code = (typeof codes)[number];

/** Characters that no check of the source has told of: a Thai letter in a Lao word is meant to be a Lao one. */
const others = (text: string): string[] =>
  unprintable(text.normalize('NFC')).filter(
    (letter) =>
      !hiddenCharacter.test(letter) &&
      letter.search(lookalike) < 0 &&
      !(/\p{Script=Thai}/u.test(letter) && /\p{Script=Lao}/u.test(text)),
  );

/** Reports the first such characters of a field, and of each line of the body. */
function run({ yaml, bodySource, bodyLine }: ParsedFile, report: Report<Code>): void {
  const tell = (letters: readonly string[], line: number, column: number): void => {
    const value = letters.slice(0, 8).join('');
    report({ line, column, code: 'unprintable', values: { value, code: codePointOf(letters[0] ?? '') } });
  };
  for (const { path, text } of yaml ? textsIn(yaml.data, 'vi') : []) {
    const found = others(text);
    if (found.length === 0 || !yaml) continue;
    const { line, column } = yaml.positionOf(path);
    tell(found, line, column);
  }
  if (others(bodySource).length === 0) return;
  for (const [index, line] of bodySource.split('\n').entries()) {
    const found = others(line);
    if (found[0] !== undefined) tell(found, bodyLine + index, line.indexOf(found[0]) + 1);
  }
}

export const glyphs: Check<'file', Code> = { looksAt: 'file', codes, run };
