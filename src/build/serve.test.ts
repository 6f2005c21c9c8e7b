import { expect, test } from 'vitest';
import { pathInSite } from './serve.ts';

const origin = 'http://bulletin.test';

test.each([
  ['/', '/', 'index.html'],
  ['/lo/issues/2023-2/print/', '/', 'lo/issues/2023-2/print/index.html'],
  ['/photos/a%20b.jpg?width=2#x', '/', 'photos/a b.jpg'],
  ['/ban-tin/styles/a.css', '/ban-tin/', 'styles/a.css'],
  ['/ban-tin/styles/a.css', '/ban-tin', 'styles/a.css'],
])('%s under %s is the file %s', (path, base, file) => {
  expect(pathInSite(origin + path, { base, origin })).toBe(file);
});

test.each([
  ['another site', 'https://example.org/a.css', '/'],
  ['a path outside the base', `${origin}/styles/a.css`, '/ban-tin/'],
  ['a base that only begins alike', `${origin}/ban-tin-cu/a.css`, '/ban-tin'],
  ['a folder above the site', `${origin}/%2e%2e%2fsecret`, '/'],
  ['a folder above the site, further in', `${origin}/a/..%2f..%2fsecret`, '/'],
  ['a malformed escape', `${origin}/%E0%A4%A`, '/'],
])('%s is no file of the site', (_, url, base) => {
  expect(pathInSite(url, { base, origin })).toBeUndefined();
});
