import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newsletterEdition, type NewsletterEdition } from '../editions/newsletter.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { writeNewsletters } from './newsletters.ts';
import { projectRoot } from './paths.ts';

const root = mkdtempSync(join(tmpdir(), 'newsletters-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder = join(root, 'dist');
const options = { root, folder, site: 'https://ban-tin.org', base: '/' };
const bulletin = fixtureBulletin();
const plain = newsletterEdition(bulletin, bulletin.get('issues', '2023-2'), 'vi');
const [section] = plain.sections;
const [item] = section?.items ?? [];
if (!section || !item) throw new Error('The fixture has no newsletter with an item.');
const photo = { record: 'activities/2023/hoc-bong', file: 'anh.png', alt: 'Ảnh' };
const edition: NewsletterEdition = {
  ...plain,
  sections: [{ ...section, items: [{ ...item, picture: photo }] }],
};

beforeAll(async () => {
  mkdirSync(join(root, 'src/styles'), { recursive: true });
  copyFileSync(join(projectRoot, 'src/styles/tokens.css'), join(root, 'src/styles/tokens.css'));
  const file = join(root, 'content', photo.record, photo.file);
  mkdirSync(dirname(file), { recursive: true });
  const size = { width: 1800, height: 900, channels: 3, background: '#a04030' } as const;
  writeFileSync(file, await sharp({ create: size }).png().toBuffer());
});

test('writes each form, and tells where it stands and how large it is', async () => {
  const written = await writeNewsletters([edition], options);
  expect(written.map(({ out }) => out)).toEqual([
    'issues/2023-2/ban-tin-huu-nghi-2023-2-vi.eml',
    'issues/2023-2/newsletter.html',
    'issues/2023-2/newsletter.txt',
  ]);
  for (const { out, bytes } of written) expect(readFileSync(join(folder, out)).length).toBe(bytes);
});

test('its pictures are where the letter leads to, at least twice as fine as they are shown', async () => {
  await writeNewsletters([edition], options);
  const html = readFileSync(join(folder, 'issues/2023-2/newsletter.html'), 'utf8');
  const shown = [
    ...html.matchAll(/<img src="https:\/\/ban-tin\.org\/([^"]+)" width="(\d+)" height="(\d+)"/g),
  ];
  expect(shown.length).toBe(2);
  for (const [, path = '', width, height] of shown) {
    const info = await sharp(join(folder, path)).metadata();
    expect({ path, fine: info.width >= 2 * Number(width) && info.height >= 2 * Number(height) }).toEqual({
      path,
      fine: true,
    });
  }
  expect(shown.map(([, path]) => path?.split('.').at(-1))).toEqual(['png', 'jpg']);
});

test('the same newsletter is written with the same bytes', async () => {
  const bytes = async (): Promise<string[]> => {
    rmSync(folder, { recursive: true, force: true });
    const written = await writeNewsletters([edition], options);
    return [...written.map(({ out }) => out), 'issues/2023-2/newsletter/band.png'].map((out) =>
      readFileSync(join(folder, out)).toString('base64'),
    );
  };
  expect(await bytes()).toEqual(await bytes());
});

test('stops at a picture that is not there', async () => {
  const gone = { ...edition, cover: { ...photo, file: 'khong-co.png' } };
  await expect(writeNewsletters([gone], options)).rejects.toThrow('khong-co.png');
  expect(existsSync(join(root, 'content', photo.record, photo.file))).toBe(true);
});
