import { expect, test } from 'vitest';
import { mistakeOn } from './yaml-mistakes.ts';

test('a line without a colon is corrected where it may be a field, and not where it is a sentence', () => {
  const line = (letters: number) => `summary ${'x'.repeat(letters - 8)}`;
  expect(line(59)).toHaveLength(59);
  expect(mistakeOn(['  countries [JP]'], 0)?.corrected).toBe('  countries: [JP]');
  expect(mistakeOn([line(59)], 0)?.corrected).toBe(`summary: ${'x'.repeat(51)}`);
  expect(mistakeOn([line(60)], 0)).toMatchObject({ code: 'yamlNoColon' });
  expect(mistakeOn([line(60)], 0)?.corrected).toBeUndefined();
});
