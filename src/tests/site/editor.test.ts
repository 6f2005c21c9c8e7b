import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paragraph, picture, pictureRelation, run, wordFile } from '../../authoring/word/sample.ts';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { filesBelow } from '../../build/files.ts';
import { distFolder as dist } from '../../build/paths.ts';
import { serve } from '../../build/serve.ts';
import { readContent } from '../../content/read.ts';
import { editorIndex } from '../../editor/editor-index.ts';
import { inChromium, keyboardTab } from '../editor-hosts/tab.ts';
import { frozenFiles } from '../fixtures/bulletin.ts';

/**
 * The browser editor on the fixture's bulletin, in a folder of the browser's own: the window in which people choose one
 * cannot be clicked by a program, what comes out of it is the same kind of folder.
 */

const files = frozenFiles();
const index = editorIndex(readContent(files), files);

const oldDoc = join(import.meta.dirname, '../../authoring/word/samples/old.doc');

/** A secure origin, as the editor's has to be. */
const origin = 'https://bulletin.test';
/** A story with all its translations. */
const story = 'stories/2023/hiroshima-va-quang-tri';
const storyFile = `content/${story}/index.vi.mdx`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await launchBrowser(await findBrowser());
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  page = await context.newPage();
  faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) faults.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

const inBase64 = () =>
  [...files].map(([path, file]) => [path, Buffer.from(file.read()).toString('base64')] as const);

/** Puts the bulletin into the browser's own folder, and that in the place of the one that people would choose. */
async function giveFolder(): Promise<void> {
  await page.evaluate(async (given) => {
    const own = await navigator.storage.getDirectory();
    const root = await own.getDirectoryHandle('ban-tin', { create: true });
    for (const [path, data] of given) {
      const parts = path.split('/');
      let folder = root;
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await folder.getFileHandle(parts.at(-1) ?? '', { create: true });
      const stream = await file.createWritable();
      await stream.write(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
      await stream.close();
    }
    globalThis.showDirectoryPicker = async () => root;
  }, inBase64());
}

/** A file of the folder as it is now. */
const inFolder = (path: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const parts = ['ban-tin', ...wanted.split('/')];
    let folder = await navigator.storage.getDirectory();
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    const file = await (await folder.getFileHandle(parts.at(-1) ?? '')).getFile();
    return file.text();
  }, path);

const original = (path: string): string =>
  new TextDecoder().decode(files.get(path)?.read() ?? new Uint8Array());

/** Lines that only one of two texts has. */
function difference(before: string, after: string): { readonly gone: string[]; readonly come: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((one) => !now.includes(one)), come: now.filter((one) => !old.includes(one)) };
}

async function openEditor(): Promise<void> {
  // The list that the build has made is that of the bulletin as it is today.
  const list = Buffer.from(JSON.stringify(index));
  const read = async (path: string) => (path === 'bien-tap/index.json' ? list : readFile(join(dist, path)));
  await serve(page, { dist, origin, read });
  await page.goto(`${origin}/bien-tap/`);
  await giveFolder();
  await page.getByRole('button', { name: 'Mở thư mục trên máy' }).click();
  await page.locator('.records a').first().waitFor();
}

async function openRecord(path: string): Promise<void> {
  await page.goto(`${origin}/bien-tap/#/${path}`);
  await page.locator('.check-state', { hasText: 'Không có lỗi' }).waitFor();
}

const save = () => page.getByRole('button', { name: 'Lưu', exact: true });

