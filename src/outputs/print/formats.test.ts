import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { a4, a5 } from './formats.ts';

const pageRules = readFileSync(new URL('../../styles/print/pages.css', import.meta.url), 'utf8');

/** What the first rule for pages in a style sheet leaves for text, in millimetres. */
function textOf(style: string): { textWidth: number; textHeight: number } {
  const millimetres = (property: string) =>
    (new RegExp(`@page \\{[^@}]*?${property}: ([^;]+);`).exec(style)?.[1] ?? '')
      .split(' ')
      .map((one) => Number.parseFloat(one));
  const [width = 0, height = 0] = millimetres('size');
  const [top = 0, sides = 0, foot = 0] = millimetres('margin');
  return { textWidth: width - 2 * sides, textHeight: height - top - foot };
}

test.each([
  ['A4', pageRules, a4],
  ['A5', a5.style, a5],
])('the page of %s is measured as its style sets it', (_, style, { textWidth, textHeight }) => {
  expect(textOf(style)).toEqual({ textWidth, textHeight });
});
