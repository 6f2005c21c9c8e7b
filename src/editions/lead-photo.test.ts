import { describe, expect, test } from 'vitest';
import type { BodyNode, PhotoSize } from '../model/body.ts';
import { firstPhoto, leadPhoto, leadQuote, photoSize } from './lead-photo.ts';

const photo = (size?: PhotoSize): BodyNode => ({
  component: 'Figure',
  attributes: { src: './x.jpg', alt: 'x', ...(size && { size }) },
  children: [],
});
const words: BodyNode = { markup: [{ type: 'text', value: 'Một.' }] };

describe('the photograph that opens an article', () => {
  test.each([undefined, 'wide', 'page'] as const)('is one before the first words (%s)', (size) => {
    const first = photo(size);
    expect(leadPhoto([first, words])).toEqual({ lead: first, rest: [words] });
  });

  test('is not one that is to stay in a column', () => {
    const body = [photo('column'), words];
    expect(leadPhoto(body)).toEqual({ rest: body });
  });

  test('is not one between words, wide as it may be', () => {
    const body = [words, photo('wide'), words];
    expect(leadPhoto(body)).toEqual({ rest: body });
  });

  test('is the one that is as large as a page, wherever it stands; a second one stays in the text', () => {
    const [large, second] = [photo('page'), photo('page')];
    expect(leadPhoto([photo(), words, large, second])).toEqual({
      lead: large,
      rest: [photo(), words, second],
    });
  });

  test('is the first of a brief item, wherever it stands', () => {
    const first = photo('column');
    expect(leadPhoto([words, first, words], true)).toEqual({ lead: first, rest: [words, words] });
    expect(leadPhoto([words], true)).toEqual({ rest: [words] });
  });

  test('is none where there is none', () => {
    expect(leadPhoto([])).toEqual({ rest: [] });
    expect(leadPhoto([words])).toEqual({ rest: [words] });
  });
});

describe('the size of a photograph', () => {
  const group = { width: 2400, height: 1600 };

  test('is what its author says', () => {
    expect(photoSize(group, 'column', true)).toBe('column');
    expect(photoSize({ width: 600, height: 600 }, 'wide', false)).toBe('wide');
  });

  test('is wide where it opens the article, a column elsewhere', () => {
    expect(photoSize(group, undefined, true)).toBe('wide');
    expect(photoSize(group, undefined, false)).toBe('column');
  });

  test('is wide from twice as broad as high', () => {
    expect(photoSize({ width: 2000, height: 1000 }, undefined, false)).toBe('wide');
    expect(photoSize({ width: 2000, height: 1001 }, undefined, false)).toBe('column');
  });

  test('is a column where both would be unsharp', () => {
    expect(photoSize({ width: 960, height: 640 }, undefined, true)).toBe('wide');
    expect(photoSize({ width: 959, height: 640 }, undefined, true)).toBe('column');
  });
});

test('the first words set large leave the text; of a text without them nothing does', () => {
  const quote: BodyNode = { component: 'PullQuote', attributes: {}, children: [words] };
  expect(leadQuote([words, quote, quote])).toMatchObject({ quote });
  expect(leadQuote([words, quote]).rest).toEqual([words]);
  expect(leadQuote([words])).toEqual({ rest: [words] });
});

test('the first photograph may stand in a gallery', () => {
  const gallery: BodyNode = { component: 'Gallery', attributes: {}, children: [photo()] };
  expect(firstPhoto([words, gallery, photo('wide')])).toEqual(photo());
  expect(firstPhoto([words])).toBeUndefined();
});
