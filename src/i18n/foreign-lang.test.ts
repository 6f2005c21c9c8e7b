import { expect, test } from 'vitest';
import { foreignLang } from './foreign-lang.ts';

test('only words in another language than the page say theirs', () => {
  expect(foreignLang('vi', 'lo')).toBe('vi');
  expect(foreignLang('lo', 'lo')).toBeUndefined();
  expect(foreignLang(undefined, 'lo')).toBeUndefined();
});
