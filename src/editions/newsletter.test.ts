import { expect, test } from 'vitest';
import type { BodyNode } from '../model/body.ts';
import { filesOfCase, textOf } from '../tests/cases.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { issueEdition } from './issue.ts';
import { firstPicture, inRuns, newsletterEdition, newsletterEditions, openingOf } from './newsletter.ts';

const bulletin = fixtureBulletin();
const issue = bulletin.get('issues', '2023-2');

test('a newsletter is plain data: what is written as JSON and read again is the same', () => {
  const edition = newsletterEdition(bulletin, issue, 'vi');
  expect(JSON.parse(JSON.stringify(edition))).toStrictEqual(edition);
});

test('it names each item of the issue with its summary and its page, by section', () => {
  const { sections, subject, theme, masthead, pdf } = newsletterEdition(bulletin, issue, 'vi');
  expect(sections.map((one) => [one.title, one.items.map(({ path }) => path)])).toEqual([
    ['Hợp tác', ['/activities/2023/hoc-bong/', '/stories/2023/nguoi-ban/']],
  ]);
  const written = bulletin.item('activities/2023/hoc-bong').texts.vi;
  expect(sections[0]?.items[0]).toMatchObject({ title: written.title, summary: written.summary });
  expect(subject).toBe(`${masthead} · ${theme}`);
  expect(pdf).toBe('/issues/2023-2/ban-tin-huu-nghi-2023-2-vi.pdf');
});

test('its items have the order and the ranks of the printed issue', () => {
  const file = 'issues/2023-2/index.vi.mdx';
  const ranked = fixtureBulletin({
    [file]: textOf(filesOfCase('good'), `content/${file}`).replace(
      'number: 2',
      'number: 2\nranks:\n  - { item: stories/2023/nguoi-ban, rank: lead }\n  - { item: activities/2023/hoc-bong, rank: brief }',
    ),
  });
  const entry = ranked.get('issues', '2023-2');
  const edition = newsletterEdition(ranked, entry, 'vi');
  const parts = issueEdition(ranked, entry, 'vi').sections.flatMap((one) =>
    one.kind === 'part' ? one.items : [],
  );
  const ranks = edition.sections.flatMap(({ items }) => items.map(({ path, rank }) => [path, rank]));
  expect(ranks).toEqual(parts.map(({ article, rank }) => [article.path, rank]));
  expect(ranks.map(([, rank]) => rank)).toEqual(['brief', 'lead']);
});

test('an item that leads has its photograph, without one a number of its record; others have neither', () => {
  const photo: BodyNode = { component: 'Figure', attributes: { src: './anh.png', alt: 'Ảnh' }, children: [] };
  const numeral = { value: '98', words: 'người' };
  const article = { record: 'activities/2023/x', numeral };
  expect(openingOf('lead', { ...article, body: [photo] })).toEqual({
    picture: { record: 'activities/2023/x', file: 'anh.png', alt: 'Ảnh' },
  });
  expect(openingOf('lead', { ...article, body: [] })).toEqual({ numeral });
  expect(openingOf('lead', { record: 'stories/2023/x', body: [] })).toEqual({});
  for (const rank of ['standard', 'brief'] as const)
    expect(openingOf(rank, { ...article, body: [photo] })).toEqual({});
});

test('brief items that follow one another are together, all others alone', () => {
  const [item] = newsletterEdition(bulletin, issue, 'vi').sections.flatMap(({ items }) => items);
  if (!item) throw new Error('The fixture has no newsletter with an item.');
  const list = (['brief', 'lead', 'standard', 'brief', 'brief', 'standard'] as const).map((rank) => ({
    ...item,
    rank,
  }));
  expect(inRuns(list).map((run) => run.map(({ rank }) => rank))).toEqual([
    ['brief'],
    ['lead'],
    ['standard'],
    ['brief', 'brief'],
    ['standard'],
  ]);
  expect(inRuns([])).toEqual([]);
});

test('an item shows the first photograph of its text, also one of a gallery', () => {
  const figure = (src: string, more = {}): BodyNode => ({
    component: 'Figure',
    attributes: { src, alt: `Ảnh ${src}`, ...more },
    children: [],
  });
  const words: BodyNode = { markup: [{ type: 'text', value: 'Lời' }] };
  const gallery: BodyNode = { component: 'Gallery', attributes: {}, children: [words, figure('hai.jpg')] };
  expect(
    firstPicture([words, figure('./mot.jpg', { credit: 'Bản tin' }), gallery], 'stories/2023/x'),
  ).toEqual({
    record: 'stories/2023/x',
    file: 'mot.jpg',
    alt: 'Ảnh ./mot.jpg',
    credit: 'Bản tin',
  });
  expect(firstPicture([words, gallery, figure('ba.jpg')], 'x')).toMatchObject({ file: 'hai.jpg' });
  expect(firstPicture([words], 'x')).toBeUndefined();
});

test('there is one for each language in which the issue is printed', () => {
  const file = 'issues/2023-2/index.vi.mdx';
  const written = textOf(filesOfCase('good'), `content/${file}`);
  const made = (minimum: number) => {
    const more = { [file]: written.replace('number: 2', `number: 2\nminimumItems: ${minimum}`) };
    return newsletterEditions(fixtureBulletin(more)).map((one) => [one.issue, one.locale]);
  };
  expect(made(2)).toEqual([['2023-2', 'vi']]);
  expect(made(3)).toEqual([]);
});
