import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Fingerprint of the meaning-bearing text of an original: letters and digits of title, summary and body, in NFC and
 * lower case. A moved comma, a new photo or a changed fact leaves it as it is; a changed word does not. The content
 * folder holds thousands of them, so this may never give another value for the same words.
 * @returns 12 hexadecimal digits
 */
export function fingerprint(text: { title?: string; summary?: string; body: { text: string } }): string {
  const words = [text.title, text.summary, text.body.text]
    .join('\n')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, ' ')
    .trim();
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, 12);
}
