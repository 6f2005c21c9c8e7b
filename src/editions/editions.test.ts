import { expect, test } from 'vitest';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { editionLanguages, editionsOf, editionsOfArticle } from './editions.ts';
import { issueTitle } from './issue.ts';

const issue = (facts: string) => `---
title: "Nửa cuối năm"
summary: "Số hai."
number: 2
date: 2023-07/2023-12
publisher: quang-tri
${facts}
sections:
  - { id: aid, items: [activities/2023/hoc-bong, stories/2023/nguoi-ban] }
sectionTitles: { aid: "Hợp tác" }
sources: [bao-cao:3]
---

Thư.
`;

test('the PDF of an issue says what its title page says', () => {
  const bulletin = fixtureBulletin({ 'issues/2023-2/index.vi.mdx': issue('minimumItems: 1') });
  const editions = editionsOf(bulletin);
  expect(editions).toHaveLength(1);
  const titles = bulletin.issues.map((one) => issueTitle(bulletin, one, 'vi'));
  expect(titles.map(({ title, publisher, day }) => [title, publisher.text, day])).toEqual(
    editions.map(({ title, author, day }) => [title, author, day]),
  );
  expect(editions[0]).toMatchObject({
    issue: '2023-2',
    locale: 'vi',
    url: '/issues/2023-2/print/',
    out: 'issues/2023-2/ban-tin-huu-nghi-2023-2-vi.pdf',
    author: 'quang-tri',
    day: '2023-12-31',
  });
});

test('the PDF of an article is dated the last day that its date may mean, one without a date its year', () => {
  const bulletin = fixtureBulletin();
  const days = (path: string) => editionsOfArticle(bulletin, path).map(({ locale, day }) => [locale, day]);
  expect(days('activities/2023/hoc-bong')).toEqual([
    ['vi', '2023-11-02'],
    ['lo', '2023-11-02'],
  ]);
  expect(days('activities/2023/tham')).toEqual([['vi', '2023-01-01']]);
});

test.each([
  [1, ['vi', 'lo']],
  [2, ['vi']],
  [3, []],
])('an issue that needs %i items is printed in the languages that have as many', (minimum, expected) => {
  const bulletin = fixtureBulletin({
    'issues/2023-2/index.vi.mdx': issue(`minimumItems: ${minimum}`),
    'issues/2023-2/index.lo.mdx':
      '---\ntitle: "ທ້າຍປີ"\nsummary: "ສະບັບ."\nsectionTitles: { aid: "ການຮ່ວມມື" }\n---\n\nຈົດໝາຍ.\n',
  });
  expect(bulletin.issues.map((one) => editionLanguages(bulletin, one))).toEqual([expected]);
});
