import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOfBytes } from '../../content/files.ts';
import { readContent } from '../../content/read.ts';
import { editorText, type EditorKey } from '../../i18n/editors.ts';
import { filesOfCase } from '../../tests/cases.ts';
import { bodyOfArticle, readWord } from './read-word.ts';
import { draftFromWord, receivedDay } from './word-record.ts';

/** Files that LibreOffice made (`samples/README.md`): each becomes a record that passes the check, or gets its sentence. */

const folder = join(import.meta.dirname, 'samples');
const good = filesOfCase('good');
const { index, entries } = readContent(good);
const photo = filesOfCase('image-unused').get('content/activities/2023/hoc-bong/anh.jpg');
const received = receivedDay('2026-11-20');

/** What is told of each, beside its text. */
const remarks: Readonly<Record<string, readonly string[]>> = {
  'libreoffice-2007-picture-caption.docx': [],
  'libreoffice-2007-text-box.docx': ['textBoxes'],
  'libreoffice-comments.docx': ['comment'],
  'libreoffice-font-tcvn3.docx': ['oldFont'],
  'libreoffice-font-vni.docx': ['oldFont'],
  'libreoffice-from-doc.docx': [],
  'libreoffice-header-toc.docx': ['contentsTable'],
  'libreoffice-headings-lists.docx': [],
  'libreoffice-links.docx': ['linkDropped'],
  'libreoffice-notes.docx': ['footnotes'],
  'libreoffice-picture-caption.docx': [],
  'libreoffice-table-merged.docx': ['mergedCells'],
  'libreoffice-text-box.docx': ['textBoxes'],
  'libreoffice-tracked-changes.docx': ['insertions', 'deletions'],
  'libreoffice-typed.docx': ['typedLists', 'titleInCapitals'],
};
const refused: Readonly<Record<string, string>> = {
  'old.doc': 'oldDoc',
  'renamed-old.docx': 'oldDoc',
  'rich-text.rtf': 'rtf',
  'renamed-rich-text.docx': 'rtf',
  'open-document.odt': 'openDocument',
};

test('every sample is looked at', () => {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.md'));
  expect([...Object.keys(remarks), ...Object.keys(refused)].sort()).toEqual(files.sort());
});

describe.each(Object.entries(remarks))('%s', (name, told) => {
  test('becomes a record that passes the check', async () => {
    const reading = await readWord(readFileSync(join(folder, name)), index);
    if ('refused' in reading || !received) throw new Error(name);
    const { article } = reading;
    await expect(bodyOfArticle(article, '')).toMatchFileSnapshot(
      join(folder, name.replace(/\.docx$/, '.md')),
    );
    expect(article.remarks.map(({ code }) => code)).toEqual(told);
    const answers = new Map([
      ['title', ['Bài gửi đến']],
      ['summary', ['Một bài gửi đến.']],
      ['category', ['aid']],
      ['date', ['2026-11-18']],
      ['unit', ['quang-tri']],
    ]);
    const sender = { file: name, received, from: 'quang-tri', photos: 'own' } as const;
    const draft = draftFromWord('activity', article, answers, sender, entries);
    if (!('files' in draft)) throw new Error(JSON.stringify(draft));
    const files = new Map(good);
    for (const { file, text } of draft.files) files.set(file, fileOfBytes(new TextEncoder().encode(text)));
    for (const one of article.photos)
      if (photo) files.set(draft.files[0].file.replace('index.vi.mdx', one.name), photo);
    expect(readContent(files).problems.map(({ code, line }) => `${code} ${line}`)).toEqual([]);
  });
});

test.each(Object.entries(refused))('%s gets the sentence “%s”', async (name, reason) => {
  const reading = await readWord(readFileSync(join(folder, name)), index);
  expect(reading).toEqual({ refused: reason });
  expect(editorText(`word.refused.${reason}` as EditorKey, 'vi', { file: name })).toContain(name);
});
