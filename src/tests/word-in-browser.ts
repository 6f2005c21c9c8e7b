import { readWord } from '../authoring/word/read-word.ts';
import { draftFromWord, receivedDay } from '../authoring/word/word-record.ts';
import { fileOfBytes } from '../content/files.ts';
import { readContent } from '../content/read.ts';

/** What a page runs in the test that an article in Word is read the same in a browser: bytes in, files of a record out. */

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/**
 * @param word the Word file, as Base64
 * @param content bytes of the content by path, as Base64
 * @returns the files of the record with their remarks, or why there are none
 */
export async function recordOfWord(
  word: string,
  content: Readonly<Record<string, string>>,
): Promise<unknown> {
  const files = new Map(Object.entries(content).map(([path, one]) => [path, fileOfBytes(bytesOf(one))]));
  const { entries, index } = readContent(files);
  const reading = await readWord(bytesOf(word), index);
  if ('refused' in reading) return reading;
  const { article } = reading;
  const answers = new Map([
    ['title', ['Bài gửi đến']],
    ['summary', ['Một bài gửi đến.']],
    ['category', ['aid']],
    ['date', ['2026-11-18']],
  ]);
  const received = receivedDay('2026-11-20');
  if (!received) throw new Error('not a day');
  const sender = { file: 'bai-viet.docx', received, from: 'quang-tri', photos: 'own' } as const;
  const draft = draftFromWord('activity', article, answers, sender, entries);
  const photos = article.photos.map(({ name, contentType, bytes }) => [name, contentType, bytes.length]);
  return { draft, photos, remarks: article.remarks };
}

declare global {
  var recordOfWordInPage: typeof recordOfWord;
}
globalThis.recordOfWordInPage = recordOfWord;
