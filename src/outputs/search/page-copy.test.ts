import { describe, expect, test } from 'vitest';
import { pageCopy } from './page-copy.ts';

describe('the copy of a page', () => {
  const copy = (body: string) => pageCopy(`<html lang="zh-Hans"><body>${body}</body></html>`, 'a.html')?.html;

  test('is made only of pages with data-pagefind-body, and needs their language', () => {
    expect(copy('<main>友好</main>')).toBeUndefined();
    expect(() => pageCopy('<main data-pagefind-body>友好</main>', 'a.html')).toThrow(
      '"a.html" does not say its language',
    );
    expect(copy('<main data-pagefind-body>友好</main>')).toContain('<html lang="und-zh">');
  });

  test('takes a line of text as a whole, whatever tags are in it, and ends it with its block', () => {
    expect(copy('<main data-pagefind-body><p>ກ<b>າ</b>ນ</p><p>友</p></main>')).toContain(
      '> ꀁꀲꄀꀙꄀ` ꀙꄀꄀ ␞ <b></b></p><p> 友ꄀ ␞ </p>',
    );
  });

  test('has of the rest of the page what Pagefind takes from it', () => {
    const html = pageCopy(
      '<html lang="vi"><head><title>Trang</title><style>a {}</style></head><body><nav>Menu</nav>' +
        '<header><p data-pagefind-meta="kind">activities</p><img src="a.jpg"></header>' +
        '<div>Bên <main data-pagefind-body><nav>Mục lục</nav></main></div><footer>Chân</footer></body></html>',
      'a.html',
    )?.html;
    for (const read of ['Trang', 'kind', 'a.jpg', 'data-pagefind-body', 'lục']) expect(html).toContain(read);
    for (const unread of ['Menu', 'Bên', 'Chân', 'a {}']) expect(html).not.toContain(unread);
  });

  test('has neither drawings and scripts nor attributes that Pagefind does not read', () => {
    const html = copy(
      '<main data-pagefind-body><h2 id="a" class="b">友</h2><svg><title>画</title></svg><script>x()</script>' +
        '<p><a href="/c/">好</a></p><time data-pagefind-meta="date[datetime]" datetime="2023">年</time></main>',
    );
    for (const read of ['<h2 id="a">', '友', '好', 'datetime="2023"']) expect(html).toContain(read);
    for (const unread of ['class', 'svg', '画', 'x()', 'href']) expect(html).not.toContain(unread);
  });

  test('has no flags, which Pagefind would take for the picture of the page', () => {
    const html = copy(
      '<main data-pagefind-body><p><img class="flag" src="a.svg"><img src="b.jpg">友</p></main>',
    );
    expect(html).not.toContain('a.svg');
    expect(html).toContain('b.jpg');
  });

  test('has of a page that lists records its title and description alone', () => {
    const html = pageCopy(
      '<html lang="en"><head><meta name="description" content="Laos · 11 entries"></head><body>' +
        '<main data-pagefind-body="title"><p>before</p><div><h1>Laos</h1></div><ul><li>An entry</li></ul></main>',
      'a.html',
      { languages: ['en'], names: ['Lào'], facets: {} },
    )?.html;
    expect(html).toContain('<h1 data-pagefind-meta="title"> Laos');
    expect(html).toContain('Laos · 11 entries');
    expect(html).toContain('Lào');
    expect(html).not.toContain('An entry');
    expect(html).not.toContain('before');
  });

  test('leaves filters and metadata in the letters of the page, and encodes the title', () => {
    const html = copy(
      '<main data-pagefind-body><h1 data-pagefind-meta="title">友好</h1>' +
        '<i data-pagefind-filter="country, kind:a, b">老挝</i></main>',
    );
    expect(html).toContain('<h1 data-pagefind-meta="title"> 友好` 好ꄀ ␞ </h1>');
    expect(html).toContain('data-pagefind-filter="country[data-kept-text], kind:a, b" data-kept-text="老挝"');
  });
});
