import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dictionaries } from '../../i18n/translate.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { localeCodes } from '../../model/locales.ts';
import { nonEmpty } from '../non-empty.ts';
import { dist, html } from './site.ts';

/** Offices keep a browser for years: the layout stands in those of 2021, and search says that it cannot. */

const styles = nonEmpty(
  readdirSync(join(dist, '_astro')).filter((name) => name.endsWith('.css')),
  'style sheets in dist/',
);

test.each(styles)('%s has no rule within a rule and no range in a query of the window', (name) => {
  // Chromium 92 drops `@media (width < 40rem)` and everything that stands within another rule.
  const css = readFileSync(join(dist, '_astro', name), 'utf8').replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '');
  expect(css.match(/@media[^{]*\b(?:width|height)\s*[<>][^{]*/g) ?? []).toEqual([]);
  expect(css.match(/&[^{};]*\{/g) ?? []).toEqual([]);
});

test.each(localeCodes)(
  'the search page says in %s, without a script, that it needs a newer browser',
  (locale) => {
    const page = html(`${localeUrl(locale, '/search/')}index.html`);
    expect(page).toMatch(/<p class="old"[^>]*>/);
    expect(page).toContain(dictionaries[locale]['search.old']);
  },
);
