import { Unzip, UnzipInflate, zipSync } from 'fflate';

/** From bytes to the parts of a Word file, or why they are not those of one. Nothing in it is trusted. */

/** Why a file cannot be read: each is one sentence for the editor (`word.refused.*`). */
export const wordRefusals = [
  'empty',
  'oldDoc',
  'encrypted',
  'rtf',
  'openDocument',
  'webPage',
  'pdf',
  'notWord',
  'broken',
  'tooLarge',
] as const;
export type WordRefusal = (typeof wordRefusals)[number];

export class RefusedWord extends Error {
  readonly reason: WordRefusal;
  constructor(reason: WordRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Parts by their path in the file: `word/document.xml`, `word/media/image1.jpeg`. */
export type WordParts = ReadonlyMap<string, Uint8Array>;

/** An article with its photos; what comes out of it may not be more than a few times as much. */
export const largestFile = 60_000_000;
export const largestContent = 200_000_000;
export const largestText = 20_000_000;
export const mostParts = 2_000;

/** Read in pieces, so that a part that swells is left before it is whole. */
const piece = 65_536;

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zip = [0x50, 0x4b, 0x03, 0x04];

/** Whether the bytes have a text of two bytes a letter, as the directory of an old Office file does. */
function hasWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wide[0] ?? 0); at >= 0; at = bytes.indexOf(wide[0] ?? 0, at + 1))
    if (wide.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
}

/** What does not begin as a zip file does. */
function refusalOf(bytes: Uint8Array): WordRefusal {
  if (bytes.length === 0) return 'empty';
  if (begins(bytes, compoundFile)) return hasWide(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldDoc';
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  if (start.startsWith('{\\rtf')) return 'rtf';
  // What web systems and old versions of Word call a document of Word.
  if (
    /^(?:<!doctype html|<html|mime-version:|<\?xml[^>]*\?>\s*(?:<\?mso-application|<w:wordDocument|<pkg:package))/i.test(
      start,
    )
  )
    return 'webPage';
  if (start.startsWith('%PDF')) return 'pdf';
  return 'notWord';
}

/** Everything in a zip file. @throws RefusedWord when it is too much or not whole */
function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  // The library hands what is thrown here back as an error of the part.
  let tooLarge = false;
  const unzip = new Unzip((file) => {
    if (parts.size >= mostParts) throw new RefusedWord('tooLarge');
    const chunks: Uint8Array[] = [];
    let size = 0;
    const most = /\.(?:xml|rels)$/i.test(file.name) ? largestText : largestContent;
    // Programs of Windows have been seen to write their own sign between folders.
    const name = file.name.replaceAll('\\', '/');
    parts.set(name, new Uint8Array());
    file.ondata = (error, chunk, final) => {
      if (error) throw new RefusedWord(tooLarge ? 'tooLarge' : 'broken');
      size += chunk.length;
      total += chunk.length;
      tooLarge = size > most || total > largestContent;
      if (tooLarge) throw new RefusedWord('tooLarge');
      chunks.push(chunk);
      if (!final) return;
      const whole = new Uint8Array(size);
      let at = 0;
      for (const one of chunks) {
        whole.set(one, at);
        at += one.length;
      }
      parts.set(name, whole);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += piece)
    unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  return parts;
}

/**
 * The parts of a Word file.
 * @throws RefusedWord with the reason; never anything else, whatever the bytes are
 */
export function openWord(bytes: Uint8Array): WordParts {
  if (bytes.length > largestFile) throw new RefusedWord('tooLarge');
  if (!begins(bytes, zip)) throw new RefusedWord(refusalOf(bytes));
  let parts: Map<string, Uint8Array>;
  try {
    parts = unzip(bytes);
  } catch (error) {
    throw error instanceof RefusedWord ? error : new RefusedWord('broken');
  }
  // Word for the web calls its part `document2.xml`.
  const hasText = [...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name));
  if (hasText && parts.has('[Content_Types].xml')) return parts;
  if (parts.has('mimetype') && parts.has('content.xml')) throw new RefusedWord('openDocument');
  throw new RefusedWord(parts.has('[Content_Types].xml') ? 'notWord' : 'broken');
}

/** The parts as a zip file that is not compressed: what was read within bounds, and nothing else. */
export function packWord(parts: WordParts): ArrayBuffer {
  const packed = zipSync(Object.fromEntries(parts), { level: 0, mtime: new Date(1980, 0, 1) });
  return packed.slice().buffer;
}
