import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Known } from '../authoring/made-on-the-way.ts';
import { draftRecord } from '../authoring/new-record.ts';
import { readContentFolder } from '../content/disk.ts';
import { countriesIn } from '../model/countries.ts';
import type { RecordTypeName } from '../authoring/record-questions.ts';
import { editorText } from '../i18n/editors.ts';
import { askRecord } from './ask-record.ts';
import { matching, StepBack, Unlisted, type Asker } from './questions.ts';

const { entries, index } = readContentFolder(join(import.meta.dirname, '../tests/cases/good'));
const known: Known = { entries, index, made: [] };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Answers questions by their wording, each answer once; “<” steps back, “+ name” makes; what it does not know it leaves out. */
function answering(answers: Readonly<Record<string, readonly string[]>>): Asker & { asked: string[] } {
  const left = new Map(Object.entries(answers).map(([question, list]) => [question, [...list]]));
  const asked: string[] = [];
  const next = (question: string): string => {
    asked.push(question);
    if (asked.filter((one) => one === question).length > 9) throw new Error(`asked for ever: ${question}`);
    const answer = left.get(question)?.shift() ?? '';
    if (answer === '<') throw new StepBack();
    return answer;
  };
  return {
    asked,
    text: async (question) => next(question),
    yes: async (question) => next(question) === 'yes',
    one: async (question) => next(question),
    several: async (question) => [next(question)],
    async find(question, choices) {
      const [found] = matching(next(question), choices);
      return found?.value ?? '';
    },
    async findOrName(question, choices) {
      const answer = next(question);
      if (answer.startsWith('+ ')) return new Unlisted(answer.slice(2));
      return matching(answer, choices)[0]?.value ?? '';
    },
  };
}

const q = (key: Parameters<typeof editorText>[0], values = {}): string => editorText(key, 'vi', values);

async function ask(type: RecordTypeName, given: Record<string, string[]>, asker: Asker) {
  const asked = await askRecord(type, new Map(Object.entries(given)), known, asker, 'vi');
  return draftRecord(type, asked.answers, asked.known.entries);
}

