import { describe, expect, test } from 'vitest';
import editorsEn from './editors/en.json' with { type: 'json' };
import editorsVi from './editors/vi.json' with { type: 'json' };
import { localeCodes, locales, type Locale } from '../model/locales.ts';
import { dictionaries, translator } from './translate.ts';
import { nonEmpty } from '../tests/non-empty.ts';

const plural = /_(zero|one|two|few|many|other)$/;
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((one) => one[1] ?? '').sort();

/** `list.entries_one` and `list.entries_other` are one key with two forms. */
function formsOf(locale: Locale): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const key of Object.keys(dictionaries[locale])) {
    const name = key.replace(plural, '');
    forms.set(name, [...(forms.get(name) ?? []), plural.exec(key)?.[1] ?? '']);
  }
  return forms;
}

describe.each(localeCodes)('the dictionary of %s', (locale) => {
  const own = dictionaries[locale] as Record<string, string>;
  const original = formsOf('vi');

  test('has every key of the Vietnamese one and no other', () => {
    expect([...formsOf(locale).keys()].sort()).toEqual([...original.keys()].sort());
  });

  test('has every plural form that the language knows', () => {
    const known = (type: Intl.PluralRuleType) =>
      new Intl.PluralRules(locales[locale].intl, { type }).resolvedOptions().pluralCategories.toSorted();
    for (const [name, forms] of formsOf(locale)) {
      const needed = known(name.endsWith('_ordinal') ? 'ordinal' : 'cardinal');
      const isPlural = (original.get(name) ?? []).includes('other');
      expect({ name, forms: forms.toSorted() }).toEqual({ name, forms: isPlural ? needed : [''] });
    }
  });

  test('fills the same placeholders', () => {
    const vietnamese = dictionaries.vi as Record<string, string>;
    for (const [key, text] of Object.entries(own)) {
      const source = vietnamese[key] ?? vietnamese[key.replace(plural, '_other')] ?? '';
      expect({ key, used: placeholders(text) }).toEqual({ key, used: placeholders(source) });
    }
  });

  test('is in NFC and has no empty text and no zero-width space', () => {
    for (const [key, text] of Object.entries(own)) {
      expect({
        key,
        clean: text === text.normalize('NFC') && !/[\u200B\uFEFF]/.test(text) && text.trim() !== '',
      }).toEqual({
        key,
        clean: true,
      });
    }
  });

  test('is written in the script of the language', () => {
    const scripts = {
      Latn: /\p{Script=Latin}/u,
      Laoo: /\p{Script=Lao}/u,
      Khmr: /\p{Script=Khmer}/u,
      Hans: /\p{Script=Han}/u,
    };
    const words = Object.entries(own).filter(([, text]) =>
      /\p{Letter}{2}/u.test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    const foreign = nonEmpty(words, 'messages with words').filter(
      ([, text]) => !scripts[locales[locale].script].test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(foreign.map(([key]) => key)).toEqual([]);
  });
});

test('each language speaks for itself: no global state', () => {
  const lao = translator('lo');
  const french = translator('fr');
  expect(lao('nav.partners')).toBe(dictionaries.lo['nav.partners']);
  expect(french('nav.partners')).toBe(dictionaries.fr['nav.partners']);
  expect(lao('nav.partners')).toBe(dictionaries.lo['nav.partners']);
});

test('French has its own plural for millions, and one for 0', () => {
  const t = translator('fr');
  const say = (count: number): string => t('counted.gifts', { count, value: '#' });
  const own = dictionaries.fr as Record<string, string>;
  expect(say(0)).toBe(own['counted.gifts_one']?.replace('{{value}}', '#'));
  expect(say(1_000_000)).toBe(own['counted.gifts_many']?.replace('{{value}}', '#'));
});

describe('the messages for editors', () => {
  test('are the same in Vietnamese and English, placeholders included', () => {
    expect(Object.keys(editorsEn).sort()).toEqual(Object.keys(editorsVi).sort());
    for (const [key, text] of Object.entries(editorsVi)) {
      const english = editorsEn[key as keyof typeof editorsEn];
      expect({ key, used: [...new Set(placeholders(english))] }).toEqual({
        key,
        used: [...new Set(placeholders(text))],
      });
    }
  });

  test('come in pairs: what is wrong, and what to do', () => {
    const codes = Object.keys(editorsVi).filter((key) => key.startsWith('problem.') && !key.endsWith('.fix'));
    expect(nonEmpty(codes, 'problems').filter((code) => !(`${code}.fix` in editorsVi))).toEqual([]);
  });
});
