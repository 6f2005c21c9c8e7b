import { AxeBuilder } from '@axe-core/playwright';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { cacheFolder, projectRoot } from '../build/paths.ts';
import { editorText } from '../i18n/editors.ts';
import { withoutNetwork } from './other-folder.ts';

/** `npm run dev` over a copy of a small content folder, as an editor meets it. */

const article = 'content/activities/2023/hoc-bong/index.vi.mdx';
const address = '/activities/2023/hoc-bong/';

let root: string;
let origin: string;
let server: ChildProcess;
let browser: Browser;
/** What the first requests were answered, from before the server was there. */
const firstAnswers: number[] = [];
let said = '';

const attempts = (): string => join(root, 'network-attempts');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Saves as some programs do, over the file, or as others do, beside it and then in its place. */
function save(path: string, text: string, way: 'over' | 'beside' = 'over'): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  if (way === 'over') writeFileSync(file, text);
  else {
    const draft = join(dirname(file), `.${basename(file)}.draft`);
    writeFileSync(draft, text);
    renameSync(draft, file);
  }
}

/** The status of a page and what stands between masthead and footer. */
async function ask(path: string): Promise<{ status: number; html: string }> {
  const response = await fetch(origin + path, { redirect: 'manual' });
  const html = await response.text();
  return { status: response.status, html: /<main.*<\/main>/s.exec(html)?.[0] ?? html };
}

/** The records as they are at the beginning of each test. */
function layRecords(): void {
  const from = join(import.meta.dirname, 'cases/good/content');
  for (const name of readdirSync(from)) {
    rmSync(join(root, 'content', name), { recursive: true, force: true });
    cpSync(join(from, name), join(root, 'content', name), { recursive: true });
  }
}

async function openPage(path: string): Promise<Page> {
  const page = await browser.newPage();
  // Ends what hangs.
  page.setDefaultTimeout(60_000);
  await page.goto(origin + path);
  return page;
}

