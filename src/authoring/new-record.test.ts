import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorText } from '../i18n/editors.ts';
import type { Entries } from '../model/entries.ts';
import { draftRecord, slugOf } from './new-record.ts';
import { readContentFolder } from '../content/disk.ts';
import { namingFields } from '../tests/references.ts';
import { questionsOf, recordTypes, referenceOf, type RecordTypeName } from './record-questions.ts';

let root: string;
let entries: Entries;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ban-tin-new-'));
  cpSync(join(import.meta.dirname, '../tests/cases/good'), root, { recursive: true });
  entries = readContentFolder(root).entries;
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

type Given = Readonly<Record<string, string | readonly string[]>>;

function draft(type: RecordTypeName, given: Given) {
  const answers = Object.entries(given).map(([flag, value]) => [flag, [value].flat()] as const);
  return draftRecord(type, new Map(answers), entries);
}

const article = { title: 'Một việc mới', summary: 'Việc mới của Liên hiệp.', source: 'bao-cao:9' };
const thing = { title: 'Tên mới', source: 'bao-cao:9' };

/** Every kind of record with all that it must have. */
const least: Readonly<Record<RecordTypeName, Given>> = {
  activity: { ...article, category: 'aid', date: '2023-11-20' },
  story: { ...article, year: '2026' },
  event: { ...article, date: '2027-Q1' },
  project: { ...article, need: 'Hai lớp học', state: 'seeking', contact: 'quang-tri' },
  partner: { ...thing, type: 'ngo' },
  issue: {
    ...article,
    number: '1',
    date: '2023-01/2023-12',
    publisher: 'cum-3',
    section: ['Hợp tác: activities/2023/hoc-bong, stories/2023/nguoi-ban'],
  },
  unit: { ...thing, kind: 'association' },
  place: { title: 'Cửa khẩu mới', kind: 'site' },
  occasion: { ...thing, kind: 'holiday', calendar: 'lunar' },
  document: { title: 'Ghi chép của văn phòng', file: 'ghi-chep.txt' },
  report: { unit: 'quang-tri', date: '2026-01/2026-06' },
};

describe('a new record of each kind has no problems', () => {
  test.each(Object.keys(recordTypes) as RecordTypeName[])('%s', (type) => {
    const made = draft(type, least[type]);
    if (!('file' in made)) throw new Error(JSON.stringify(made));
    const file = join(root, made.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made.text);
    const after = readContentFolder(root);
    rmSync(file);
    expect(after.problems).toEqual([]);
    expect(after.entries[recordTypes[type].collection].map((one) => one.file)).toContain(made.file);
  });

  test.each(Object.keys(recordTypes) as RecordTypeName[])('nothing of a %s is asked in vain', (type) => {
    for (const flag of Object.keys(least[type])) {
      const rest = Object.fromEntries(Object.entries(least[type]).filter(([name]) => name !== flag));
      const named = flag === 'year' ? 'date' : flag;
      expect(draft(type, rest)).toMatchObject({ missing: expect.arrayContaining([named]) as string[] });
    }
  });
});

describe('what is written', () => {
  test('answers stand in the order of the schema, and what was not answered waits as a comment', () => {
    const made = draft('activity', {
      ...least.activity,
      unit: ['quang-tri:lead', 'cum-3'],
      partner: 'hvpf:donor',
      country: 'Nhật Bản, LA',
      occasion: 'vn-jp',
    });
    const text = 'text' in made ? made.text : '';
    expect(text).toMatch(/^---\ntitle: "Một việc mới"\nsummary: /);
    expect(text).toContain('\ncategories: [aid]\ndate: 2023-11-20\n');
    expect(text).toContain('\nunits:\n  - { unit: quang-tri, role: lead }\n  - { unit: cum-3 }\n');
    expect(text).toContain('\ncountries: [JP, LA]\n');
    expect(text).toContain('\noccasion: { id: vn-jp, year: 2023 }\n');
    expect(text).toContain('\n# Nơi diễn ra (content/places)\n# places: […]\n');
    expect(text).not.toContain('fingerprint');
    expect(text).toMatch(/\n---\n\nViệc mới của Liên hiệp\.\n$/);
  });

  test('signs that mean something to YAML or MDX are only letters of a title and a summary', () => {
    const summary = '1. Trao {quà} <60> suất: "Xuân" # _ấm_ *áp* [x] \\';
    const made = draft('activity', { ...least.activity, title: 'Tết: "Xuân" #1', summary });
    if (!('file' in made)) throw new Error(JSON.stringify(made));
    const file = join(root, made.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made.text);
    const { entries: after, problems } = readContentFolder(root);
    rmSync(file);
    expect(problems).toEqual([]);
    const text = after.activities.find((one) => one.file === made.file)?.texts.vi;
    expect(text).toMatchObject({ title: 'Tết: "Xuân" #1', summary, body: { text: summary } });
  });

  test('a unit follows those that exist, and its short name is its name until it has one', () => {
    const made = draft('unit', least.unit);
    expect(made).toMatchObject({ file: 'content/units/ten-moi.yaml' });
    expect('text' in made && made.text).toMatch(/order: 2\n[^]*shortNames:\n {2}vi: "Tên mới"/);
  });
});

