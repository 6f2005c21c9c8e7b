import { expect, test } from 'vitest';
import { markLooseContent } from './artifacts.ts';

const lines = (...all: string[]) => all.join('\n');

test('text outside the structure becomes an artifact of the page', () => {
  expect(markLooseContent(lines('q', 'BT', '<0001> Tj', 'ET', 'Q'))).toBe(
    lines('q', '/Artifact <</Type /Pagination>> BDC', 'BT', '<0001> Tj', 'ET', 'EMC', 'Q'),
  );
});

test('a painted path outside the structure becomes an artifact, from where it begins', () => {
  expect(markLooseContent(lines('1 0 0 rg', '0 0 m', '1 1 l', '0 0 5 5 re', 'f*', 'Q'))).toBe(
    lines('1 0 0 rg', '/Artifact BMC', '0 0 m', '1 1 l', '0 0 5 5 re', 'f*', 'EMC', 'Q'),
  );
});

test('the true text of a running head in Khmer stays within the artifact', () => {
  const head = lines('BT', '/Span <</ActualText <FEFF1780>>> BDC', '<0001> Tj', 'EMC', 'ET');
  expect(markLooseContent(head)).toBe(lines('/Artifact <</Type /Pagination>> BDC', head, 'EMC'));
});

test('the true text of what is drawn on another page is taken out', () => {
  const content = lines(
    '/P <</MCID 0 >>BDC',
    '/Span <</ActualText <FEFF1780>>> BDC',
    'EMC',
    'BT',
    'ET',
    'EMC',
  );
  expect(markLooseContent(content)).toBe(lines('/P <</MCID 0 >>BDC', 'BT', 'ET', 'EMC'));
});

test('true texts around nothing are taken out one within another, and those around something stay', () => {
  const [outer, inner] = ['1780', '1781'].map((code) => `/Span <</ActualText <FEFF${code}>>> BDC`);
  const around = lines(outer ?? '', inner ?? '', 'EMC', 'EMC');
  const text = lines('BT', outer ?? '', '<0001> Tj', inner ?? '', 'EMC', 'EMC', 'ET');
  expect(markLooseContent(lines('q', around, text, 'Q'))).toBe(
    lines(
      'q',
      '/Artifact <</Type /Pagination>> BDC',
      'BT',
      outer ?? '',
      '<0001> Tj',
      'EMC',
      'ET',
      'EMC',
      'Q',
    ),
  );
});

test.each([
  ['tagged text', lines('/P <</MCID 0 >>BDC', 'BT', '<0001> Tj', 'ET', '0 0 1 1 re', 'f', 'EMC')],
  ['text with marked content in it', lines('BT', '/Span <</MCID 1 >>BDC', '<0001> Tj', 'EMC', 'ET')],
  ['a path that only clips', lines('0 0 9 9 re', 'W* n')],
])('%s stays as it is', (_, content) => {
  expect(markLooseContent(content)).toBe(content);
});
