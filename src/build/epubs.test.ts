import { unzipSync } from 'fflate';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOfCase, textOf } from '../tests/cases.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { planEpubs, writeEpubs, type WrittenEpub } from './epubs.ts';
import { projectRoot } from './paths.ts';
import type { LastMade } from './steps.ts';

const root = mkdtempSync(join(tmpdir(), 'epubs-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder = join(root, 'dist');
const cards = join(root, 'cards');
const options = { root, site: 'https://ban-tin.org', base: '/', cards };

const file = 'issues/2023-2/index.vi.mdx';
const written = textOf(filesOfCase('good'), `content/${file}`);
/** An issue of two items that is published with two. */
const bulletinWith = (files = {}) =>
  fixtureBulletin({ [file]: written.replace('number: 2', 'number: 2\nminimumItems: 2'), ...files });
const bulletin = bulletinWith();

beforeAll(async () => {
  mkdirSync(join(root, 'src/styles'), { recursive: true });
  copyFileSync(join(projectRoot, 'src/styles/tokens.css'), join(root, 'src/styles/tokens.css'));
  copyFileSync(join(projectRoot, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  cpSync(join(projectRoot, 'content/pages/contact'), join(root, 'content/pages/contact'), {
    recursive: true,
  });
  mkdirSync(join(cards, 'issues/2023-2'), { recursive: true });
  const size = { width: 1200, height: 630, channels: 3, background: '#336699' } as const;
  writeFileSync(join(cards, 'issues/2023-2/card.png'), await sharp({ create: size }).png().toBuffer());
});

test('writes a book for each edition, with the contact page and a cover that bears the share card', async () => {
  const [book, ...others] = await writeEpubs(planEpubs({ ...options, bulletin }), root, folder);
  expect(others).toEqual([]);
  expect(book).toMatchObject({ kind: 'epub', issue: '2023-2', locale: 'vi' });
  const bytes = readFileSync(join(folder, 'issues/2023-2/ban-tin-huu-nghi-2023-2-vi.epub'));
  expect(bytes.length).toBe(book?.bytes);
  const files = unzipSync(bytes);
  const contact = new TextDecoder().decode(files['EPUB/contact.xhtml']);
  // The words of the page on both sides of `<UnionContacts />`, and what that stands for.
  expect(contact).toMatch(/Gửi đến đâu.*mailto:lien-he@hoi.example.*Gửi bài/s);
  expect(contact).toContain('<dt>Điện thoại</dt><dd><a href="tel:+842333000000">0233 3000 000</a></dd>');
  const { data, info } = await sharp(files['EPUB/cover.png']).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([1200, 1600]);
  expect([...data.subarray(0, 3)]).toEqual([0x33, 0x66, 0x99]);
  // Where the cloth begins.
  const below = 631 * 1200 * info.channels;
  expect([...data.subarray(below, below + 3)]).not.toEqual([0x33, 0x66, 0x99]);
});

test('an edition in which nothing has changed is taken over; one whose words have is made anew', async () => {
  const first = await writeEpubs(planEpubs({ ...options, bulletin }), root, folder);
  const taken: string[] = [];
  const last: Pick<LastMade<readonly WrittenEpub[]>, 'result' | 'take'> = {
    result: first,
    take: (out) => taken.push(out) > 0,
  };
  expect(await writeEpubs(planEpubs({ ...options, bulletin }), root, folder, last)).toEqual(first);
  expect(taken).toHaveLength(1);
  const story = 'stories/2023/nguoi-ban/index.vi.mdx';
  const changed = textOf(filesOfCase('good'), `content/${story}`).replace(
    'title: "Người bạn"',
    'title: "Bạn cũ"',
  );
  const anew = planEpubs({ ...options, bulletin: bulletinWith({ [story]: changed }) });
  expect(await writeEpubs(anew, root, folder, last)).not.toEqual(first);
  expect(taken).toHaveLength(1);
});

test('what was changed in the cache is made anew', async () => {
  const first = await writeEpubs(planEpubs({ ...options, bulletin }), root, folder);
  const last: Pick<LastMade<readonly WrittenEpub[]>, 'result' | 'take'> = {
    result: first,
    take: (_, isWhole) => isWhole(Buffer.from('another file')),
  };
  rmSync(folder, { recursive: true });
  const [book] = await writeEpubs(planEpubs({ ...options, bulletin }), root, folder, last);
  expect(readFileSync(join(folder, book?.out ?? '')).length).toBe(book?.bytes);
});

test('a contact page that no book can show is refused with the place of each fault', () => {
  const page = join(root, 'content/pages/contact/index.lo.mdx');
  const sound = readFileSync(page, 'utf8');
  try {
    writeFileSync(page, `${sound}\n<Map />\n`);
    const line = sound.split('\n').length + 1;
    expect(() => planEpubs({ ...options, bulletin })).toThrow(
      `content/pages/contact/index.lo.mdx:${line}: There is no component called <Map>.`,
    );
  } finally {
    writeFileSync(page, sound);
  }
});