test('an activity is made from answers: a corrected date, a unit with its role, a country found by its name', async () => {
  const asker = answering({
    [q('new.ask.summary')]: ['Trao quà Tết.'],
    [q('new.ask.category')]: ['aid'],
    [q('new.ask.date')]: ['31/12/2026'],
    [q('new.offer', { suggestion: '2026-12-31' })]: ['yes'],
    [q('new.ask.unit')]: ['quang tri'],
    [q('new.ask.role', { value: 'quang-tri' })]: ['lead'],
    [q('new.ask.country')]: ['nhat ban'],
    [q('new.ask.source')]: ['bao cao', 'bao cao'],
    [q('new.ask.line', { value: 'bao-cao' })]: ['9', '12'],
  });
  const draft = await ask('activity', { title: ['Trao quà'] }, asker);
  const text = 'text' in draft ? draft.text : JSON.stringify(draft);
  for (const line of [
    'date: 2026-12-31',
    '  - { unit: quang-tri, role: lead }',
    'countries: [JP]',
    'sources: [bao-cao:9, bao-cao:12]',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(asker.asked).not.toContain(q('new.ask.title'));
  expect(asker.asked).not.toContain(q('new.ask.year'));
});

test('an answer that cannot be used is explained and asked for again', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const asker = answering({ [q('new.ask.date')]: ['mùa xuân', '2026'] });
  const given = { title: ['Bài'], summary: ['Bài.'], source: ['bao-cao:9'] };
  expect(await ask('story', given, asker)).toMatchObject({ file: 'content/stories/2026/bai/index.vi.mdx' });
  expect(said).toHaveBeenCalledExactlyOnceWith(q('new.fault.date', { value: 'mùa xuân' }));
});

test('the year is asked for only when the date is not known', async () => {
  const asker = answering({ [q('new.ask.year')]: ['2025'] });
  const given = { title: ['Bài'], summary: ['Bài.'], source: ['bao-cao:9'] };
  expect(await ask('story', given, asker)).toMatchObject({ file: 'content/stories/2025/bai/index.vi.mdx' });
});

test('an issue gets its sections one after the other, each with its items', async () => {
  const asker = answering({
    [q('new.ask.section')]: ['Hợp tác', 'Bài viết'],
    [q('new.ask.item')]: ['hoc bong', '', 'nguoi ban', ''],
  });
  const draft = await ask(
    'issue',
    {
      title: ['Số một'],
      summary: ['Số một.'],
      number: ['1'],
      date: ['2026-01/2026-06'],
      publisher: ['cum-3'],
      source: ['bao-cao:9'],
    },
    asker,
  );
  const text = 'text' in draft ? draft.text : JSON.stringify(draft);
  expect(text).toContain('  - id: hop-tac\n    items:\n      - activities/2023/hoc-bong\n');
  expect(text).toContain('  - id: bai-viet\n    items:\n      - stories/2023/nguoi-ban\n');
});

test('a long list is searched by any words of a name, with accents or without', () => {
  const choices = [
    { value: 'quang-tri', name: 'Quảng Trị' },
    { value: 'hvpf', name: 'Hội Hòa bình và Hữu nghị Hiroshima – Việt Nam' },
  ];
  const found = (term: string | undefined): string[] => matching(term, choices).map((one) => one.value);
  expect(found('hữu hiro')).toEqual(['hvpf']);
  expect(found('quang')).toEqual(['quang-tri']);
  expect(found(undefined)).toHaveLength(2);
  expect(found('huế')).toEqual([]);
});

describe('what is proposed for a few letters', () => {
  const countries = countriesIn('vi').map(({ code, name }) => ({ value: code, name: `${name}  (${code})` }));
  const first = (term: string): string | undefined => matching(term, countries)[0]?.value;

  test.each([
    ['nhat', 'JP'],
    ['Nhật Bản', 'JP'],
    ['lao', 'LA'],
    ['jp', 'JP'],
    ['han quoc', 'KR'],
    ['phap', 'FR'],
  ])('%s is %s', (term, code) => {
    expect(first(term)).toBe(code);
  });

  test('the whole name comes first, then its beginning, then a word in it, and nothing from within a word', () => {
    const choices = [
      'Hội Quảng Trị',
      'Quảng Trị Xanh',
      'Quảng Trị',
      'Triển lãm Quảng Nam',
      'Xquảng Xtrị',
    ].map((name, at) => ({ value: `x${at}`, name }));
    expect(matching('quang tri', choices).map(({ name }) => name)).toEqual([
      'Quảng Trị',
      'Quảng Trị Xanh',
      'Hội Quảng Trị',
      'Triển lãm Quảng Nam',
    ]);
    expect(matching('uang', choices)).toEqual([]);
    expect(matching('', choices)).toEqual(choices);
  });
});

test('aid and figures are read as people write them; what cannot be read is asked for again', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const what = (key: 'new.ask.aidWhat' | 'new.ask.countWhat', value: string): string => q(key, { value });
  const asker = answering({
    [q('new.ask.summary')]: ['Trao quà Tết.'],
    [q('new.ask.category')]: ['aid'],
    [q('new.ask.date')]: ['2023-11-02'],
    [q('new.ask.aid')]: ['60 triệu', 'hơn 60 triệu đồng', '7.200 USD'],
    [what('new.ask.aidWhat', '60 triệu')]: ['disbursed'],
    [what('new.ask.aidWhat', 'hơn 60 triệu đồng')]: ['disbursed'],
    [what('new.ask.aidWhat', '7.200 USD')]: ['pledged'],
    [q('new.ask.count')]: ['khoảng 300'],
    [what('new.ask.countWhat', 'khoảng 300')]: ['scholarships'],
    [q('new.ask.source')]: ['bao cao'],
    [q('new.ask.line', { value: 'bao-cao' })]: ['9'],
  });
  const draft = await ask('activity', { title: ['Trao quà'] }, asker);
  const lines = 'text' in draft ? draft.text.split('\n') : [JSON.stringify(draft)];
  expect(lines).toContain('  - { amount: 60000000, currency: VND, qualifier: over, state: disbursed }');
  expect(lines).toContain('  - { amount: 7200, currency: USD, state: pledged }');
  expect(lines).toContain('  - { value: 300, qualifier: about, of: scholarships }');
  expect(told).toHaveBeenCalledExactlyOnceWith(editorText('new.fault.aid', 'vi', { value: '60 triệu' }));
});

test('by flags as well, with a comma in the amount', () => {
  const given = new Map(
    Object.entries({
      title: ['Trao quà'],
      summary: ['Trao quà Tết.'],
      category: ['aid'],
      date: ['2023-11-02'],
      aid: ['1,5 tỷ đồng:approved'],
      count: ['60:scholarships'],
      source: ['bao-cao:9'],
    }),
  );
  const draft = draftRecord('activity', given, entries);
  expect('text' in draft && draft.text).toContain('{ amount: 1500000000, currency: VND, state: approved }');
  expect('text' in draft && draft.text).toContain('{ value: 60, of: scholarships }');
});

