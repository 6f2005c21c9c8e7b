import { expect, test } from 'vitest';
import { localeCodes } from '../model/locales.ts';
import { createBulletin } from '../bulletin/bulletin.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { formatIssue } from '../i18n/format.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { nonEmpty } from '../tests/non-empty.ts';
import { citation, citedRecord, creditLine } from './citation.ts';

test('a credit line names title, publisher and address, and the licence where there is one', () => {
  const line = ['Bản tin hữu nghị', 'Cụm số 3', 'https://ban-tin.example/en/'] as const;
  expect(creditLine(...line)).toBe('Bản tin hữu nghị · Cụm số 3 · ban-tin.example/en');
  expect(creditLine(...line, 'CC BY 4.0')).toBe(
    'Bản tin hữu nghị · Cụm số 3 · ban-tin.example/en · CC BY 4.0',
  );
});

const work = { by: 'Liên hiệp', title: 'Trao học bổng', address: 'https://ban-tin.example/x/' };

test('a work is cited with what is known of its publication, and without the day of reading', () => {
  expect(citation(work, 'en')).toMatch(/^Liên hiệp: “Trao học bổng”, .+\. https:\/\/ban-tin\.example\/x\/$/);
  const dated = citation({ ...work, published: 'No. 2' }, 'en');
  expect(dated.replace(', No. 2', '')).toBe(citation(work, 'en'));
  expect(dated).not.toBe(citation(work, 'en'));
});

test.each(localeCodes)('a work is cited whole in %s', (locale) => {
  const text = citation({ ...work, published: 'No. 2' }, locale);
  for (const part of [work.by, work.title, 'No. 2', work.address]) expect(text).toContain(part);
});

const bulletin = fixtureBulletin();
const [story] = bulletin.stories as [ArticleEntry<'stories'>];
const [activity] = bulletin.activities as [ArticleEntry<'activities'>];

test('a record is cited by the number that has it', () => {
  const [issue] = bulletin.issues as [ArticleEntry<'issues'>];
  const items = issue.facts.sections.flatMap((section) => section.items);
  for (const path of nonEmpty(items, 'items of the issue')) {
    const { published } = citedRecord(bulletin, bulletin.item(path), 'en');
    expect(published).toBe(formatIssue(issue.facts, 'en'));
  }
});

test('an author comes before a union', () => {
  const by = (author: string | undefined): string =>
    citedRecord(bulletin, { ...story, facts: { ...story.facts, author } }, 'en').by;
  expect(by('N. V. A')).toBe('N. V. A');
  expect(by(undefined)).not.toBe('');
  expect(by(undefined)).not.toBe('N. V. A');
});

test('an activity in no number is cited without its own day, a page about a union as the cluster’s', () => {
  const unprinted = createBulletin({ ...bulletin.entries, issues: [] });
  const plain = { ...activity, facts: { ...activity.facts, updated: undefined } };
  expect(plain.facts.date).toBeDefined();
  expect(citedRecord(unprinted, plain, 'en').published).toBeUndefined();
  expect(citedRecord(unprinted, bulletin.get('units', 'quang-tri'), 'vi')).toMatchObject({
    by: 'cum-3',
    title: 'quang-tri',
  });
});
