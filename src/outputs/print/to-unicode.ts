/** Reads the map of a font from its codes to text, as Chromium writes it. */
import { tokens, utf16, type Token } from './content-tokens.ts';

/** `<0003> <0041>` in bfchar, `<0003> <0005> <0041>` or `<0003> <0005> [<0041> …]` in bfrange. */
export function readToUnicode(bytes: Uint8Array, unicode: Map<number, string>): void {
  let operands: Token[] = [];
  for (const token of tokens(bytes)) {
    if (token.kind !== 'operator') {
      operands.push(token);
      continue;
    }
    const strings = () => operands.flatMap((operand) => (operand.kind === 'string' ? [operand.value] : []));
    if (token.value === 'endbfchar') {
      const found = strings();
      for (let index = 0; index + 1 < found.length; index += 2) {
        unicode.set(number(found[index]), utf16(found[index + 1]));
      }
    }
    if (token.value === 'endbfrange') readRanges(operands, unicode);
    operands = [];
  }
}

function readRanges(operands: Token[], unicode: Map<number, string>): void {
  for (let index = 0; index < operands.length;) {
    const [from, to, target] = operands.slice(index, index + 3);
    if (from?.kind !== 'string' || to?.kind !== 'string') return;
    index += 3;
    if (target?.kind === 'string') {
      const first = utf16(target.value);
      const last = first.codePointAt(first.length - 1) ?? 0;
      for (let glyph = number(from.value); glyph <= number(to.value); glyph++) {
        unicode.set(glyph, first.slice(0, -1) + String.fromCodePoint(last + glyph - number(from.value)));
      }
    } else {
      for (let glyph = number(from.value); operands[index]?.kind === 'string'; glyph++, index++) {
        const one = operands[index];
        if (one?.kind === 'string') unicode.set(glyph, utf16(one.value));
      }
      index++;
    }
  }
}

function number(bytes: Uint8Array | undefined): number {
  let value = 0;
  for (const byte of bytes ?? []) value = value * 256 + byte;
  return value;
}
