/** What becomes of a photo on its way into the bulletin, at a terminal and in the browser. */

/** Longest side in pixels: an A4 page at 200 dpi, and every screen. */
export const longestSide = 2400;
/** Quality of the JPEG, of 100. */
export const jpegQuality = 82;

/**
 * The size within `longestSide`, never enlarged.
 * @example reducedSize(6000, 4000) // => { width: 2400, height: 1600 }
 */
export function reducedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * The name of a copy of a photograph, a JPEG, among those of all records. It is fit for addresses, and no other
 * photograph of the record has it.
 * @param record folder of the record below `content/`
 * @example copyName('stories/2023/x', './doan vao.png') // => 'stories-2023-x-doan-vao-png.jpg'
 */
export const copyName = (record: string, file: string): string =>
  `${`${record}/${file}`.replace(/\.jpg$/, '').replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')}.jpg`;
