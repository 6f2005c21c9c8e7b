import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { madeUpOrigin, serve } from '../../build/serve.ts';
import { paginate } from './paginate.ts';

const require = createRequire(import.meta.url);
let browser: Browser;
const dist = mkdtempSync(join(tmpdir(), 'ban-tin-paginate-'));
beforeAll(async () => {
  browser = await launchBrowser(await findBrowser({}));
});
afterAll(async () => {
  await browser.close();
  rmSync(dist, { recursive: true });
});

/** A page whose item goes on to the next page each of the first `moves` times that its number is written. */
const restless = (moves: number) => `<!doctype html><title>Contents</title>
<a href="#item-aid" data-toc>Aid <span data-page-number></span></a>
<p id="item-aid">Aid</p>
<script>
  let moves = ${moves};
  const moved = new MutationObserver(() => {
    if (moves-- <= 0) return;
    const gap = document.createElement('p');
    gap.style.breakAfter = 'page';
    gap.textContent = 'Another page';
    document.getElementById('item-aid').before(gap);
  });
  moved.observe(document.querySelector('[data-page-number]'), { childList: true });
</script>`;

async function rounds(moves: number): Promise<number> {
  writeFileSync(join(dist, 'index.html'), restless(moves));
  const page = await browser.newPage();
  try {
    const served = await serve(page, { dist });
    return (await paginate({ page, url: `${madeUpOrigin}/`, served, pagesPerSheet: 1 })).rounds;
  } finally {
    await page.close();
  }
}

test('contents that settle within four prints are printed', async () => {
  expect(await rounds(0)).toBe(2);
  expect(await rounds(2)).toBe(4);
});

test('a face that only the margins of the page use is in the print', async () => {
  const face = join(dirname(require.resolve('@fontsource/noto-serif/package.json')), 'files');
  copyFileSync(join(face, 'noto-serif-latin-700-normal.woff2'), join(dist, 'face.woff2'));
  writeFileSync(
    join(dist, 'index.html'),
    `<!doctype html><html lang="en"><style>
      @font-face { font-family: "Margin"; src: url(/face.woff2); }
      @page { size: A5; margin: 20mm; @bottom-center { content: "Page " counter(page); font-family: "Margin"; } }
    </style><p>Words`,
  );
  const page = await browser.newPage();
  const served = await serve(page, { dist });
  const { pdf } = await paginate({ page, url: `${madeUpOrigin}/`, served, pagesPerSheet: 1 });
  await page.close();
  expect(Buffer.from(pdf).toString('latin1')).toContain('NotoSerif-Bold');
});

test('contents that need a fifth print are refused, with the cure', async () => {
  await expect(rounds(3)).rejects.toThrow('did not settle in 4 rounds');
});
