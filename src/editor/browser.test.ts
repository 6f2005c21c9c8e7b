import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import type {} from '../tests/editor-in-browser.ts';
import { openBundled } from '../tests/in-browser.ts';

/** The parts of the editor that only a browser can run: the folder, the drafts and the pictures. */

const entry = join(import.meta.dirname, '../tests/editor-in-browser.ts');
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser(await findBrowser());
  page = await openBundled(browser, entry, 'editorInPage');
});
afterAll(async () => {
  await browser?.close();
});

describe('a folder on the PC', () => {
  // The picker of folders cannot be clicked here: the browser's private folder has the same interface.
  beforeEach(async () => {
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
      const folder = await root.getDirectoryHandle('ban-tin', { create: true });
      const units = await (
        await folder.getDirectoryHandle('content', { create: true })
      ).getDirectoryHandle('units', { create: true });
      const put = async (name: string, text: string): Promise<void> => {
        const stream = await (await units.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      };
      await put('hue.yaml', 'Huế');
      await put('Thumbs.db', 'x');
    });
  });

  test('is listed with the hashes of git, and read', async () => {
    const seen = await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('ban-tin');
      const store = await editorInPage.folderStore(root);
      const { bytes, revision } = await store.read('content/units/hue.yaml');
      const missing = await store
        .read('content/units/nobody.yaml')
        .catch((error: { fault: string }) => error.fault);
      return {
        name: store.name,
        list: [...(await editorInPage.filesBelow(store))],
        text: new TextDecoder().decode(bytes),
        revision,
        missing,
      };
    });
    // printf 'Huế' | git hash-object --stdin
    const revision = 'f1fbe47a88dbb7396df3a80aac236fe995eab4a1';
    expect(seen).toEqual({
      name: 'ban-tin',
      list: [['content/units/hue.yaml', revision]],
      text: 'Huế',
      revision,
      missing: 'notFound',
    });
  });

  test('another folder than that of the project is refused', async () => {
    const fault = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      return editorInPage.folderStore(root).then(
        () => 'taken',
        (error: { fault: string }) => error.fault,
      );
    });
    expect(fault).toBe('notFound');
  });

  test('is written to, with new folders; a deleted record leaves none behind', async () => {
    const seen = await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('ban-tin');
      const store = await editorInPage.folderStore(root);
      const path = 'content/activities/2023/x/index.vi.mdx';
      const bytes = new TextEncoder().encode('new');
      const saved = await store.save([{ path, bytes, revision: null }], 'Thêm');
      const list = await editorInPage.filesBelow(store);
      const { revision } = await store.read(path);
      const deleted = await store.save([{ path, bytes: null, revision }], 'Xóa');
      const content = await root.getDirectoryHandle('content');
      const activities = await content.getDirectoryHandle('activities');
      return {
        saved,
        listed: list.get(path) === revision,
        deleted,
        after: [...(await editorInPage.filesBelow(store)).keys()],
        left: await Array.fromAsync(activities.keys()),
      };
    });
    expect(seen).toEqual({
      saved: { kind: 'saved' },
      listed: true,
      deleted: { kind: 'saved' },
      after: ['content/units/hue.yaml'],
      left: [],
    });
  });

  test('a file that was changed outside is a conflict with both texts, and nothing is written', async () => {
    const seen = await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('ban-tin');
      const [store, other] = [await editorInPage.folderStore(root), await editorInPage.folderStore(root)];
      const path = 'content/units/hue.yaml';
      const { revision } = await store.read(path);
      await editorInPage.filesBelow(store);
      const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
      await other.save([{ path, bytes: bytesOf('Hué'), revision }], 'x');
      const changes = [
        { path: 'content/units/new.yaml', bytes: bytesOf('n'), revision: null },
        { path, bytes: bytesOf('mine'), revision },
      ];
      const saved = await store.save(changes, 'y');
      if (saved.kind !== 'conflict') return saved.kind;
      const [conflict] = saved.paths;
      const now = await store.read(path);
      return {
        theirs: new TextDecoder().decode(conflict?.theirs ?? undefined),
        same: conflict?.revision === now.revision,
        count: saved.paths.length,
        list: [...(await editorInPage.filesBelow(store))].map(([one, sha]) => [one, sha === now.revision]),
      };
    });
    expect(seen).toEqual({ theirs: 'Hué', same: true, count: 1, list: [['content/units/hue.yaml', true]] });
  });

  test('a save that breaks off in the middle leaves every file as it was', async () => {
    const seen = await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('ban-tin');
      const store = await editorInPage.folderStore(root);
      const path = 'content/units/hue.yaml';
      const { revision } = await store.read(path);
      const whole = FileSystemFileHandle.prototype.createWritable;
      FileSystemFileHandle.prototype.createWritable = function (...given) {
        if (this.name === 'full.yaml') throw new DOMException('the disk is full', 'QuotaExceededError');
        return whole.apply(this, given);
      };
      const bytes = new TextEncoder().encode('mine');
      const changes = [
        { path, bytes, revision },
        { path: 'content/units/full.yaml', bytes, revision: null },
      ];
      const fault = await store.save(changes, 'x').catch((error: { fault: string }) => error.fault);
      FileSystemFileHandle.prototype.createWritable = whole;
      const { bytes: now } = await store.read(path);
      return {
        fault,
        text: new TextDecoder().decode(now),
        list: [...(await editorInPage.filesBelow(store)).keys()],
        version: (await store.versions())[0]?.message,
      };
    });
    expect(seen).toEqual({ fault: 'host', text: 'Huế', list: ['content/units/hue.yaml'], version: 'x' });
  });

  test('keeps the last versions of what is saved, beside the content', async () => {
    const seen = await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('ban-tin');
      let day = 0;
      const store = await editorInPage.folderStore(root, () => new Date(Date.UTC(2026, 0, 1, 0, 0, day++)));
      const path = 'content/units/hue.yaml';
      const made = 'content/units/new.yaml';
      const save = async (text: string): Promise<void> => {
        const { revision } = await store.read(path);
        await store.save([{ path, bytes: new TextEncoder().encode(text), revision }], `message ${text}`);
      };
      await save('one');
      await save('two');
      await store.save([{ path: made, bytes: new TextEncoder().encode('n'), revision: null }], 'made');
      const words = (await store.versions()).map(({ saved, message, files }) => [
        saved,
        message,
        ...files.map((file) => [file.path, file.bytes && new TextDecoder().decode(file.bytes)]),
      ]);
      for (let time = 0; time < 105; time++) await save(`time ${time}`);
      const many = await store.versions();
      return {
        words,
        many: many.length,
        newest: many[0]?.message,
        listed: [...(await editorInPage.filesBelow(store)).keys()].sort(),
      };
    });
    expect(seen.words).toEqual([
      ['2026-01-01T00:00:02.000Z', 'made', ['content/units/new.yaml', null]],
      ['2026-01-01T00:00:01.000Z', 'message two', ['content/units/hue.yaml', 'one']],
      ['2026-01-01T00:00:00.000Z', 'message one', ['content/units/hue.yaml', 'Huế']],
    ]);
    expect(seen.many).toBe(100);
    expect(seen.newest).toBe('message time 104');
    expect(seen.listed).toEqual(['content/units/hue.yaml', 'content/units/new.yaml']);
  });

  test('is remembered for the next day', async () => {
    const seen = await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('ban-tin');
      const before = await editorInPage.rememberedFolder();
      await editorInPage.rememberFolder(root);
      const after = await editorInPage.rememberedFolder();
      return { before: before?.name, same: await after?.isSameEntry(root) };
    });
    expect(seen).toEqual({ before: undefined, same: true });
  });
});

