import { launch, type Browser as Firefox } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hostKinds } from '../../editor/store/host.ts';
import type { EditorSite } from './editor-site.ts';
import { builtEditor, playHost, token, type BuiltEditor, type PlayedHost } from './played-hosts.ts';
import { commitAt, push } from './repository.ts';
import type { RunningHost } from './server.ts';
import { inChromium, inFirefox, keyboardTab, type KeyboardTab } from './tab.ts';

/**
 * The whole day of an editor, without a mouse, at each of the three hosts, in Chromium and in Firefox. npm has no Firefox:
 * it runs where `BULLETIN_FIREFOX` names one.
 */

const firefoxPath = process.env['BULLETIN_FIREFOX'];
const made = 'content/activities/2023/trao-sach-cho-thu-vien';

let editor: BuiltEditor | undefined;
let firefox: Firefox | undefined;
let photo: string;

beforeAll(async () => {
  editor = await builtEditor();
  // The size of the window, for the protocol's own command is newer than the Firefox that offices have (ESR 140).
  if (firefoxPath !== undefined)
    firefox = await launch({
      browser: 'firefox',
      executablePath: firefoxPath,
      headless: true,
      defaultViewport: null,
      args: ['--width=1000', '--height=900'],
    });
  const picture = sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#789' } });
  photo = (await picture.jpeg().toBuffer()).toString('base64');
});
afterAll(async () => {
  await editor?.close();
  await firefox?.close();
});

interface Opened {
  readonly tab: () => Promise<KeyboardTab>;
  readonly close: () => Promise<void>;
}

const browsers: readonly [string, () => Promise<Opened>][] = [
  [
    'Chromium',
    async () => {
      const context = await editor?.browser.newContext({ viewport: { width: 1000, height: 800 } });
      if (!context) throw new Error('no browser');
      return {
        tab: async () => keyboardTab(inChromium(await context.newPage())),
        close: () => context.close(),
      };
    },
  ],
  [
    'Firefox',
    async () => {
      const context = await firefox?.createBrowserContext();
      if (!context) throw new Error('no browser');
      return {
        tab: async () => keyboardTab(inFirefox(await context.newPage())),
        close: () => context.close(),
      };
    },
  ],
];
const days = browsers.flatMap(([name, open]) =>
  hostKinds.map((kind) => ({
    name,
    kind,
    open,
    there: name === 'Chromium' || firefoxPath !== undefined,
  })),
);

