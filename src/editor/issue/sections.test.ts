import { describe, expect, test } from 'vitest';
import { readContent } from '../../content/read.ts';
import { isKnownDate, parseDate } from '../../model/dates.ts';
import { nonEmpty } from '../../tests/non-empty.ts';
import { frozenFiles } from '../../tests/fixtures/bulletin.ts';
import { editorIndex } from '../editor-index.ts';
import {
  editionsOf,
  itemAt,
  itemsOfPeriod,
  moveItem,
  ranksIn,
  sectionId,
  sectionsIn,
  withRank,
} from './sections.ts';

const files = frozenFiles();
const index = editorIndex(readContent(files), files);
const sections = [
  { id: 'a', items: ['1', '2'] },
  { id: 'b', items: ['3'] },
];
const period = (spelled: string) => {
  const date = parseDate(spelled);
  if (!isKnownDate(date)) throw new Error(spelled);
  return date;
};

describe('sections', () => {
  test('are read whatever state the file is in', () => {
    expect(sectionsIn({ sections: [{ id: 'a', items: ['x'] }, 'b', { items: 'y' }] })).toEqual([
      { id: 'a', items: ['x'] },
      { id: '', items: [] },
      { id: '', items: [] },
    ]);
    expect(sectionsIn(undefined)).toEqual([]);
    expect(sectionsIn({ sections: 'none' })).toEqual([]);
  });

  test('get an id from their title that no other has', () => {
    expect(sectionId('Hữu nghị nhân dân', [])).toBe('huu-nghi-nhan-dan');
    expect(sectionId('A', sections)).toBe('a-2');
    expect(sectionId('…', [])).toBe('phan');
  });
});

describe('an item', () => {
  test('moves within its section', () => {
    expect(moveItem(sections, { section: 0, item: 1 }, -1)).toEqual({
      sections: [{ id: 'a', items: ['2', '1'] }, sections[1]],
      place: { section: 0, item: 0 },
    });
  });

  test('goes over the edge of its section to the near end of the next one', () => {
    expect(moveItem(sections, { section: 0, item: 1 }, 1)).toEqual({
      sections: [
        { id: 'a', items: ['1'] },
        { id: 'b', items: ['2', '3'] },
      ],
      place: { section: 1, item: 0 },
    });
    expect(moveItem(sections, { section: 1, item: 0 }, -1)).toEqual({
      sections: [
        { id: 'a', items: ['1', '2', '3'] },
        { id: 'b', items: [] },
      ],
      place: { section: 0, item: 2 },
    });
  });

  test('stays at the beginning and the end of the issue, and where there is none', () => {
    expect(moveItem(sections, { section: 0, item: 0 }, -1)).toBeUndefined();
    expect(moveItem(sections, { section: 1, item: 0 }, 1)).toBeUndefined();
    expect(moveItem(sections, { section: 1, item: 5 }, 1)).toBeUndefined();
  });
});

test('what there is of a period is offered oldest first, without what has been chosen', () => {
  const all = nonEmpty(itemsOfPeriod(index, period('2023-07/2023-12'), []), 'items');
  const sure = all.map(
    ({ record }) => record?.facts?.date !== undefined && record.facts.date.start.month !== undefined,
  );
  expect(sure.lastIndexOf(true)).toBeLessThan(sure.includes(false) ? sure.indexOf(false) : Infinity);
  const chosen = all.slice(0, 1).map(({ value }) => value);
  const left = itemsOfPeriod(index, period('2023-07/2023-12'), [{ id: 'a', items: chosen }]);
  expect(left).toEqual(all.slice(1));
  expect(itemsOfPeriod(index, period('1990'), [])).toEqual([]);
});

describe('the editions of an issue', () => {
  const value = 'stories/2023/hiroshima-va-quang-tri';
  const item = itemAt(value, index);
  const unknown = itemAt('stories/2023/khong-co', index);

  test('an item that is not there can be read in no language', () => {
    expect(item.record?.title).toBeDefined();
    expect(unknown.record).toBeUndefined();
    const [vietnamese] = editionsOf([item, unknown], new Set(['vi']), 1);
    expect(vietnamese).toMatchObject({ locale: 'vi', state: 'made', count: 1, missing: [unknown] });
  });

  test('an item that is held back can be read in no language', () => {
    const held = { ...item, record: item.record && { ...item.record, draft: true as const } };
    expect(editionsOf([held], new Set(['vi']), 1)[0]).toMatchObject({ state: 'items', count: 0 });
    expect(editionsOf([item], new Set(['vi']), 1)[0]).toMatchObject({ state: 'made', count: 1 });
  });

  test('are printed from the least number of items on, and not without a letter', () => {
    const stateOf = (minimum: number, letters: 'vi'[] = ['vi']) =>
      editionsOf([item], new Set(letters), minimum).find(({ locale }) => locale === 'vi')?.state;
    expect(stateOf(1)).toBe('made');
    expect(stateOf(2)).toBe('items');
    expect(stateOf(1, [])).toBe('letter');
  });

  test('say which items lack a language and which have an old translation', () => {
    const half = {
      value: 'activities/2023/x',
      record: {
        id: '2023/x',
        names: [],
        problems: 0,
        digest: '',
        hash: '',
        states: { vi: 'original', en: 'old', lo: 'current' },
      },
    } as const;
    const of = (code: string) =>
      editionsOf([half], new Set(['vi', 'en', 'lo', 'km']), 1).find(({ locale }) => locale === code);
    expect(of('en')).toMatchObject({ state: 'made', missing: [], old: [half] });
    expect(of('lo')).toMatchObject({ state: 'made', missing: [], old: [] });
    expect(of('km')).toMatchObject({ state: 'items', count: 0, missing: [half], old: [] });
  });
});

describe('ranks', () => {
  const data = { ranks: [{ item: 'activities/2023/a', rank: 'lead' }, 'none'] };
  test('are read whatever state the file is in', () => {
    expect(ranksIn(data)).toEqual([
      { item: 'activities/2023/a', rank: 'lead' },
      { item: '', rank: '' },
    ]);
    expect(ranksIn(undefined)).toEqual([]);
  });
  test('hold one for each item, and none where the item itself decides', () => {
    const lead = { item: 'activities/2023/a', rank: 'lead' };
    expect(withRank({ ranks: [lead] }, 'activities/2023/b', 'brief')).toEqual([
      lead,
      { item: 'activities/2023/b', rank: 'brief' },
    ]);
    expect(withRank({ ranks: [lead] }, 'activities/2023/a', 'brief')).toEqual([{ ...lead, rank: 'brief' }]);
    expect(withRank({ ranks: [lead] }, 'activities/2023/a', '')).toBeUndefined();
  });
});
