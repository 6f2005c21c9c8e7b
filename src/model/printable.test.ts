import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lettersOf } from '../tests/print/font-letters.ts';
import { isPrintable, unprintable } from './printable.ts';

const packages = join(import.meta.dirname, '../../node_modules/@fontsource');
const file = (name: string, part: string): string =>
  join(packages, name, 'files', `${name}-${part}-400-normal.woff2`);
const chinese = readdirSync(join(packages, 'noto-serif-sc/files')).filter((name) =>
  name.endsWith('-400-normal.woff2'),
);
const faces = [
  ...['latin', 'latin-ext', 'vietnamese'].map((part) => file('literata', part)),
  file('noto-serif-lao', 'lao'),
  file('noto-serif-khmer', 'khmer'),
  file('noto-serif', 'latin-ext'),
  ...chinese.map((name) => join(packages, 'noto-serif-sc/files', name)),
];

describe('the characters of print', () => {
  const known = new Set(faces.flatMap((one) => [...lettersOf(one)]));
  const ours = Array.from({ length: 0x20000 }, (_, code) => code).filter(
    // Of controls, halves of pairs and spaces the fonts have nothing to draw.
    (code) =>
      code > 0x7f &&
      !(code >= 0xd800 && code <= 0xdfff) &&
      !/[\p{Zs}\p{Cc}]|\uFFFF/u.test(String.fromCodePoint(code)),
  );

  test('are those of the fonts, each of them and no other', () => {
    expect(known.size).toBeGreaterThan(14_000);
    const wrong = ours.filter((code) => isPrintable(String.fromCodePoint(code)) !== known.has(code));
    expect(wrong.map((code) => code.toString(16))).toEqual([]);
  });

  test('are all of the six languages, and not those of others', () => {
    expect(unprintable('Huế “ở” … đồng ₫, Noël, ສະຫະພັນ, មិត្តភាព។, 友谊《书》，\u202F!\n\t')).toEqual([]);
    expect(unprintable('김 🎉 김 ไทย')).toEqual(['김', '🎉', 'ไ', 'ท', 'ย']);
  });
});