describe('the page', () => {
  const folder = join(dist, 'bien-tap');
  const weigh = (path: string): number => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
  const parts = filesBelow(folder);

  test('weighs at most 350 kB of script before the parser, and that at most 1 MB', () => {
    const says = (path: string, word: string): boolean =>
      readFileSync(join(folder, path), 'utf8').includes(word);
    const scripts = parts.filter((path) => path.endsWith('.js'));
    // Later come what is loaded when a text is opened, its parser's own script and the editor of texts; and the reader of
    // Word, when a file is chosen.
    const later = ['.wasm', 'ProseMirror', 'word/document.xml'];
    const before = scripts.filter((path) => !later.some((word) => says(path, word)));
    const parsers = parts.filter((path) => path.endsWith('.wasm'));
    expect(before.length).toBeGreaterThan(3);
    expect(before.length).toBe(scripts.length - later.length);
    expect(parsers).toHaveLength(1);
    expect(before.reduce((sum, path) => sum + weigh(path), 0)).toBeLessThanOrEqual(350_000);
    expect(weigh(parsers[0] ?? '')).toBeLessThanOrEqual(1_000_000);
  });

  test('is not for search engines, and no page for readers leads to it', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
    const readers = ['index.html', 'activities/index.html', 'sitemap.xml'];
    for (const path of readers) expect(readFileSync(join(dist, path), 'utf8')).not.toContain('bien-tap');
  });
});