describe('drafts', () => {
  test('survive the page: a new one finds them, by place and last changed first', async () => {
    await page.evaluate(async () => {
      const drafts = await editorInPage.openDrafts();
      const bytes = new TextEncoder().encode('Huế');
      const opened = new Map([['a', { bytes, revision: 'r' }]]);
      const put = (place: string, record: string, changed: string): Promise<void> =>
        drafts.put({ place, record, changed, opened, files: new Map([['a', bytes]]) });
      await put('p', 'units/hue', '2026-01-01');
      await put('p', 'units/new', '2026-01-02');
      await put('other', 'units/hue', '2026-01-03');
    });
    await page.reload();
    await page.waitForFunction(() => 'editorInPage' in globalThis);
    const seen = await page.evaluate(async () => {
      const drafts = await editorInPage.openDrafts();
      const list = await drafts.list('p');
      const one = await drafts.get('p', 'units/hue');
      await drafts.remove('p', 'units/hue');
      return {
        lasting: drafts.lasting,
        list: list.map(({ record }) => record),
        text: new TextDecoder().decode(one?.files.get('a')),
        revision: one?.opened.get('a')?.revision,
        gone: await drafts.get('p', 'units/hue'),
        kept: (await drafts.list('other')).length,
      };
    });
    expect(seen).toEqual({
      lasting: true,
      list: ['units/new', 'units/hue'],
      text: 'Huế',
      revision: 'r',
      gone: undefined,
      kept: 1,
    });
  });

  test('last as long as the page where the browser keeps nothing', async () => {
    const seen = await page.evaluate(async () => {
      const refusing = {
        open: () => {
          throw new DOMException('no', 'SecurityError');
        },
      };
      const drafts = await editorInPage.openDrafts(refusing as never);
      await drafts.put({ place: 'p', record: 'r', changed: '1', opened: new Map(), files: new Map() });
      await drafts.put({ place: 'p', record: 's', changed: '2', opened: new Map(), files: new Map() });
      await drafts.put({ place: 'q', record: 't', changed: '3', opened: new Map(), files: new Map() });
      const list = await drafts.list('p');
      await drafts.remove('p', 'r');
      return {
        lasting: drafts.lasting,
        list: list.map(({ record }) => record),
        left: (await drafts.list('p')).length,
      };
    });
    expect(seen).toEqual({ lasting: false, list: ['s', 'r'], left: 1 });
  });
});

