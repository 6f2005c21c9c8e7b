import { expect, test } from 'vitest';
import { nameIn } from './names.ts';

test('a name in the reader’s language is used', () => {
  expect(nameIn({ vi: 'Huế', lo: 'ເຫວ້' }, 'lo')).toEqual({ text: 'ເຫວ້', lang: 'lo' });
});

test('a missing name falls back to Vietnamese and says so', () => {
  expect(nameIn({ vi: 'Huế', lo: 'ເຫວ້' }, 'km')).toEqual({ text: 'Huế', lang: 'vi' });
});
