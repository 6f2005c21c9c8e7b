import { expect, test } from 'vitest';
import { fillIssuePage } from './issue-page.ts';
import type { PrintedEdition } from '../print/print-issues.ts';

const out = 'issues/2023-2/b-2023-2-fr.pdf';
const edition = {
  out,
  locale: 'fr',
  files: [
    { kind: 'office', out, bytes: 471_727, pages: 16 },
    {
      kind: 'pictures',
      out: 'issues/2023-2/pages/b-2023-2-fr-01.webp',
      bytes: 9000,
      picture: { page: 1, width: 240, height: 340 },
    },
  ],
} as PrintedEdition;
const page =
  `<ul><li data-edition="${out}"><a href="/${out}">PDF</a> <small data-size="${out}"></small></li></ul>` +
  `<div class="look" data-pages="${out}"></div>`;

test('length, size and pictures are written in, in the language of the page', () => {
  const filled = fillIssuePage(page, { printed: [edition], failed: [], locale: 'fr', base: '/ban-tin/' });
  expect(filled).toMatch(/<small data-size="[^"]*">16 pages, 472.ko<\/small>/);
  expect(filled).toContain(`<a href="/ban-tin/${out}#page=1" hreflang="fr"`);
  expect(filled).toContain('<img src="/ban-tin/issues/2023-2/pages/b-2023-2-fr-01.webp" alt="Page 1"');
});

test('of a file that is not printed its size is written in', () => {
  const files = [{ out: 'issues/2023-2/b.eml', bytes: 58_118 }];
  const offer = '<a href="/issues/2023-2/b.eml">x</a> <small data-size="issues/2023-2/b.eml"></small>';
  const filled = fillIssuePage(offer, { printed: [], failed: [], unprinted: files, locale: 'fr', base: '/' });
  expect(filled).toMatch(/<small data-size="issues\/2023-2\/b\.eml">58.ko<\/small>$/);
});

/** What search engines are told of a page, with a text that would end the element. */
const told = (...files: string[]): string => {
  const encoding = files.map((file) => ({
    contentUrl: `https://b.org/ban-tin/${file}`,
    encodingFormat: 'x',
  }));
  const data = {
    name: 'a</script>b',
    encoding,
    subjectOf: { encoding: [{ contentUrl: 'https://b.org/x' }] },
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
};

test('search engines are told the size of each file, and of none that was not printed', () => {
  const files = [{ out: 'issues/2023-2/b-2023-2-fr.epub', bytes: 99_349 }];
  const options = { unprinted: files, locale: 'fr', base: '/ban-tin' } as const;
  const epub = 'issues/2023-2/b-2023-2-fr.epub';
  const sizesIn = (html: string): unknown => {
    const data = JSON.parse(/<script[^>]*>(.*)<\/script>$/.exec(html)?.[1] ?? '');
    expect(data).toMatchObject({
      name: 'a</script>b',
      subjectOf: { encoding: [{ contentUrl: 'https://b.org/x' }] },
    });
    return data.encoding.map((file: { contentUrl: string; contentSize?: string }) => [
      file.contentUrl.split('/').at(-1),
      file.contentSize,
    ]);
  };
  expect(sizesIn(fillIssuePage(told(out, epub), { ...options, printed: [edition], failed: [] }))).toEqual([
    ['b-2023-2-fr.pdf', '472 kB'],
    ['b-2023-2-fr.epub', '99 kB'],
  ]);
  const booklet = out.replace('.pdf', '-booklet.pdf');
  const failed = [{ out }];
  expect(sizesIn(fillIssuePage(told(out, booklet, epub), { ...options, printed: [], failed }))).toEqual([
    ['b-2023-2-fr.epub', '99 kB'],
  ]);
});

test('filled twice, the page is the same', () => {
  const options = { printed: [edition], failed: [], locale: 'fr', base: '/' } as const;
  const once = fillIssuePage(page + told(out), options);
  expect(fillIssuePage(once, options)).toBe(once);
});

test('an edition that was not printed is offered no longer', () => {
  const failed = [{ ...edition, cause: '…', error: 'x' }];
  const filled = fillIssuePage(page, { printed: [], failed, locale: 'fr', base: '/' });
  expect(filled).toBe(`<ul></ul><div class="look" data-pages="${out}"></div>`);
});

test('an element that is filled may hold elements of its kind, and an attribute what looks like one', () => {
  const look = `<p title='<div data-pages="${out}"></div>'>x</p><div data-pages="${out}"><div>old</div></div><p>y`;
  const filled = fillIssuePage(look, {
    printed: [],
    failed: [{ out }],
    locale: 'fr',
    base: '/',
  });
  expect(filled).toBe(look.replace('<div>old</div>', ''));
});
