import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { originalLocale, localeCodes, locales } from '../../model/locales.ts';
import { newsletterPath } from '../newsletter/paths.ts';
import { caching, headersFile, securityHeaders, unindexed } from './headers.ts';

test('the file names each header below the paths that it is for', () => {
  expect(headersFile('/ban-tin')).toMatch(
    /^\/\*\n {2}Content-Security-Policy: frame-ancestors 'none'\n[^/]+\n\/ban-tin\/_astro\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n\/ban-tin\/pagefind\//,
  );
});

test('no two rules say the same header of one file: hosts would send both', () => {
  const folders = Object.keys(caching);
  expect(folders.length).toBeGreaterThan(0);
  expect(Object.keys(securityHeaders)).not.toContain('Cache-Control');
  for (const folder of folders) {
    expect(folders.filter((other) => other !== folder && folder.startsWith(other))).toEqual([]);
  }
});

/** Newsletters as plain text, and other files beside them. */
const [letters, others] = [
  localeCodes.map((code) => newsletterPath('2023-2', code, 'txt')),
  ['/robots.txt', '/licences.txt', '/issues/2023-2/', '/issues/2023-2/ban-tin-2023-2-vi.pdf'],
];

test('newsletters as plain text are not for search engines, all else is', () => {
  const rules = unindexed.map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
  const isLeftOut = (path: string) => rules.some((rule) => rule.test(path));
  expect(letters.filter((path) => !isLeftOut(path))).toEqual([]);
  expect(others.filter(isLeftOut)).toEqual([]);
  expect(headersFile('/ban-tin')).toContain(
    '\n/ban-tin/issues/:issue/newsletter.txt\n  X-Robots-Tag: noindex\n',
  );
});

describe('the recipe for nginx', () => {
  const conf = readFileSync(join(import.meta.dirname, '../../../docs/deploy/nginx.conf'), 'utf8');
  /** The lines of a map: from → to, unquoted. */
  const map = (name: string): Map<string, string> => {
    const [, body = ''] = new RegExp(`map \\$uri \\$${name} \\{([^}]*)\\}`).exec(conf) ?? [];
    const pairs = [...body.matchAll(/^\s*(\S+)\s+(?:"([^"]*)"|(\S+));$/gm)];
    return new Map(pairs.map(([, from = '', quoted, plain]) => [from, quoted ?? plain ?? '']));
  };

  test('sends the same headers, with errors too', () => {
    const sent = [...conf.matchAll(/^\s*add_header (\S+) "([^"]*)" always;$/gm)];
    expect(Object.fromEntries(sent.map(([, name = '', value]) => [name, value]))).toEqual(securityHeaders);
  });

  test('adds headers in one place: a location with its own would lose the others', () => {
    expect(conf.slice(conf.indexOf('types {')).replace(/^[^}]*\}/, '')).toContain('add_header');
    const locations = [...conf.matchAll(/location [^{]*\{((?:[^{}]|\{[^}]*\})*)\}/g)];
    expect(locations.length).toBeGreaterThan(0);
    expect(locations.filter(([, body]) => body?.includes('add_header'))).toEqual([]);
  });

  test('keeps files as long', () => {
    const rules = [...map('caching')].filter(([from]) => from.startsWith('~'));
    for (const [folder, value] of Object.entries(caching)) {
      const found = rules.find(([from]) => new RegExp(from.slice(1)).test(`${folder}x_0.js`));
      expect({ folder, value: found?.[1] }).toEqual({ folder, value });
    }
    expect(map('caching').get('default')).toBe('no-cache');
  });

  test('keeps the same files from search engines', () => {
    const [[rule = '', value] = [], ...more] = [...map('robots')].filter(([from]) => from.startsWith('~'));
    expect([value, more, map('robots').get('default')]).toEqual(['noindex', [], '']);
    expect(letters.filter((path) => !new RegExp(rule.slice(1)).test(path))).toEqual([]);
    expect(others.filter((path) => new RegExp(rule.slice(1)).test(path))).toEqual([]);
    expect(conf).toContain('add_header X-Robots-Tag $robots;');
  });

  test('shows each language its own page for addresses that do not exist', () => {
    const rules = map('not_found');
    expect(rules.get('default')).toBe('/404.html');
    const own = localeCodes.filter((code) => code !== originalLocale);
    expect([...rules].slice(1)).toEqual(
      own.map((code) => [`~^${locales[code].prefix}/`, `${locales[code].prefix}/404.html`]),
    );
  });
});
