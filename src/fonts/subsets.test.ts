import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../build/paths.ts';
import { dictionaries } from '../i18n/translate.ts';
import { locales } from '../model/locales.ts';
import { subsetFonts } from './subset-fonts.ts';
import { subsets } from './subsets.ts';
import { nonEmpty } from '../tests/non-empty.ts';

const styles = readFileSync(join(projectRoot, 'src', 'styles', 'screen-fonts.css'), 'utf8');

/** The letters that the style sheet asks a face for. */
function asked(name: string): Set<string> {
  return lettersOf(
    styles.split('@font-face').find((one) => one.includes(`@font-subsets/${name}.woff2`)) ?? '',
  );
}

function lettersOf(rule: string): Set<string> {
  const ranges = /unicode-range:([^;]+);/.exec(rule)?.[1]?.split(',') ?? [];
  const letters = ranges.flatMap((range) => {
    const [first = 0, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((code) => parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  });
  return new Set(letters);
}

const whole = subsets.filter((one) => !one.name.startsWith('name-'));

test('a face is asked for exactly the letters that were left in it', () => {
  for (const { name, letters } of whole) {
    const kept = new Set(letters);
    const surplus = [...asked(name)].filter((letter) => !kept.has(letter));
    const unused = [...kept].filter((letter) => !asked(name).has(letter));
    expect({ name, surplus, unused }).toEqual({ name, surplus: [], unused: [] });
  }
});

test('no letter is in the range of two files of a family: a browser would fetch both', () => {
  const rules = styles.split('@font-face').slice(1);
  const taken = new Map<string, string>();
  for (const rule of rules) {
    const face = ['font-family', 'font-weight', 'font-style'].map(
      (key) => new RegExp(`${key}: ([^;]+)`).exec(rule)?.[1],
    );
    const file = /url\('([^']+)'/.exec(rule)?.[1] ?? '';
    for (const letter of lettersOf(rule)) {
      const key = `${face.join(' ')} ${letter}`;
      expect({ key, file, other: taken.get(key) }).toMatchObject({ other: undefined });
      taken.set(key, file);
    }
  }
});

test('no letter of Vietnamese, English or French waits for a second file: the word would stand in two faces', () => {
  const used = new Set(
    ['vi', 'en', 'fr'].flatMap((code) => [
      ...Object.values(dictionaries[code as 'vi' | 'en' | 'fr']).join(''),
    ]),
  );
  const everyTone = [...'aăâeêioôơuưy'].flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].flatMap((tone) => {
      const letter = (vowel + tone).normalize('NFC');
      return [letter, letter.toUpperCase()];
    }),
  );
  const letters = [...used, ...everyTone, ...'đĐ'].filter((letter) => /[\p{L}\p{M}\p{N}]/u.test(letter));
  for (const name of ['latin-400', 'latin-700', 'latin-400-italic'])
    expect({ name, lacks: letters.filter((letter) => !asked(name).has(letter)) }).toEqual({
      name,
      lacks: [],
    });
});

test('the words of the interface need no Khmer letter that was cut away', () => {
  const kept = asked('khmer-400');
  const used = [...Object.values(dictionaries.km).join('')].filter((letter) =>
    /\p{Script=Khmer}/u.test(letter),
  );
  expect(nonEmpty(used, 'Khmer letters').filter((letter) => !kept.has(letter))).toEqual([]);
});

test('the switcher’s fonts hold the names of their languages', () => {
  for (const code of ['lo', 'km'] as const) {
    const face = subsets.find((one) => one.name === `name-${code}`);
    expect([...locales[code].name].filter((letter) => !face?.letters.includes(letter))).toEqual([]);
  }
});

test('a cut face is a WOFF2 file and lighter than the whole', async () => {
  const folder = await subsetFonts(projectRoot);
  for (const { name, from } of subsets) {
    const cut = readFileSync(join(folder, `${name}.woff2`));
    const whole = readFileSync(join(projectRoot, 'node_modules', from));
    expect(cut.subarray(0, 4).toString('latin1')).toBe('wOF2');
    expect({ name, lighter: cut.length < whole.length * 0.8 }).toEqual({ name, lighter: true });
  }
});
