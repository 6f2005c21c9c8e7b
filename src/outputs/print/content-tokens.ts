/** Takes the content streams and maps of a PDF apart into tokens. */

export type Token =
  | { kind: 'operator'; value: string }
  | { kind: 'name'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: Uint8Array }
  | { kind: 'mark'; value: '[' | ']' | '<<' | '>>' };

const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** The tokens of a content stream or a CMap, one after the other. */
export function* tokens(bytes: Uint8Array): Generator<Token> {
  const character = (at: number) => String.fromCharCode(bytes[at] ?? 0);
  let at = 0;
  while (at < bytes.length) {
    const first = character(at);
    if (whitespace.has(bytes[at] ?? 0)) {
      at++;
    } else if (first === '%') {
      while (at < bytes.length && character(at) !== '\n' && character(at) !== '\r') at++;
    } else if (first === '<' && character(at + 1) !== '<') {
      const end = bytes.indexOf(62, at);
      const hex = Buffer.from(bytes.subarray(at + 1, end))
        .toString('latin1')
        .replace(/\s/g, '');
      yield { kind: 'string', value: Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex') };
      at = end + 1;
    } else if (first === '(') {
      const [value, end] = literalString(bytes, at);
      yield { kind: 'string', value };
      at = end;
    } else if ((first === '<' || first === '>') && character(at + 1) === first) {
      yield { kind: 'mark', value: first === '<' ? '<<' : '>>' };
      at += 2;
    } else if (first === '[' || first === ']') {
      yield { kind: 'mark', value: first };
      at++;
    } else {
      let end = at + 1;
      while (end < bytes.length && !whitespace.has(bytes[end] ?? 0) && !delimiters.has(bytes[end] ?? 0))
        end++;
      const word = Buffer.from(bytes.subarray(at, end)).toString('latin1');
      if (word.startsWith('/')) yield { kind: 'name', value: word.slice(1) };
      else if (/^[+-]?[\d.]/.test(word)) yield { kind: 'number', value: Number.parseFloat(word) };
      else yield { kind: 'operator', value: word };
      at = end;
    }
  }
}

/** `(…)` with nested parentheses and escapes. */
function literalString(bytes: Uint8Array, start: number): [value: Uint8Array, end: number] {
  const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
  const value: number[] = [];
  let depth = 0;
  let at = start;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 92) {
      const next = String.fromCharCode(bytes[++at] ?? 0);
      const octal = /^[0-7]{1,3}/.exec(Buffer.from(bytes.subarray(at, at + 3)).toString('latin1'))?.[0];
      if (octal) {
        value.push(Number.parseInt(octal, 8) & 255);
        at += octal.length - 1;
      } else if (next !== '\n') {
        value.push(escapes[next] ?? next.charCodeAt(0));
      }
      continue;
    }
    if (byte === 40 && depth++ === 0) continue;
    if (byte === 41 && --depth === 0) break;
    value.push(byte);
  }
  return [Uint8Array.from(value), at + 1];
}

/** A string of a PDF in UTF-16, with or without its mark. */
export function utf16(bytes: Uint8Array | undefined): string {
  const even = Buffer.from(bytes ?? []);
  const text = even
    .subarray(0, even.length & ~1)
    .swap16()
    .toString('utf16le');
  return text.replace(/^\uFEFF/, '');
}
