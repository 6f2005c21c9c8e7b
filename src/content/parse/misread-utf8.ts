/**
 * UTF-8 that a program read as the encoding of its computer: of Windows (Western, Vietnamese, Central European, Cyrillic),
 * of a Mac (an Excel of which saves CSV so) or of the Windows command line. Two or three such signs stand for one letter.
 */

const byte = (at: number): number => 0x80 + at;

/** The upper half of a code page, as the platform decodes it; what a page leaves open is a control character. */
const decodedPage = (label: string): string =>
  [...new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, at) => byte(at)))].join('');

/** The pages that no `TextDecoder` knows (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT). */
const commandLine =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

interface Page {
  readonly byteOf: ReadonlyMap<string, number>;
  /** Two to four signs that could be the bytes of one letter. */
  readonly runs: RegExp;
}

function pageOf(signs: string): Page {
  const letters = [...signs];
  const setOf = (first: number, last: number): string =>
    `[${letters
      .slice(first - 0x80, last - 0x7f)
      .join('')
      .replace(/[\\\]^-]/g, '\\$&')}]`;
  const next = setOf(0x80, 0xbf);
  return {
    byteOf: new Map(letters.map((letter, at) => [letter, byte(at)])),
    runs: new RegExp(
      `${setOf(0xc2, 0xdf)}${next}|${setOf(0xe0, 0xef)}${next}{2}|${setOf(0xf0, 0xf4)}${next}{3}`,
      'gu',
    ),
  };
}

/** Windows-1252 with what it leaves open is what most programs take for Latin-1, and comes first. */
const pages: readonly Page[] = [
  ...['windows-1252', 'windows-1258', 'windows-1250', 'windows-1251', 'macintosh'].map(decodedPage),
  commandLine,
].map(pageOf);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Letters that our languages write, outside ASCII, with their quotes and dashes, and the marks of decomposed ones. */
const ours =
  // eslint-disable-next-line no-misleading-character-class -- one character is looked at
  /^[\u00A0-\u01B0\u0300-\u0303\u0306\u0309\u031B\u0323\u1EA0-\u1EF9\u2010-\u203A\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\u3001-\u3011\uFF08-\uFF1F]$/u;

function asPage(line: string, { byteOf, runs }: Page): { text: string; letters: number; certain: boolean } {
  let [letters, certain] = [0, false];
  const text = line.replace(runs, (run) => {
    // “amitié »” with the no-break space of French is three such signs too.
    if (run.endsWith('\u00A0»')) return run;
    try {
      const decoded = utf8.decode(Uint8Array.from(run, (sign) => byteOf.get(sign) ?? 0));
      if (!ours.test(decoded)) return run;
      letters += 1;
      certain ||= [...run].length > 2;
      return decoded;
    } catch {
      return run;
    }
  });
  return { text: text.normalize('NFC'), letters, certain };
}

/** The page that tells the most letters; a word of another says nothing where one pair alone could be a letter. */
function once(line: string): string | undefined {
  const read = pages.map((page) => asPage(line, page));
  const best = read.reduce((most, one) => (one.letters > most.letters ? one : most));
  return best.certain || best.letters > 1 ? best.text : undefined;
}

/**
 * A line as it was meant, also where that happened to it more than once.
 * @returns `undefined` for a good line
 * @example fromMisreadUtf8('Liên hiá»‡p') // => 'Liên hiệp'
 */
export function fromMisreadUtf8(line: string): string | undefined {
  const first = once(line);
  return first === undefined ? undefined : (once(first) ?? first);
}
