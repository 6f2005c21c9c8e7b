import { expect, test } from 'vitest';
import { PrintError, reasonIn } from './print-error.ts';

test('says in the editor’s language what is wrong and what to do, in English as the message of the error', () => {
  const error = new PrintError('tooLong', { found: 'cover' });
  expect(reasonIn(error, 'vi')).toBe('Dài hơn một trang: cover. Hãy rút ngắn lời.');
  expect(error.message).toBe('Longer than one page: cover. Shorten its words.');
  expect(reasonIn(error, 'en')).toBe(error.message);
});

test('gives any other error as it is', () => {
  expect(reasonIn(new RangeError('Out of range.'), 'vi')).toBe('Out of range.');
  expect(reasonIn('no error', 'vi')).toBe('no error');
});
