import { readWord, type WordArticle } from '../authoring/word/read-word.ts';
import type { RecordIndex } from '../content/record-index.ts';
import { preparePicture } from './pictures.ts';
import type { Photos } from './word-article.ts';

/** A Word file that an editor has chosen. */
export interface ReadWordFile {
  /** Its name. */
  readonly file: string;
  readonly article: WordArticle;
  readonly photos: Photos;
  /** Photos that this browser cannot read. */
  readonly unreadable: readonly string[];
}

/**
 * Reads a Word file, and makes its photos ready.
 * @returns why it is refused instead, as `readWord` says it
 */
export async function readWordFile(
  file: File,
  index: RecordIndex,
): Promise<ReadWordFile | Extract<Awaited<ReturnType<typeof readWord>>, { refused: unknown }>> {
  const reading = await readWord(new Uint8Array(await file.arrayBuffer()), index);
  if ('refused' in reading) return reading;
  const photos = new Map<string, Uint8Array>();
  const unreadable: string[] = [];
  // One after the other: a phone has not the memory for all at once.
  for (const { name, contentType, bytes } of reading.article.photos) {
    const blob = new Blob([new Uint8Array(bytes)], { type: contentType });
    const made = await preparePicture(blob, name, new Set());
    if (typeof made === 'string') unreadable.push(name);
    else photos.set(name, made.bytes);
  }
  return { file: file.name, article: reading.article, photos, unreadable };
}
