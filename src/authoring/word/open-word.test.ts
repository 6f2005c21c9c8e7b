import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../content/read.ts';
import { editorText, type EditorKey } from '../../i18n/editors.ts';
import { editorLocales } from '../../model/locales.ts';
import { filesOfCase } from '../../tests/cases.ts';
import { largestFile, largestText, wordRefusals } from './open-word.ts';
import { readWord } from './read-word.ts';
import { remarkCodes } from './remarks.ts';
import { paragraph, wordFile } from './sample.ts';

const { index } = readContent(filesOfCase('good'));
const refusalOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const reading = await readWord(bytes, index);
  return 'refused' in reading ? reading.refused : undefined;
};
const good = wordFile({ body: paragraph('Bài.') });
const wide = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe('a file that is no Word file is refused in one word', () => {
  test.each([
    ['empty', new Uint8Array()],
    ['oldDoc', Uint8Array.from([...compound, ...wide('WordDocument')])],
    ['encrypted', Uint8Array.from([...compound, 0, 0, ...wide('EncryptedPackage'), 0])],
    ['rtf', strToU8('{\\rtf1 Bài}')],
    [
      'openDocument',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<a/>'),
      }),
    ],
    ['pdf', strToU8('%PDF-1.7')],
    ['notWord', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') })],
    ['broken', zipSync({ 'anh.txt': strToU8('x') })],
    ['broken', good.slice(0, good.length / 2)],
    ['broken', wordFile({ body: '<w:p>' })],
    [
      'broken',
      wordFile({ body: '', parts: { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>' } }),
    ],
    ['tooLarge', new Uint8Array(largestFile + 1)],
  ])('%s', async (reason, bytes) => {
    expect(await refusalOf(bytes)).toBe(reason);
  });

  test('and a good one is not', async () => {
    expect(await refusalOf(good)).toBeUndefined();
  });

  test('bytes of a good file that were changed anywhere never end the program', async () => {
    for (let at = 0; at < good.length; at += 37) {
      const changed = good.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const reading = await readWord(changed, index);
      expect('article' in reading || 'refused' in reading).toBe(true);
    }
  });
});

describe('a file that swells', () => {
  test('is left before it is whole', async () => {
    const bomb = wordFile({ body: '', parts: { 'word/document.xml': new Uint8Array(largestText + 1) } });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(bomb)).toBe('tooLarge');
  });

  test('is left too when it lies about its size', async () => {
    const packed = deflateSync(new Uint8Array(largestText + 1));
    const honest = zipSync({ 'word/document.xml': new Uint8Array(largestText + 1) });
    const lying = honest.slice();
    // The size that the local header and the directory tell: ten bytes.
    const view = new DataView(lying.buffer);
    view.setUint32(22, 10, true);
    for (let at = 0; at + 4 < lying.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(packed.length).toBeLessThan(lying.length);
    expect(await refusalOf(lying)).toBe('tooLarge');
  });

  test('nested without end', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000);
    expect(await refusalOf(wordFile({ body: deep }))).toBe('broken');
  });
});

test.each(editorLocales)('every refusal and every remark has its sentence (%s)', (locale) => {
  for (const key of [
    ...wordRefusals.map((one) => `word.refused.${one}`),
    ...remarkCodes.map((one) => `word.remark.${one}`),
  ])
    expect(editorText(key as EditorKey, locale)).toMatch(/\S{3}/);
});
