/** How printing goes on: what is kept, what stops it. What is printed: `printed-issue.test.ts`. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BrowserSession } from '../../build/browser.ts';
import { sha256 } from '../../build/serve.ts';
import {
  sampleEdition,
  samplePage,
  writeSamplePage,
  writeSampleSite,
} from '../../tests/print/fixture/issue.ts';
import type { SampleLocale } from '../../tests/print/fixture/texts.ts';
import { inspectPdf } from '../../tests/print/inspect.ts';
import { printIssues as printAll, type PrintOptions } from './print-issues.ts';

/** The office PDF alone: the other outputs are made of it, and cost more than it does. */
const printIssues = (options: PrintOptions) => printAll({ only: ['office'], ...options });

let folder: string;
let dist: string;
let cacheFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-issues-'));
  dist = join(folder, 'dist');
  cacheFolder = join(folder, 'cache');
  await writeSampleSite(dist);
  await printIssues({ dist, editions: [sampleEdition('en'), sampleEdition('fr')], cacheFolder });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('articles of a language share a tab, and each is what it is when printed alone, files that it read included', async () => {
  const article = (locale: SampleLocale) => ({
    ...sampleEdition(locale),
    article: true,
    issue: `activities/2023/${locale}`,
  });
  const again = {
    ...article('en'),
    issue: 'activities/2023/again',
    out: 'activities/2023/again/again-en.pdf',
  };
  // Another text, of which one picture is also in the next, and one is not.
  const other = { ...article('en'), issue: 'activities/2023/other', url: '/en/other/', out: 'other-en.pdf' };
  const pictures = ['own', 'shared'].map((name) => `photos/${name}.svg`);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
  for (const path of pictures) await writeFile(join(dist, path), svg);
  const [own = '', shared = ''] = pictures.map((path) => `<img src="/${path}" alt="">`);
  const pictured = (html: string, pictures: string) => html.replace('<div class="body">', `$&${pictures}`);
  await mkdir(join(dist, 'en', 'other'));
  const words = samplePage('en').replaceAll('Sixty', 'Seventy').replace('<body', '<body id="other"');
  await writeFile(join(dist, 'en', 'other', 'index.html'), pictured(words, own + shared));
  await writeSamplePage(dist, 'en', pictured(samplePage('en'), shared));
  const print = async (name: string, editions: ReturnType<typeof article>[]) => {
    const caches = join(folder, name);
    const { printed } = await printAll({ dist, out: caches, editions, cacheFolder: join(caches, 'cache') });
    expect(printed.length).toBe(editions.length);
    const records = await Promise.all(
      (await readdir(join(caches, 'cache'))).map((one) =>
        readFile(join(caches, 'cache', one, 'record.json'), 'utf8'),
      ),
    );
    const loaded = records.map((one) => (JSON.parse(one) as { loaded: Record<string, string> }).loaded);
    return { pdf: await readFile(join(caches, again.out)), loaded };
  };
  const alone = await print('alone', [again]);
  const opened = vi.spyOn(BrowserSession.prototype, 'browser');
  const after = await print('after', [article('fr'), other, again]);
  expect(opened).toHaveBeenCalledTimes(2);
  opened.mockRestore();
  expect(after.pdf.equals(alone.pdf)).toBe(true);
  expect(Object.keys(alone.loaded[0] ?? {}).filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(
    0,
  );
  expect(alone.loaded[0]).toHaveProperty(['photos/shared.svg'], sha256(svg));
  expect(after.loaded).toContainEqual(alone.loaded[0]);
  await writeSamplePage(dist, 'en', samplePage('en'));
});

describe('the cache', () => {
  let site: string;
  const editions = [sampleEdition('en')];
  const out = sampleEdition('en').out;
  const print = async () => (await printIssues({ dist: site, editions, cacheFolder })).printed[0];

  beforeAll(async () => {
    site = join(folder, 'cached');
    await cp(dist, site, { recursive: true });
    await print();
  });

  test('gives an unchanged edition back without printing it', async () => {
    const before = await readFile(join(site, out));
    await rm(join(site, out));
    const again = await print();
    expect(again).toMatchObject({ cached: true, pages: 8, files: [{ out, bytes: before.length, pages: 8 }] });
    expect((await readFile(join(site, out))).equals(before)).toBe(true);
  });

  test.each([
    'styles/print-issue.css',
    'styles/fonts/literata-latin-400-normal.woff2',
    'en/issues/2023-2/print/index.html',
  ])('is not used when %s has changed', async (path) => {
    const file = join(site, path);
    const content = await readFile(file);
    // Spaces change neither a style sheet nor a page; a font with bytes behind its end is still read.
    await writeFile(file, Buffer.concat([content, Buffer.from('\n'.repeat(path.endsWith('woff2') ? 0 : 4))]));
    if (path.endsWith('woff2')) await cp(join(site, 'styles/fonts/literata-latin-700-normal.woff2'), file);
    expect(await print()).toMatchObject({ cached: false });
    expect(await print()).toMatchObject({ cached: true });
  });
});

describe('an edition that cannot be printed', () => {
  let site: string;
  /** Prints English as `change` makes it, and French after it as it is. */
  const printChanged = async (change: (html: string) => string) => {
    await writeSamplePage(site, 'en', change(samplePage('en')));
    const result = await printIssues({
      dist: site,
      editions: [sampleEdition('en'), sampleEdition('fr')],
      cacheFolder,
    });
    expect(result.printed.map(({ locale }) => locale)).toEqual(['fr']);
    expect((await readdir(join(site, 'issues', '2023-2'))).filter((name) => !name.includes('-fr'))).toEqual(
      [],
    );
    return result.failed[0]?.error;
  };
  const into = (words: string) => (html: string) =>
    html.replace('<div class="body">', `<div class="body">${words}`);

  beforeAll(async () => {
    site = join(folder, 'failing');
    await cp(dist, site, { recursive: true });
    for (const name of await readdir(join(site, 'issues', '2023-2'))) {
      if (!/-(en|fr)\.pdf/.test(name)) await rm(join(site, 'issues', '2023-2', name), { recursive: true });
    }
  });

  test('for a missing image is named with the image, leaves no file and spoils no other', async () => {
    expect(await printChanged(into('<img src="/photos/gone.jpg" alt="" loading="lazy">'))).toBe(
      'Issue 2023-2 (en) was not printed. The print page lacks files: image http://bulletin.test/photos/gone.jpg: ' +
        'there is no photos/gone.jpg in the built site.',
    );
  });

  test('for a broken image is named with the image', async () => {
    await writeFile(join(site, 'photos', 'broken.png'), 'not a picture');
    expect(await printChanged(into('<img src="/photos/broken.png" alt="">'))).toContain(
      'The browser cannot read the image photos/broken.png.',
    );
  });

  const face = (file: string) => (html: string) =>
    into('<p style="font-family: Lost">x</p>')(html).replace(
      '</head>',
      `<style>@font-face { font-family: "Lost"; src: url(/${file}); }</style></head>`,
    );

  test('for a missing font is named with the font', async () => {
    expect(await printChanged(face('lost.woff2'))).toContain(
      'font http://bulletin.test/lost.woff2: there is no lost.woff2',
    );
  });

  test('for a broken font is named with the font', async () => {
    await writeFile(join(site, 'broken.woff2'), 'not a font');
    expect(await printChanged(face('broken.woff2'))).toContain(
      'The browser cannot read the font Lost normal normal.',
    );
  });

  test('for an image of another site says that print does not use the network', async () => {
    expect(await printChanged(into('<img src="https://example.org/a.png" alt="">'))).toContain(
      'image https://example.org/a.png: not a file of the site; a printed page may not depend on the network',
    );
  });

  test('for something too wide names it, where Chromium would print the whole issue smaller', async () => {
    expect(await printChanged(into('<p style="width: 200mm">A long line</p>'))).toContain(
      'Too wide for the page: <p> in #item-letter (“A long line”) by ',
    );
  });

  test('for a back cover of more than one page says so', async () => {
    expect(
      await printChanged((html) =>
        html.replace('class="colophon"', 'class="colophon" style="padding-top: 300mm"'),
      ),
    ).toContain('Longer than one page: back-cover. Shorten its words.');
  });

  test('for more pages than a staple holds says how many, and names the longest item', async () => {
    const error = await printChanged((html) =>
      html.replace(
        '<article',
        `<article class="item" id="item-long">${'<p>Word</p>'.repeat(2000)}</article><article`,
      ),
    );
    expect(error).toMatch(/The issue has \d\d pages; it may have 32\. .* the longest is #item-long/);
  });

  test('for a contents entry that leads nowhere names the entry', async () => {
    expect(await printChanged((html) => html.replace('id="item-hvpf"', 'id="item-other"'))).toContain(
      'The contents of the issue are wrong: #item-hvpf (“Sixty scholarships',
    );
  });

  test('for a page that was not built says so', async () => {
    await rm(join(site, 'en'), { recursive: true });
    const { failed } = await printIssues({ dist: site, editions: [sampleEdition('en')], cacheFolder });
    expect(failed[0]?.error).toBe(
      'Issue 2023-2 (en) was not printed. Its print page en/issues/2023-2/print/index.html is not in the built site. ' +
        'Build the site first.',
    );
    expect(existsSync(join(site, sampleEdition('en').out))).toBe(false);
  });
});

test('a site with a base path is printed, with links that lead to its public address', async () => {
  const based = join(folder, 'based');
  await writeSampleSite(based, '/ban-tin/');
  const html = samplePage('en', '/ban-tin/').replace(
    'https://bulletin.example/activities',
    '/ban-tin/activities',
  );
  await writeSamplePage(based, 'en', html);
  const print = async (site?: string) => {
    const { printed, failed } = await printIssues({
      dist: based,
      base: '/ban-tin',
      site,
      editions: [sampleEdition('en')],
      cache: false,
    });
    expect(failed).toEqual([]);
    const { links } = await inspectPdf(await readFile(join(based, printed[0]?.out ?? '')));
    return links.flat();
  };
  expect(await print('https://huunghi.example/')).toContain(
    'https://huunghi.example/ban-tin/activities/2023/hvpf/',
  );
  expect(await print()).toEqual(['https://bulletin.example/activities/2023/phucs-fond/']);
});

test('a character that no font of the issue has stops the print and is named', async () => {
  const lacking = join(folder, 'lacking');
  await cp(dist, lacking, { recursive: true });
  await writeSamplePage(lacking, 'en', samplePage('en').replace('Dear readers', 'Dear 김 🎉 readers'));
  const { printed, failed } = await printIssues({
    dist: lacking,
    editions: [sampleEdition('en')],
    cache: false,
  });
  expect(printed).toEqual([]);
  expect(failed.map(({ error }) => String(error))).toEqual([expect.stringContaining('김 🎉')]);
});
