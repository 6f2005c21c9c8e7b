import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../bulletin/bulletin.ts';
import { translator } from '../i18n/translate.ts';
import type { Locale } from '../model/locales.ts';
import { parsePeriod } from '../model/periods.ts';
import { fixtureBulletin, laoLetter } from '../tests/fixture-bulletin.ts';
import { comingUp } from './coming-up.ts';
import type { IssueSection } from './issue-sections.ts';
import { coverBands, issueEdition, type IssueEdition } from './issue.ts';

const event = (front: string) => `---
title: "Họp"
summary: "Họp."
${front}
sources: [bao-cao:50]
---

Họp.
`;
const activity = (body: string, front = '') => `---
title: "Trao 60 suất học bổng"
summary: "Trao 60 suất học bổng."
categories: [aid]
date: 2023-11-02
countries: [JP]
${front}
sources: [bao-cao:41]
---

${body}
`;

const editionOf = (bulletin: Bulletin, locale: Locale = 'vi', options = {}): IssueEdition => {
  const [issue] = bulletin.issues;
  if (!issue) throw new Error('The fixture has no issue.');
  return issueEdition(bulletin, issue, locale, options);
};
const sectionOf = <Kind extends IssueSection['kind']>(
  { sections }: IssueEdition,
  kind: Kind,
): Extract<IssueSection, { kind: Kind }> => {
  const found = sections.find((one): one is Extract<IssueSection, { kind: Kind }> => one.kind === kind);
  if (!found) throw new Error(`There is no section ${kind}.`);
  return found;
};

const whole = fixtureBulletin({ 'issues/2023-2/index.lo.mdx': laoLetter });
const contact = { pages: [{ name: 'contact', title: 'Gửi bài' }] };

test('an issue is plain data: what is written as JSON and read again is the same', () => {
  const edition = editionOf(whole, 'lo', contact);
  expect(JSON.parse(JSON.stringify(edition))).toStrictEqual(edition);
});

test('its title, its publisher and its day are what a title page and the properties of a file say', () => {
  const t = translator('vi');
  const label = t('issue.label', { number: 2, period: t('period.secondHalf', { year: 2023 }) });
  expect(editionOf(whole)).toMatchObject({
    masthead: t('site.title'),
    label,
    title: `${t('site.title')} · ${label}`,
    publisher: { text: 'cum-3', lang: 'vi' },
    day: '2023-12-31',
    record: 'issues/2023-2',
    path: '/issues/2023-2/',
    cover: { title: 'Nửa cuối năm', bands: [{ country: 'JP', category: 'aid' }] },
    languages: [
      { locale: 'vi', name: 'Tiếng Việt' },
      { locale: 'lo', name: 'ລາວ' },
    ],
    sources: [{ document: 'bao-cao', line: 3 }],
  });
});

test('sections stand in the order in which they are read', () => {
  const edition = editionOf(whole, 'lo', contact);
  expect(edition.sections.map(({ kind, id }) => [kind, id])).toEqual([
    ['letter', 'item-letter'],
    ['part', 'part-aid'],
    ['figures', 'item-figures'],
    ['coming-up', 'item-calendar'],
    ['unions', 'item-unions'],
    ['page', 'item-contact'],
    ['sources', 'item-sources'],
    ['untranslated', 'item-elsewhere'],
  ]);
});

test('the contents name the letter, the items under their part, and together what follows', () => {
  const { contents } = editionOf(whole, 'vi', contact);
  expect(contents.groups.map(({ title, entries }) => [title, entries.map(({ id }) => id)])).toEqual([
    [undefined, ['item-letter']],
    ['Hợp tác', ['item-activities-2023-hoc-bong', 'item-stories-2023-nguoi-ban']],
    [undefined, ['item-figures', 'item-calendar', 'item-unions', 'item-contact', 'item-sources']],
  ]);
});

test('every entry of the contents names a section or an item that is there, and no id stands twice', () => {
  const { contents, sections } = editionOf(whole, 'lo', contact);
  const ids = sections.flatMap((one) => [
    one.id,
    ...(one.kind === 'part' ? one.items.map(({ id }) => id) : []),
  ]);
  const named = contents.groups.flatMap(({ entries }) => entries.map(({ id }) => id));
  expect(named.length).toBeGreaterThan(5);
  expect(ids).toEqual(expect.arrayContaining(named));
  expect(new Set(ids).size).toBe(ids.length);
});

test('an edition has the items of its language and names the others by their Vietnamese titles', () => {
  const edition = editionOf(whole, 'lo');
  expect(sectionOf(edition, 'part').items.map(({ article }) => [article.record, article.title])).toEqual([
    ['activities/2023/hoc-bong', 'ມອບທຶນການສຶກສາ 60 ທຶນ'],
  ]);
  expect(sectionOf(edition, 'part').title).toBe('ການຮ່ວມມື');
  expect(sectionOf(edition, 'untranslated').items).toEqual([
    { text: 'Người bạn', lang: 'vi', path: '/stories/2023/nguoi-ban/' },
  ]);
});

