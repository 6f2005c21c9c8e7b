import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayOfReading, NoSuchMoment } from './day-of-reading.ts';
import { filesOnDisk, filesOnDiskAfter, readContentFolder } from './disk.ts';
import { fileOfBytes, type ContentFiles } from './files.ts';
import { readContent } from './read.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'disk-'));
  mkdirSync(join(root, 'content/units/.git'), { recursive: true });
  writeFileSync(join(root, 'content/units/hue.yaml'), 'names: { vi: Huế }\n');
  writeFileSync(join(root, 'content/units/.DS_Store'), 'x');
  writeFileSync(join(root, 'content/units/.git/config'), 'x');
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('files have paths from the project folder, and hidden ones are not content', () => {
  expect([...filesOnDisk(root).keys()]).toEqual(['content/units/hue.yaml']);
});

test('a part of a file is read alone, and never more than there is', () => {
  const file = filesOnDisk(root).get('content/units/hue.yaml');
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  expect(file?.size).toBe(21);
  expect(text(file?.read(0, 5))).toBe('names');
  expect(text(file?.read(18, 4096))).toBe(' }\n');
  expect(text(file?.read(4096, 5))).toBe('');
  expect(text(file?.read())).toBe('names: { vi: Huế }\n');
});

test('a folder without content has no files, and that is the one problem', () => {
  expect(filesOnDisk(join(root, 'nowhere')).size).toBe(0);
  expect(readContentFolder(join(root, 'nowhere'))).toMatchObject({
    problems: [{ file: 'content', code: 'noContent' }],
    files: 0,
  });
});

test('a file that is gone or locked when it is read is a problem of that file, not the end of the check', () => {
  const path = join(root, 'content/units/gone.yaml');
  writeFileSync(path, 'x');
  const files = filesOnDisk(root);
  rmSync(path);
  const found = readContent(files).problems.filter((one) => one.code === 'unreadable');
  expect(found).toEqual([
    {
      file: 'content/units/gone.yaml',
      line: 1,
      column: 1,
      code: 'unreadable',
      values: { reason: 'ENOENT' },
    },
  ]);
});

test('a folder that cannot be opened is a problem, and nothing else is said of it', () => {
  const locked = {
    size: 0,
    fault: 'EACCES',
    read: () => {
      throw new Error('EACCES');
    },
  };
  for (const path of ['content', 'content/units', 'content/activities/2023', 'content/activities/2023/x']) {
    const { problems } = readContent(new Map([[path, locked]]));
    expect(problems.map(({ file, code }) => [file, code])).toEqual([[path, 'unreadable']]);
  }
});

describe('what lies in the place of a file is one problem, and everything else is still read', () => {
  const good = join(import.meta.dirname, '../tests/cases/good');
  const record = 'content/activities/2023/hoc-bong';
  const partner = 'content/partners/hvpf/index.vi.mdx';
  const unit = 'content/units/quang-tri.yaml';
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'disk-'));
    cpSync(good, copy, { recursive: true });
  });
  afterEach(() => {
    rmSync(copy, { recursive: true, force: true });
  });
  const found = (): string[][] => readContentFolder(copy).problems.map(({ file, code }) => [file, code]);

  test.each([`${record}/index.vi.mdx`, `${record}/index.lo.mdx`, partner, unit])(
    'a folder called like the file %s, empty or not',
    (file) => {
      rmSync(join(copy, file));
      mkdirSync(join(copy, file));
      expect(found()).toEqual([[file, 'folderForFile']]);
      writeFileSync(join(copy, file, 'index.vi.mdx'), 'x');
      expect(found()).toEqual([[file, 'folderForFile']]);
    },
  );

  test.each([`${record}/index.vi.mdx`, partner, unit])('a link in the place of %s', (file) => {
    rmSync(join(copy, file));
    symlinkSync(join(good, file), join(copy, file));
    expect(found()).toEqual([[file, 'linkForFile']]);
  });

  test('a link to a folder, and one that leads round in a circle', () => {
    symlinkSync(join(good, record), join(copy, 'content/activities/2023/lien-ket'));
    symlinkSync(join(copy, 'content'), join(copy, 'content/partners/vong'));
    expect(found()).toEqual([
      ['content/activities/2023/lien-ket', 'linkForFile'],
      ['content/partners/vong', 'linkForFile'],
    ]);
  });

  test.skipIf(process.platform === 'win32')('a pipe, at which reading would wait for ever', () => {
    execFileSync('mkfifo', [join(copy, record, 'index.en.mdx')]);
    expect(found()).toEqual([[`${record}/index.en.mdx`, 'notAFile']]);
  });
});

