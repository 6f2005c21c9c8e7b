import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { same } from './difference.ts';
import { keyOrderOf } from './key-order.ts';
import { bodyOf, fieldsOf, withBody, withField, withFields, type Path } from './record-file.ts';

const root = join(import.meta.dirname, '../..');

/** Every file of fields that there is: the content and the fixture. */
const files = ['content', 'src/tests/fixtures/bulletin/content'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|ya?ml)$/.test(name) && !name.startsWith('pages'))
    .map((name) => ({ name: `${folder}/${name}`, source: readFileSync(join(root, folder, name), 'utf8') })),
);

/** The places of all values, lists and groups among them. */
function* placesIn(data: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  if (path.length > 0) yield [path, data];
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data))
    yield* placesIn(value, [...path, Array.isArray(data) ? Number(key) : key]);
}

/** Lines taken out and put in: between the lines that both begin and end with. */
function changed(before: string, after: string): { out: number; put: number } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let foot = 0;
  while (foot < Math.min(old.length, now.length) - head && old.at(-1 - foot) === now.at(-1 - foot)) foot++;
  return { out: old.length - head - foot, put: now.length - head - foot };
}

/** `data` with `value` at `path`, worked out without the function under test. */
function put(data: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(data) as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value !== undefined) at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else Reflect.deleteProperty(at, last);
  return copy;
}

describe('every file that there is', () => {
  test('is found', () => {
    expect(files.length).toBeGreaterThan(2000);
    expect(files.filter(({ name }) => name.endsWith('.yaml')).length).toBeGreaterThan(100);
  });

  test('keeps every byte when it is opened and saved', () => {
    for (const { name, source } of files) {
      const saved = withFields(withBody(source, bodyOf(source)), fieldsOf(source));
      expect(saved === source, name).toBe(true);
    }
  });

  test('changes one line when one value changes, and says everything else as before', () => {
    let values = 0;
    for (const [number, { name, source }] of files.entries()) {
      const before = fieldsOf(source);
      // One place of every file, another one in each.
      const places = [...placesIn(before)].filter(([, value]) => typeof value !== 'object');
      for (const [path, value] of places.filter((_, index) => index === number % places.length)) {
        const other = typeof value === 'number' ? value + 1 : `${String(value)} “ạ”: x`;
        const after = withField(source, path, other);
        expect(changed(source, after), `${name} ${path.join('.')}`).toEqual({ out: 1, put: 1 });
        expect(same(fieldsOf(after), put(before, path, other)), `${name} ${path.join('.')}`).toBe(true);
        expect(withField(after, path, value) === source || typeof value === 'string', name).toBe(true);
        values++;
      }
    }
    expect(values).toBe(files.length);
  });

  test('has a field taken out and put back', () => {
    let fields = 0;
    for (const { name, source } of files.filter((_, index) => index % 13 === 3)) {
      const before = fieldsOf(source);
      const keys = Object.keys(before);
      for (const key of keys.slice(0, 30)) {
        const without = withField(source, [key], undefined);
        expect(same(fieldsOf(without), put(before, [key], undefined)), `${name} ${key}`).toBe(true);
        expect(changed(source, without).put, `${name} ${key}`).toBe(0);
        const again = withField(without, [key], before[key], () => keys);
        expect(same(fieldsOf(again), before), `${name} ${key}`).toBe(true);
        expect(Object.keys(fieldsOf(again)), name).toEqual(keys);
        expect(bodyOf(again) === bodyOf(source), name).toBe(true);
        fields++;
      }
    }
    expect(fields).toBeGreaterThan(700);
  });

  test('grows by an item at the end and at the front of a list, by one line or within one', () => {
    let lists = 0;
    for (const { name, source } of files.filter((_, index) => index % 5 === 1)) {
      const before = fieldsOf(source);
      for (const [path, value] of [...placesIn(before)].slice(0, 60)) {
        if (!Array.isArray(value) || value.length === 0) continue;
        for (const grown of [
          [...value, 'x-1'],
          ['x-1', ...value],
        ]) {
          const after = withField(source, path, grown);
          const { out, put: lines } = changed(source, after);
          expect(lines - out <= 1 && out <= 1, `${name} ${path.join('.')}`).toBe(true);
          expect(same(fieldsOf(after), put(before, path, grown)), `${name} ${path.join('.')}`).toBe(true);
          expect(withField(after, path, value), name).toBe(source);
          lists++;
        }
      }
    }
    expect(lists).toBeGreaterThan(200);
  });

  test('says what was wanted after a value in it was taken out, wherever that stood', () => {
    for (const { name, source } of files.filter((_, index) => index % 61 === 0)) {
      const before = fieldsOf(source);
      for (const [path] of [...placesIn(before)].slice(0, 40)) {
        const after = withField(source, path, undefined);
        expect(same(fieldsOf(after), put(before, path, undefined)), `${name} ${path.join('.')}`).toBe(true);
      }
    }
  });

  test('keeps the line ends of Windows', () => {
    for (const { name, source } of files.filter((_, index) => index % 97 === 0)) {
      const windows = source.replaceAll('\n', '\r\n');
      const places = [...placesIn(fieldsOf(source))].slice(0, 30);
      for (const [path, value] of places) {
        const other = Array.isArray(value) ? [...value, 'x-1'] : `${String(value)} x`;
        const after = withField(windows, path, other);
        const expected = withField(source, path, other).replaceAll('\n', '\r\n');
        expect(after === expected, `${name} ${path.join('.')}`).toBe(true);
      }
    }
  });
});