test('a part none of whose items can be read in the language is not there', () => {
  const issue = `---
title: "Nửa cuối năm"
summary: "Số hai."
number: 2
date: 2023-07/2023-12
publisher: cum-3
sections:
  - { id: aid, items: [activities/2023/hoc-bong] }
  - { id: people, items: [stories/2023/nguoi-ban] }
sectionTitles: { aid: "Hợp tác", people: "Con người" }
sources: [bao-cao:3]
---

Thư.
`;
  const bulletin = fixtureBulletin({
    'issues/2023-2/index.vi.mdx': issue,
    'issues/2023-2/index.lo.mdx': laoLetter.replace('"ການຮ່ວມມື"', '"ການຮ່ວມມື"\n  people: "ຄົນ"'),
  });
  const parts = (locale: Locale) =>
    editionOf(bulletin, locale).sections.flatMap(({ kind, id }) => (kind === 'part' ? [id] : []));
  expect(parts('vi')).toEqual(['part-aid', 'part-people']);
  expect(parts('lo')).toEqual(['part-aid']);
});

test('a page is printed only where it is given, and nothing is untranslated in Vietnamese', () => {
  const kinds = editionOf(whole).sections.map(({ kind }) => kind);
  expect(kinds).not.toContain('page');
  expect(kinds).not.toContain('untranslated');
  expect(sectionOf(editionOf(whole, 'vi', contact), 'page')).toMatchObject({
    page: 'contact',
    title: 'Gửi bài',
  });
});

describe('an item is brief', () => {
  const rankOf = (body: string, locale: Locale = 'vi', lao = 'ມອບ.') => {
    const bulletin = fixtureBulletin({
      'issues/2023-2/index.lo.mdx': laoLetter,
      'activities/2023/hoc-bong/index.vi.mdx': activity(body),
      // A translation is held to what its original has: none where it is not looked at.
      'activities/2023/hoc-bong/index.lo.mdx':
        locale === 'lo' ? `---\ntitle: "ມອບ"\nsummary: "ມອບ."\n---\n\n${lao}\n` : undefined,
    });
    return sectionOf(editionOf(bulletin, locale), 'part').items[0]?.rank;
  };
  test('where its text has as many letters as fill a third of a page, and not one more', () => {
    expect(rankOf('ô'.repeat(800))).toBe('brief');
    expect(rankOf('ô'.repeat(801))).toBe('lead');
  });
  test('by a count of its own in each script', () => {
    expect(rankOf('ô', 'lo', 'ມ'.repeat(450))).toBe('brief');
    expect(rankOf('ô', 'lo', 'ມ'.repeat(451))).toBe('standard');
  });
  test('only where it has neither quotation nor component', () => {
    expect(rankOf('Ngắn.')).toBe('brief');
    expect(rankOf('> Ngắn.')).not.toBe('brief');
    expect(rankOf('<Note>\n\nNgắn.\n\n</Note>')).not.toBe('brief');
  });
  test('only if it is an activity: a story is read as one', () => {
    const short = 'title: "Bạn"\nsummary: "Bạn."\nabout: { partners: [hvpf] }\nsources: [bao-cao:12]';
    const bulletin = fixtureBulletin({
      'activities/2023/hoc-bong/index.vi.mdx': activity('Ngắn.'),
      'activities/2023/hoc-bong/index.lo.mdx': undefined,
      'stories/2023/nguoi-ban/index.vi.mdx': `---\n${short}\n---\n\nNgắn.\n`,
    });
    const { items } = sectionOf(editionOf(bulletin), 'part');
    expect(items.map(({ article, rank }) => [article.record, rank])).toEqual([
      ['activities/2023/hoc-bong', 'brief'],
      ['stories/2023/nguoi-ban', 'lead'],
    ]);
  });
});