describe.each(days)('with the keyboard alone in $name at $kind', ({ kind, open, there }) => {
  let played: PlayedHost;
  let host: RunningHost;
  let site: EditorSite;
  let opened: Opened;
  let tab: KeyboardTab;

  beforeEach(async (context) => {
    context.skip(!there, 'no Firefox: name one in BULLETIN_FIREFOX');
    played = await playHost(editor?.folder ?? '', kind);
    ({ host, site } = played);
    opened = await open();
    tab = await opened.tab();
  });
  afterEach(async () => {
    if (!there) return;
    await opened.close();
    await played.close();
  });

  const onMain = (path: string): string =>
    new TextDecoder().decode(commitAt(host.repository, 'main')?.files.get(path));
  /** Saves by its key, once the check is content. */
  async function save(said: string): Promise<void> {
    const ready = (): Promise<boolean> =>
      tab.run(() => document.querySelector('.bar .primary')?.ariaDisabled === 'false', undefined);
    await expect.poll(ready, { timeout: 30_000, message: `ready for “${said}”` }).toBe(true);
    await tab.press('Control+s');
    await tab.sees(said);
  }
  async function signIn(): Promise<void> {
    await tab.goto(site.address);
    await tab.sees('Đăng nhập');
    if (kind === 'github') await tab.write('Mã truy cập', token);
    await tab.reach('Đăng nhập');
    await tab.press('Enter');
    await tab.sees('Đăng xuất');
  }
  /** The window in which people choose a file is the system's: what it gives is put into its place. */
  const choosePhoto = (): Promise<void> =>
    tab.run((data) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const parts = [Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))];
      const files = new DataTransfer();
      files.items.add(new File(parts, 'Lễ trao sách.jpg', { type: 'image/jpeg' }));
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, photo);
  async function openNotes(): Promise<void> {
    await tab.reach('Thêm chi tiết');
    await tab.press('Enter');
  }

  test('a record is made with a photo and translated; two people meet; a proposal waits; nothing is lost', async () => {
    await signIn();

    // A new record.
    await tab.use('+ Hoạt động đã diễn ra');
    await tab.write('Tiêu đề', 'Trao sách cho thư viện');
    await tab.write('Ngày', 'tháng 8/2023');
    await tab.sees('content/activities/2023/trao-sach-cho-thu-vien');
    await tab.use('Bắt đầu viết');
    await tab.write('Tóm tắt', 'Liên hiệp trao 300 cuốn sách cho thư viện tỉnh.');
    await tab.reach('Thông tin đối ngoại');
    await tab.press(' ');
    await tab.reach('Bài viết');
    await tab.type('Thư viện tỉnh có thêm 300 cuốn sách.');
    // Out of the text and back again: it is no trap.
    await tab.press('Tab');
    await tab.keepsFocus();
    await tab.reach('Bài viết', 'Shift+Tab');
    await choosePhoto();
    await tab.sees('Ảnh cho thấy gì');
    await expect.poll(tab.focus).toContain('Ảnh cho thấy gì');
    await tab.type('Hai người xếp sách lên kệ');
    await tab.write('Thêm: Nguồn', 'bao cao', 'Shift+Tab');
    await tab.press('Enter');
    await tab.write('Dòng của', '12', 'Shift+Tab');
    await save('Đã lưu.');
    await tab.keepsFocus();
    const text = onMain(`${made}/index.vi.mdx`);
    expect(text).toContain('title: "Trao sách cho thư viện"\n');
    expect(text).toContain('date: 2023-08\n');
    expect(text).toContain('sources: [bao-cao:12]\n');
    expect(text).toContain('Thư viện tỉnh có thêm 300 cuốn sách.\n');
    expect(text).toContain('alt="Hai người xếp sách lên kệ"');
    expect(commitAt(host.repository, 'main')?.message).toBe('Thêm “Trao sách cho thư viện” – Trần An');
    expect(commitAt(host.repository, 'main')?.files.has(`${made}/le-trao-sach.jpg`)).toBe(true);

    // Its translation, accepted; opened by its address, where the sign-in is still known.
    await tab.goto('about:blank');
    await tab.goto(`${site.address}#/${made.slice('content/'.length)}`);
    await tab.sees('Không có lỗi');
    await tab.use('English');
    await tab.write('Tiêu đề', 'Books for the library');
    await tab.write('Tóm tắt', 'The Union gave 300 books to the provincial library.');
    await tab.write('Bài viết', 'The provincial library has 300 more books.');
    await tab.reach('Duyệt bản dịch', 'Shift+Tab');
    const sound = (): Promise<boolean> =>
      tab.run(() => document.activeElement?.ariaDisabled === 'false', undefined);
    await expect.poll(sound, { timeout: 30_000 }).toBe(true);
    await tab.use('Duyệt bản dịch');
    await expect.poll(sound).toBe(false);
    await save('Đã lưu.');
    await expect.poll(() => onMain(`${made}/index.en.mdx`)).toMatch(/\nfingerprint: .+\n/);
    await tab.use('Tiếng Việt', 'Shift+Tab');

    // Two people have changed the same words.
    await openNotes();
    await tab.write('Ghi chú nội bộ', 'Của tôi');
    push(host.repository, 'main', {
      [`${made}/index.vi.mdx`]: onMain(`${made}/index.vi.mdx`).replace('---\n', '---\nnotes: "Của họ"\n'),
    });
    await save('Của họ');
    await tab.use('Giữ bản của tôi');
    await save('Đã lưu.');
    await expect.poll(() => onMain(`${made}/index.vi.mdx`)).toContain('notes: "Của tôi"');
    expect(onMain(`${made}/index.vi.mdx`)).not.toContain('Của họ');

    // Without a network, and then with a sign-in that has expired.
    await tab.write('Ghi chú nội bộ', 'Viết lúc mất mạng');
    host.reachable = false;
    await save('không kết nối được');
    await tab.sees('Bản nháp được giữ trên máy này');
    host.reachable = true;
    host.tokens.clear();
    host.endSignIns();
    await save('phiên đăng nhập đã hết hạn');
    host.tokens.add(token);
    await tab.close();

    // The next day, on a branch that takes no pushes any more.
    host.repository.guarded.add('main');
    tab = await opened.tab();
    await signIn();
    await tab.sees('Bản nháp chưa lưu');
    await tab.use('Trao sách cho thư viện');
    await tab.sees('bản nháp chưa lưu');
    await save('Đã gửi đề nghị');
    expect(host.repository.requests).toHaveLength(1);
    expect(onMain(`${made}/index.vi.mdx`)).toContain('notes: "Của tôi"');
    const [request] = host.repository.requests;
    if (request) Object.assign(request, { check: 'passed', preview: 'https://preview.test/1/' });
    await tab.use('Danh sách', 'Shift+Tab');
    await tab.sees('Đề nghị đang chờ duyệt');
    await tab.sees('kiểm tra đạt');
    await tab.reach('Xem thử trang');

    // The token has gone nowhere, and is forgotten by one button.
    const kept = (): Promise<string> =>
      tab.run(
        () => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
        undefined,
      );
    const seen = await tab.run(() => `${location.href} ${document.documentElement.outerHTML}`, undefined);
    const granted = [...host.tokens];
    expect(granted.some((one) => host.authorizations.some((sent) => sent?.endsWith(` ${one}`)))).toBe(true);
    for (const one of granted) {
      expect(seen).not.toContain(one);
      expect(host.asked.join('\n')).not.toContain(one);
    }
    await tab.use('Đăng xuất', 'Shift+Tab');
    await tab.sees('Đăng nhập');
    const left = await kept();
    for (const one of granted) expect(left).not.toContain(one);
  });
});
