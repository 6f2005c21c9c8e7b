import { describe, expect, test } from 'vitest';
import { filesOfCase, textOf, withText } from '../tests/cases.ts';
import type { ContentFiles, SourceFile } from './files.ts';
import { maxBytes } from './parse/bounds.ts';
import { maxPath } from './checks/portable-names.ts';
import { wording } from './problems.ts';
import { readContent } from './read.ts';

/** One bad file is one problem that names it; the problems of all others are told as if it were not there. */

const good = filesOfCase('good');
const activity = 'content/activities/2023/hoc-bong/index.vi.mdx';
const unit = 'content/units/quang-tri.yaml';
const found = (files: ContentFiles): string[] =>
  readContent(files).problems.map(({ file, code }) => `${file} ${code}`);

/** `good` with `text` at `path`, and a fault elsewhere that must be told all the same. */
function beside(path: string, text: string): string[] {
  const other = 'content/events/2024/hop/index.vi.mdx';
  const dated = textOf(good, other).replace(/^date: .*$/m, 'date: 2024-13-40');
  const files = withText(withText(good, other, dated), path, text);
  const told = found(files);
  expect(told).toContain(`${other} impossibleDate`);
  return told.filter((one) => !one.startsWith(other));
}

const fields = /^---\n[^]*?\n---\n/.exec(textOf(good, activity))?.[0] ?? '';
const withBody = (body: string): string => `${fields}\n${body}\n`;

describe('a file that would take the check with it', () => {
  test.each([
    ['ten thousand quote signs', activity, withBody('>'.repeat(10_000)), 'tooDeep'],
    ['two hundred thousand quote signs', activity, withBody('>'.repeat(200_000)), 'tooDeep'],
    ['three thousand notes on a line', activity, withBody('<Note>'.repeat(3000)), 'tooDeep'],
    ['a hundred thousand dashes', activity, withBody(`${'- '.repeat(100_000)}a`), 'tooDeep'],
    [
      'ten thousand words in italics',
      activity,
      withBody('*a '.repeat(10_000) + 'b*'.repeat(10_000)),
      'tooDeep',
    ],
    ['brackets without end in fields', activity, `---\ntitle: ${'['.repeat(100_000)}\n---\n`, 'tooDeep'],
    ['braces without end', unit, `names: ${'{a: '.repeat(50_000)}`, 'tooDeep'],
    [
      'a column of keys',
      unit,
      Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'tooDeep',
    ],
    ['five megabytes', activity, withBody('Trao quà. '.repeat(500_000)), 'tooLarge'],
  ])('%s', (_, path, text, code) => {
    expect(beside(path, text)).toEqual([`${path} ${code}`]);
  });

  test('a text passes with as many bytes as are allowed, and not with one more', () => {
    const size = new TextEncoder().encode(withBody('')).length;
    expect(beside(activity, withBody('a'.repeat(maxBytes - size)))).not.toContain(`${activity} tooLarge`);
    expect(beside(activity, withBody('a'.repeat(maxBytes - size + 1)))).toEqual([`${activity} tooLarge`]);
  });

  test('a fault of the program itself, with its reason', () => {
    const picture = 'content/activities/2023/hoc-bong/anh.png';
    class Broken extends Map<string, SourceFile> {
      override get(path: string): SourceFile | undefined {
        if (path === picture) throw new RangeError('out of range');
        return super.get(path);
      }
    }
    const { problems } = readContent(new Broken(withText(good, picture, 'x')));
    const told = problems.find(({ code }) => code === 'programFault');
    expect(told).toMatchObject({ file: activity, values: { reason: 'out of range' } });
  });

  test('a very long line is quoted by its beginning', () => {
    const [problem] = readContent(withText(good, unit, `names ${'a'.repeat(100_000)}`)).problems;
    expect(problem && wording(problem, 'vi').what.length).toBeLessThan(700);
  });
});

describe('names that not every system can have', () => {
  const partner = textOf(good, 'content/partners/hvpf/index.vi.mdx').replace(/(vi|en): /g, '$1: Khác ');
  const codesAt = (path: string): string[] =>
    readContent(withText(good, path, partner))
      .problems.filter(({ file, code }) => file === path && /reservedName|longPath/.test(code))
      .map(({ code, values }) => `${code} ${values['suggestion'] ?? ''}`.trim());

  test.each(['con', 'aux', 'nul', 'prn', 'com1', 'lpt9', 'NUL'])('%s is the name of a device', (name) => {
    const told = codesAt(`content/partners/${name}/index.vi.mdx`);
    expect(told).toEqual([`reservedName ${name.toLowerCase()}-1`]);
  });

  test.each(['cong', 'auxiliary', 'com10', 'a-con', 'lpt'])('%s is not', (name) => {
    expect(codesAt(`content/partners/${name}/index.vi.mdx`)).toEqual([]);
  });

  test.each([
    ['a?b.jpg', 'a-b.jpg'],
    ['a:b.jpg', 'a-b.jpg'],
    ['nul.jpg', 'nul-1.jpg'],
    ['anh.', 'anh'],
  ])('a file %s may be called %s', (name, right) => {
    expect(codesAt(`content/partners/hvpf/${name}`)).toEqual([`reservedName ${right}`]);
  });

  test('a folder is named once, however many files lie in it', () => {
    const files = withText(
      withText(good, 'content/partners/con/index.vi.mdx', partner),
      'content/partners/con/index.en.mdx',
      '',
    );
    expect(found(files).filter((one) => one.endsWith('reservedName')).length).toBe(1);
  });

  test('a path may be as long as Windows allows beside a folder of its own, and no longer', () => {
    const path = (length: number): string =>
      `content/partners/${'a'.repeat(length - 'content/partners//index.vi.mdx'.length)}/index.vi.mdx`;
    expect(codesAt(path(maxPath))).toEqual([]);
    expect(codesAt(path(maxPath + 1))).toEqual(['longPath']);
  });

  test('two pictures that differ by capitals, or by how their marks were typed, are one on other systems', () => {
    for (const [one, other] of [
      ['anh.png', 'Anh.png'],
      ['\u1EA3nh.png', 'a\u0309nh.png'],
    ]) {
      const folder = 'content/activities/2023/hoc-bong';
      const files = withText(withText(good, `${folder}/${one}`, 'x'), `${folder}/${other}`, 'x');
      expect(found(files).filter((told) => told.endsWith('caseClash')).length).toBe(1);
    }
  });
});

test.each([
  'Thumbs.db',
  'thumbs.db',
  'desktop.ini',
  'Desktop.ini',
  '~$bai-viet.docx',
  '.DS_Store',
  '._index.vi.mdx',
])('%s, which a system leaves in folders, is passed over everywhere', (name) => {
  for (const folder of ['', '/anh', '/units', '/activities', '/activities/2023', '/activities/2023/hoc-bong'])
    expect(found(withText(good, `content${folder}/${name}`, 'x'))).toEqual([]);
});

describe('a folder without content', () => {
  test('is a problem, with nothing in it or with what systems leave there', () => {
    expect(found(new Map())).toEqual(['content noContent']);
    expect(found(withText(new Map(), 'content/Thumbs.db', 'x'))).toEqual(['content noContent']);
  });

  test('is none as soon as there is a record', () => {
    expect(found(withText(new Map(), unit, textOf(good, unit)))).not.toContain('content noContent');
  });
});
