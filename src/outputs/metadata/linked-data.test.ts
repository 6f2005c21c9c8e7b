import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import type { ArticleEntry } from '../../model/entries.ts';
import { readContentFolder } from '../../content/disk.ts';
import { isKnownDate, parseDate, type KnownDate } from '../../model/dates.ts';
import { articleData, articleTimes } from './article.ts';
import { eventData } from './event.ts';
import { issueData } from './issue.ts';
import { isoDate, scriptText, sourceWorks } from './linked-data.ts';
import { partnerData, unitData } from './organization.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../../tests/cases/good'));
const bulletin = createBulletin(entries);
const scholarship = bulletin.get('activities', '2023/hoc-bong') as ArticleEntry<'activities'>;
const story = bulletin.stories[0] as ArticleEntry<'stories'>;

function known(text: string): KnownDate {
  const date = parseDate(text);
  if (!isKnownDate(date)) throw new Error(text);
  return date;
}

test.each([
  ['2023-11-02', '2023-11-02'],
  ['2023-08', '2023-08'],
  ['2023', '2023'],
  ['2023-11-02/2023-11-04', '2023-11-02/2023-11-04'],
  ['2023-07/2023-12', '2023-07/2023-12'],
  ['2024-Q2', undefined],
  ['2024-05~', undefined],
  ['2024-05/2024-Q4', undefined],
])('%s is %s in ISO 8601: as far as it is known', (date, iso) => {
  expect(isoDate(known(date))).toBe(iso);
});

test('an activity tells when it happened, and claims no day of publication', () => {
  const data = articleData(bulletin, scholarship, 'vi');
  expect(data).toMatchObject({ '@type': 'NewsArticle', inLanguage: 'vi', temporalCoverage: '2023-11-02' });
  expect(data).not.toHaveProperty('datePublished');
  expect(articleTimes(scholarship)).toEqual({ published: undefined, modified: undefined });
});

test('a source has an address once its document may be opened, and none before', () => {
  const { sources } = scholarship.facts;
  const [closed] = sourceWorks(bulletin, sources, 'vi');
  expect(closed).not.toHaveProperty('url');
  const publicCopy = { address: 'https://www.hoi.example/bao-cao.pdf', allowedBy: 'quang-tri' };
  const documents = entries.documents.map((one) => ({ ...one, facts: { ...one.facts, publicCopy } }));
  const opened = createBulletin({ ...entries, documents });
  expect(sourceWorks(opened, sources, 'vi')).toMatchObject([{ url: publicCopy.address }]);
});

test('a story was published on its date, if it has one', () => {
  const dated = {
    ...story,
    facts: { ...story.facts, date: known('2023-12-01'), updated: known('2024-01-05') },
  };
  expect(articleData(bulletin, dated, 'vi')).toMatchObject({
    datePublished: '2023-12-01',
    dateModified: '2024-01-05',
  });
  expect(articleTimes(dated)).toEqual({ published: '2023-12-01', modified: '2024-01-05' });
  const vague = { ...story, facts: { ...story.facts, date: known('2023-12') } };
  expect(articleTimes(vague).published).toBeUndefined();
});

test('original and translation name each other, and no translation that does not exist', () => {
  const original = articleData(bulletin, scholarship, 'vi');
  const lao = articleData(bulletin, scholarship, 'lo');
  expect(original).toMatchObject({ workTranslation: [{ inLanguage: 'lo', '@id': lao['@id' as never] }] });
  expect(lao).toMatchObject({ translationOfWork: { inLanguage: 'vi', '@id': original['@id' as never] } });
  expect(original).not.toHaveProperty('translationOfWork');
});

test('an article names its partners, the union that speaks, and its sources', () => {
  expect(articleData(bulletin, scholarship, 'vi')).toMatchObject({
    about: [{ '@type': 'Organization', name: 'Hội Hòa bình và Hữu nghị Hiroshima – Việt Nam' }],
    publisher: { '@id': expect.stringMatching(/\/units\/quang-tri\/#organization$/) as string },
    isBasedOn: [{ '@type': 'CreativeWork', name: expect.stringContaining('41') as string }],
  });
});

test('a partner is the same organisation in every language', () => {
  const partner = bulletin.get('partners', 'hvpf') as ArticleEntry<'partners'>;
  const ids = (['vi', 'lo'] as const).map((locale) => partnerData(partner, locale)['@id' as never]);
  expect(ids[0]).toBe(ids[1]);
});

test('a union says how it is reached, and when, as far as that is known', () => {
  const union = bulletin.get('units', 'quang-tri');
  expect(unitData(bulletin, union, 'en')).toMatchObject({
    address: { '@type': 'PostalAddress', streetAddress: 'Số 1 đường Hữu Nghị', addressCountry: 'VN' },
    telephone: ['+842333000000', '+442079460000'],
    email: 'lien-he@hoi.example',
    url: 'https://hoi.example',
    contactPoint: {
      '@type': 'ContactPoint',
      email: 'lien-he@hoi.example',
      hoursAvailable: [
        { dayOfWeek: expect.arrayContaining(['https://schema.org/Monday']) as string[], opens: '07:30' },
        { closes: '13:31' },
      ],
    },
    employee: { '@type': 'Person', jobTitle: 'Chair' },
  });
  const silent = unitData(bulletin, bulletin.get('units', 'cum-3'), 'en');
  for (const key of ['address', 'telephone', 'email', 'url', 'contactPoint', 'employee'])
    expect(silent).not.toHaveProperty(key);
});

test('an event known only to the quarter claims no day, a plan no certainty', () => {
  const [event] = bulletin.events as [ArticleEntry<'events'>];
  const data = eventData(bulletin, event, 'vi');
  expect(data).not.toHaveProperty('startDate');
  expect(data).not.toHaveProperty('eventStatus');
  const certain = { ...event, facts: { ...event.facts, date: known('2024-05-02'), tentative: false } };
  expect(eventData(bulletin, certain, 'vi')).not.toHaveProperty('eventStatus');
  const reported = { ...certain, facts: { ...certain.facts, activity: bulletin.activities[0]?.id } };
  expect(eventData(bulletin, reported, 'vi')).toMatchObject({
    startDate: '2024-05-02',
    eventStatus: 'https://schema.org/EventScheduled',
  });
});

test('an issue lists its items in their order', () => {
  const [issue] = bulletin.issues as [ArticleEntry<'issues'>];
  const items = issue.facts.sections.flatMap((section) => section.items);
  const data = issueData(bulletin, issue, 'vi') as { hasPart?: { url: string }[] };
  expect(data.hasPart?.map((part) => new URL(part.url).pathname.slice(1, -1))).toEqual(items);
});

test('no text can end the script element that it stands in', () => {
  const text = scriptText({ name: '</script><script>alert(1)</script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>' });
});
