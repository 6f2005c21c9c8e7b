import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hostKinds } from '../../editor/store/host.ts';
import { builtEditor, good, playHost, token, type BuiltEditor, type PlayedHost } from './played-hosts.ts';
import { commitAt, push } from './repository.ts';
import type { RunningHost } from './server.ts';

/** A day of an editor at each of the three hosts, which answer on the loopback address as their documentation says. */

const record = 'activities/2023/hoc-bong';
const file = `content/${record}/index.vi.mdx`;

let editor: BuiltEditor | undefined;

beforeAll(async () => {
  editor = await builtEditor();
});
afterAll(() => editor?.close());

describe.each(hostKinds)('an editor at %s', (kind) => {
  let played: PlayedHost;
  let host: RunningHost;
  let address: string;
  let context: BrowserContext;
  let page: Page;
  let faults: string[];

  beforeEach(async () => {
    if (!editor) throw new Error('no editor');
    played = await playHost(editor.folder, kind);
    host = played.host;
    address = played.site.address;
    context = await editor.browser.newContext({ viewport: { width: 1300, height: 900 } });
    page = await context.newPage();
    faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) faults.push(message.text());
    });
    await page.goto(address);
    await signIn();
  });
  afterEach(async () => {
    await context.close();
    await played.close();
    expect(faults).toEqual([]);
  });

  async function signIn(): Promise<void> {
    if (kind === 'github') await page.locator('#token').fill(token);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.locator('.records a').first().waitFor();
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  async function open(): Promise<void> {
    await page.goto(`${address}#/${record}`);
    await page.locator('.check-state', { hasText: 'Không có lỗi' }).waitFor();
  }
  async function writeNote(text: string): Promise<void> {
    const notes = page.getByLabel('Ghi chú nội bộ');
    if (!(await notes.isVisible())) await page.getByText(/^Thêm chi tiết/).click();
    await notes.fill(text);
    await expect.poll(() => button('Lưu').isEnabled()).toBe(true);
  }
  const onMain = (): string => new TextDecoder().decode(commitAt(host.repository, 'main')?.files.get(file));
  const original = new TextDecoder().decode(good.get(file));
  const keptTokens = (): Promise<string> =>
    page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]));

  test('saves one changed line as one commit in their name, and sees what somebody else does', async () => {
    const commits = host.repository.commits.size;
    await open();
    await writeNote('Đã đối chiếu');
    await button('Lưu').click();
    await page.getByText('Đã lưu.').waitFor();
    expect(host.repository.commits.size).toBe(commits + 1);
    expect(commitAt(host.repository, 'main')?.message).toMatch(/^Sửa “.+” – Trần An$/);
    expect(
      onMain()
        .split('\n')
        .filter((line) => !original.split('\n').includes(line)),
    ).toEqual(['notes: "Đã đối chiếu"']);

    // Somebody else changes another field meanwhile: both are kept, and the editor is told.
    push(host.repository, 'main', { [file]: onMain().replace(/^title: .*$/m, 'title: "Tên của người kia"') });
    await writeNote('Đã đối chiếu lần hai');
    await button('Lưu').click();
    await page.getByText('hai bản đã được ghép').waitFor();
    await expect.poll(() => button('Lưu').isEnabled()).toBe(true);
    await button('Lưu').click();
    const answer = page.getByRole('button', { name: /^Chỉ sửa lỗi gõ/ });
    await expect.poll(async () => (await answer.isVisible()) || onMain().includes('lần hai')).toBe(true);
    if (await answer.isVisible()) await answer.click();
    await expect.poll(onMain).toContain('lần hai');
    expect(onMain()).toContain('Tên của người kia');

    // And now the same one: both texts are shown, and nothing is written before one has been chosen.
    await page.getByText('Đã lưu.').waitFor();
    push(host.repository, 'main', { [file]: onMain().replace('lần hai', 'của họ') });
    await writeNote('Của tôi');
    await button('Lưu').click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.locator('pre').allTextContents()).toEqual(['Của tôi', 'Đã đối chiếu của họ']);
    expect(onMain()).toContain('của họ');
    await dialog.getByRole('button', { name: /^Giữ bản của tôi/ }).click();
    await expect.poll(() => button('Lưu').isEnabled()).toBe(true);
    await button('Lưu').click();
    await expect.poll(onMain).toContain('notes: "Của tôi"');
  });

  test('on a protected branch sends a proposal, and sees how its check and preview stand', async () => {
    host.repository.guarded.add('main');
    await open();
    await writeNote('Đề nghị');
    await button('Lưu').click();
    await page.getByText('Đã gửi đề nghị').waitFor();
    expect(onMain()).toBe(original);
    const [request] = host.repository.requests;
    if (request) Object.assign(request, { check: 'passed', preview: 'https://preview.test/1/' });
    await page.goto(`${address}#/`);
    await page.getByRole('heading', { name: 'Đề nghị đang chờ duyệt' }).waitFor();
    await page.getByText('kiểm tra đạt').waitFor();
    expect(await page.getByRole('link', { name: 'Xem thử trang' }).getAttribute('href')).toBe(
      'https://preview.test/1/',
    );
  });

  test('loses nothing without a network, or when the sign-in has expired', async () => {
    await open();
    await writeNote('Viết lúc mất mạng');
    await context.setOffline(true);
    await button('Lưu').click();
    await page.getByText('không kết nối được').waitFor();
    await context.setOffline(false);
    host.tokens.clear();
    await page.waitForTimeout(500);
    if (kind === 'github') {
      await button('Lưu').click();
      await page.getByText('phiên đăng nhập đã hết hạn').waitFor();
      host.tokens.add(token);
    }
    // The tab is closed, and another one opened on the next day.
    await page.close();
    page = await context.newPage();
    await page.goto(address);
    await signIn();
    await page.goto(`${address}#/${record}`);
    await page
      .getByText(/bản nháp/i)
      .first()
      .waitFor();
    await expect.poll(() => button('Lưu').isEnabled()).toBe(true);
    await button('Lưu').click();
    await expect.poll(onMain).toContain('Viết lúc mất mạng');
  });

  test('keeps the token in this tab alone, and forgets it by one button', async () => {
    expect(page.url()).not.toMatch(/code=|state=|token/);
    const [session, local] = JSON.parse(await keptTokens()) as [unknown[], unknown[]];
    expect(JSON.stringify(session)).toContain('token');
    expect(JSON.stringify(local)).not.toContain('token');
    expect(host.asked.join('\n')).not.toContain(token);
    await button('Đăng xuất, quên mã truy cập').click();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await keptTokens()).not.toContain('"token');
  });
});
