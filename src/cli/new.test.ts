import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContentFolder } from '../content/disk.ts';
import { editorText } from '../i18n/editors.ts';

/** The command as a process, over a copy of the good example content. No terminal is there to be asked. */
const here = import.meta.dirname;
const heic = join(here, '../build/phone.heic');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ban-tin-new-'));
  cpSync(join(here, '../tests/cases/good'), root, { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(here, 'new.ts'), ...args, '--root', root],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: root } },
  );
  return { status, stdout, stderr };
}

const files = (): string[] =>
  readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }).sort();
const read = (path: string): string => readFileSync(join(root, 'content', path), 'utf8');

const article = ['--title', 'Trao quà', '--summary', 'Trao quà Tết.', '--source', 'bao-cao:9'];
const activity = ['activity', ...article, '--category', 'aid', '--date', '2026-01-20'];

describe('npm run new -- <kind>', () => {
  test('makes a record that passes the check and says where it is', () => {
    const { status, stdout } = run(...activity, '--unit', 'quang-tri:lead', '--country', 'Nhật Bản');
    expect(stdout).toContain('content/activities/2026/trao-qua/index.vi.mdx');
    expect(status).toBe(0);
    const { entries, problems } = readContentFolder(root);
    expect(problems).toEqual([]);
    expect(entries.activities.find((one) => one.id === '2026/trao-qua')?.facts).toMatchObject({
      units: [{ unit: 'quang-tri', role: 'lead' }],
      countries: ['JP'],
    });
  });

  test('never overwrites', () => {
    run(...activity);
    const before = read('activities/2026/trao-qua/index.vi.mdx');
    const again = run(...activity, '--country', 'LA');
    expect(again.status).toBe(1);
    const file = 'content/activities/2026/trao-qua/index.vi.mdx';
    expect(again.stderr.trim()).toBe(editorText('new.exists', 'vi', { file }));
    expect(read('activities/2026/trao-qua/index.vi.mdx')).toBe(before);
  });

  test('without a terminal asks nothing, names every missing flag and makes nothing', () => {
    const before = files();
    const { status, stderr } = run('activity', '--title', 'Trao quà');
    expect(status).toBe(1);
    expect(stderr.match(/--[a-z]+/g)).toEqual(['--summary', '--category', '--source', '--date']);
    expect(files()).toEqual(before);
  });

  test('offers the right spelling of a wrong date', () => {
    const { status, stderr } = run('activity', ...article, '--category', 'aid', '--date', '31/12/2026');
    expect(status).toBe(1);
    expect(stderr).toContain('→ 2026-12-31');
  });

  test.each([
    ['a misspelt flag', ['activity', '--titel', 'x'], '→ --title'],
    ['a misspelt kind', ['actvity'], '→ activity'],
    ['a flag of another kind', ['activity', '--calendar', 'lunar'], '--calendar'],
    ['a flag without its value', ['activity', '--title'], '--title "…"'],
    ['a title without quotation marks', ['activity', '--title', 'Trao', 'quà', 'Tết'], '“quà Tết”'],
    ['no kind at all', [], 'npm run new -- activity'],
  ])('explains %s', (_, args, part) => {
    const { status, stderr } = run(...args);
    expect(stderr).toContain(part);
    expect(status).toBe(1);
  });

  test('speaks English on request, and the file is Vietnamese all the same', () => {
    const { stdout } = run(...activity, '--lang', 'en');
    const file = 'content/activities/2026/trao-qua/index.vi.mdx';
    expect(stdout).toContain(editorText('new.made', 'en', { file }));
    expect(read('activities/2026/trao-qua/index.vi.mdx')).toContain('# Nơi diễn ra');
  });

  test('explains itself', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('npm run new -- translation', () => {
  test('makes the file of the translation, which the check then asks to be written', () => {
    const { status } = run('translation', 'activities/2023/hoc-bong', 'en');
    expect(status).toBe(0);
    const { entries, problems } = readContentFolder(root);
    const file = 'content/activities/2023/hoc-bong/index.en.mdx';
    expect(new Set(problems.map((one) => one.file))).toEqual(new Set([file]));
    const original = entries.activities.find((one) => one.id === '2023/hoc-bong')?.texts.vi;
    expect(readFileSync(join(root, file), 'utf8')).toContain(
      `fingerprint: "${original?.ownFingerprint ?? ''}"`,
    );
  });

  test.each([
    ['a translation that exists', ['activities/2023/hoc-bong', 'lo'], 'index.lo.mdx'],
    ['the language of the original', ['activities/2023/hoc-bong', 'vi'], 'en, lo, km, zh, fr'],
    ['a language that is none of ours', ['activities/2023/hoc-bong', 'de'], 'en, lo, km, zh, fr'],
    ['a misspelt record', ['activities/2023/hoc-bog', 'en'], '→ activities/2023/hoc-bong'],
    ['no language', ['activities/2023/hoc-bong'], 'npm run new -- translation'],
  ])('refuses %s and changes nothing', (_, args, part) => {
    const before = read('activities/2023/hoc-bong/index.lo.mdx');
    const list = files();
    const { status, stderr } = run('translation', ...args);
    expect(stderr).toContain(part);
    expect(stderr).not.toContain('Error');
    expect(status).toBe(1);
    expect(files()).toEqual(list);
    expect(read('activities/2023/hoc-bong/index.lo.mdx')).toBe(before);
  });

  test('of a faulty original says that it is to be mended first', () => {
    const file = join(root, 'content/activities/2023/tham/index.vi.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('summary:', 'sumary:'));
    const { status, stderr } = run('translation', 'activities/2023/tham', 'en');
    expect(stderr.trim()).toBe(editorText('new.entryFaulty', 'vi', { value: 'activities/2023/tham' }));
    expect(status).toBe(1);
  });
});

describe('npm run new -- photo', () => {
  const folder = 'activities/2023/hoc-bong';

  test('puts a HEIC as a JPEG into the folder and prints a line for each language', () => {
    const { status, stdout } = run('photo', folder, heic, '--name', 'Lễ trao', '--alt', 'Học sinh');
    expect(status).toBe(0);
    expect(files()).toContain(`${folder}/le-trao.jpg`);
    expect(stdout).toContain('<Figure src="./le-trao.jpg" alt="Học sinh" />');
    expect(stdout).toContain('<Figure src="./le-trao.jpg" alt="" />');
    expect(read(`${folder}/index.vi.mdx`)).not.toContain('Figure');
  });

  test('puts the line into the texts whose alternative text is known, and the check is content', () => {
    const alts = ['--alt', 'Học sinh nhận quà', '--alt', 'lo=ນັກຮຽນຮັບຂອງຂວັນ'];
    const { status } = run('photo', folder, heic, ...alts, '--caption', 'Lễ trao', '--insert');
    expect(status).toBe(0);
    expect(read(`${folder}/index.vi.mdx`)).toMatch(
      /\n\n<Figure src="\.\/phone\.jpg" alt="Học sinh nhận quà" caption="Lễ trao" \/>\n$/,
    );
    expect(read(`${folder}/index.lo.mdx`)).toContain('alt="ນັກຮຽນຮັບຂອງຂວັນ" />');
    // The sample is a small picture; nothing else is wrong with it.
    expect(readContentFolder(root).problems.map((one) => one.code)).toEqual(['smallImage']);
  });

  test('mends a far too large picture in its place, as the check advises, and keeps the original aside', async () => {
    const huge = join(root, 'content', folder, 'anh.jpg');
    await sharp({ create: { width: 4400, height: 3000, channels: 3, background: '#a33' } })
      .jpeg()
      .toFile(huge);
    const text = join(root, 'content', folder, 'index.vi.mdx');
    writeFileSync(text, `${readFileSync(text, 'utf8')}\n<Figure src="./anh.jpg" alt="Lễ trao quà" />\n`);
    const before = readContentFolder(root).problems.map((one) => one.code);
    const { status } = run('photo', folder, 'anh.jpg');
    expect([before, status]).toEqual([['hugeImage'], 0]);
    expect(await sharp(huge).metadata()).toMatchObject({ width: 2400 });
    expect(existsSync(join(root, '.cache/originals', folder, 'anh.jpg'))).toBe(true);
    expect(readContentFolder(root).problems).toEqual([]);
  });

  test('mends a photo with its place, four inks and a name with accents, and the texts show the new name', async () => {
    const bad = join(root, 'content', folder, 'ảnh đoàn.jpg');
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 45/1 0/1' } })
      .toColourspace('cmyk')
      .jpeg()
      .toFile(bad);
    const text = join(root, 'content', folder, 'index.vi.mdx');
    writeFileSync(text, `${readFileSync(text, 'utf8')}\n![Lễ trao quà](<./ảnh đoàn.jpg>)\n`);
    const before = readContentFolder(root).problems.map((one) => one.code);
    const { status } = run('photo', folder, 'ảnh đoàn.jpg');
    expect([before, status]).toEqual([['imagePlace'], 0]);
    expect(read(`${folder}/index.vi.mdx`)).toContain('![Lễ trao quà](<./anh-doan.jpg>)');
    expect(files()).not.toContain(`${folder}/ảnh đoàn.jpg`);
    expect(readContentFolder(root).problems).toEqual([]);
  });

  test('turns a HEIC that was put into the folder into a JPEG', () => {
    copyFileSync(heic, join(root, 'content', folder, 'anh.heic'));
    const { status, stdout } = run('photo', folder, 'anh.heic');
    expect(status).toBe(0);
    expect(stdout).toContain('<Figure src="./anh.jpg" alt="" />');
    expect(files()).toContain(`${folder}/anh.jpg`);
    expect(files()).not.toContain(`${folder}/anh.heic`);
  });

  test.each([
    ['a photo without alternative text', [heic], '--alt'],
    ['a file that is not there', ['khong-co.jpg', '--alt', 'x'], '“khong-co.jpg”'],
    ['a file that is no photo', [join(here, 'new.ts'), '--alt', 'x'], '.heic'],
    ['a text in a language that the record lacks', [heic, '--alt', 'x', '--alt', 'fr=y'], '“fr”'],
    ['a name without a letter', [heic, '--alt', 'x', '--name', '…'], '--name'],
  ])('refuses %s and writes nothing', (_, args, part) => {
    const before = files();
    const { status, stderr } = run('photo', folder, ...args);
    expect(stderr).toContain(part);
    expect(status).toBe(1);
    expect(files()).toEqual(before);
  });

  test('refuses a broken photo and leaves no half of it', () => {
    const before = files();
    const broken = join(root, 'IMG_1.HEIC');
    writeFileSync(broken, readFileSync(heic).subarray(0, 1200));
    const { status, stderr } = run('photo', folder, 'IMG_1.HEIC', '--alt', 'x');
    expect(stderr).toContain(editorText('new.photoBroken', 'vi', { file: 'IMG_1.HEIC' }));
    expect(status).toBe(1);
    expect(files()).toEqual(before);
  });

  test('never overwrites another photo', () => {
    const args = ['photo', folder, heic, '--alt', 'x'];
    expect([run(...args).status, run(...args).status]).toEqual([0, 1]);
  });
});
