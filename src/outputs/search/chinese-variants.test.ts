import { expect, test } from 'vitest';
import { variantsOf } from './chinese-variants.ts';

test('the traditional forms of what texts have, and of nothing else', () => {
  const variants = new Map(variantsOf(['老挝奖学金', '广治']));
  expect([...'老撾獎學金廣治'].map((letter) => variants.get(letter) ?? letter).join('')).toBe(
    '老挝奖学金广治',
  );
  expect(variants.has('濟')).toBe(false);
});

test('a character that texts have themselves stays as it is', () => {
  expect(new Map(variantsOf(['乾隆 干'])).has('乾')).toBe(false);
});