describe('where it lies', () => {
  test.each<[RecordTypeName, Given, string]>([
    ['activity', {}, 'content/activities/2023/mot-viec-moi/index.vi.mdx'],
    ['activity', { slug: 'Việc khác' }, 'content/activities/2023/viec-khac/index.vi.mdx'],
    ['activity', { year: '2025' }, 'content/activities/2025/mot-viec-moi/index.vi.mdx'],
    ['issue', {}, 'content/issues/2023-1/index.vi.mdx'],
    ['place', {}, 'content/places/cua-khau-moi.yaml'],
  ])('%s %j: %s', (type, more, file) => {
    expect(draft(type, { ...least[type], ...more })).toMatchObject({ file });
  });

  test('a title without a letter of the alphabet needs a folder name', () => {
    expect(draft('activity', { ...least.activity, title: 'ຂ່າວ' })).toMatchObject({ missing: ['slug'] });
  });

  test('a long title is cut between words', () => {
    const slug = slugOf('Liên hiệp các tổ chức hữu nghị tỉnh trao tặng sáu mươi suất học bổng cho học sinh');
    expect(slug).toBe('lien-hiep-cac-to-chuc-huu-nghi-tinh-trao-tang-sau-muoi-suat');
  });
});

describe('an answer that cannot be used is named, with the right one where it is known', () => {
  test.each<[RecordTypeName, Given, string, string | undefined]>([
    ['activity', { date: '31/12/2026' }, 'new.fault.dateSpelled', '2026-12-31'],
    ['activity', { date: '2026-02-31' }, 'problem.impossibleDate', undefined],
    ['activity', { date: 'mùa xuân' }, 'new.fault.date', undefined],
    ['activity', { category: 'aide' }, 'new.fault.choice', 'aid'],
    ['activity', { unit: 'quang-trj' }, 'new.fault.reference', 'quang-tri'],
    ['activity', { unit: 'quang-tri:leed' }, 'new.fault.choice', 'lead'],
    ['activity', { country: 'Nhật Bổn' }, 'new.fault.country', undefined],
    ['activity', { occasion: 'vn-jq:2026' }, 'new.fault.reference', 'vn-jp'],
    ['activity', { source: 'bao-cao' }, 'new.fault.source', undefined],
    ['activity', { source: 'bao-cap:3' }, 'new.fault.document', 'bao-cao'],
    ['activity', { title: '  ' }, 'new.fault.empty', undefined],
    ['story', { year: '26' }, 'new.fault.year', undefined],
    ['partner', { name: 'Twin province' }, 'new.fault.name', undefined],
    ['issue', { number: 'một' }, 'new.fault.number', undefined],
    ['issue', { section: 'Hợp tác' }, 'new.fault.section', undefined],
    ['issue', { section: 'A: activities/2023/hoc-bog' }, 'new.fault.item', 'activities/2023/hoc-bong'],
  ])('%s %j: %s', (type, wrong, key, suggestion) => {
    const made = draft(type, { ...least[type], ...wrong });
    const [fault] = 'faults' in made ? made.faults : [];
    expect(fault).toMatchObject({ key, ...(suggestion !== undefined && { suggestion }) });
    expect(made).toMatchObject({ faults: { length: 1 }, missing: [] });
    if (!fault) return;
    for (const locale of ['vi', 'en'] as const) {
      expect(editorText(fault.key, locale, fault.values)).not.toMatch(/\{\{|undefined|\[object/);
    }
  });
});

describe('what an answer can name', () => {
  const naming = (Object.keys(recordTypes) as RecordTypeName[]).flatMap((type) =>
    questionsOf(type)
      .filter(({ kind }) => ['reference', 'participant', 'occasion', 'source', 'section'].includes(kind))
      .map((question) => ({ type, flag: question.flag, question })),
  );

  test.each(naming)('comes from the schema: $type --$flag', ({ type, question }) => {
    const { path, to, form } = referenceOf(type, question);
    const { collection } = recordTypes[type];
    expect(namingFields).toContainEqual(
      expect.objectContaining({ collection, path: path.join('.'), to: [...to] }),
    );
    const forms = { source: 'source', section: 'path' } as const;
    expect(form).toBe(question.kind in forms ? forms[question.kind as keyof typeof forms] : 'id');
  });

  test('is no record for any other question', () => {
    const title = questionsOf('activity').find((one) => one.flag === 'title');
    expect(() => title && referenceOf('activity', title)).toThrow('--title');
  });
});

test('every question has its wording in both languages', () => {
  for (const type of Object.keys(recordTypes) as RecordTypeName[]) {
    for (const { flag, ask } of questionsOf(type)) {
      for (const locale of ['vi', 'en'] as const) {
        expect(editorText(ask ?? (`new.ask.${flag}` as 'new.ask.title'), locale)).not.toBe('');
      }
    }
  }
});
