import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContentFiles } from '../content/files.ts';
import { readContent, type Content } from '../content/read.ts';
import { caseNames, filesOfCase, filesOf as filesOfBytes } from '../tests/cases.ts';
import { frozenFiles } from '../tests/fixtures/bulletin.ts';
import { filesBelow } from './files.ts';
import { readingRooms, textsIn } from './kept-texts.ts';
import { projectRoot } from './paths.ts';

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'));
  cache = join(folder, 'texts');
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (title: string, more = ''): string =>
  `---\ntitle: ${title}\ndate: 2023-05-01\nunits: [{ unit: hue }]\n${more}---\n\nMột đoạn văn. [Liên kết](http://)\n`;

/** Files that nobody has read before: what is known of a file is known by its object. */
const filesOf = (texts: Readonly<Record<string, string>>): ContentFiles =>
  filesOfBytes(new Map(Object.entries(texts).map(([path, one]) => [path, new TextEncoder().encode(one)])));

const path = 'content/activities/2023/x/index.vi.mdx';

interface Run {
  readonly content: Content;
  /** Paths of the texts that were parsed. */
  readonly parsed: readonly string[];
}

/** One run of a command. */
async function run(files: ContentFiles, code = 'code'): Promise<Run> {
  const texts = textsIn(cache, code);
  const parsed: string[] = [];
  const content = readContent(files, '2026-01-01', {
    recall: texts.recall,
    keep(bytes, read) {
      parsed.push(read.file);
      texts.keep(bytes, read);
    },
  });
  await texts.save();
  return { content, parsed };
}

test('content of kept texts is content that was parsed, with the place of every problem', async () => {
  const fresh = readContent(frozenFiles(), '2026-01-01');
  const first = await run(frozenFiles());
  const second = await run(frozenFiles());
  expect(first.parsed.length).toBeGreaterThan(50);
  expect(first.parsed.filter((file) => file.endsWith('.yaml')).length).toBeGreaterThan(20);
  expect(second.parsed).toEqual([]);
  expect(second.content).toStrictEqual(fresh);
});

// Every fourth: all of them take five seconds.
test.each(caseNames.filter((_, index) => index % 4 === 0))(
  'problems of %s are told in the same places when the texts were kept',
  async (name) => {
    const { content } = await run(filesOfCase(name));
    const again = await run(filesOfCase(name));
    expect(again.parsed).toEqual([]);
    expect(again.content).toStrictEqual(content);
  },
);

test('only a text whose bytes or path have changed is parsed again', async () => {
  const other = 'content/activities/2023/y/index.vi.mdx';
  await run(filesOf({ [path]: text('Một'), [other]: text('Hai') }));
  const edited = await run(filesOf({ [path]: text('Một'), [other]: text('Ba') }));
  expect(edited.parsed).toEqual([other]);
  const moved = await run(filesOf({ [path]: text('Một'), [other.replace('y/', 'z/')]: text('Ba') }));
  expect(moved.parsed).toEqual(['content/activities/2023/z/index.vi.mdx']);
});

test('what is no longer there is no longer kept', async () => {
  await run(filesOf({ [path]: text('Một') }));
  const large = readFileSync(cache).length;
  await run(filesOf({}));
  expect(readFileSync(cache).length).toBeLessThan(large);
});

test('texts that other code has read, half a file and a changed one are read again', async () => {
  const files = (): ContentFiles => filesOf({ [path]: text('Một') });
  await run(files());
  expect((await run(files(), 'other')).parsed).toEqual([path]);
  expect((await run(files(), 'other')).parsed).toEqual([]);
  const whole = readFileSync(cache);
  for (const broken of [whole.subarray(0, -1), whole.subarray(0, 7), Buffer.alloc(0)]) {
    writeFileSync(cache, broken);
    expect((await run(files(), 'other')).parsed).toEqual([path]);
  }
  const changed = Buffer.from(whole);
  changed[100] = (changed[100] ?? 0) ^ 1;
  writeFileSync(cache, changed);
  expect((await run(files(), 'other')).parsed).toEqual([path]);
});

test('reading texts is made of no other rooms than the digest takes in', () => {
  const imports = readingRooms.flatMap((room) =>
    filesBelow(join(projectRoot, 'src', room))
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^(?:disk|astro)\.ts$/.test(file))
      .flatMap((file) => {
        const path = join(projectRoot, 'src', room, file);
        return [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']*|#[^']*)'/g)].map(([, named = '']) =>
          relative(
            join(projectRoot, 'src'),
            named.startsWith('#') ? join(projectRoot, 'src', named.slice(1)) : resolve(dirname(path), named),
          ),
        );
      }),
  );
  expect(imports.length).toBeGreaterThan(200);
  const outside = imports.filter((file) => !readingRooms.some((room) => file.startsWith(`${room}/`)));
  expect(outside).toEqual([]);
});
