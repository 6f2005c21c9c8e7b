import { describe, expect, test } from 'vitest';
import { facing, sectionToMove } from './fit.ts';
import { asDesigned, chooseFit, worthBreaking, type Trial } from './trials.ts';

const trial = (more: Partial<Trial>): Trial => ({
  ...asDesigned,
  pages: 16,
  gaps: [],
  begins: {},
  apart: false,
  torn: 0,
  ...more,
});

test('the type stays as designed where it fits', () => {
  const trials = [trial({}), trial({ typeSize: 0.98 }), trial({ split: true })];
  expect(chooseFit(trials, 4)).toEqual({ ...asDesigned, blank: 0 });
});

test('smaller type is taken where it saves an empty page', () => {
  const trials = [trial({ pages: 13 }), trial({ pages: 12, typeSize: 0.96 })];
  expect(chooseFit(trials, 4)).toMatchObject({ typeSize: 0.96, blank: 0 });
});

test('a page of three lines is worse than a page without words', () => {
  const lines = { section: 'part-aid', page: 9, free: 240, photo: false };
  const trials = [trial({ pages: 16, gaps: [lines] }), trial({ pages: 15, typeSize: 0.98 })];
  expect(chooseFit(trials, 4)).toMatchObject({ typeSize: 0.98, blank: 1 });
});

test('lists are set closer where that spares a page of a few lines', () => {
  const lines = { section: 'unions', page: 9, free: 230, photo: false };
  const trials = [trial({ gaps: [lines] }), trial({ pages: 15, compact: true })];
  expect(chooseFit(trials, 4)).toMatchObject({ compact: true, blank: 1 });
  expect(chooseFit([trial({}), trial({ compact: true })], 4)).toMatchObject({ compact: false });
});

const begins = { 'part-aid': 9, figures: 11, facing: 12, calendar: 13, unions: 15 };

test('a spread that would begin on a right-hand page lets a section of one page go first', () => {
  expect(sectionToMove('figures', begins, { pages: 16, blank: 0 })).toBe('unions');
  expect(sectionToMove('figures', { ...begins, unions: 14 }, { pages: 16, blank: 0 })).toBe('calendar');
});

test('a spread that begins on a left-hand page stays, also behind an endpaper', () => {
  expect(sectionToMove('facing', begins, { pages: 16, blank: 0 })).toBeUndefined();
  expect(sectionToMove('figures', begins, { pages: 16, blank: 2 })).toBeUndefined();
  // A single page without words comes at the end.
  expect(sectionToMove('figures', begins, { pages: 16, blank: 1 })).toBe('unions');
});

test('a spread stays where no section can go first', () => {
  expect(sectionToMove('figures', begins, { pages: 17, blank: 0 })).toBeUndefined();
});

test('where no section can go first a page without words does, if there is to be one', () => {
  const odd = { figures: 11, facing: 12, calendar: 13 };
  expect(facing('figures', odd, { pages: 15, blank: 1 })).toEqual({ blankBefore: true });
  expect(facing('figures', { ...odd, figures: 10 }, { pages: 15, blank: 2 })).toEqual({ blankBefore: true });
  expect(facing('figures', odd, { pages: 15, blank: 0 })).toEqual({ apart: true });
  expect(facing('figures', odd, { pages: 15, blank: 2 })).toEqual({});
  expect(facing('figures', odd, { pages: 14, blank: 2 })).toEqual({});
  expect(facing('figures', odd, { pages: 14, blank: 1 })).toEqual({ moved: 'calendar' });
});

test('a spread whose pages face each other is worth half a page and no less', () => {
  const facing = (free: number) =>
    trial({ split: true, gaps: [{ section: 'part-aid', page: 9, free, photo: false }] });
  const apart = trial({ apart: true });
  // Half a page is 127.5 mm, a fifth of which the breaking of items costs.
  expect(chooseFit([apart, facing(76)], 4)).toMatchObject({ split: true });
  expect(chooseFit([apart, facing(77)], 4)).toMatchObject({ split: false });
});

