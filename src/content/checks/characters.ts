import type { Check, Report } from './check.ts';

/**
 * Characters that no text may contain: they look like nothing or like something else, and break search, sorting and
 * print. Zero-width spaces and joiners are among them: line breaks in Lao and Khmer come from the browser's dictionary,
 * and search removes the marks anyway, since they do not help it. So are fillers, which look like nothing though Unicode
 * calls them letters, variation selectors, tags, and the vowels of Khmer that nobody sees.
 */
const hidden = [
  String.raw`\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F`,
  String.raw`\u200B-\u200F\u2028-\u202E\u2060-\u206F\u25CC\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFD`,
  String.raw`\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}\p{Surrogate}`,
].join('');
/** Of the private-use area, which has a check of its own (`private-use.ts`). */
const ofFonts = String.raw`\uE000-\uF8FF\u{F0000}-\u{10FFFD}`;

/** One character that no text may contain. */
// eslint-disable-next-line no-misleading-character-class -- the characters are looked for one by one
export const hiddenCharacter = new RegExp(`[${hidden}${ofFonts}]`, 'u');
// eslint-disable-next-line no-misleading-character-class -- the characters are looked for one by one
const toldHere = new RegExp(`[${hidden}]`, 'u');
// eslint-disable-next-line no-misleading-character-class -- the characters are looked for one by one
const everyHidden = new RegExp(`[${hidden}${ofFonts}]`, 'gu');

/** The text without what no text may contain. */
export const withoutHidden = (text: string): string => text.replace(everyHidden, '');

/** Every letter of our Latin alphabets with its marks is one character; no other script has so many on one. */
const markPile = /\p{Script=Latin}\p{Mark}+|\p{Mark}{9,}/u;

/** A character as Unicode numbers it: `U+200B`. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const codes = ['controlCharacter', 'notNfc', 'markPile'] as const;
type Code = (typeof codes)[number];

/** Reports text that is not in NFC, hidden characters, and piles of marks, each once a line. */
function run(source: string, report: Report<Code>): void {
  const composed = source.normalize('NFC');
  if (source === composed && !hiddenCharacter.test(source) && !markPile.test(composed)) return;
  source.split('\n').forEach((text, index) => {
    const line = index + 1;
    const found = toldHere.exec(text);
    if (found) {
      const value = codePointOf(found[0]);
      report({ line, column: found.index + 1, code: 'controlCharacter', values: { value } });
    }
    const visible = withoutHidden(text).normalize('NFC');
    const pile = markPile.exec(visible);
    if (pile) {
      const corrected = visible.replace(/(?<=\p{Script=Latin})\p{Mark}+|\p{Mark}{9,}/gu, '');
      const value = pile[0].slice(0, 4);
      report({ line, column: pile.index + 1, code: 'markPile', values: { value }, corrected });
      return;
    }
    for (const word of text.matchAll(/\S+/gu)) {
      if (word[0] === word[0].normalize('NFC')) continue;
      const corrected = text.normalize('NFC');
      report({ line, column: word.index + 1, code: 'notNfc', values: { value: word[0] }, corrected });
      break;
    }
  });
}

export const characters: Check<'source', Code> = { looksAt: 'source', codes, run };