const record = [
  '---',
  'title: "Đón đoàn"',
  "summary: 'Một câu'",
  'date: 2023-04-18 # theo báo cáo',
  'units:',
  '  # cả hai',
  '  - { unit: hue, role: lead }',
  '  - unit: da-nang',
  '    role: support',
  'countries: [LA]',
  'sources:',
  '  [',
  '    cum-3-2023:1,',
  '    cum-3-2023:2,',
  '  ]',
  '---',
  '',
  'Thân bài.',
  '',
].join('\n');

/** The lines of `record` after a change, those that are not in it. */
const added = (after: string): string[] =>
  after.split('\n').filter((line) => !record.split('\n').includes(line));
const missing = (after: string): string[] =>
  record.split('\n').filter((line) => !after.split('\n').includes(line));

describe('a change', () => {
  test.each<[string, Path, unknown, string[], string[]]>([
    ['of words keeps double quotation marks', ['title'], 'Hue', ['title: "Hue"'], ['title: "Đón đoàn"']],
    ['of words keeps single ones', ['summary'], "L'eau", ["summary: 'L''eau'"], ["summary: 'Một câu'"]],
    [
      'of a date keeps the comment behind it',
      ['date'],
      '2023-05',
      ['date: 2023-05 # theo báo cáo'],
      ['date: 2023-04-18 # theo báo cáo'],
    ],
    [
      'that YAML would misread is quoted',
      ['date'],
      'true',
      ['date: "true" # theo báo cáo'],
      ['date: 2023-04-18 # theo báo cáo'],
    ],
    [
      'of a year alone is a number',
      ['date'],
      2023,
      ['date: 2023 # theo báo cáo'],
      ['date: 2023-04-18 # theo báo cáo'],
    ],
    [
      'of a role, in braces',
      ['units', 0, 'role'],
      'support',
      ['  - { unit: hue, role: support }'],
      ['  - { unit: hue, role: lead }'],
    ],
    [
      'that takes a role out, in braces',
      ['units', 0, 'role'],
      undefined,
      ['  - { unit: hue }'],
      ['  - { unit: hue, role: lead }'],
    ],
    ['that takes a role out, on its own line', ['units', 1, 'role'], undefined, [], ['    role: support']],
    [
      'that takes the first key behind a dash out',
      ['units', 1, 'unit'],
      undefined,
      ['  - role: support'],
      ['  - unit: da-nang', '    role: support'],
    ],
    ['that takes a unit out', ['units', 1], undefined, [], ['  - unit: da-nang', '    role: support']],
    ['that adds a country', ['countries', 1], 'KH', ['countries: [LA, KH]'], ['countries: [LA]']],
    ['that takes the last country out', ['countries'], [], ['countries: []'], ['countries: [LA]']],
    ['that adds a source to a list over lines', ['sources', 2], 'cum-3-2023:3', ['    cum-3-2023:3,'], []],
    ['that takes a source out of it', ['sources', 1], undefined, [], ['    cum-3-2023:2,']],
    ['that adds a unit', ['units', 2], { unit: 'kon-tum' }, ['  - { unit: kon-tum }'], []],
    [
      'that adds a group',
      ['occasion'],
      { id: 'vn-jp', year: 2023 },
      ['occasion: { id: vn-jp, year: 2023 }'],
      [],
    ],
    ['that adds a group of words', ['names', 'vi'], 'Tên gọi', ['names:', '  vi: "Tên gọi"'], []],
    [
      'that takes out a field which is a list',
      ['units'],
      undefined,
      [],
      ['units:', '  # cả hai', '  - { unit: hue, role: lead }', '  - unit: da-nang', '    role: support'],
    ],
    [
      'of several lines is one line of the file',
      ['title'],
      'a\nb',
      ['title: "a\\nb"'],
      ['title: "Đón đoàn"'],
    ],
  ])('%s', (_, path, value, now, before) => {
    const after = withField(record, path, value);
    expect(added(after)).toEqual(now);
    expect(missing(after)).toEqual(before);
  });

  test('puts a new key where the schema has it', () => {
    const order = keyOrderOf('activities');
    const lines = withField(record, ['places'], ['hue'], order).split('\n');
    expect(lines[lines.indexOf('places: [hue]') - 1]).toBe('date: 2023-04-18 # theo báo cáo');
    const role = withField(record, ['units', 0], { role: 'lead', unit: 'hue' }, order);
    expect(role).toBe(record);
  });

  test('of the order of a list moves one line', () => {
    const { units } = fieldsOf(record) as { units: unknown[] };
    const after = withFields(record, { ...fieldsOf(record), units: [...units].reverse() });
    expect(fieldsOf(after)['units']).toEqual([...units].reverse());
    expect([...after.split('\n')].sort()).toEqual([...record.split('\n')].sort());
  });

  test('of fields that are not there yet begins them', () => {
    expect(withField('---\n---\nx', ['title'], 'A b')).toBe('---\ntitle: "A b"\n---\nx');
    expect(withField('', ['title'], 'A b')).toBe('title: "A b"\n');
    expect(withField('kind: day', ['year'], 3)).toBe('kind: day\nyear: 3');
  });

  test('of a field without a value fills it in', () => {
    expect(withField('date:\nplaces:\n', ['date'], '2023-05')).toBe('date: 2023-05\nplaces:\n');
    expect(withField('date:\nplaces:\n', ['places'], ['hue'])).toBe('date:\nplaces: [hue]\n');
  });

  test('of YAML with mistakes is refused, and the body can be changed all the same', () => {
    const broken = '---\ntitle: "A\n---\nold\n';
    expect(() => withField(broken, ['title'], 'B')).toThrow(SyntaxError);
    expect(withBody(broken, 'new\n')).toBe('---\ntitle: "A\n---\nnew\n');
  });

  test('to what YAML cannot say is refused', () => {
    expect(() => withField('a: 1\n', ['a'], () => 1)).toThrow();
  });
});
