import { plainLetters } from '../../model/plain-letters.ts';
import { hiddenCharacter, withoutHidden } from './characters.ts';
import type { Check, Report } from './check.ts';

/**
 * Characters that no text may contain, written as escapes of YAML (`\u200B`) or as entities (`&#8203;`): nobody sees
 * them in the file, but they reach pages, feeds and calendars all the same.
 */

/** The escapes of a YAML text in double quotes that are one letter (https://yaml.org/spec/1.2.2/#57-escaped-characters). */
const yamlLetters: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  N: '\x85',
  L: '\u2028',
  P: '\u2029',
};

/** The entities of HTML for characters without a shape, and for ligatures and fractions of letters. */
const entities: Readonly<Record<string, string>> = {
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
  ZeroWidthSpace: '\u200B',
  NegativeVeryThinSpace: '\u200B',
  NegativeThinSpace: '\u200B',
  NegativeMediumSpace: '\u200B',
  NegativeThickSpace: '\u200B',
  NoBreak: '\u2060',
  ApplyFunction: '\u2061',
  af: '\u2061',
  InvisibleTimes: '\u2062',
  it: '\u2062',
  InvisibleComma: '\u2063',
  ic: '\u2063',
  fflig: '\uFB00',
  filig: '\uFB01',
  fllig: '\uFB02',
  ffilig: '\uFB03',
  ffllig: '\uFB04',
  ijlig: '\u0133',
  IJlig: '\u0132',
  napos: '\u0149',
  ETH: 'Ð',
  eth: 'ð',
};

const inYaml = /\\\\|((?:\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}))+|\\[0abtnvfreNLP])/g;
const inMarkup = /&(?:#(\d{1,8})|#[xX]([\dA-Fa-f]{1,7})|(\w+));/g;

const charactersOf = (code: number): string =>
  code <= 0x10ffff ? String.fromCodePoint(code || 0) : '\uFFFD';

/** What one or more escapes stand for; two halves of a sign together are one. */
function fromYaml(escape: string): string {
  const letter = yamlLetters[escape.slice(1)];
  return (
    letter ??
    (escape.match(/\\[xuU][\dA-Fa-f]+/g) ?? [])
      .map((one) => {
        const code = Number.parseInt(one.slice(2), 16);
        return code <= 0xffff ? String.fromCharCode(code) : charactersOf(code);
      })
      .join('')
  );
}

function fromEntity(decimal?: string, hexadecimal?: string, name?: string): string | undefined {
  if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  return charactersOf(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal));
}

/** The text as it should be typed, or `undefined` where an escape is only another way to write a good letter. */
function meant(decoded: string, before: string): string | undefined {
  if (/^[\n\t]+$/.test(decoded)) return ' ';
  const shown = plainLetters(withoutHidden(decoded));
  // A loose mark belongs to the letter before it.
  const loose =
    /^\p{Mark}/u.test(decoded) && `${before}${decoded}`.normalize('NFC') !== `${before}${decoded}`;
  return hiddenCharacter.test(decoded) || shown !== decoded || loose ? shown : undefined;
}

const codes = ['escapedCharacter'] as const;
type Code = (typeof codes)[number];

/** Reports the first such escape of a line, with the line as it should be typed. */
function run(source: string, report: Report<Code>): void {
  if (!source.includes('\\') && !source.includes('&')) return;
  const lines = source.split('\n');
  // A text has front matter and a body; a YAML file has no body.
  const end = /^---[ \t]*$/.test(lines[0] ?? '')
    ? lines.findIndex((line, at) => at > 0 && /^---[ \t]*$/.test(line))
    : -1;
  lines.forEach((text, index) => {
    const yaml = end < 0 || index < end;
    let first: { at: number; value: string } | undefined;
    const replaced = (match: string, at: number, decoded: string | undefined): string => {
      const now = decoded === undefined ? undefined : meant(decoded, text.slice(0, at).slice(-1));
      if (now === undefined) return match;
      first ??= { at, value: match };
      return now;
    };
    const unescaped = yaml
      ? text.replace(inYaml, (match: string, escape: string | undefined, at: number) =>
          escape === undefined || !isQuoted(text, at, escape) ? match : replaced(match, at, fromYaml(escape)),
        )
      : text;
    const corrected = unescaped
      .replace(
        inMarkup,
        (
          match: string,
          dec: string | undefined,
          hex: string | undefined,
          name: string | undefined,
          at: number,
        ) => replaced(match, at, fromEntity(dec, hex, name)),
      )
      .normalize('NFC');
    if (!first) return;
    const { at, value } = first;
    report({ line: index + 1, column: at + 1, code: 'escapedCharacter', values: { value }, corrected });
  });
}

/** A number behind `\u` is an escape wherever it stands; `\n` only inside double quotes. */
function isQuoted(line: string, at: number, escape: string): boolean {
  return escape.length > 2 || (line.slice(0, at).replace(/\\./g, '').match(/"/g) ?? []).length % 2 === 1;
}

export const escapes: Check<'source', Code> = { looksAt: 'source', codes, run };
