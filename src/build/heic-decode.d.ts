/** `heic-decode` has no types of its own. */
declare module 'heic-decode' {
  /** Decodes the main picture, turned upright as the file asks. Throws for what is not a HEIC picture. */
  export default function decode(input: { buffer: Uint8Array }): Promise<{
    width: number;
    height: number;
    /** Red, green, blue, alpha of each pixel, row by row. */
    data: Uint8ClampedArray;
  }>;
}
