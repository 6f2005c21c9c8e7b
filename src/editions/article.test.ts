import { describe, expect, test } from 'vitest';
import { translator } from '../i18n/translate.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { articleEdition } from './article.ts';
import { recordFacts } from './facts.ts';

const t = translator('vi');
const bulletin = fixtureBulletin({
  'places/quang-tri.yaml': 'kind: province\nnames:\n  vi: "Quảng Bình"\nsuccessor: moi\n',
  'places/moi.yaml': 'kind: province\nnames:\n  vi: "Quảng Trị"\n',
  'activities/2023/o-tinh/index.vi.mdx': `---
title: "Gặp mặt"
summary: "Gặp mặt."
categories: [peace-friendship]
places: [quang-tri]
status: planned
unknown: [people, date]
sources: [bao-cao:9]
---

Gặp mặt.
`,
  'stories/2023/ke-lai/index.vi.mdx': `---
title: "Kể lại"
summary: "Kể lại."
about: { partners: [hvpf] }
unknown: [donor]
sources: [bao-cao:12]
---

Kể lại.
`,
  'events/2024/thang-sau/index.vi.mdx': `---
title: "Hội nghị"
summary: "Hội nghị."
date: 2024-05
tentative: true
sources: [bao-cao:50]
---

Hội nghị.
`,
});
const scholarships = bulletin.get('activities', '2023/hoc-bong');
const visit = bulletin.get('activities', '2023/tham');
const story = bulletin.get('stories', '2023/nguoi-ban');
const meeting = bulletin.get('events', '2024/hop');

test('an article is plain data: what is written as JSON and read again is the same', () => {
  for (const entry of [scholarships, visit, story]) {
    const edition = articleEdition(bulletin, entry, 'vi');
    expect(JSON.parse(JSON.stringify(edition))).toStrictEqual(edition);
  }
});

test('an activity says what it is and where, a story that it is one, and who wrote it where that is known', () => {
  expect(articleEdition(bulletin, scholarships, 'lo')).toMatchObject({
    record: 'activities/2023/hoc-bong',
    path: '/activities/2023/hoc-bong/',
    title: 'ມອບທຶນການສຶກສາ 60 ທຶນ',
    category: 'aid',
    languages: ['vi', 'lo'],
    sources: [{ document: 'bao-cao', line: 41 }],
  });
  const { kicker, facts, author } = articleEdition(bulletin, story, 'vi');
  expect(kicker).toHaveLength(1);
  expect({ facts, author }).toEqual({ facts: undefined, author: undefined });
});

test('nothing is made of an article in a language that it cannot be read in', () => {
  expect(() => articleEdition(bulletin, scholarships, 'km')).toThrow(
    'activities/2023/hoc-bong has no text in km.',
  );
});

describe('the facts of a record', () => {
  const facts = recordFacts(bulletin, scholarships, 'vi');
  test('say the day, for people and for machines', () => {
    expect(facts.when).toEqual({ text: '2 tháng 11 năm 2023', day: '2023-11-02' });
  });
  test('say the year of a record without a date, and that a plan is one', () => {
    expect(recordFacts(bulletin, visit, 'vi').when).toEqual({ text: t('entry.year', { year: 2023 }) });
    const when = recordFacts(bulletin, meeting, 'vi').when;
    const quarter = t('date.quarter', { quarter: 'II', year: 2024 });
    expect(when).toEqual({ text: t('date.tentative', { date: quarter }) });
  });
  test('say what became of an activity, unless it was held', () => {
    const planned = bulletin.get('activities', '2023/o-tinh');
    expect(recordFacts(bulletin, planned, 'vi').when.status).toBe(t('status.planned'));
    expect(facts.when).not.toHaveProperty('status');
  });
  test('name units and partners by role, each with its page', () => {
    expect(facts.units).toEqual([
      { role: t('role.unit.lead'), names: [{ text: 'quang-tri', lang: 'vi', path: '/units/quang-tri/' }] },
    ]);
    expect(facts.partners).toMatchObject([
      { role: t('role.partner.donor'), names: [{ lang: 'vi', path: '/partners/hvpf/' }] },
    ]);
    const [without] = recordFacts(bulletin, visit, 'vi').units;
    expect(without).toBeDefined();
    expect(without).not.toHaveProperty('role');
  });
  test('count the years of the occasion', () => {
    expect(facts.occasion).toMatchObject({ path: '/occasions/vn-jp/' });
    expect(facts.occasion?.text).toBe(
      t('occasion.years', { name: 'Quan hệ Việt Nam – Nhật Bản', count: 50 }),
    );
  });
  test('say of a figure of one document which one it is', () => {
    const { numbers } = recordFacts(bulletin, visit, 'vi');
    expect(numbers.map(({ statedBy }) => statedBy)).toEqual(
      [7, 9].map((line) => ({
        lines: t('entry.sourceLine', { count: 1, document: 'Báo cáo', line }),
        documents: 'Báo cáo',
      })),
    );
  });
  test('keep the name of a place on the day, and say beside it what became of a province', () => {
    const [place] = recordFacts(bulletin, bulletin.get('activities', '2023/o-tinh'), 'vi').places;
    expect(place).toMatchObject({ text: 'Quảng Bình', path: '/places/quang-tri/' });
    expect(place?.since).toContain('Quảng Trị');
    expect(facts.places).toEqual([{ text: 'Trường', lang: 'vi', path: '/places/truong/' }]);
  });
  test('say what the sources do not, where something is missing', () => {
    const { unknown } = recordFacts(bulletin, bulletin.get('activities', '2023/o-tinh'), 'vi');
    expect(unknown).toBe(`${t('unknown.date')}${t('list.separator')}${t('unknown.people')}`);
    expect(facts).not.toHaveProperty('unknown');
    const told = articleEdition(bulletin, bulletin.get('stories', '2023/ke-lai'), 'vi');
    expect(told.unknown).toBe(t('unknown.donor'));
    expect(articleEdition(bulletin, story, 'vi')).not.toHaveProperty('unknown');
  });
  test('say that a planned month is no day', () => {
    const when = recordFacts(bulletin, bulletin.get('events', '2024/thang-sau'), 'vi').when;
    expect(when).not.toHaveProperty('day');
    expect(when.text).toBe(t('date.tentative', { date: 'tháng 5 năm 2024' }));
  });
  test('say aid in words with its state and its items', () => {
    expect(facts.aid).toHaveLength(1);
    expect(facts.aid[0]).toMatchObject({ state: t('aid.state.disbursed') });
    expect(facts.aid[0]?.items).toHaveLength(1);
  });
});

test('an article that was sent in names who sent it, in the language of its reader', () => {
  const sent = fixtureBulletin({
    'documents/bao-cao.yaml':
      'names:\n  vi: "Báo cáo"\nfile: bai.docx\nlines: 50\nreceived: { date: 2023-12-01, from: quang-tri, person: "Bản tin" }\n',
  });
  const entry = sent.get('activities', '2023/hoc-bong');
  const unit = sent.get('units', 'quang-tri').facts.names;
  expect(articleEdition(sent, entry, 'vi').credits).toEqual([
    t('entry.sentBy', { name: `Bản tin, ${unit.vi}` }),
  ]);
  expect(articleEdition(sent, entry, 'lo').credits).toHaveLength(1);
  expect(articleEdition(bulletin, scholarships, 'vi').credits).toEqual([]);
});
