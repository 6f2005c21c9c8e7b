/**
 * Letters that are others than they seem: full-width letters of a Chinese keyboard, styled letters of social networks,
 * ligatures of a PDF, radicals in the place of characters, letters of old Vietnamese fonts. Forms that mean something of
 * their own stay: superscripts, “№”, “①”. The check names them, and search takes them for what they stand for.
 */

/** Compatibility forms, of which Unicode says what they stand for. */
const compatibility = [
  String.raw`\u0132\u0133\u0149\u01C4-\u01CC\u01F1-\u01F3`,
  String.raw`\u2100-\u2115\u2119-\u211D\u2120\u2121\u2124\u2128\u212C-\u2140\u2145-\u2149\u2160-\u217F\u249C-\u24E9`,
  String.raw`\u2E80-\u2FDF\u3000\u3200-\u33FF\uF900-\uFAFF\uFB00-\uFB17\uFE10-\uFE19\uFE30-\uFE6F`,
  // Of the full-width signs those that Chinese texts have no use for; letters and figures all.
  String.raw`\uFF03-\uFF06\uFF0B\uFF0D\uFF0E\uFF10-\uFF19\uFF1D\uFF20-\uFF3A\uFF3F\uFF41-\uFF5A\uFF61-\uFFEF`,
  String.raw`\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1AD}\u{1FBF0}-\u{1FBF9}\u{2F800}-\u{2FA1F}`,
].join('');

/** Letters that Unicode takes for letters of their own: of old fonts and other alphabets, and small capitals. */
const others = new Map([
  ...pairs('ƣƢÐƉðſ', 'ưƯĐĐđs'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  // Letters in filled circles and squares have no compatibility form.
  ...[0x1f150, 0x1f170].flatMap((first) =>
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(
      (letter, at) => [String.fromCodePoint(first + at), letter] as const,
    ),
  ),
]);

function pairs(from: string, to: string): (readonly [string, string])[] {
  const plain = [...to];
  return [...from].map((letter, at) => [letter, plain[at] ?? letter] as const);
}

export const lookalike = new RegExp(`[${compatibility}${[...others.keys()].join('')}]`, 'gu');
/** Signs of Chinese in a line without Chinese. */
export const fullWidthSign = /[\uFF01-\uFF5E]/gu;

const plain = (letter: string): string => others.get(letter) ?? letter.normalize('NFKC');

/**
 * A line with the letters that were meant.
 * @example plainLetters('Thƣờng trực ２０２３') // => 'Thường trực 2023'
 */
export function plainLetters(line: string): string {
  const folded = line.replace(lookalike, plain);
  return (/\p{Script=Han}/u.test(folded) ? folded : folded.replace(fullWidthSign, plain)).normalize('NFC');
}
