import { expect, test } from 'vitest';
import { memoize, once, weakMemoize } from './memoize.ts';
import { noteRead, readAt, recordReads, watched, withoutNoting, type Reads } from './reads.ts';

const record = {
  id: 'hvpf',
  facts: { names: { vi: 'Hội' }, country: 'JP' },
  texts: { vi: { title: 'Tên' } } as Record<string, { title: string } | undefined>,
};
const watch = () => watched(record, 'record', { facts: {}, texts: { '*': {} } }, ['id']);

/** All names, those of remembered answers too. */
const namesIn = ({ names, parts }: Reads): string[] => [
  ...new Set([...names, ...[...parts].flatMap(namesIn)]),
];
const readBy = (make: () => unknown): string[] => namesIn(recordReads(make).reads).sort();

test('a field that is read is noted by its name, and by which it is named is not', () => {
  const one = watch();
  expect(readBy(() => [one.id, one.facts.country])).toEqual(['record facts ?', 'record facts country']);
});

test('that a part is not there is noted, and what is in a part field by field', () => {
  const one = watch();
  expect(readBy(() => one.texts['lo'])).toEqual(['record texts ?', 'record texts lo ?']);
  expect(readBy(() => one.texts['vi']?.title)).toContain('record texts vi title');
});

test('whoever lists the fields or takes a copy has read them', () => {
  const one = watch();
  expect(readBy(() => Object.keys(one.facts))).toContain('record facts *');
  expect(readBy(() => ({ ...one.facts }))).toEqual(
    expect.arrayContaining(['record facts *', 'record facts country', 'record facts names']),
  );
  expect(readBy(() => 'country' in one.facts)).toContain('record facts country');
});

test.each([
  [['facts', 'country'], 'JP'],
  [
    ['facts', '*'],
    ['names', 'country'],
  ],
  [['texts', 'lo', '?'], false],
  [['texts', 'vi', '?'], true],
  [['texts', 'lo', 'title'], undefined],
])('what was read under %j can be asked again', (path, value) => {
  expect(readAt(watch(), path)).toEqual(value);
});

test('a remembered answer brings its reads with it, to the first who asks and to every other', () => {
  const one = watch();
  const ways = [
    once(() => one.facts.country),
    memoize((_: string) => one.facts.country),
    weakMemoize((_: object) => one.facts.country),
  ] as ((key: never) => string)[];
  for (const way of ways) {
    const ask = (): string => way({} as never);
    const key = {} as never;
    for (const again of [() => way(key), () => way(key), ask])
      expect(readBy(again)).toContain('record facts country');
  }
});

test('an answer that was first asked for by nobody brings its reads all the same', () => {
  const one = watch();
  const country = once(() => one.facts.country);
  country();
  expect(readBy(country)).toContain('record facts country');
});

test('what is read for an answer is not noted where the question is', () => {
  const one = watch();
  const question = (): string => {
    noteRead('question');
    return withoutNoting(() => one.facts.country);
  };
  expect(readBy(question)).toEqual(['question']);
});

test('after an error the reads go where they went before', () => {
  const failing = once(() => {
    throw new Error('broken');
  });
  expect(
    readBy(() => {
      expect(failing).toThrow('broken');
      noteRead('after');
    }),
  ).toEqual(['after']);
});
