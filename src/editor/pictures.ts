import { slugOf } from '../authoring/new-record.ts';
import { jpegQuality, reducedSize } from '../model/photos.ts';

/**
 * A photo from a phone, made ready in the browser, as `npm run new -- photo` does it with sharp: upright, at most 2,400
 * pixels, a JPEG without any metadata.
 */

export interface Picture {
  /** Of the file in the record's folder: `le-trao-hoc-bong.jpg` */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * `heic`: the photo of an iPhone, which this browser cannot read (Safari can). `notAPicture`: another kind of file.
 * `broken`: a picture that cannot be read to its end.
 */
export type PictureFault = 'heic' | 'notAPicture' | 'broken';

/**
 * The name of a picture file: of the words that describe it, or of the file as it came.
 * @param taken names that are in use in the folder of the record
 */
export function pictureName(words: string, taken: ReadonlySet<string>): string {
  const base = slugOf(words) || 'anh';
  for (let number = 1; ; number++) {
    const name = `${base}${number === 1 ? '' : `-${number}`}.jpg`;
    if (!taken.has(name)) return name;
  }
}

/** What a file is by its first bytes: its name and kind are what somebody called it. */
export function kindOf(start: Uint8Array): 'heic' | 'picture' | undefined {
  const text = String.fromCharCode(...start.subarray(0, 12));
  // ISO media: the brand says HEVC or AV1.
  const brand = /^[^]{4}ftyp([^]{4})/.exec(text)?.[1];
  if (brand !== undefined) return /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand) ? 'heic' : 'picture';
  return /^(?:\xff\xd8\xff|\x89PNG|RIFF[^]{4}WEBP|GIF8|BM)/.test(text) ? 'picture' : undefined;
}

/**
 * @param words what the picture shows, or the name of the file
 * @param taken names that are in use in the folder of the record
 */
export async function preparePicture(
  file: Blob,
  words: string,
  taken: ReadonlySet<string>,
): Promise<Picture | PictureFault> {
  const kind = kindOf(new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  if (!kind) return 'notAPicture';
  let image: ImageBitmap;
  try {
    // The turn that the camera wrote down is applied here, and then gone with everything else that it wrote.
    image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return kind === 'heic' ? 'heic' : 'broken';
  }
  try {
    const { width, height } = reducedSize(image.width, image.height);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return 'broken';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality / 100 });
    const bytes = new Uint8Array(await jpeg.arrayBuffer());
    return { name: pictureName(words, taken), bytes, width, height };
  } finally {
    image.close();
  }
}
