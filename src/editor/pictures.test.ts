import { describe, expect, test } from 'vitest';
import { kindOf, longestSide, pictureName, reducedSize } from './pictures.ts';

describe('the name of a picture', () => {
  test('is made of its words, as every name of the content is', () => {
    expect(pictureName('Lễ trao học bổng', new Set())).toBe('le-trao-hoc-bong.jpg');
    expect(pictureName('IMG_2041', new Set())).toBe('img-2041.jpg');
    expect(pictureName('ຮູບ', new Set())).toBe('anh.jpg');
  });

  test('is not one that is taken', () => {
    expect(pictureName('Lễ', new Set(['le.jpg']))).toBe('le-2.jpg');
    expect(pictureName('Lễ', new Set(['le.jpg', 'le-2.jpg']))).toBe('le-3.jpg');
  });
});

test('a picture keeps its shape, and is never larger than it was', () => {
  expect(longestSide).toBe(2400);
  expect(reducedSize(2400, 1200)).toEqual({ width: 2400, height: 1200 });
  expect(reducedSize(2401, 1200)).toEqual({ width: 2400, height: 1200 });
  expect(reducedSize(1000, 4800)).toEqual({ width: 500, height: 2400 });
  expect(reducedSize(9600, 1)).toEqual({ width: 2400, height: 1 });
});

test('what a file is follows from its bytes, not from its name', () => {
  const start = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(kindOf(start('\xff\xd8\xff\xe1....Exif'))).toBe('picture');
  expect(kindOf(start('\x89PNG\r\n\x1a\n'))).toBe('picture');
  expect(kindOf(start('RIFF\n\n\n\nWEBP'))).toBe('picture');
  expect(kindOf(start('\0\0\0\x18ftypavif'))).toBe('picture');
  expect(kindOf(start('\0\0\0\x18ftypheic'))).toBe('heic');
  expect(kindOf(start('\0\0\0\x18ftypmif1'))).toBe('heic');
  expect(kindOf(start('%PDF-1.7'))).toBeUndefined();
  expect(kindOf(start('RIFF\n\n\n\nWAVE'))).toBeUndefined();
});
