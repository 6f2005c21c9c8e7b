import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { projectRoot } from '../build/paths.ts';
import { filesOnDisk } from '../content/disk.ts';
import { readContent } from '../content/read.ts';
import { editorIndex } from '../editor/editor-index.ts';
import { buildForHosts, builtFor, serveEditor } from '../tests/editor-hosts/editor-site.ts';
import { github } from '../tests/editor-hosts/github.ts';
import { createRepository } from '../tests/editor-hosts/repository.ts';
import { startHost } from '../tests/editor-hosts/server.ts';

/** Pictures of the browser editor for the handbook, on the real records, at a git host that is played on this computer. */

const record = 'activities/2023/phucs-fond-trung-thu';
const screen = { width: 1100, height: 700 };
const token = 'the-token-of-the-pictures';

/** Faces for the names of languages: the browser that takes the pictures has none of its own. */
const faces = [
  'noto-serif-lao/files/noto-serif-lao-lao',
  'noto-serif-khmer/files/noto-serif-khmer-khmer',
  'noto-serif-sc/files/noto-serif-sc-chinese-simplified',
].map((path) => join(projectRoot, 'node_modules/@fontsource', `${path}-400-normal.woff2`));

async function giveFaces(page: Page): Promise<void> {
  const fonts = faces.map((path) => readFileSync(path).toString('base64'));
  await page.evaluate(async (given) => {
    for (const [at, data] of given.entries()) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      document.fonts.add(await new FontFace(`face-${at}`, bytes).load());
    }
    for (const name of document.querySelectorAll<HTMLElement>('.languages [lang]'))
      name.style.fontFamily = 'sans-serif, face-0, face-1, face-2';
  }, fonts);
}

/** What is done before each picture is taken, one after the other. */
const scenes: Readonly<Record<string, (page: Page, address: string) => Promise<void>>> = {
  'danh-sach': async (page) => {
    // The stand-in's editor is nobody.
    await page.getByLabel('Tên của bạn').fill('');
    await page.getByRole('searchbox').fill('trung thu');
    await page.locator('.records a', { hasText: 'Phuc’s Fond' }).first().waitFor();
  },
  'bieu-mau': async (page, address) => {
    await page.goto(`${address}#/${record}`);
    await page.locator('.check-state', { hasText: 'Không có lỗi' }).waitFor();
    await page.getByLabel('Ngày', { exact: true }).fill('31/9/2023');
    await page.locator('.of-date .problems').first().waitFor();
    await page.getByText('Loại hoạt động', { exact: false }).first().scrollIntoViewIfNeeded();
    await page.locator('.of-date').first().scrollIntoViewIfNeeded();
  },
  'bai-viet': async (page) => {
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.locator('.check-state', { hasText: 'Không có lỗi' }).waitFor();
    await page.locator('.toolbar').waitFor();
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.locator('.toolbar').evaluate((bar) => bar.scrollIntoView({ block: 'center' }));
  },
  'ban-dich': async (page) => {
    await page
      .locator('.languages')
      .getByRole('button', { name: /^English/ })
      .click();
    await page.getByText('Bản gốc', { exact: true }).first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  },
};

/**
 * Writes the pictures.
 * @param folder where to
 * @param say gets the path of each
 */
export async function photographEditor(folder: string, say: (line: string) => void): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'editor-pictures-'));
  const files = filesOnDisk(projectRoot);
  const sound = [...files].filter(([, { fault }]) => fault === undefined);
  const bytes = new Map(sound.map(([path, file]) => [path, file.read()] as const));
  const host = await startHost(github, createRepository(builtFor.project, bytes, { realLimits: true }));
  host.tokens.add(token);
  const browser = await launchBrowser(await findBrowser());
  try {
    await buildForHosts(work);
    const site = await serveEditor(work, 'github', host, editorIndex(readContent(files), files));
    const page = await browser.newPage({ viewport: screen });
    await page.goto(site.address);
    await page.locator('#token').fill(token);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.locator('.records a').first().waitFor();
    mkdirSync(folder, { recursive: true });
    for (const [name, prepare] of Object.entries(scenes)) {
      await prepare(page, site.address);
      await giveFaces(page);
      const file = join(folder, `${name}.webp`);
      await sharp(await page.screenshot())
        .webp({ quality: 60 })
        .toFile(file);
      say(file);
    }
    site.close();
  } finally {
    await browser.close();
    await host.close();
    rmSync(work, { recursive: true, force: true });
  }
}
