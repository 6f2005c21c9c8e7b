import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { attacks } from '../hostile/content.ts';
import type { EditorSite } from './editor-site.ts';
import { builtEditor, good, playHost, token, type BuiltEditor, type PlayedHost } from './played-hosts.ts';
import { push } from './repository.ts';
import type { RunningHost } from './server.ts';

/** What the editor looks like while something is wrong or asked, on a telephone and in the dark; and words that attack. */

const record = 'activities/2023/hoc-bong';
const file = `content/${record}/index.vi.mdx`;
const original = new TextDecoder().decode(good.get(file));
const words = attacks.join(' ');
/** The record with attacks in its fields and its text. */
const hostile = new Map(good).set(
  file,
  new TextEncoder().encode(
    original
      .replace(/^title: .*$/m, `title: ${JSON.stringify(words)}`)
      .replace(/^summary: .*$/m, `summary: ${JSON.stringify(words)}\nnotes: ${JSON.stringify(words)}`)
      .replace(
        /$/,
        `\n\n${words}\n\n[x](javascript:globalThis.ran=1) <img src=x onerror="globalThis.ran=1">\n`,
      ),
  ),
);

let editor: BuiltEditor | undefined;
let played: PlayedHost;
let host: RunningHost;
let site: EditorSite;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  editor = await builtEditor();
});
afterAll(() => editor?.close());

async function begin(bytes: ReadonlyMap<string, Uint8Array>, options: object): Promise<void> {
  if (!editor) throw new Error('no editor');
  played = await playHost(editor.folder, 'github', bytes);
  ({ host, site } = played);
  context = await editor.browser.newContext(options);
  page = await context.newPage();
}
afterEach(async () => {
  await context.close();
  await played.close();
});
async function signIn(): Promise<void> {
  await page.goto(site.address);
  await page.locator('#token').fill(token);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.locator('.records a').first().waitFor();
}

test.each([
  [360, 'light'],
  [360, 'dark'],
  [1300, 'light'],
] as const)(
  'at %d pixels, %s, axe finds nothing while something is wrong or asked',
  async (width, colorScheme) => {
    await begin(good, { viewport: { width, height: 800 }, colorScheme });
    const found: unknown[] = [];
    const seen: string[] = [];
    const look = async (where: string): Promise<void> => {
      seen.push(where);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      for (const { id, nodes } of violations) found.push({ where, id, nodes: nodes.map(({ html }) => html) });
      const odd = await page.evaluate(() => {
        const small = [...document.querySelectorAll('button, input, select, textarea, summary')].flatMap(
          (one) => {
            const { width, height } = one.getBoundingClientRect();
            const label = one.closest('label')?.getBoundingClientRect();
            const size = Math.max(Math.min(width, height), label ? Math.min(label.width, label.height) : 0);
            return width > 0 && size < 24 ? [`${one.outerHTML.slice(0, 120)} ${size}`] : [];
          },
        );
        const { scrollWidth, clientWidth } = document.documentElement;
        return [...small, ...(scrollWidth > clientWidth ? [`${scrollWidth} wide`] : [])];
      });
      for (const one of odd) found.push({ where, one });
    };
    await page.goto(site.address);
    await page.locator('#token').waitFor();
    await look('sign-in');
    await signIn();
    await page.goto(`${site.address}#/${record}`);
    await page.locator('.check-state', { hasText: 'Không có lỗi' }).waitFor();
    const save = page.getByRole('button', { name: 'Lưu', exact: true });
    const date = page.getByLabel('Ngày', { exact: true });
    await date.fill('31/2/2023');
    await page.locator('.of-date .problems').first().waitFor();
    await look('a date that is none');
    await date.fill('2023-11-03');
    await page.getByText(/^Thêm chi tiết/).click();
    await page.getByLabel('Ghi chú nội bộ').fill('Của tôi');
    push(host.repository, 'main', { [file]: original.replace('---\n', '---\nnotes: "Của họ"\n') });
    await expect.poll(() => save.isEnabled()).toBe(true);
    await save.click();
    await page.getByRole('dialog').waitFor();
    await look('two people on one record');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const preview = page.getByRole('button', { name: 'Xem trước' });
    if ((await preview.getAttribute('aria-pressed')) === 'false') await preview.click();
    await look('preview');
    await page.getByRole('button', { name: /^Xóa/ }).last().click();
    await page.getByRole('dialog').waitFor();
    await look('deletion');
    expect(seen).toHaveLength(5);
    expect(found).toEqual([]);
  },
);

test('words that attack stay words: in the list, the form, the text and the preview', async () => {
  await begin(hostile, { viewport: { width: 1300, height: 900 } });
  const ran: string[] = [];
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  const reached: string[] = [];
  page.on('request', (request) => reached.push(new URL(request.url()).origin));
  await signIn();
  await page.goto(`${site.address}#/${record}`);
  await page.getByLabel('Tiêu đề').waitFor();
  expect(await page.getByLabel('Tiêu đề').inputValue()).toContain('<script>alert(1)</script>');
  await page.locator('button.count').waitFor();
  await page.waitForTimeout(500);
  expect(ran).toEqual([]);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  // The preview is a document of its own, in which nothing may run.
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-same-origin');
  const alive = 'a[href^="javascript:" i], [onerror], [onload], body script, body meta, body base';
  expect(page.frames()).toHaveLength(2);
  for (const frame of page.frames())
    expect(await frame.locator(alive).evaluateAll((list) => list.map((one) => one.outerHTML))).toEqual([]);
  const own = [new URL(site.address).origin, host.url];
  expect(reached.filter((origin) => !own.includes(origin) && origin !== 'null')).toEqual([]);
});
