import type { AstroPrerenderer, RouteData } from 'astro';
import { expect, test } from 'vitest';
import { NeedsAstro } from './kept-bundle.ts';
import { renderPages } from './kept-pages.ts';

/** A prerenderer of one page at `/lo/about/`. */
const prerendererOf = (render: () => Response): AstroPrerenderer => ({
  name: 'of a test',
  getStaticPaths: () =>
    Promise.resolve([{ pathname: '/lo/about', route: { type: 'page', isIndex: true } as RouteData }]),
  render: () => Promise.resolve().then(render),
});

test('what is rendered is written under the name of its page', async () => {
  const written: [string, string][] = [];
  await renderPages(
    prerendererOf(() => new Response('ກ່ຽວກັບ')),
    (file, bytes) => written.push([file, Buffer.from(bytes).toString()]),
  );
  expect(written).toEqual([['lo/about/index.html', 'ກ່ຽວກັບ']]);
});

test('a page that cannot be rendered is named', async () => {
  const failing = prerendererOf(() => {
    throw new Error('no such word');
  });
  await expect(renderPages(failing, () => undefined)).rejects.toThrow('/lo/about/: no such word');
});

test('a page that leads elsewhere, or shows a new picture, is left to Astro', async () => {
  const leading = prerendererOf(() => new Response(null, { status: 301, headers: { location: '/x/' } }));
  await expect(renderPages(leading, () => undefined)).rejects.toThrow(NeedsAstro);
  const showing = prerendererOf(() => {
    throw new NeedsAstro();
  });
  await expect(renderPages(showing, () => undefined)).rejects.toThrow(NeedsAstro);
});