test('who steps back is asked the question before once more, and its answer is forgotten', async () => {
  const asker = answering({
    [q('new.ask.name')]: ['Sai tên', 'Đúng tên'],
    [q('new.ask.abbreviation')]: ['<', 'ĐT'],
    [q('new.ask.type')]: ['ngo'],
    [q('new.ask.source')]: ['bao cao'],
    [q('new.ask.line', { value: 'bao-cao' })]: ['9'],
  });
  const { answers } = await askRecord('partner', new Map(), known, asker, 'vi');
  expect([answers.get('title'), answers.get('abbreviation')]).toEqual([['Đúng tên'], ['ĐT']]);
  expect(asker.asked.slice(0, 4)).toEqual([
    q('new.ask.name'),
    q('new.ask.abbreviation'),
    q('new.ask.name'),
    q('new.ask.abbreviation'),
  ]);
});

describe('a partner or document that does not exist yet', () => {
  const line = (id: string): string => q('new.ask.line', { value: id });
  const given = new Map(
    Object.entries({
      title: ['Trao quà'],
      summary: ['Trao quà Tết.'],
      category: ['aid'],
      date: ['2023-11-02'],
    }),
  );
  const selder = {
    [q('new.ask.name')]: ['Bà Selder', 'Ghi chép của cơ quan'],
    [q('new.ask.type')]: ['other'],
    [q('new.ask.file')]: ['ghi-chep.docx'],
    [line('ghi-chep-cua-co-quan')]: ['1', '2'],
  };

  test('is made while the record is asked for, one within the other, and can be named at once', async () => {
    const asker = answering({
      ...selder,
      [q('new.ask.partner')]: ['+ Selder'],
      [q('new.ask.source')]: ['+ Ghi chép', '', 'ghi chep'],
    });
    const asked = await askRecord('activity', given, known, asker, 'vi');
    expect(asked.known.made.map(({ file }) => file)).toEqual([
      'content/documents/ghi-chep-cua-co-quan.yaml',
      'content/partners/ba-selder/index.vi.mdx',
    ]);
    expect(asked.known.made[1]?.text).toContain('sources: [ghi-chep-cua-co-quan:1]');
    const draft = draftRecord('activity', asked.answers, asked.known.entries);
    const lines = 'text' in draft ? draft.text.split('\n') : [JSON.stringify(draft)];
    expect(lines).toContain('  - { partner: ba-selder }');
    expect(lines).toContain('sources: [ghi-chep-cua-co-quan:2]');
  });

  test('is asked for its required fields only, its name as it was typed into the list', async () => {
    const asker = answering({
      ...selder,
      [q('new.ask.partner')]: ['+ Selder'],
      [q('new.ask.source')]: ['bao cao', '', 'bao cao'],
      [line('bao-cao')]: ['9', '9'],
    });
    const initial = vi.spyOn(asker, 'text');
    await askRecord('activity', given, known, asker, 'vi');
    expect(initial).toHaveBeenCalledWith(q('new.ask.name'), { required: true, initial: 'Selder' });
    expect(asker.asked).not.toContain(q('new.ask.abbreviation'));
  });

  test('is forgotten by a step back over its question, and a step back from its first leads to the list', async () => {
    const asker = answering({
      ...selder,
      [q('new.ask.name')]: ['<', 'Bà Selder'],
      [q('new.ask.partner')]: ['+ Selder', '+ Selder', '', 'hvpf'],
      [q('new.ask.country')]: ['<'],
      [q('new.ask.source')]: ['bao cao', '', 'bao cao'],
      [line('bao-cao')]: ['9', '12'],
    });
    const asked = await askRecord('activity', given, known, asker, 'vi');
    expect(asked.answers.get('partner')).toEqual(['hvpf']);
    expect(asked.known.made).toEqual([]);
  });

  test('whose address is taken is asked for again', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const asker = answering({
      ...selder,
      [q('new.ask.name')]: ['HVPF', 'Bà Selder'],
      [q('new.ask.type')]: ['ngo', 'other'],
      [q('new.ask.partner')]: ['+ hvpf'],
      [q('new.ask.source')]: ['bao cao', '', 'bao cao', '', 'bao cao'],
      [line('bao-cao')]: ['9', '9', '9'],
    });
    const asked = await askRecord('activity', given, known, asker, 'vi');
    expect(told).toHaveBeenCalledExactlyOnceWith(
      q('new.taken', { file: 'content/partners/hvpf/index.vi.mdx' }),
    );
    expect(asked.answers.get('partner')).toEqual(['ba-selder']);
  });
});
