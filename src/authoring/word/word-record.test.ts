import { describe, expect, test } from 'vitest';
import { fileOfBytes } from '../../content/files.ts';
import { readContent } from '../../content/read.ts';
import { filesOfCase } from '../../tests/cases.ts';
import {
  articleInSample,
  item,
  paragraph,
  picture,
  pictureRelation,
  dot,
  run,
  table,
  type Sample,
} from './sample.ts';
import { draftFromWord, receivedDay } from './word-record.ts';

const good = filesOfCase('good');
const { index, entries } = readContent(good);

const received = receivedDay('2026-11-20');
if (!received) throw new Error('not a day');
const sender = { file: 'bai-viet.docx', received, from: 'quang-tri', photos: 'own' } as const;

/** A photo as `npm run new` saves it. */
const photo = filesOfCase('image-unused').get('content/activities/2023/hoc-bong/anh.jpg');

/** Every problem that the check finds when the article has become a record. */
async function problemsOf(sample: Sample): Promise<string[]> {
  const article = await articleInSample(sample, index);
  const answers = new Map([
    ['title', ['Bài gửi đến']],
    ['summary', ['Một bài gửi đến.']],
    ['category', ['aid']],
    ['date', ['2026-11-18']],
    ['unit', ['quang-tri']],
  ]);
  const draft = draftFromWord('activity', article, answers, sender, entries);
  if (!('files' in draft)) throw new Error(JSON.stringify(draft));
  const files = new Map(good);
  for (const { file, text } of draft.files) files.set(file, fileOfBytes(new TextEncoder().encode(text)));
  for (const { name } of article.photos)
    if (photo) files.set(draft.files[0].file.replace('index.vi.mdx', name), photo);
  return readContent(files).problems.map(({ code, line }) => `${code} ${line}`);
}

describe('the record', () => {
  const everything: Sample = {
    body: [
      paragraph('Bài gửi đến', 'Title'),
      paragraph(
        run('Ngày 18/11/2026, Liên hiệp trao quà < 60 suất {x} ') +
          run('quan trọng', '<w:b/>') +
          '<w:r><w:footnoteReference w:id="2"/></w:r>',
      ),
      paragraph('Phần một', 'Heading1'),
      item('một', 1),
      item('hai', 1),
      table([
        ['Năm', 'Suất'],
        ['2023', '60'],
      ]),
      paragraph(picture('rPic', 'Học sinh nhận quà')),
      paragraph('Ảnh: Liên hiệp'),
    ].join(''),
    footnotes: `<w:footnote w:id="2">${paragraph('Theo danh sách.')}</w:footnote>`,
    relations: pictureRelation('rPic', 'media/image1.png'),
    parts: { 'word/media/image1.png': dot },
  };

  test('passes the check', async () => {
    expect(photo).toBeDefined();
    expect(await problemsOf(everything)).toEqual([]);
  });

  test('cites its document, which says who sent it; the notes say so too', async () => {
    const article = await articleInSample(everything, index);
    const answers = new Map([
      ['title', ['Bài gửi đến']],
      ['summary', ['Tóm tắt.']],
      ['category', ['aid']],
      ['date', ['2026-11-18']],
    ]);
    const draft = draftFromWord('activity', article, answers, sender, entries);
    if (!('files' in draft)) throw new Error('missing');
    const [record, document] = draft.files;
    expect(document.file).toBe('content/documents/quang-tri-2026-11-20-bai-gui-den.yaml');
    expect(document.text).toContain('  date: 2026-11-20\n  from: quang-tri\n  photos: own\n');
    expect(record.text).toContain('sources: [quang-tri-2026-11-20-bai-gui-den:1]');
    expect(record.text).toMatch(/^notes: ".*bai-viet\.docx.*quang-tri/m);
    expect(record.text).not.toContain('\nBài gửi đến\n');
  });

  test('has only what was answered; what was read and not taken over stands in comments', async () => {
    const article = await articleInSample(everything, index);
    const answers = new Map([
      ['title', ['Bài gửi đến']],
      ['summary', ['Tóm tắt.']],
      ['category', ['aid']],
      ['year', ['2026']],
    ]);
    const draft = draftFromWord('activity', article, answers, sender, entries);
    if (!('files' in draft)) throw new Error('missing');
    const [{ text }] = draft.files;
    expect(text).not.toMatch(/^date:/m);
    expect(text).toMatch(/^# date 2026-11-18 {2}\(đoạn 2: “/m);
  });

  test.each([
    ['unclear', 'unclear', true],
    ['not said', undefined, true],
    ['the sender’s own', 'own', false],
  ] as const)('with photos whose rights are %s waits as a draft or not', async (_, photos, waits) => {
    const article = await articleInSample(everything, index);
    const answers = new Map([
      ['title', ['Bài gửi đến']],
      ['summary', ['Tóm tắt.']],
      ['category', ['aid']],
      ['date', ['2026-11-18']],
    ]);
    const draft = draftFromWord('activity', article, answers, { ...sender, photos }, entries);
    if (!('files' in draft)) throw new Error('missing');
    const [record, document] = draft.files;
    expect(/^draft: true$/m.test(record.text)).toBe(waits);
    expect(document.text).toContain(`  photos: ${photos ?? 'unclear'}\n`);
  });

  test('names what is missing instead of making it up', async () => {
    const draft = draftFromWord(
      'activity',
      await articleInSample(everything, index),
      new Map(),
      sender,
      entries,
    );
    expect(draft).toMatchObject({
      missing: expect.arrayContaining(['title', 'summary', 'category']) as string[],
    });
  });
});