describe('what is coming up', () => {
  /** The issue of the fixture, of another period. */
  const issueOf = (bulletin: Bulletin, period: string) => {
    const issue = bulletin.get('issues', '2023-2');
    const date = parsePeriod(period);
    return { ...issue, facts: { ...issue.facts, ...(date && { date }) } };
  };

  const titlesAhead = (dates: Readonly<Record<string, string>>) => {
    const files = Object.entries(dates).map(([name, front]) => [
      `events/${/\d{4}/.exec(front)?.[0] ?? '2024'}/${name}/index.vi.mdx`,
      event(front).replace('"Họp"', `"${name}"`),
    ]);
    const bulletin = fixtureBulletin({
      'events/2024/hop/index.vi.mdx': undefined,
      ...Object.fromEntries(files),
    });
    return sectionOf(editionOf(bulletin), 'coming-up').comingUp.events.map(({ text }) => text);
  };
  test('begins in the next half-year, to the day', () => {
    const dates = {
      truoc: 'date: 2023-12-31',
      dau: 'date: 2024-01-01',
      cuoi: 'date: 2024-06-30',
      sau: 'date: 2024-07-01',
    };
    expect(titlesAhead(dates)).toEqual(['dau', 'cuoi']);
  });
  test('comes by month, each before the quarter that it ends', () => {
    const dates = { sau: 'date: 2024-04', quy: 'date: 2024-Q1', thang: 'date: 2024-03-05' };
    expect(titlesAhead(dates)).toEqual(['thang', 'quy', 'sau']);
  });
  test('stands apart by union where no month is known, in the issue before the year', () => {
    const files = {
      'events/2024/hop/index.vi.mdx': undefined,
      'events/2024/nam/index.vi.mdx': event('date: 2024\nunits: [{ unit: quang-tri, role: lead }]').replace(
        '"Họp"',
        '"nam"',
      ),
      'events/2024/chua/index.vi.mdx': event('units: [{ unit: quang-tri, role: lead }]').replace(
        '"Họp"',
        '"chua"',
      ),
      'events/2025/sau/index.vi.mdx': event('date: 2025').replace('"Họp"', '"sau"'),
    };
    const { events, plans } = sectionOf(editionOf(fixtureBulletin(files)), 'coming-up').comingUp;
    expect(events).toEqual([]);
    expect(plans.year).toBe(2024);
    expect(
      plans.byUnion.map(({ union, events: planned }) => [union.text, planned.map(({ text }) => text)]),
    ).toEqual([['quang-tri', ['nam', 'chua']]]);
  });
  test('stands in one issue only: what the half-year before looked ahead to is not there again', () => {
    const bulletin = fixtureBulletin({
      'events/2024/hop/index.vi.mdx': event('date: 2024-05'),
      'events/2023/thu/index.vi.mdx': event('date: 2023-09'),
      'events/2023/nam/index.vi.mdx': event('date: 2023'),
    });
    const named = (period: string) => {
      const ahead = comingUp(bulletin, issueOf(bulletin, period), 'vi');
      const plans = ahead.plans.byUnion.flatMap(({ events }) => events);
      return [...ahead.events, ...plans, ...ahead.anniversaries].map(({ path }) => path);
    };
    const [early, late] = [named('2023-01/2023-06'), named('2023-07/2023-12')];
    expect(early).toEqual(['/events/2023/thu/', '/occasions/vn-jp/']);
    expect(late).toEqual(['/events/2024/hop/']);
  });
  test('counts the years of occasions from their beginning', () => {
    const { anniversaries } = comingUp(whole, issueOf(whole, '2024-01/2024-06'), 'vi');
    expect(anniversaries).toEqual([
      {
        text: 'Quan hệ Việt Nam – Nhật Bản',
        lang: 'vi',
        path: '/occasions/vn-jp/',
        when: '21 tháng 9 năm 2024',
        years: 51,
        round: false,
      },
    ]);
  });
});

const issueBy = (publisher: string) => `---
title: "Nửa cuối năm"
summary: "Số hai."
number: 2
date: 2023-07/2023-12
publisher: ${publisher}
sections: [{ id: aid, items: [activities/2023/hoc-bong] }]
sectionTitles: { aid: "Hợp tác" }
sources: [bao-cao:3]
---

Thư.
`;

/** The cluster, led by the union in a year. */
const cluster = (year: number) => `kind: cluster
order: 1
names: { vi: "Cụm số ba" }
shortNames: { vi: "Cụm 3" }
leads: [{ year: ${year}, lead: quang-tri, deputy: quang-tri }]
sources: [bao-cao:1]
`;

test('a union publishes for the cluster in the year in which it leads it, and for itself in others', () => {
  const t = translator('vi');
  const publishedIn = (year: number) => {
    const bulletin = fixtureBulletin({
      'units/cum-3.yaml': cluster(year),
      'issues/2023-2/index.vi.mdx': issueBy('quang-tri'),
      'activities/2023/khac/index.vi.mdx': activity('Khác.').replace('title: "Trao', 'title: "Khác, trao'),
    });
    const edition = editionOf(bulletin);
    return { said: edition.published, counted: sectionOf(edition, 'figures').figures.activities };
  };
  const names = { publisher: 'quang-tri', cluster: 'Cụm 3' };
  expect(publishedIn(2023)).toEqual({ said: t('issue.publishedByLead', names), counted: 2 });
  expect(publishedIn(2024)).toEqual({ said: t('issue.published', names), counted: 1 });
});

test('the cluster counts all activities of the period, a union those it took part in', () => {
  const files = {
    'activities/2023/khac/index.vi.mdx': activity('Khác.').replace('title: "Trao', 'title: "Khác, trao'),
  };
  const figuresOf = (publisher: string) => {
    const bulletin = fixtureBulletin({
      ...files,
      'issues/2023-2/index.vi.mdx': issueBy(publisher),
    });
    return sectionOf(editionOf(bulletin), 'figures').figures;
  };
  expect(figuresOf('cum-3')).toMatchObject({
    activities: 2,
    partners: 1,
    byCountry: [{ key: 'JP', name: 'Nhật Bản', count: 2 }],
    byUnion: [{ key: 'quang-tri', name: 'quang-tri', count: 1 }],
  });
  expect(figuresOf('quang-tri')).toMatchObject({ activities: 1, countries: 1 });
});

test('a cover shows each country once, in the colours of the first item that speaks of it', () => {
  const [issue] = whole.issues;
  expect(issue && coverBands(whole, issue)).toEqual([{ country: 'JP', category: 'aid' }]);
});