/** What axe finds. The server may still hear of files laid for this test, and shows the page anew under axe. */
async function audit(page: Page): Promise<{ id: string; where: string[] }[]> {
  for (let tries = 0; ; tries += 1) {
    try {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      return violations.map(({ id, nodes }) => ({ id, where: nodes.map((one) => one.html) }));
    } catch (error) {
      if (tries === 5 || !/navigation|context was destroyed/i.test(String(error))) throw error;
      await page.waitForLoadState('load');
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

beforeAll(async () => {
  // Within the project, from where the packages are found.
  mkdirSync(cacheFolder, { recursive: true });
  root = mkdtempSync(join(cacheFolder, 'dev-'));
  layRecords();
  cpSync(join(projectRoot, 'content/pages'), join(root, 'content/pages'), { recursive: true });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [join(import.meta.dirname, 'dev-server.ts'), root, String(port), 'vi'], {
    cwd: projectRoot,
    env: withoutNetwork(attempts()),
  });
  const hear = (chunk: Buffer): void => void (said += chunk.toString());
  server.stdout?.on('data', hear);
  server.stderr?.on('data', hear);
  while (firstAnswers.at(-1) !== 200 && server.exitCode === null && firstAnswers.length < 20) {
    try {
      firstAnswers.push((await ask(address)).status);
    } catch {
      // Nobody listens yet.
      await pause(50);
    }
  }
  browser = await launchBrowser(await findBrowser());
}, 300_000);
afterEach(layRecords);
afterAll(async () => {
  await browser?.close();
  if (server?.exitCode === null) {
    server.kill();
    await new Promise((resolve) => server.once('exit', resolve));
  }
  rmSync(root, { recursive: true, force: true });
});

test('no page is missing while the server starts', () => {
  expect({ firstAnswers, said }).toMatchObject({ firstAnswers: [200] });
});

test.each(['over', 'beside'] as const)(
  'of two saves %s the file, any time apart, the last is on the page at once',
  async (way) => {
    const original = read(article);
    for (const apart of [0, 20, 200, 500, 1000, 1400, 3000]) {
      for (const word of ['Một', 'Hai']) {
        save(article, `${original}\n${word} ${apart} ${way}.\n`, way);
        if (word === 'Một') await pause(apart);
        // A page that is asked for between the two must not keep the second from being read.
        if (word === 'Một' && apart >= 500)
          expect((await ask(address)).html).toContain(`Một ${apart} ${way}.`);
      }
      expect((await ask(address)).html, `${apart} ms apart`).toContain(`Hai ${apart} ${way}.`);
    }
    save(article, original, way);
    expect((await ask(address)).html).not.toContain('Hai');
  },
);

test.each(['over', 'beside'] as const)(
  'an open page follows each of two saves %s the file by itself',
  async (way) => {
    const original = read(article);
    const page = await openPage(address);
    for (const apart of [300, 1400, 2500]) {
      for (const word of ['Một', 'Hai']) {
        save(article, `${original}\nTheo dõi ${word} ${apart}.\n`, way);
        await pause(apart);
      }
      await expect.poll(() => page.getByText(`Theo dõi Hai ${apart}.`).isVisible()).toBe(true);
      expect(await page.getByText(`Theo dõi Một ${apart}.`).count()).toBe(0);
    }
    await page.close();
  },
);

test('a save between the answer and the moment when the page listens is not lost', async () => {
  const original = read(article);
  // The server keeps a word for the first that listens; with another page open it is gone.
  const other = await openPage('/units/');
  const page = await browser.newPage();
  let saved: Promise<void> | undefined;
  await page.route('**/@vite/client', async (route) => {
    if (!saved) {
      save(article, `${original}\nTrong lúc mở trang.\n`);
      saved = pause(1500);
    }
    await saved;
    await route.continue();
  });
  await page.goto(origin + address);
  await expect.poll(() => page.getByText('Trong lúc mở trang.').isVisible()).toBe(true);
  await other.close();
  await page.close();
});

test('a record that is added, renamed or removed is there, under its new address, or gone', async () => {
  const text = read(article)
    .replace('Trao 60 suất học bổng', 'Một việc mới')
    .replace('2023-11-02', '2023-11-03');
  save('content/activities/2023/viec-moi/index.vi.mdx', text);
  expect((await ask('/activities/2023/viec-moi/')).html).toContain('Một việc mới');
  expect((await ask('/activities/')).html).toContain('/activities/2023/viec-moi/');

  const folder = join(root, 'content/activities/2023');
  renameSync(join(folder, 'viec-moi'), join(folder, 'viec-khac'));
  expect((await ask('/activities/2023/viec-khac/')).status).toBe(200);
  expect((await ask('/activities/2023/viec-moi/')).status).toBe(404);

  rmSync(join(folder, 'viec-khac'), { recursive: true });
  expect((await ask('/activities/2023/viec-khac/')).status).toBe(404);
  expect((await ask('/activities/')).html).not.toContain('viec-khac');
});

test('the name of a unit changes on every page that says it', async () => {
  const unit = 'content/units/quang-tri.yaml';
  const original = read(unit);
  const changed = original.replace(/^(\s*vi: ).*$/gm, '$1Liên hiệp tên mới');
  expect(changed).not.toBe(original);
  save(unit, changed);
  expect((await ask(address)).html).toContain('Liên hiệp tên mới');
  save(unit, original);
  expect((await ask(address)).html).not.toContain('Liên hiệp tên mới');
});

test('a picture that is added with its text is on the page, and goes with it, whoever wrote it', async () => {
  const original = read(article);
  const picture = join(root, dirname(article), 'trao.jpg');
  const blank = { width: 800, height: 600, channels: 3, background: '#88aacc' } as const;
  const drawn = await sharp({ create: blank }).jpeg().toBuffer();
  for (let round = 1; round <= 2; round += 1) {
    writeFileSync(picture, drawn);
    save(article, `${original}\n<Figure src="./trao.jpg" alt="Trao học bổng" />\n`);
    await expect.poll(async () => (await ask(address)).html).toMatch(/<img[^>]+alt="Trao học bổng"/);
    // As when a program brings back an older state of the folder.
    layRecords();
    expect((await ask(address)).html).not.toContain('alt="Trao học bổng"');
  }
});

test('a photograph keeps its shape, and fills the window with its caption when it is asked for, without a script', async () => {
  const original = read(article);
  const picture = join(root, dirname(article), 'doan.jpg');
  const blank = { width: 1600, height: 1000, channels: 3, background: '#88aacc' } as const;
  writeFileSync(picture, await sharp({ create: blank }).jpeg().toBuffer());
  save(
    article,
    `${original}\n<Figure src="./doan.jpg" alt="Đoàn" caption="Đoàn thăm trường" credit="X" />\n`,
  );
  await expect.poll(async () => (await ask(address)).html).toContain('alt="Đoàn"');
  const viewport = { width: 360, height: 640 };
  const page = await browser.newPage({ viewport, javaScriptEnabled: false });
  try {
    await page.goto(origin + address);
    const shown = page.locator('figure img');
    const shape = async () => {
      const { width, height } = (await shown.boundingBox()) ?? { width: 0, height: 1 };
      return width / height;
    };
    expect(await shape()).toBeCloseTo(1.6, 1);
    await page.getByRole('link', { name: /Đoàn$/ }).click();
    expect(await page.locator('figure').boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
    expect(await shape()).toBeCloseTo(1.6, 1);
    expect(await page.locator('figcaption').innerText()).toContain('Đoàn thăm trường');
    const file = page.locator('figcaption a').first();
    expect(await file.innerText()).toContain('1600 × 1000');
    const kept = await fetch(new URL((await file.getAttribute('href')) ?? '', origin));
    expect(await sharp(await kept.arrayBuffer()).metadata()).toMatchObject({ width: 1600, height: 1000 });
    await page.locator('.close').click();
    expect((await page.locator('figure').boundingBox())?.height).toBeLessThan(viewport.height / 2);
    expect(await page.locator('.close').isVisible()).toBe(false);
  } finally {
    await page.close();
    layRecords();
  }
});

test('a document can be opened from the record that cites it once whoever issued it allows that', async () => {
  const document = 'content/documents/bao-cao.yaml';
  const copy = 'https://www.hoi.example/bao-cao.pdf';
  expect((await ask(address)).html).not.toContain(copy);
  save(document, `${read(document)}publicCopy:\n  address: "${copy}"\n  allowedBy: quang-tri\n`);
  await expect.poll(async () => (await ask(address)).html).toMatch(`<a href="${copy}"`);
});

test('a page of several languages in full MDX follows its file', async () => {
  const about = 'content/pages/about/index.vi.mdx';
  const original = read(about);
  save(about, `${original}\nMột câu mới ở cuối trang.\n`);
  await expect.poll(async () => (await ask('/about/')).html).toContain('Một câu mới ở cuối trang.');
  save(about, original);
  await expect.poll(async () => (await ask('/about/')).html).not.toContain('Một câu mới');
});

test('flags are there, drawings and pictures', async () => {
  const original = read(article);
  save(article, original.replace('countries: [JP]', 'countries: [JP, ES]'));
  for (const [flag, type] of [
    ['jp.svg', 'image/svg+xml'],
    ['es.webp', 'image/webp'],
  ]) {
    const response = await fetch(`${origin}/flags/${flag}`);
    expect({ flag, status: response.status, type: response.headers.get('content-type') }).toEqual({
      flag,
      status: 200,
      type,
    });
  }
});

test('a faulty article says on its own page what is wrong, and comes back when it is mended', async () => {
  const original = read(article);
  save(article, original.replace('date: 2023-11-02', 'dat: 2023-11-02'));
  const page = await openPage(address);
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  await page.getByRole('heading', { level: 1, name: editorText('dev.heldTitle', 'vi') }).waitFor();
  await page.getByText(`${article} · ${editorText('editors.place', 'vi', { line: 5, column: 1 })}`).waitFor();
  await page.getByText('date: 2023-11-02', { exact: true }).waitFor();
  expect(await audit(page)).toEqual([]);
  // The translation cannot stand without the original; other pages say that something is missing.
  expect((await ask(`/lo${address}`)).html).toContain(editorText('dev.heldTitle', 'vi'));
  const notice = editorText('dev.heldCount', 'vi', { count: 1 });
  expect((await ask('/activities/')).html).toContain(notice);
  expect(said).toContain(`${article}:5:1`);

  save(article, original);
  await page.getByRole('heading', { level: 1, name: 'Trao 60 suất học bổng' }).waitFor();
  expect((await ask('/activities/')).html).not.toContain(notice);
  await page.close();
});

test('a faulty translation says so at its own address and leaves the original alone', async () => {
  const lao = 'content/activities/2023/hoc-bong/index.lo.mdx';
  const original = read(lao);
  save(lao, original.replace(/^title:.*$/m, 'titel: x'));
  expect((await ask(`/lo${address}`)).html).toContain(lao);
  const { status, html } = await ask(address);
  expect(status).toBe(200);
  expect(html).not.toContain(editorText('dev.heldTitle', 'vi'));
});

test('an address of nothing stays an address of nothing', async () => {
  expect((await ask('/activities/2023/khong-co/')).status).toBe(404);
});

test('nothing of this reached for another machine', () => {
  expect(existsSync(attempts()) ? readFileSync(attempts(), 'utf8') : '').toBe('');
});

test('what reaches for another machine is stopped and written down', () => {
  const list = join(root, 'wanted');
  for (const code of [
    "await fetch('https://example.org/').catch(() => {})",
    "(await import('node:dns')).lookup('example.org', () => {})",
    "(await import('node:net')).connect(443, '192.0.2.1').on('error', () => {})",
  ]) {
    rmSync(list, { force: true });
    const args = ['--input-type=module', '-e', code];
    spawnSync(process.execPath, args, { env: withoutNetwork(list), cwd: projectRoot });
    expect({ code, stopped: existsSync(list) }).toEqual({ code, stopped: true });
  }
});

test.each(['dev', 'preview'])(
  '`npm run %s` refuses an option that it does not know, and names the nearest',
  (name) => {
    const run = (...args: string[]): { status: number | null; said: string } => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(projectRoot, `src/cli/${name}.ts`), ...args],
        { encoding: 'utf8', env: withoutNetwork(attempts()) },
      );
      return { status, said: stdout + stderr };
    };
    expect(run('--prot', '4000')).toMatchObject({ status: 1, said: expect.stringContaining('--port') });
    expect(run('--port', 'x', '--lang', 'en').status).toBe(1);
    expect(run('--help', '--lang', 'en')).toMatchObject({
      status: 0,
      said: expect.stringContaining('--port'),
    });
  },
);
