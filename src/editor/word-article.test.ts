import { beforeAll, describe, expect, test } from 'vitest';
import type { WordArticle } from '../authoring/word/read-word.ts';
import { articleInSample, dot, paragraph, picture, pictureRelation, run } from '../authoring/word/sample.ts';
import { receivedDay, type Sender } from '../authoring/word/word-record.ts';
import { checkRecord, readContent } from '../content/read.ts';
import { filesOfCase } from '../tests/cases.ts';
import { editorIndex } from './editor-index.ts';
import { changesOf, contentFiles, recordsIn, textOf, type OpenRecord } from './open-record.ts';
import { readRecord, withSaved, type Session } from './session.ts';
import { saveRecord } from './saving.ts';
import { memoryStore } from './store/memory.ts';
import { beginFromWord } from './word-article.ts';

const good = filesOfCase('good');
const index = editorIndex(readContent(good), good);
const photo = filesOfCase('image-unused').get('content/activities/2023/hoc-bong/anh.jpg');

const received = receivedDay('2023-11-20');
if (!received || !photo) throw new Error('no day, or no photo');
const sender: Sender = { file: 'bai-viet.docx', received, from: 'quang-tri', photos: 'own' };
const photos = new Map([['anh-1.jpg', photo.read()]]);

let article: WordArticle;
beforeAll(async () => {
  article = await articleInSample(
    {
      body: [
        paragraph('Trao sách cho thư viện', 'Title'),
        paragraph('Ngày 18/11/2023, Quảng Trị nhận 300 cuốn sách, trị giá hơn 60 triệu đồng.'),
        paragraph(run('Lễ trao: ') + picture('rPhoto', 'Hai người xếp sách')),
      ].join(''),
      relations: pictureRelation('rPhoto', 'media/one.png'),
      parts: { 'word/media/one.png': dot },
    },
    index,
  );
});

const begin = (answers: Readonly<Record<string, string>>, from: Sender = sender): OpenRecord => {
  const given = new Map(Object.entries(answers).map(([flag, one]) => [flag, [one]]));
  const record = beginFromWord('activity', article, { answers: given, sender: from, photos }, index, 2026);
  if (!record) throw new Error('not begun');
  return record;
};
const file = 'content/activities/2023/trao-sach-cho-thu-vien/index.vi.mdx';
const document = 'content/documents/quang-tri-2023-11-20-trao-sach-cho-thu-vien.yaml';
const chosen = {
  title: 'Trao sách cho thư viện',
  summary: 'Thư viện có thêm sách.',
  date: '2023-11-18',
  unit: 'quang-tri',
  aid: 'hơn 60 triệu đồng:disbursed',
};

describe('an article in Word becomes a record', () => {
  test('with what was chosen, as the schema has it, its text, its photos and its document', () => {
    const record = begin(chosen);
    expect([...record.files.keys()]).toEqual([
      file,
      'content/activities/2023/trao-sach-cho-thu-vien/anh-1.jpg',
      document,
    ]);
    const text = textOf(record, file) ?? '';
    expect(text).toContain('\ndate: 2023-11-18\n');
    expect(text).toContain('{ unit: quang-tri }');
    expect(text).toContain('amount: 60000000, currency: VND, qualifier: over, state: disbursed');
    expect(text).toContain('sources: [quang-tri-2023-11-20-trao-sach-cho-thu-vien:1]');
    expect(text).toContain('\n---\n\nNgày 18/11/2023, Quảng Trị nhận');
    expect(text).toContain('<Figure src="./anh-1.jpg" alt="Hai người xếp sách"');
    expect(textOf(record, document)).toContain('  from: quang-tri\n');
  });

  test('with nothing of what was only read', () => {
    const text = textOf(begin({ title: chosen.title, date: chosen.date }), file) ?? '';
    expect(article.proposals.map(({ flag }) => flag)).toEqual(
      expect.arrayContaining(['place', 'aid', 'summary']),
    );
    expect(text).not.toMatch(/^(?:units|aid|summary|places):/m);
  });

  test('that is held back while nobody knows whose the photos are', () => {
    expect(textOf(begin(chosen, { ...sender, photos: 'unclear' }), file)).toContain('\ndraft: true\n');
    expect(textOf(begin(chosen), file)).not.toContain('draft');
  });

  test('that the check knows together with its document: only what nobody has chosen yet is missing', () => {
    const record = begin(chosen);
    const { problems, entry } = checkRecord(contentFiles(record), index);
    expect(problems.map(({ code, values }) => [code, values])).toEqual([
      ['missingField', expect.objectContaining({ key: 'categories' })],
    ]);
    expect(entry).toBeUndefined();
    const alone = new Map([...contentFiles(record)].filter(([path]) => path !== document));
    expect(checkRecord(alone, index).problems.map(({ code }) => code)).toContain('unknownReference');
  });

  test('that is saved with its document at once, and both stand in the list', async () => {
    const whole = begin({ ...chosen, category: 'aid' });
    expect(checkRecord(contentFiles(whole), index).problems).toEqual([]);
    const store = memoryStore([]);
    const session: Session = { store, index, ofBuild: false };
    expect(changesOf(whole).map(({ path }) => path)).toContain(document);
    expect(await saveRecord(store, whole, chosen.title, '')).toEqual({ kind: 'saved' });
    const after = await withSaved(session, whole);
    expect(recordsIn(whole).map(({ collection }) => collection)).toEqual(['documents', 'activities']);
    const { activities, documents } = after.index.records;
    expect(activities.find(({ id }) => id === '2023/trao-sach-cho-thu-vien')?.problems).toBe(0);
    expect(documents.some(({ id }) => document.endsWith(`/${id}.yaml`))).toBe(true);
    const again = await readRecord(after, 'activities', '2023/trao-sach-cho-thu-vien');
    expect([...(again?.files.keys() ?? [])]).toHaveLength(2);
  });
});
