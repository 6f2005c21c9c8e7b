import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The hash under which git keeps a file of these bytes (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects), 40
 * hexadecimal digits. All three hosts call it the blob's SHA; a folder gives its files the same, so that revisions can be
 * compared whatever they come from.
 */
export function revisionOf(bytes: Uint8Array): string {
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${bytes.length}\0`), bytes)));
}

/** A file or folder in a folder, with the hash that git has for it. */
export interface Hashed {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly hash: string;
}

/**
 * The hash under which git keeps a folder of plain files and folders. Two folders that share it are the same, however much
 * is in them: nobody has to look further.
 */
export function folderHash(entries: readonly Hashed[]): string {
  // Git sorts bytes, and a folder as if its name ended with a slash. Content has ASCII names.
  const key = ({ name, kind }: Hashed): string => (kind === 'folder' ? `${name}/` : name);
  const parts = entries
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .flatMap(({ name, kind, hash }) => [
      utf8ToBytes(`${kind === 'folder' ? '40000' : '100644'} ${name}\0`),
      hexToBytes(hash),
    ]);
  const body = concatBytes(...parts);
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`tree ${body.length}\0`), body)));
}