test('a picture that cannot be read is a problem of the picture', () => {
  const files = new Map(filesOnDisk(join(import.meta.dirname, '../tests/cases/good')));
  const text = files.get('content/activities/2023/hoc-bong/index.vi.mdx')?.read();
  const shown = `${new TextDecoder().decode(text)}\n<Figure src="./anh.png" alt="Học sinh nhận quà" />\n`;
  files.set('content/activities/2023/hoc-bong/index.vi.mdx', fileOfBytes(new TextEncoder().encode(shown)));
  files.set('content/activities/2023/hoc-bong/anh.png', {
    size: 10,
    read: () => {
      throw new Error('EIO');
    },
  });
  const { problems } = readContent(files);
  expect(problems).toMatchObject([
    { file: 'content/activities/2023/hoc-bong/anh.png', code: 'unreadable', values: { reason: 'EIO' } },
  ]);
});

describe('the files once more', () => {
  const old = new Date('2024-01-01');
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(root, 'after-'));
    mkdirSync(join(folder, 'content/units'), { recursive: true });
    path = join(folder, 'content/units/hue.yaml');
    writeFileSync(path, 'một');
    writeFileSync(join(folder, 'content/units/vinh.yaml'), 'vinh');
  });
  const look = (before: ContentFiles = new Map()): ContentFiles => filesOnDiskAfter(folder, before);

  test('nothing has changed: the same list', () => {
    const first = look();
    expect(first.size).toBe(2);
    expect(look(first)).toBe(first);
    for (const name of ['hue', 'vinh']) utimesSync(join(folder, `content/units/${name}.yaml`), old, old);
    const second = look(first);
    expect(look(second)).toBe(second);
  });

  test('a file that was written is another object, the others are the same', () => {
    const first = look();
    writeFileSync(path, 'hai');
    const second = look(first);
    expect(second.get('content/units/hue.yaml')).not.toBe(first.get('content/units/hue.yaml'));
    expect(second.get('content/units/vinh.yaml')).toBe(first.get('content/units/vinh.yaml'));
  });

  test('a file that is added, renamed or removed changes the list', () => {
    const first = look();
    writeFileSync(join(folder, 'content/units/lao.yaml'), 'lao');
    const second = look(first);
    expect([...second.keys()]).toHaveLength(3);
    renameSync(path, join(folder, 'content/units/hue-moi.yaml'));
    const third = look(second);
    expect([...third.keys()].sort()).toEqual([
      'content/units/hue-moi.yaml',
      'content/units/lao.yaml',
      'content/units/vinh.yaml',
    ]);
    rmSync(join(folder, 'content/units/lao.yaml'));
    expect(look(third).size).toBe(2);
  });
});

describe('the day for which content is read', () => {
  test('is that of Viet Nam at the moment that was given', () => {
    expect(dayOfReading(String(Date.parse('2026-11-28T16:59:59Z') / 1000))).toBe('2026-11-28');
    expect(dayOfReading(String(Date.parse('2026-11-28T17:00:00Z') / 1000))).toBe('2026-11-29');
  });

  test('is today where no moment was given', () => {
    for (const none of [undefined, '']) expect(dayOfReading(none)).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test.each(['today', '2026-11-29', '-1', '1e30', '9'.repeat(30)])(
    'is refused where the moment is “%s”',
    (given) => {
      expect(() => dayOfReading(given)).toThrow(NoSuchMoment);
    },
  );
});
