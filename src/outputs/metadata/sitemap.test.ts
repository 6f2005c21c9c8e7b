import { describe, expect, test } from 'vitest';
import { indexablePage, writeSitemap } from './sitemap.ts';

const page = (head: string): string => `<!doctype html><html><head>${head}</head><body></body></html>`;
const canonical = '<link rel="canonical" href="https://a.example/x/?a=1&amp;b=2">';

describe('a page', () => {
  test('says its own address and its translations', () => {
    const html = page(
      `${canonical}<link rel="alternate" hreflang="lo" href="https://a.example/lo/x/">` +
        '<link rel="alternate" type="application/rss+xml" href="/feed.xml">',
    );
    expect(indexablePage(html)).toEqual({
      url: 'https://a.example/x/?a=1&b=2',
      alternates: [{ hreflang: 'lo', url: 'https://a.example/lo/x/' }],
    });
  });
  test('that no search engine should know is left out', () => {
    expect(indexablePage(page(`<meta name="robots" content="noindex">${canonical}`))).toBeUndefined();
  });
  test('without an address of its own is left out', () => {
    expect(indexablePage(page('<title>x</title>'))).toBeUndefined();
  });
  test('says so behind what only looks like the end of its head', () => {
    const html = page(
      `<meta name="description" content="</head> noindex"><script>'</head>'</script>${canonical}`,
    );
    expect(indexablePage(html)?.url).toBe('https://a.example/x/?a=1&b=2');
  });
  test('speaks through its head alone', () => {
    expect(indexablePage(page('').replace('<body>', `<body>${canonical}`))).toBeUndefined();
  });
});

describe('a sitemap', () => {
  const pages = ['c', 'a', 'b'].map((name) => ({ url: `https://a.example/${name}/`, alternates: [] }));

  test('is one sorted file', () => {
    const files = writeSitemap(pages, 'https://a.example/');
    expect(files.map((file) => file.name)).toEqual(['sitemap.xml']);
    expect([...(files[0]?.text ?? '').matchAll(/<loc>([^<]+)/g)].map(([, url]) => url)).toEqual([
      'https://a.example/a/',
      'https://a.example/b/',
      'https://a.example/c/',
    ]);
  });
  test('of more addresses than a file may hold is an index with its parts', () => {
    const files = writeSitemap(pages, 'https://a.example/ban-tin/', 2);
    expect(files.map((file) => file.name)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']);
    expect(files[0]?.text).toContain('<loc>https://a.example/ban-tin/sitemap-2.xml</loc>');
    expect(files.slice(1).flatMap(({ text }) => text.match(/<loc>/g) ?? []).length).toBe(3);
  });
  test('is one file of 20,000 addresses, and two of one more: far from 50,000 and from 50 MB', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ url: `https://a.example/${index}/`, alternates: [] }));
    const filesOf = (count: number) =>
      writeSitemap(many(count), 'https://a.example/').map(({ name }) => name);
    expect(filesOf(20_000)).toEqual(['sitemap.xml']);
    expect(filesOf(20_001)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']);
  });
  test('escapes addresses', () => {
    const [file] = writeSitemap(
      [{ url: 'https://a.example/?a=1&b=2', alternates: [] }],
      'https://a.example/',
    );
    expect(file?.text).toContain('<loc>https://a.example/?a=1&amp;b=2</loc>');
  });
});
