import { describe, expect, test } from 'vitest';
import { withContents } from './contents.ts';

const label = 'On this page';
const words = (letters: number): string => 'word '.repeat(letters / 5);
const section = (title: string, letters = 600): string =>
  `<section><h2>${title}</h2><p>${words(letters)}</p></section>`;
const top = '<p class="kicker">Countries</p><h1>Laos</h1><p class="meta">43</p>';
/** The links of the list: address and words. */
const links = (html: string): (readonly [string, string])[] =>
  [...html.matchAll(/<li><a href="#([^"]+)"[^>]*>([^<]*)<\/a><\/li>/g)].map(
    ([, id = '', text = '']) => [id, text] as const,
  );

test('a long page of several sections has links to them below its title', () => {
  const html = withContents(
    `${top}<div class="band"></div>${section('Events')}${section('Partners')}`,
    label,
  );
  expect(links(html)).toEqual([
    ['events', 'Events'],
    ['partners', 'Partners'],
  ]);
  expect(html).toContain('<h2 id="events">Events</h2>');
  expect(html).toMatch(
    /<p class="meta">43<\/p><nav class="on-page" aria-labelledby="on-page" data-pagefind-ignore="">.*<\/nav><div class="band">/,
  );
});

describe('a page stays as it is', () => {
  const still = (html: string) => expect(withContents(html, label)).toBe(html);
  test('with one section', () => {
    still(top + section('Events', 5000));
  });
  test('when it is short, to the letter', () => {
    // The top and both headings have 17 letters.
    const two = (letters: number) => `${top}<h2>A</h2><h2>B</h2><p>${'x'.repeat(letters)}</p>`;
    still(two(1182));
    expect(links(withContents(two(1183), label))).toHaveLength(2);
  });
  test('when its title is not seen, as on the front page', () => {
    still(`<h1 class="visually-hidden">Bulletin</h1>${section('News', 900)}${section('Events', 900)}`);
  });
  test('when further headings only lead elsewhere', () => {
    const after = ['related', 'sources'].map((name) => `<section class="${name}"><h2>${name}</h2></section>`);
    still(top + section('Text', 3000) + after.join(''));
  });
});

test('Chinese fills a page with a third of the letters', () => {
  const html = (count: number) => `<h1>X</h1><h2>A</h2><h2>B</h2><p>${'友'.repeat(count)}</p>`;
  expect(links(withContents(html(398), label))).toEqual([]);
  expect(links(withContents(html(399), label))).toHaveLength(2);
});

test('months of a calendar are listed where it has no other sections; two are passed by scrolling', () => {
  const months = (...names: string[]) =>
    `${top}<section><h2 class="visually-hidden">Events</h2>${names
      .map((name) => `<section><h3>${name}</h3><ul><li><h4>x</h4>${words(900)}</li></ul></section>`)
      .join('')}</section>`;
  expect(links(withContents(months('May', 'June'), label))).toEqual([]);
  expect(links(withContents(months('May', 'June', 'July'), label)).map(([, text]) => text)).toEqual([
    'May',
    'June',
    'July',
  ]);
});

test('titles of records, folded headings and those beside the text are no sections', () => {
  const apart =
    '<ul><li><h2>Record</h2></li></ul><details><h2>Folded</h2></details><aside><h2>Aside</h2></aside>' +
    '<nav><h2>Menu</h2></nav>';
  const html = withContents(top + section('One') + apart + section('Two'), label);
  expect(links(html).map(([, text]) => text)).toEqual(['One', 'Two']);
});

test('each heading has an address of its own, and one that it had is kept', () => {
  const html = withContents(
    `${top}<h2 id="aid">Sums</h2><h2>Aid</h2><h2>AID: 2023</h2><h2><a href="/x/">ກິດຈະກຳ</a></h2><h2>Aid</h2>${words(2000)}`,
    label,
  );
  expect(links(html).map(([id]) => id)).toEqual(['aid', 'aid-2', 'aid-2023', 'ກິດຈະກຳ', 'aid-3']);
});

test('a section called like the frame of the page has another address', () => {
  const html = withContents(`${top}${section('Main')}${section('On page')}`, label);
  expect(links(html).map(([id]) => id)).toEqual(['main-2', 'on-page-2']);
});

test('inside an article the links stand below its lead, and a heading keeps its language', () => {
  const html = withContents(
    `<article><h1>T</h1><p class="lead">L</p><div>${words(2000)}<h2 lang="vi">Một</h2><h2>Two</h2></div></article>`,
    label,
  );
  expect(html).toMatch(/<p class="lead">L<\/p><nav.*<a href="#một" lang="vi">Một<\/a>.*<\/nav><div>/);
});
