/** The bytes of a picture file, as the readers of its kinds ask for them. */

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** Part of a file: numbers and names by their place in it. */
export class Bytes {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(at: number): number {
    return this.#view.getUint8(at);
  }

  /** Of 16 bits; big-endian unless told otherwise. */
  uint16(at: number, littleEndian = false): number {
    return this.#view.getUint16(at, littleEndian);
  }

  uint24LittleEndian(at: number): number {
    return this.uint16(at, true) + (this.uint8(at + 2) << 16);
  }

  uint32(at: number, littleEndian = false): number {
    return this.#view.getUint32(at, littleEndian);
  }

  uint64(at: number): number {
    return Number(this.#view.getBigUint64(at));
  }

  /** The CRC-32 of the bytes from `start` to `end`. */
  checksum(start: number, end: number): number {
    let sum = 0xffffffff;
    for (let at = start; at < end; at++)
      sum = (crcTable[(sum ^ (this.#bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  /** The bytes from `start` to `end` as letters, one a byte. */
  name(start: number, end: number): string {
    return String.fromCharCode(...this.#bytes.subarray(start, end));
  }

  /** Where `wanted` stands, from `from` on; -1 where it does not. */
  indexOf(wanted: readonly number[], from = 0): number {
    const [first = 0] = wanted;
    for (let at = this.#bytes.indexOf(first, from); at >= 0; at = this.#bytes.indexOf(first, at + 1)) {
      if (wanted.every((byte, offset) => this.#bytes[at + offset] === byte)) return at;
    }
    return -1;
  }
}

/** The bytes of a name. */
export const named = (name: string): number[] => [...name].map((letter) => letter.charCodeAt(0));

/** A file of which only the parts that are asked for are read. */
export interface Source {
  readonly size: number;
  /** Up to `length` bytes from `offset`. */
  read(offset: number, length: number): Bytes;
}
