import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The hash under which git keeps a file of these bytes (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects), 40
 * hexadecimal digits. All three hosts call it the blob's SHA; a folder gives its files the same, so that revisions can be
 * compared whatever they come from.
 */
export function revisionOf(bytes: Uint8Array): string {
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${bytes.length}\0`), bytes)));
}
