import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import { packWord, RefusedWord, type WordParts } from './open-word.ts';

/** The text of a Word file as HTML elements, and its pictures. */

/** A picture as it lies in the file. */
export interface WordPicture {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface WordHtml {
  readonly tree: Root;
  /** `img` elements name them by their place here: `src="#2"`. */
  readonly pictures: readonly WordPicture[];
}

/** What styles mean, beside what mammoth knows (headings, lists, notes). Built-in styles have English names in every Word. */
const styleMap = [
  "p[style-name='Title'] => p.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  'strike => del',
];

/**
 * @throws RefusedWord for a file that mammoth cannot read
 */
export async function wordHtml(parts: WordParts): Promise<WordHtml> {
  const pictures: WordPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = new Uint8Array(await image.readAsArrayBuffer());
    pictures.push({ contentType: image.contentType, bytes });
    return { src: `#${pictures.length - 1}` };
  });
  const packed = packWord(parts);
  // Node's mammoth reads `buffer`, the browser's `arrayBuffer`.
  const input = Object.assign({ arrayBuffer: packed }, { buffer: packed });
  try {
    const { value } = await mammoth.convertToHtml(input, { styleMap, convertImage });
    return { tree: fromHtml(value, { fragment: true }), pictures };
  } catch {
    throw new RefusedWord('broken');
  }
}

/** Whether the element has one of mammoth's classes. */
export const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes(name);