describe('a picture from a phone', () => {
  interface Prepared {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly bytes: Buffer;
  }

  async function prepare(bytes: Uint8Array, words = 'Lễ trao học bổng'): Promise<Prepared | string> {
    const made = await page.evaluate(
      async ([base64, name]) => {
        const file = new Blob([new Uint8Array(editorInPage.fromBase64(base64 ?? ''))]);
        const picture = await editorInPage.preparePicture(file, name ?? '', new Set());
        return typeof picture === 'string'
          ? picture
          : { ...picture, bytes: editorInPage.toBase64(picture.bytes) };
      },
      [Buffer.from(bytes).toString('base64'), words] as const,
    );
    return typeof made === 'string' ? made : { ...made, bytes: Buffer.from(made.bytes, 'base64') };
  }

  /** Left half red, right half blue, with a turn and a place written into it. */
  const photo = (width: number, height: number, orientation: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#f00' } })
      .composite([
        {
          input: { create: { width: width / 2, height, channels: 3, background: '#00f' } },
          left: width / 2,
          top: 0,
        },
      ])
      .withExif({ IFD0: { Artist: 'A Person' }, IFD3: { GPSLatitude: '16/1 27/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer();

  test('is turned upright, reduced, and has nothing of the phone in it', async () => {
    const source = await photo(3000, 1000, 6);
    expect((await sharp(source).metadata()).exif).toBeDefined();
    const made = await prepare(source);
    if (typeof made === 'string') throw new Error(made);
    expect(made).toMatchObject({ name: 'le-trao-hoc-bong.jpg', width: 800, height: 2400 });
    const { exif, icc, xmp, iptc, format, width, height } = await sharp(made.bytes).metadata();
    expect({ exif, xmp, iptc, format, width, height }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      format: 'jpeg',
      width: 800,
      height: 2400,
    });
    expect(icc?.length ?? 0).toBeLessThan(4000);
    expect(made.bytes.includes('A Person')).toBe(false);
    // Turned by a quarter: what was on the left is on top.
    const [top, bottom] = await Promise.all(
      [100, 2300].map((y) =>
        sharp(made.bytes).extract({ left: 400, top: y, width: 1, height: 1 }).raw().toBuffer(),
      ),
    );
    expect(top?.[0]).toBeGreaterThan(200);
    expect(bottom?.[2]).toBeGreaterThan(200);
  });

  test('that is small enough is not enlarged', async () => {
    expect(await prepare(await photo(2400, 100, 1))).toMatchObject({ width: 2400, height: 100 });
    expect(await prepare(await photo(2402, 100, 1))).toMatchObject({ width: 2400, height: 100 });
    expect(await prepare(await photo(20, 10, 1))).toMatchObject({ width: 20, height: 10 });
  });

  test('of a graphic without a ground has a white one', async () => {
    const clear = await sharp({ create: { width: 10, height: 10, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    const made = await prepare(clear);
    if (typeof made === 'string') throw new Error(made);
    expect([
      ...(await sharp(made.bytes).extract({ left: 5, top: 5, width: 1, height: 1 }).raw().toBuffer()),
    ]).toEqual([255, 255, 255]);
  });

  test('that this browser cannot read says why', async () => {
    expect(await prepare(readFileSync(join(import.meta.dirname, '../build/phone.heic')))).toBe('heic');
    expect(await prepare(Buffer.from('PK\\x03\\x04 a document of Word'))).toBe('notAPicture');
    expect(await prepare(Buffer.from(''))).toBe('notAPicture');
    expect(await prepare((await photo(100, 100, 1)).subarray(0, 40))).toBe('broken');
  });
});
