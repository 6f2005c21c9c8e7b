import { expect, test } from 'vitest';
import { recordedBulletin } from '../bulletin/recorded.ts';
import { readingOf } from '../content/disk.ts';
import { comingUp } from '../editions/coming-up.ts';
import { translator } from '../i18n/translate.ts';
import { recordReads, type Reads } from '../model/reads.ts';
import { todayIs } from '../model/today.ts';
import { frozen } from '../tests/fixtures/bulletin.ts';
import { answersOf, digestOfValue, pagesToKeep, recallPages, type KeptPages } from './page-keys.ts';

const reading = { ...readingOf(frozen), today: '2024-08-13' };
const ask = answersOf('/', reading);
/** Answers as in a build in which what is read under one name has changed. */
const changed = (name: string) => (asked: string) => (asked === name ? 'changed' : ask(asked));

/** A build of one page that has read this, as it lies in the cache. */
function keptPage(reads: Reads): KeptPages {
  const toKeep = pagesToKeep(ask);
  toKeep.addMade('page', { given: 'same', reads, bytes: '', images: [], referenced: [] });
  return JSON.parse(JSON.stringify(toKeep.all('code'))) as KeptPages;
}

/** Whether a page that read this is kept when `name` is answered otherwise. */
function keptThough(read: () => unknown, name: string): boolean {
  const { reads } = recordReads(read);
  const kept = keptPage(reads);
  expect(recallPages(kept, ask)('page', 'same')).toMatchObject({ given: 'same' });
  expect(recallPages(kept, ask)('page', 'other')).toBeUndefined();
  return recallPages(kept, changed(name))('page', 'same') !== undefined;
}

const { bulletin } = recordedBulletin(reading.entries);

test('every name that a bulletin notes can be asked again', () => {
  const { reads } = recordReads(() => {
    const [activity] = bulletin.activities;
    const [issue] = bulletin.issues;
    if (!activity || !issue) throw new Error('empty');
    bulletin.neighboursOf(activity, 'vi');
    bulletin.issuesWith(`activities/${activity.id}`);
    comingUp(bulletin, issue, 'vi');
    bulletin.unionsOfPlace('hue');
    bulletin.find('partners', 'nobody');
    for (const one of bulletin.entries.partners) void [one.facts.names, one.texts.lo?.summary];
  });
  expect(reads.names.size).toBeGreaterThan(50);
  for (const name of reads.names) expect(ask(name), name).toBeDefined();
});

test('a page is kept unless something that it read has changed', () => {
  const country = (): unknown => bulletin.get('partners', 'hvpf').facts.country;
  expect(keptThough(country, 'record partners/hvpf facts country')).toBe(false);
  expect(keptThough(country, 'bulletin get ["partners","hvpf"]')).toBe(false);
  expect(keptThough(country, 'record partners/hvpf facts names')).toBe(true);
});

test('a page is made again when one of its words changes, of a word with a number any form', () => {
  const words = (): unknown => [
    translator('fr')('nav.partners'),
    translator('fr')('list.entries', { count: 2 }),
  ];
  for (const key of ['nav.partners', 'list.entries_one', 'list.entries_other'])
    expect(keptThough(words, `message fr ${key}`), key).toBe(false);
  expect(keptThough(words, 'message lo nav.partners')).toBe(true);
  expect(keptThough(words, 'message fr nav.units')).toBe(true);
});

test('a page is kept on another day unless one of the days that it asked for has come or passed', () => {
  const { reads } = recordReads(() => todayIs('2024-08-13').whenIs('2024-08-20'));
  const kept = keptPage(reads);
  const keptOn = (today: string): boolean =>
    recallPages(kept, answersOf('/', { ...reading, today }))('page', 'same') !== undefined;
  expect(['2024-08-14', '2024-08-19', '2024-08-20', '2024-08-21'].map(keptOn)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('what cannot be asked again keeps a page from being kept', () => {
  const reads: Reads = { names: new Set(['nothing of the kind']), parts: new Set() };
  const outer: Reads = { names: new Set(), parts: new Set([reads]) };
  expect(keptPage(outer).pages).toEqual({});
});

test('a page that is kept again and again stands on what it read when it was made', () => {
  const country = (): unknown => [
    bulletin.get('partners', 'hvpf').facts.country,
    translator('fr')('nav.units'),
  ];
  const inner = recordReads(country).reads;
  let kept = keptPage({ names: new Set(['message fr nav.partners']), parts: new Set([inner]) });
  for (const build of [1, 2]) {
    const toKeep = pagesToKeep(ask, kept);
    // Others before it move its numbers.
    toKeep.addMade('other', {
      given: '',
      bytes: String(build),
      images: [],
      referenced: [],
      reads: recordReads(() => translator('lo')('nav.units')).reads,
    });
    const page = recallPages(kept, ask)('page', 'same');
    if (!page) throw new Error('not kept');
    toKeep.addKept('page', page);
    kept = toKeep.all('code');
  }
  expect(recallPages(kept, ask)('page', 'same')).toBeDefined();
  for (const name of [
    'message fr nav.partners',
    'message fr nav.units',
    'record partners/hvpf facts country',
  ])
    expect(recallPages(kept, changed(name))('page', 'same'), name).toBeUndefined();
  expect(recallPages(kept, changed('message lo nav.units'))('page', 'same')).toBeDefined();
});

test('values that differ have different digests, and functions none', () => {
  const values = [
    undefined,
    null,
    0,
    '',
    '0',
    [],
    {},
    [[]],
    { a: undefined },
    { fields: [] },
    { a: 1, b: 2 },
    { b: 2, a: 1 },
    new Map([[1, 2]]),
    new Set([1, 2]),
    [1, 2],
    new Date(0),
    new Uint8Array([1]),
    { date: 0 },
    { undefined: true },
  ];
  expect(new Set(values.map(digestOfValue)).size).toBe(values.length);
  expect(digestOfValue({ deep: [() => 1] })).toBeUndefined();
});

test('of a record in a value only its name counts', () => {
  const [one] = reading.entries.partners;
  if (!one) throw new Error('empty');
  expect(digestOfValue({ entry: { ...one, facts: {} } })).toBe(digestOfValue({ entry: one }));
});
