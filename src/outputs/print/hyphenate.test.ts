import { expect, test } from 'vitest';
import { html, markup } from '../../tests/markup.ts';
import { hyphenate } from './hyphenate.ts';

const shown = (source: string, locale: 'en' | 'fr' | 'vi' = 'en') =>
  html(hyphenate(markup(source), locale)).replaceAll('\u00AD', '|');

test('words break where the patterns of their language allow, with three letters on each line', () => {
  expect(shown('<p>these organisations during anniversaries</p>')).toBe(
    '<p>these organ|isa|tions dur|ing anniversar|ies</p>',
  );
  expect(shown("<p>l'établissement d’organisations vietnamiennes</p>", 'fr')).toBe(
    "<p>l'éta|blis|se|ment d’orga|ni|sa|tions viet|na|miennes</p>",
  );
});

test('Vietnamese stays as it is', () => {
  expect(shown('<p>chương trình international</p>', 'vi')).toBe('<p>chương trình international</p>');
});

test.each([
  ['names', 'Organisation of Hiroshima'],
  ['addresses', 'example.org/organisations/international-anniversaries'],
  ['headings', '<h4>these organisations</h4>'],
  ['words of another language', '<em lang="fr">organisations <b>internationales</b></em>'],
  ['attributes', '<img alt="organisations > anniversaries">'],
  ['words with letters of another language', 'organisatiởns'],
])('%s stay whole', (_, source) => {
  expect(shown(source)).toBe(source);
});

test('what follows a run in another language breaks again', () => {
  expect(shown('<p><i lang="vi">bản</i><br>these organisations</p>')).toContain('organ|isa|tions');
});
