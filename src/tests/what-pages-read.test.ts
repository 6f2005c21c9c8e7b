import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../build/files.ts';
import { projectRoot } from '../build/paths.ts';

/**
 * A page is kept while all that it has noted as read is the same (`build/page-keys.ts`). So nothing that makes pages may
 * read what is not noted, or remember an answer past `memoize.ts`, by which the reads of the answer would be lost.
 */

const rooms = ['model', 'i18n', 'bulletin', 'editions', 'outputs', 'pages', 'layouts', 'components', 'flags'];
/** Of the outputs what makes no pages: it runs in browsers, after the pages, or by a command of its own. */
const noPages = /^outputs\/(?:(?:search|print|printed-facts|handbook|cards|report)\/|epub\/(?!paths\.ts))/;

const sources = rooms
  .flatMap((room) => filesBelow(join(projectRoot, 'src', room)).map((file) => `${room}/${file}`))
  .filter((file) => /\.(?:ts|astro)$/.test(file) && !file.endsWith('.test.ts') && !noPages.test(file))
  .map((file) => ({ file, source: readFileSync(join(projectRoot, 'src', file), 'utf8') }));

const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file);

test('no page is made with the reports, which a command compiles', () => {
  expect(filesWith(/from '.*outputs\/report\//)).toEqual([]);
});

test('of a book, which is made after the pages, they know the address alone', () => {
  expect(filesWith(/from '.*outputs\/epub\/(?!paths\.ts')/)).toEqual([]);
  expect(filesWith(/from '.*outputs\/epub\/paths\.ts'/)).not.toEqual([]);
});

test('no page asks for the day, the time or for chance', () => {
  expect(sources.length).toBeGreaterThan(150);
  const asking = /\bDate\.now\b|\bnew Date\(\)|\btodayInVietNam\b|\bMath\.random\b|\bperformance\.now\b/;
  // It has the question for the checks and for editors.
  expect(filesWith(asking)).toEqual(['model/dates.ts']);
});

test('answers are remembered by memoize.ts alone', () => {
  expect(filesWith(/\bnew WeakMap\b|^let /m)).toEqual(['model/memoize.ts']);
});

test('what was handed over comes to pages through content/astro.ts alone, which notes what is asked', () => {
  expect(filesWith(/\bhandedOver\b/)).toEqual([]);
});

test('the texts of content/pages come to pages through page-text.ts, and as what a page is given', () => {
  expect(filesWith(/\bgetEntry\b.*astro:content/)).toEqual(['components/page-text.ts']);
  expect(filesWith(/\bgetCollection\b.*astro:content/)).toEqual(['pages/[...locale]/[page]/index.astro']);
  expect(filesWith(/\bnotePageText\(page, locale\)/)).toContain('pages/[...locale]/[page]/index.astro');
});

test('files are read by the flags and the licences alone, which belong to packages', () => {
  expect(filesWith(/from 'node:fs/)).toEqual(['outputs/licences/licences.ts', 'flags/flags.ts']);
  expect(filesWith(/import\.meta\.glob/)).toEqual(['components/body/Figure.astro']);
});
