import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { digestOf, writeWhole } from './files.ts';

/** A value that is kept from one run to the next in one file. */

/** Of `digestOf`, in bytes. */
const digestLength = 64;

/**
 * @param code a digest of what made the value
 * @returns `undefined` where the file is not there, is not whole, or is of other code
 */
export function readKept<Value>(path: string, code: string): Value | undefined {
  try {
    const file = readFileSync(path);
    const [digest, packed] = [file.toString('latin1', 0, digestLength), file.subarray(digestLength)];
    // What somebody else has written is not even unpacked.
    if (digest !== digestOf([code, packed])) return undefined;
    return deserialize(packed) as Value;
  } catch {
    return undefined;
  }
}

/** Writes a value, of plain data and maps of it. Whoever cannot write a cache makes the value again the next time. */
export async function writeKept(path: string, code: string, value: unknown): Promise<void> {
  const packed = serialize(value);
  const digest = digestOf([code, packed]);
  await writeWhole(path, Buffer.concat([Buffer.from(digest), packed])).catch(() => undefined);
}
