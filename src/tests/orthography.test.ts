import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nonEmpty } from './non-empty.ts';

/**
 * The order of signs in Khmer and Lao, over all texts, names and dictionaries. A sign out of order looks right in one
 * typeface and stands beside its letter on a dotted circle in another; a search does not find the word.
 */

const root = join(import.meta.dirname, '../..');

/** @see https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-16/#G64642 the order within a Khmer syllable */
const khmer: Readonly<Record<string, RegExp>> = {
  'a sign that stands on no letter': /(?<![\p{Script=Khmer}\p{M}])[\u17B6-\u17D1]/u,
  'a subscript without its letter': /\u17D2(?![\u1780-\u17B3])/u,
  'a subscript after the vowel': /[\u17B6-\u17C5]\u17D2/u,
  'two vowels': /[\u17B6-\u17C5]{2}/u,
  'a shifter after the vowel': /[\u17B6-\u17C5][\u17C9\u17CA]/u,
  'a vowel or shifter after a closing sign': /[\u17C6-\u17C8][\u17B6-\u17C5\u17C9\u17CA]/u,
  'the same sign twice': /([\u17C6-\u17D1])\1/u,
};

const lao: Readonly<Record<string, RegExp>> = {
  'a sign that stands on no letter': /(?<![\p{Script=Lao}\p{M}])[\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECD]/u,
  'a tone before the vowel above or below': /[\u0EC8-\u0ECB][\u0EB1\u0EB4-\u0EB9\u0EBB\u0EBC]/u,
  'two tones': /[\u0EC8-\u0ECB]{2}/u,
  'am in two pieces': /\u0ECD[\u0EC8-\u0ECB]?\u0EB2/u,
  'a vowel in front without its letter': /[\u0EC0-\u0EC4](?![\u0E81-\u0EAE\u0EDC-\u0EDF])/u,
  'the same sign twice': /([\u0EB1\u0EB4-\u0EBC])\1/u,
};

/** What is out of order in a text, with the letters around it. */
function outOfOrder(text: string): string[] {
  return [...Object.entries(khmer), ...Object.entries(lao)].flatMap(([fault, pattern]) => {
    const found = pattern.exec(text);
    return found ? [`${fault}: ${text.slice(Math.max(0, found.index - 6), found.index + 8).trim()}`] : [];
  });
}

describe('the order of signs', () => {
  test.each([
    ['a sign that stands on no letter', 'ភាព', 'ភ ាព'],
    ['a subscript without its letter', 'ខ្មែរ', 'ខ្ មែរ'],
    ['a subscript after the vowel', 'មិត្តភាព', 'មតិ្តភាព'],
    ['two vowels', 'ស្ត្រី', 'ស្ត្រីី'],
    ['a shifter after the vowel', 'ស៊ី', 'សី៊'],
    ['a vowel or shifter after a closing sign', 'កាំ', 'កំា'],
    ['the same sign twice', 'កាំ', 'កាំំ'],
    ['a sign that stands on no letter', 'ດີ', 'ດ ີ'],
    ['a tone before the vowel above or below', 'ເພື່ອນ', 'ເພ່ືອນ'],
    ['two tones', 'ແມ່ຍິງ', 'ແມ່່ຍິງ'],
    ['am in two pieces', 'ນ້ຳ', 'ນໍ້າ'],
    ['a vowel in front without its letter', 'ໄມຕີ', 'ໄ ມຕີ'],
    ['the same sign twice', 'ດີ', 'ດີີ'],
  ])('%s is told: %s is right, %s is not', (fault, right, wrong) => {
    expect(outOfOrder(right)).toEqual([]);
    expect(outOfOrder(wrong)).toContainEqual(expect.stringContaining(`${fault}: `));
  });

  const files = globSync(['content/**/*.{mdx,yaml}', 'src/i18n/messages/*.json', 'src/i18n/report.json'], {
    cwd: root,
  });

  test('is right in every text, name and message', () => {
    const faults = nonEmpty(files, 'texts').flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      if (outOfOrder(text).length === 0) return [];
      const lines = text.split('\n');
      return lines.flatMap((line, at) => outOfOrder(line).map((fault) => `${file}:${at + 1} ${fault}`));
    });
    expect(faults).toEqual([]);
  });
});
