import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { localeCodes } from '../../model/locales.ts';
import { headersFile } from '../../outputs/hosting/headers.ts';
import { licencesFile } from '../../outputs/licences/licences.ts';
import { parts, partsOf } from '../../outputs/licences/parts.ts';
import { dist, html } from './site.ts';
import { nonEmpty } from '../non-empty.ts';

/** What a host has to know of the files, and what goes along with the files of others. */

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile())
  .map((one) => join(one.parentPath, one.name).slice(dist.length).replaceAll('\\', '/'));

test('the recipe for nginx has a type for every kind of file', () => {
  const conf = readFileSync(join(projectRoot, 'docs/deploy/nginx.conf'), 'utf8');
  const types = /^\s*types \{([^}]*\n[^}]*)\}/m.exec(conf)?.[1] ?? '';
  const known = [...types.matchAll(/^\s*[a-z]+\/\S+\s+([\w\s]+);/gm)].flatMap(([, names = '']) =>
    names.split(/\s+/),
  );
  const made = [...new Set(files.map((path) => extname(path).slice(1)))].filter((name) => name !== '');
  expect(made.length).toBeGreaterThan(10);
  expect(made.filter((name) => !known.includes(name))).toEqual([]);
  // Photographs alone are JPEG, and content may have none.
  expect(known.filter((name) => !made.includes(name) && name !== 'jpg')).toEqual([]);
});

test('hosts find the headers at the root of the site', () => {
  expect(readFileSync(join(dist, '_headers'), 'utf8')).toBe(headersFile(''));
});

describe('the work of others', () => {
  /** The script of ordinary pages is our own, and so are those that save a list and name a page with a mistake. */
  const own = (path: string): boolean =>
    /^\/(?:enhance\.[0-9a-f]{8}|_astro\/(?:CsvLink|ReportedPage|save)\.[\w.-]+)\.js$/.test(path);
  // The editor has its licences beside it: `src/build/editor.test.ts`.
  const others = files.filter(
    (path) =>
      /\.(woff2?|ttf|otf|js|wasm|pagefind)$|^\/flags\//.test(path) &&
      !own(path) &&
      !path.startsWith('/bien-tap/'),
  );

  test('is named: every font, script, WebAssembly and flag', () => {
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((path) => partsOf(path).length === 0)).toEqual([]);
  });

  test('is there, for each that is named', () => {
    expect(
      nonEmpty(parts, 'parts').filter((part) => !others.some((path) => partsOf(path).includes(part))),
    ).toEqual([]);
  });

  test('has its licences beside it, and the page “About” leads there', () => {
    expect(readFileSync(join(dist, 'licences.txt'), 'utf8')).toBe(licencesFile());
    for (const code of localeCodes) {
      expect(html(`${localeUrl(code, '/about/')}index.html`)).toMatch(/<a href="\/licences\.txt">[^<]+<\/a>/);
    }
  });
});
