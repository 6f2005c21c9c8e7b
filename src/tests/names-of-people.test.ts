import { expect, test } from 'vitest';
import { projectRoot } from '../build/paths.ts';
import { readContentFolder } from '../content/disk.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { translationLocales } from '../model/locales.ts';
import { nonEmpty } from './non-empty.ts';

/**
 * Every person whom a Vietnamese text names stands in its translations by the same name: people's names are neither
 * reordered nor written in other letters. Organisations and places are the glossary's business (`npm run check`).
 */

/** “ông Hans Victor Selder”, “bà Tôn Nữ Hoàng Mai”: two words or more with capitals behind the address. */
const person = /(?<![\p{L}\p{M}])(?:[Ôô]ng|[Bb]à) (\p{Lu}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*)+)/gu;

const peopleIn = (text: string): string[] => [
  ...new Set([...text.matchAll(person)].flatMap(([, name]) => name ?? [])),
];

test('a person is known by the address before the name', () => {
  expect(
    peopleIn('Ông Akagi Tatsuo gặp bà Tôn Nữ Hoàng Mai.\nTheo bà, ông Nội Vụ không có. Bà con vui.'),
  ).toEqual(['Akagi Tatsuo', 'Tôn Nữ Hoàng Mai', 'Nội Vụ']);
});

const { entries } = readContentFolder(projectRoot);
const { activities, events, stories, projects, partners, issues } = entries;
const articles: readonly ArticleEntry[] = [
  ...activities,
  ...events,
  ...stories,
  ...projects,
  ...partners,
  ...issues,
];
const words = (text: ArticleEntry['texts']['vi']): string =>
  ['title' in text ? text.title : '', text.summary, text.body.text].join('\n');

test('people keep their names in every translation', () => {
  const named = articles
    .map((entry) => ({ entry, people: peopleIn(words(entry.texts.vi)) }))
    .filter(({ people }) => people.length > 0);
  const missing = nonEmpty(named, 'texts that name people').flatMap(({ entry, people }) =>
    translationLocales.flatMap((locale) => {
      const text = entry.texts[locale];
      if (!text) return [];
      return people
        .filter((name) => !words(text).includes(name))
        .map((name) => `content/${entry.collection}/${entry.id}/index.${locale}.mdx: ${name}`);
    }),
  );
  expect(missing).toEqual([]);
});
