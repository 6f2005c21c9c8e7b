import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { BREAK, encode, NAMES } from './transform.ts';

const words = (text: string) => encode(text, 'en');
const text = Array.from({ length: 60 }, (_, at) => `w${at}`).join(' ');
const content = `${words('Aid')} ${BREAK} ${words('A title')} ${BREAK} ${text} ${BREAK} ${NAMES} ${words('Other name')} ${BREAK}`;
const title = words('A title');
/** Aid, BREAK, A, title, BREAK stand before the text. */
const start = 5;
const excerpt = (places: readonly number[], length = 10) =>
  excerptOf({ content, title, places, runs: [], length });

describe('an excerpt', () => {
  test('shows the part of the text that has most hits, and a little before it', () => {
    expect(excerpt([start, start + 30, start + 32])).toBe(
      '… w28 w29 <mark>w30</mark> w31 <mark>w32</mark> w33 w34 w35 w36 w37 …',
    );
  });

  test('begins with the text where only the title was found, and never shows the title again', () => {
    expect(excerpt([3])).toBe('w0 w1 w2 w3 w4 w5 w6 w7 w8 …');
    expect(excerpt([])).toBe('w0 w1 w2 w3 w4 w5 w6 w7 w8 …');
  });

  test('does not show hidden names if the text was found', () => {
    expect(excerpt([start + 59, start + 62, start + 63])).toBe(
      '… w51 w52 w53 w54 w55 w56 w57 w58 <mark>w59</mark>',
    );
  });

  test('shows hidden names where nothing else was found', () => {
    expect(excerpt([start + 62])).toBe('<mark>Other</mark> name');
  });
});