test('a headline on the page before its text is worth two pages and no less', () => {
  const whole = (pages: number) => trial({ typeSize: 0.98, pages });
  expect(chooseFit([trial({ torn: 1 }), whole(15)], 4)).toMatchObject({ typeSize: 0.98 });
  expect(chooseFit([trial({ torn: 1 }), whole(14)], 4)).toMatchObject({ typeSize: 1 });
});

describe('what is empty is weighed in pages', () => {
  const ending = (free: number) => trial({ gaps: [{ section: 'part-aid', page: 9, free, photo: false }] });

  test('a page of which more than seven tenths are free is worse than one without words', () => {
    const other = trial({ pages: 15 });
    expect(chooseFit([ending(178), other], 4).blank).toBe(0);
    expect(chooseFit([ending(179), other], 4).blank).toBe(1);
  });

  test.each([
    ['two hundredths of the type’s size', { typeSize: 0.98 }],
    ['two hundredths more of it', { typeSize: 1.02 }],
    ['to break brief items', { split: true }],
    ['to set lists closer', { compact: true }],
    ['to set photographs smaller', { smallPhotos: true }],
  ])('%s are worth a fifth of a page and no less', (_, change) => {
    expect(chooseFit([ending(50), trial(change)], 4)).toMatchObject(asDesigned);
    expect(chooseFit([ending(52), trial(change)], 4)).toMatchObject(change);
  });
});

describe('brief items are broken for trial', () => {
  const above = (free: number, brief: boolean) => ({
    section: 'part-aid',
    item: 'item-a',
    page: 8,
    free,
    photo: false,
    brief,
  });
  /** The end of a section on whose last page so many millimetres are free. */
  const end = (free: number) => ({ section: 'part-aid', page: 9, free, photo: false });
  /** Beside a trial that costs so many pages and gains nothing. */
  const isTried = (more: Partial<Trial>, other: number) =>
    worthBreaking([trial(more), trial({ typeSize: 1 + other / 10 })], 4).some((one) => one.typeSize === 1);

  test('where the paper above them holds the last page of their section but for two lines', () => {
    // 101 mm stand on the last page. Of 17 pages three more would be without words, of 16 none.
    const spares = (...gaps: Trial['gaps']) => isTried({ pages: 17, gaps }, 1);
    expect(spares(above(88, true), end(154))).toBe(true);
    expect(spares(above(86, true), end(154))).toBe(false);
    expect(spares(above(44, true), above(44, true), end(154))).toBe(true);
    // The paper above other items is not theirs, nor that of another section.
    expect(spares(above(88, false), end(154))).toBe(false);
    expect(spares(above(44, true), end(10), above(44, true), end(154))).toBe(false);
  });

  test('but not where the page that is spared is one without words afterwards', () => {
    const gaps = [above(88, true), end(154)];
    expect(isTried({ pages: 16, gaps }, 0.8)).toBe(false);
    expect(isTried({ pages: 17, gaps }, 0.8)).toBe(true);
  });

  test('where a page above one has only a few lines', () => {
    expect(isTried({ gaps: [above(179, true), end(0)] }, 0.3)).toBe(true);
    expect(isTried({ gaps: [above(179, false), end(0)] }, 0.3)).toBe(false);
  });

  test('where a headline stands on the page before its text', () => {
    expect(isTried({ torn: 1 }, 0.3)).toBe(true);
    expect(isTried({ torn: 1 }, 0.1)).toBe(false);
  });

  test('where the paper above them is worth more than what their breaking costs', () => {
    // A fifth of a page is 51 mm.
    const alone = (free: number) => worthBreaking([trial({ gaps: [above(free, true), end(0)] })], 4);
    expect(alone(50)).toHaveLength(0);
    expect(alone(52)).toHaveLength(1);
  });
});
