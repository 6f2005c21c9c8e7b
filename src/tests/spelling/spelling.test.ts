import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { readContentFolder } from '../../content/disk.ts';
import { dictionaries } from '../../i18n/translate.ts';
import type { ArticleEntry, Entries } from '../../model/entries.ts';
import { originalLocale } from '../../model/locales.ts';
import { namedCollections } from '../../model/schemas/glossary.ts';
import { textFile } from '../../model/text-states.ts';
import { nonEmpty } from '../non-empty.ts';
import { frenchSpelling, laoSpelling } from './words.ts';

/**
 * Spelling of French and Lao in all texts and in the interface. What is right and in no dictionary goes into `words` of
 * the glossary.
 */

const { entries, index } = readContentFolder(projectRoot);
type Checked = keyof typeof index.glossary.words;

const cure = 'Mend it; a right word that is in no dictionary goes into `words` of content/glossary.yaml.';
const spelling = {
  fr: frenchSpelling(index.glossary.words.fr ?? []),
  lo: laoSpelling(index.glossary.words.lo ?? []),
};

describe('a slip is found', () => {
  const french = frenchSpelling(['dong']);
  test('in French, also behind an apostrophe and a hyphen, and at the head of a sentence', () => {
    expect(french('Le présidnet de l’Unoin, mi-autonme. Cerémonie', [])).toEqual([
      'présidnet',
      "l'Unoin",
      'mi-autonme',
      'Cerémonie',
    ]);
  });
  test('and what is right is not: forms, elisions, names, what the glossary allows', () => {
    const text = 'L’Union s’est rendue à Điện Bàn ; lorsqu’elle y reviendra, adressez-vous à Lotte : 5 dong.';
    expect(french(text, ['Điện Bàn', 'Lotte'])).toEqual([]);
    expect(french('Điện', [])).toEqual(['Điện']);
  });
  const lao = laoSpelling(['ພ.ສ.']);
  test('in Lao, as the piece that is no word with the letters around it', () => {
    expect(lao('ມິດຕະພາບ ແລະ ປະຊາຊົນ', [])).toEqual([]);
    expect(lao('ມິດຕະພາບ ແລະ ປະຊາຊົມນ', [])).toEqual([expect.stringContaining('ປະຊາຊົມນ')]);
  });
  test('and a name or what the glossary allows is not', () => {
    expect(lao('ພ.ສ. 2566 ຢູ່ເງ້ອານ', ['ເງ້ອານ'])).toEqual([]);
    expect(lao('ຢູ່ເງ້ອານ', [])).not.toEqual([]);
  });
});

const articles: readonly (keyof Entries & ArticleEntry['collection'])[] = [
  'activities',
  'events',
  'stories',
  'projects',
  'partners',
  'issues',
];
const namesIn = (locale: Checked): string[] =>
  [
    ...namedCollections.flatMap((name) =>
      index.records[name].flatMap(({ facts }) => [
        ...([locale, originalLocale] as const).flatMap((code) => [
          facts?.names?.[code],
          facts?.shortNames?.[code],
        ]),
        ...(facts?.aliases ?? []),
        facts?.abbreviation,
      ]),
    ),
    ...Object.values(index.glossary.names).flatMap((more) => [...(more[locale] ?? []), ...(more.vi ?? [])]),
  ].filter((name) => name !== undefined);

/** The line of a file in which a word stands. */
function lineOf(file: string, word: string): number {
  const lines = readFileSync(join(projectRoot, file), 'utf8').replaceAll('’', "'").split('\n');
  return (
    1 +
    Math.max(
      0,
      lines.findIndex((line) => line.includes(word)),
    )
  );
}

describe.each(['fr', 'lo'] as const)(
  'every word in %s stands in the dictionary or in the glossary',
  (locale) => {
    const unknownIn = spelling[locale];
    // Lao words run into each other, so the names of the glossary's terms are to be taken out whole as well.
    const terms = locale === 'lo' ? index.glossary.terms.flatMap(({ lo }) => lo ?? []) : [];
    const names = nonEmpty([...namesIn(locale), ...terms], 'names');
    const words = (texts: { title?: string; summary?: string; body: { text: string } }): string =>
      [texts.title, texts.summary, texts.body.text].join('\n');

    test('in the texts', () => {
      const faults = articles.flatMap((collection) =>
        (entries[collection] as readonly ArticleEntry[]).flatMap((entry) => {
          const text = entry.texts[locale];
          if (!text) return [];
          // A word of the original that was not translated is a name.
          const kept = locale === 'fr' ? [...names, words(entry.texts.vi)] : names;
          const file = textFile(entry, locale);
          return unknownIn(words(text), kept).map((word) => `${file}:${lineOf(file, word)} ${word}`);
        }),
      );
      expect(faults, cure).toEqual([]);
    });

    test('in the interface', () => {
      const faults = Object.entries(dictionaries[locale]).flatMap(([key, message]) => {
        const text = message.replace(/\{\{[^}]*\}\}/g, '0').replace(/\$t\([^)]*\)|<[^>]*>|“[^”]*”/g, ' ');
        return unknownIn(text, names).map((word) => `src/i18n/messages/${locale}.json ${key}: ${word}`);
      });
      expect(faults, cure).toEqual([]);
    });
  },
);