describe('a day of an editor', () => {
  test('a record is found by its name without accents, and a changed value is one changed line', async () => {
    await openEditor();
    await page.getByRole('searchbox').fill('ba ngay cua nhung nguoi ban hiroshima');
    await expect.poll(() => page.locator('.records a').count()).toBe(1);
    await page.locator('.records a').click();
    await page.getByText('Không có lỗi').waitFor();
    const record = decodeURI(new URL(page.url()).hash.slice(2));
    const file = `content/${record}/index.vi.mdx`;
    await page.getByText(/^Thêm chi tiết/).click();
    await page.getByLabel('Ghi chú nội bộ').fill('Đã đối chiếu');
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByText('Đã lưu.').waitFor();
    const { gone, come } = difference(original(file), await inFolder(file));
    expect(come).toEqual(['notes: "Đã đối chiếu"']);
    expect(gone.length).toBeLessThanOrEqual(1);
    // What the save has replaced comes back as a draft, which “undo” takes back and a save makes true.
    await page.getByRole('link', { name: 'Những lần lưu gần đây của hồ sơ này' }).click();
    await page.locator('summary').click();
    await page.getByRole('heading', { name: /^Ghi chú nội bộ/ }).waitFor();
    expect(await page.locator('.versions pre').first().innerText()).toBe('Đã đối chiếu');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Đưa bản trước trở lại' }).click();
    const notes = page.getByLabel('Ghi chú nội bộ');
    await expect.poll(() => notes.inputValue()).not.toBe('Đã đối chiếu');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => notes.inputValue()).toBe('Đã đối chiếu');
    await page.getByRole('button', { name: 'Làm lại' }).click();
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByText('Đã lưu.').waitFor();
    expect(await inFolder(file)).toBe(original(file));
  });

  test('a date is proposed as it is written; one that is no day is refused in the words of the check', async () => {
    await openEditor();
    await openRecord(story);
    const date = page.getByLabel('Ngày', { exact: true });
    await date.fill('31/2/2023');
    await page.locator('.of-date .problems').first().waitFor();
    expect(await save().isDisabled()).toBe(true);
    await date.fill('ngày 18 tháng 7 năm 2023');
    await page.getByRole('button', { name: 'Ghi là 18 tháng 7 năm 2023' }).click();
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByText('Đã lưu.').waitFor();
    expect(difference(original(storyFile), await inFolder(storyFile))).toEqual({
      gone: [],
      come: ['date: 2023-07-18'],
    });
  });

  test('a changed Vietnamese text asks whether its meaning changed, and the check is clean afterwards', async () => {
    await openEditor();
    await openRecord(story);
    const summary = page.getByLabel('Tóm tắt');
    await summary.fill(`${await summary.inputValue()} Hai bên hẹn gặp lại.`);
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByRole('button', { name: /^Nghĩa đã đổi/ }).click();
    await page.getByText('Đã lưu.').waitFor();
    const { come } = difference(original(storyFile), await inFolder(storyFile));
    expect(come).toEqual([
      expect.stringMatching(/^summary: .*Hai bên hẹn gặp lại\./),
      expect.stringMatching(/^updated: \d{4}-\d\d-\d\d$/),
    ]);
    await page.getByText('Không có lỗi').waitFor();
  });

  test('a text is written without a sign of Markdown, and blocks that were not touched keep their bytes', async () => {
    await openEditor();
    await openRecord(story);
    const text = page.locator('.ProseMirror');
    // At the very beginning.
    await text
      .locator('p')
      .first()
      .click({ position: { x: 1, y: 8 } });
    await page.keyboard.type('Mở đầu * mới. ');
    await page.keyboard.press('Enter');
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByRole('button', { name: /^Chỉ sửa lỗi gõ/ }).click();
    await page.getByText('Đã lưu.').waitFor();
    const [before, after] = [original(storyFile), await inFolder(storyFile)];
    expect(after).toContain('\n\nMở đầu \\* mới.\n\n');
    const { gone, come } = difference(before, after);
    expect(gone).toEqual([]);
    expect(come).toEqual(['Mở đầu \\* mới.']);
  });

  test('what is typed survives a closed tab', async () => {
    await openEditor();
    await openRecord(story);
    await page.getByLabel('Tiêu đề').fill('Bản nháp còn đây');
    await page.getByText('Bản nháp được giữ trên máy này').waitFor();
    await page.close();
    page = await context.newPage();
    await openEditor();
    await page.getByRole('heading', { name: 'Bản nháp chưa lưu' }).waitFor();
    await page.goto(`${origin}/bien-tap/#/${story}`);
    await page.getByText(/^Đây là bản nháp chưa lưu/).waitFor();
    expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('Bản nháp còn đây');
    await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await expect.poll(() => page.getByLabel('Tiêu đề').inputValue()).not.toBe('Bản nháp còn đây');
  });

  test('a new record gets its folder and year by itself, and is saved when the check is content', async () => {
    await openEditor();
    await page.getByRole('link', { name: '+ Hoạt động đã diễn ra' }).click();
    await page.getByLabel('Tiêu đề').fill('Trao tặng sách cho thư viện');
    await page.getByLabel('Ngày').fill('tháng 8/2023');
    await page.getByText('content/activities/2023/trao-tang-sach-cho-thu-vien').waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Tóm tắt').fill('Liên hiệp trao tặng 300 cuốn sách cho thư viện tỉnh.');
    // Whoever looks at the list in between comes back to what was typed.
    await page.getByText('Bản nháp được giữ trên máy này').waitFor();
    await page.getByRole('link', { name: 'Danh sách' }).click();
    await page.getByRole('link', { name: 'activities/2023/trao-tang-sach-cho-thu-vien' }).click();
    await expect.poll(() => page.getByLabel('Tóm tắt').inputValue()).toContain('300 cuốn sách');
    await page.getByLabel('Thông tin đối ngoại').check();
    await page.getByRole('combobox', { name: 'Thêm: Nguồn' }).fill('quang tri 2023');
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Dòng của/).fill('12');
    // A partner that is not there yet is made on the way.
    await page.getByRole('combobox', { name: 'Thêm: Đối tác' }).fill('Nhà sách Hữu nghị');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Loại hình').selectOption('company');
    await dialog.getByRole('combobox', { name: 'Thêm: Nguồn' }).fill('quang tri 2023');
    await page.keyboard.press('Enter');
    await dialog.getByLabel(/^Dòng của/).fill('12');
    await dialog.getByRole('button', { name: 'Tạo và chọn' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.ProseMirror').click();
    await page.keyboard.type('Thư viện tỉnh có thêm 300 cuốn sách.');
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByText('Đã lưu.').waitFor();
    const file = await inFolder('content/activities/2023/trao-tang-sach-cho-thu-vien/index.vi.mdx');
    expect(file).toContain('title: "Trao tặng sách cho thư viện"\n');
    expect(file).toContain('date: 2023-08\n');
    expect(file).toContain('\n  - { partner: nha-sach-huu-nghi }\n');
    expect(await inFolder('content/partners/nha-sach-huu-nghi/index.vi.mdx')).toContain('Nhà sách Hữu nghị');
    expect(file).toMatch(/\nsources: \[quang-tri-2023:12\]\n/);
    expect(file).toMatch(/\n---\n+Thư viện tỉnh có thêm 300 cuốn sách\.\n$/);
  });

  test('an article in Word becomes a record with the keyboard alone: only what was chosen of it is entered', async () => {
    const photo = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#789' } })
      .jpeg()
      .toBuffer();
    const word = wordFile({
      body: [
        paragraph('Trao sách cho thư viện', 'Title'),
        paragraph('Ngày 18/11/2023, Quảng Trị nhận 300 cuốn sách, trị giá hơn 60 triệu đồng.'),
        paragraph('<w:ins w:id="1" w:author="An">' + run('Thư viện mở cửa hằng ngày.') + '</w:ins>'),
        paragraph(run('Lễ trao: ') + picture('rPhoto', 'Hai người xếp sách lên kệ')),
      ].join(''),
      relations: pictureRelation('rPhoto', 'media/one.jpeg'),
      parts: { 'word/media/one.jpeg': photo },
    });
    const asked: string[] = [];
    await openEditor();
    const tab = keyboardTab(inChromium(page));
    page.on('request', (request) => asked.push(request.url()));
    await tab.use('Từ tệp Word…');
    const reader = (): boolean => asked.some((url) => /word-form/.test(url));
    await tab.reach('Tệp Word');
    expect(reader()).toBe(false);
    const input = page.getByLabel('Tệp Word (.docx)');
    await input.setInputFiles({ name: 'cu.doc', mimeType: '', buffer: readFileSync(oldDoc) });
    await page.getByRole('alert').getByText('Lưu thành (Save As)').waitFor();
    await input.setInputFiles({ name: 'bai-viet.docx', mimeType: '', buffer: Buffer.from(word) });
    await tab.sees('Đã đọc 4 đoạn, 1 ảnh');
    await tab.sees('1 chỗ thêm vào được nhận');
    await tab.sees('đoạn 2: “');
    expect(reader()).toBe(true);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('');
    await tab.use('Ghi là “Trao sách cho thư viện”');
    await tab.use('Ghi là “Ngày 18/11/2023');
    await tab.use('Ghi là 18 tháng 11 năm 2023');
    await tab.reach('hơn 60 triệu đồng');
    // What has been handed over stands last.
    await page.keyboard.press('End');
    await tab.reach('Từ đâu');
    await page.keyboard.press('End');
    await tab.reach('Ảnh');
    await page.keyboard.press('ArrowDown');
    await tab.sees('content/activities/2023/trao-sach-cho-thu-vien');
    await tab.use('Bắt đầu viết');
    await page.getByRole('heading', { level: 1, name: 'Trao sách cho thư viện' }).waitFor();
    await tab.reach('Thông tin đối ngoại');
    await page.keyboard.press(' ');
    await page.getByText('Không có lỗi').waitFor();
    await page.keyboard.press('Control+s');
    await tab.sees('Đã lưu.');
    const folder = 'content/activities/2023/trao-sach-cho-thu-vien';
    const file = await inFolder(`${folder}/index.vi.mdx`);
    expect(file).toMatch(/\ndate: 2023-11-18\n/);
    expect(file).toContain('amount: 60000000, currency: VND, qualifier: over, state: disbursed');
    expect(file).not.toMatch(/^(?:units|places|partners|draft):/m);
    expect(file).toContain('\nThư viện mở cửa hằng ngày.\n');
    expect(file).toContain('<Figure src="./anh-1.jpg" alt="Hai người xếp sách lên kệ"');
    expect(await inFolder(`${folder}/anh-1.jpg`)).toContain('JFIF');
    const [, document] = /sources: \[(.+):1\]/.exec(file) ?? [];
    expect(await inFolder(`content/documents/${document}.yaml`)).toContain('  photos: own\n');
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([]);
  });

  test('an issue is put together by buttons and keys, and an item of it is held back', async () => {
    const [issue, item] = ['issues/2023-2', 'activities/2023/qn-doan-y-te-se-koong'];
    await openEditor();
    await openRecord(issue);
    const items = page.locator('ol.items > li');
    const named = () =>
      items.locator('.item-text > a').evaluateAll((list) => list.map((one) => one.getAttribute('href')));
    const [first, second, third] = await named();
    expect(third).toBe(`#/${item}`);
    // Over the end of a section into the next one, and what was moved keeps the focus.
    await items
      .first()
      .getByRole('button', { name: /xuống$/ })
      .click();
    await expect.poll(named).toEqual([first, second, third]);
    await page.getByText(/nay là bài 1 của phần “Hữu nghị nhân dân”/).waitFor();
    await items.first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(named).toEqual([second, first, third]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Hiroshima');
    const add = page.getByRole('button', { name: /^Thêm “.*” vào phần/ }).first();
    await add.click();
    await page.getByText(/^Đã thêm “/).waitFor();
    expect(await named()).toHaveLength(4);
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByText('Đã lưu.').waitFor();
    const file = `content/${issue}/index.vi.mdx`;
    expect(difference(original(file), await inFolder(file)).gone).toEqual([]);

    await openRecord(item);
    await page.getByRole('button', { name: 'Tạm giữ, chưa đăng' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('số báo in không có bài này').waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tạm giữ, chưa đăng' }).click();
    await page.getByText('Lưu xong, hồ sơ này được tạm giữ').waitFor();
    await save().click();
    await page.getByText('Đã lưu.').waitFor();
    const held = `content/${item}/index.vi.mdx`;
    expect(difference(original(held), await inFolder(held))).toEqual({ gone: [], come: ['draft: true'] });
    await page.getByRole('link', { name: 'Danh sách' }).click();
    await page.getByLabel('Chỉ hiện').selectOption('held');
    await expect.poll(() => page.locator('.records > li').count()).toBe(1);
  });

  test('two people on one record see both texts, and neither is lost', async () => {
    await openEditor();
    await openRecord(story);
    const theirs = original(storyFile).replace(/^---\n/, '---\nnotes: "lời của người kia"\n');
    await page.getByText(/^Thêm chi tiết/).click();
    await page.getByLabel('Ghi chú nội bộ').fill('của tôi');
    await page.evaluate(
      async ([path, text]) => {
        const parts = ['ban-tin', ...(path ?? '').split('/')];
        let folder = await navigator.storage.getDirectory();
        for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
        const stream = await (await folder.getFileHandle(parts.at(-1) ?? '')).createWritable();
        await stream.write(text ?? '');
        await stream.close();
      },
      [storyFile, theirs],
    );
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('lời của người kia');
    expect(await dialog.textContent()).toContain('của tôi');
    expect(await inFolder(storyFile)).toBe(theirs);
    await dialog.getByRole('button', { name: /^Giữ bản của tôi/ }).click();
    await expect.poll(() => save().isEnabled()).toBe(true);
    await save().click();
    await page.getByText('Đã lưu.').waitFor();
    expect(await inFolder(storyFile)).toBe(theirs.replace('lời của người kia', 'của tôi'));
  });
});

test('the single file is opened from the disk, with the network off', async () => {
  await context.setOffline(true);
  await page.goto(pathToFileURL(join(dist, 'bien-tap.html')).href);
  // A page from the disk has no folder of its own to be tried on: one made of plain objects stands in its place.
  await page.evaluate((given) => {
    interface Tree {
      [name: string]: Tree | string;
    }
    const tree: Tree = {};
    for (const [path, data] of given) {
      const parts = path.split('/');
      let at = tree;
      for (const part of parts.slice(0, -1)) at = (at[part] ??= {}) as Tree;
      at[parts.at(-1) ?? ''] = data;
    }
    const notFound = () => new DOMException('', 'NotFoundError');
    const fileHandle = (folder: Tree, name: string) => ({
      kind: 'file',
      name,
      getFile: async () =>
        new File([Uint8Array.from(atob(folder[name] as string), (letter) => letter.charCodeAt(0))], name),
      createWritable: async () => {
        const chunks: BlobPart[] = [];
        return {
          write: async (chunk: BlobPart) => void chunks.push(chunk),
          close: async () => {
            const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
            folder[name] = btoa(String.fromCharCode(...bytes));
          },
        };
      },
    });
    const folderHandle = (folder: Tree, name: string): object => ({
      kind: 'directory',
      name,
      getDirectoryHandle: async (child: string, { create = false } = {}) => {
        if (folder[child] === undefined && !create) throw notFound();
        return folderHandle((folder[child] ??= {}) as Tree, child);
      },
      getFileHandle: async (child: string, { create = false } = {}) => {
        if (typeof folder[child] !== 'string' && !create) throw notFound();
        folder[child] ??= '';
        return fileHandle(folder, child);
      },
      async *entries() {
        for (const [child, value] of Object.entries(folder))
          yield [child, typeof value === 'string' ? fileHandle(folder, child) : folderHandle(value, child)];
      },
      async *keys() {
        yield* Object.keys(folder);
      },
    });
    Object.assign(globalThis, {
      showDirectoryPicker: async () => folderHandle(tree, 'ban-tin'),
      fileIn: (path: string) => {
        const found = path.split('/').reduce<Tree | string>((at, part) => (at as Tree)[part] ?? '', tree);
        return new TextDecoder().decode(
          Uint8Array.from(atob(found as string), (letter) => letter.charCodeAt(0)),
        );
      },
    });
  }, inBase64());
  await page.getByRole('button', { name: 'Mở thư mục trên máy' }).click();
  await page.locator('.records a').first().waitFor();
  await page.evaluate((path) => {
    location.hash = `#/${path}`;
  }, story);
  await page.locator('.check-state', { hasText: 'Không có lỗi' }).waitFor();
  await page.getByText(/^Thêm chi tiết/).click();
  await page.getByLabel('Ghi chú nội bộ').fill('không có mạng');
  await expect.poll(() => save().isEnabled()).toBe(true);
  await save().click();
  await page.getByText('Đã lưu.').waitFor();
  const after = await page.evaluate(
    (path) => (globalThis as unknown as { fileIn(path: string): string }).fileIn(path),
    storyFile,
  );
  expect(difference(original(storyFile), after)).toEqual({ gone: [], come: ['notes: "không có mạng"'] });
});

describe('everybody can use it', () => {
  test.each([
    [390, 'light'],
    [1300, 'dark'],
  ] as const)(
    'axe finds nothing at %d pixels, %s, and nothing is wider than the screen',
    async (width, colorScheme) => {
      await page.setViewportSize({ width, height: 850 });
      await page.emulateMedia({ colorScheme });
      const found: unknown[] = [];
      const look = async (where: string): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        for (const { id, nodes } of violations)
          found.push({ where, id, nodes: nodes.map(({ html }) => html) });
        const taken = await page.evaluate(() => document.documentElement.scrollWidth);
        if (taken > width) found.push({ where, taken });
      };
      await openEditor();
      await look('list');
      await openRecord(story);
      await page.locator('.ProseMirror').waitFor();
      await look('record');
      await page
        .locator('.languages')
        .getByRole('button', { name: /^English/ })
        .click();
      await page.getByText('Bản gốc', { exact: true }).first().waitFor();
      await look('translation');
      await page.goto(`${origin}/bien-tap/#/new/activity`);
      await page.getByLabel('Tiêu đề').waitFor();
      await look('new record');
      expect(found).toEqual([]);
    },
  );
});
