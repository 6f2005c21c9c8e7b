import { folderOf, type ContentFiles } from '../files.ts';
import { originalLocale } from '../../model/locales.ts';
import type { ImagePointer } from '../parse/mdx.ts';
import { readImageHeader, type ImageHeader, type ImageType } from './image-header.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problems.ts';

/** The pictures of a record: every one that a text shows is there and whole, and every one that is there is shown. */

/** What a text file says about pictures. */
interface ImagesOf {
  readonly file: string;
  readonly images: readonly ImagePointer[];
}

/** A record's folder. */
export interface PictureFolder {
  readonly folder: string;
  /** Names of its picture files. */
  readonly pictures: readonly string[];
  /** False when a text of the record could not be read: nobody knows which pictures it shows. */
  readonly readable: boolean;
}

export const pictureLimits = {
  /** Longest side in pixels; sharper than any page or screen that will show it. */
  side: 4000,
  /** Size of the file. */
  megabytes: 6,
  /** What `npm run new -- photo` makes of a picture (`longestSide` of `photo.ts`; not imported, it loads `sharp`). */
  advisedSide: 2400,
} as const;

const extensions: Readonly<Record<ImageType, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif'],
  heic: ['heic'],
  gif: ['gif'],
};

/** `6000 × 4000` → `2400 × 1600` */
function advisedSize(width: number, height: number): string {
  const scale = Math.min(1, pictureLimits.advisedSide / Math.max(width, height));
  return `${Math.round(width * scale)} × ${Math.round(height * scale)}`;
}

/** `content/activities/2023/x` → `activities/2023/x`, as the commands name a record. */
const entryOf = (folder: string): string => folder.replace(/^content\//, '');

function checkFile(files: ContentFiles, folder: string, name: string): Problem | undefined {
  const file = `${folder}/${name}`;
  const at = { file, line: 1, column: 1 };
  const command = { entry: entryOf(folder), name };
  const source = files.get(file);
  if (!source) return undefined;
  let header: ImageHeader | undefined;
  try {
    header = readImageHeader(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...at, code: 'unreadable', values: { reason } };
  }
  const extension = name.slice(name.lastIndexOf('.') + 1);
  if (!header) return { ...at, code: 'notAnImage', values: command };
  const { type, width, height, complete } = header;
  if (!complete) return { ...at, code: 'brokenImage', values: command };
  if (!extensions[type].includes(extension)) {
    const right = name.replace(/\.[^.]*$/, `.${extensions[type][0]}`);
    const code = type === 'heic' || type === 'gif' ? 'imageKind' : 'mislabelledImage';
    return { ...at, code, values: { ...command, kind: type.toUpperCase(), right } };
  }
  if (width === undefined || height === undefined) return { ...at, code: 'brokenImage', values: command };
  const megabytes = source.size / 1024 / 1024;
  if (Math.max(width, height) <= pictureLimits.side && megabytes <= pictureLimits.megabytes) return undefined;
  const size = `${width} × ${height}`;
  const values = { ...command, size, megabytes: megabytes.toFixed(1), advised: advisedSize(width, height) };
  return { ...at, code: 'hugeImage', values };
}

/** A picture that a text shows and that is not in its folder: elsewhere, misspelt, or not there at all. */
function missing(pointer: ImagePointer, pictures: readonly string[]): Omit<Problem, 'file'> {
  const { target, line, column } = pointer;
  const at = { line, column };
  if (/^[a-z]+:|^\//i.test(target)) return { ...at, code: 'imageElsewhere', values: { value: target } };
  const name = target.replace(/^\.\//, '');
  const near =
    pictures.find((one) => one.toLowerCase() === name.toLowerCase()) ??
    nearest(name.split('/').at(-1) ?? name, pictures);
  if (near !== undefined)
    return { ...at, code: 'misspeltImage', values: { value: target, nearest: `./${near}` } };
  return { ...at, code: 'missingImage', values: { value: target } };
}

/** Text that was left in Vietnamese: long enough not to be a name, and word for word that of the original. */
function leftInVietnamese(pointer: ImagePointer, original: ImagesOf | undefined): boolean {
  const { alt, target } = pointer;
  if (alt.split(/\s+/).length < 5) return false;
  return original?.images.some((one) => one.target === target && one.alt.trim() === alt.trim()) ?? false;
}

/**
 * @param files where the pictures themselves are
 * @param texts every text file that could be read
 * @param folders the records' folders with the pictures in them
 */
export function checkImages(
  files: ContentFiles,
  texts: readonly ImagesOf[],
  folders: readonly PictureFolder[],
): Problem[] {
  const problems: Problem[] = [];
  const byFolder = new Map(folders.map((one) => [one.folder, one]));
  const byFile = new Map(texts.map((one) => [one.file, one]));
  const shown = new Map<string, Set<string>>();
  for (const { file, images } of texts) {
    const folder = folderOf(file);
    const pictures = byFolder.get(folder)?.pictures ?? [];
    const names = shown.get(folder) ?? new Set<string>();
    shown.set(folder, names);
    const original = file.replace(/\.[a-z]+\.mdx$/, `.${originalLocale}.mdx`);
    for (const pointer of images) {
      const name = pointer.target.replace(/^\.\//, '');
      names.add(name);
      if (!pointer.target.startsWith('./') || !pictures.includes(name)) {
        const problem = { file, ...missing(pointer, pictures) };
        problems.push(problem);
        // A picture whose name is misspelt in the text is not unused as well.
        if (problem.code === 'misspeltImage') names.add(String(problem.values['nearest']).slice(2));
      }
      if (file !== original && leftInVietnamese(pointer, byFile.get(original))) {
        const { line, column, alt } = pointer;
        problems.push({ file, line, column, code: 'untranslatedAlt', values: { value: alt } });
      }
    }
  }
  for (const { folder, pictures, readable } of folders) {
    for (const name of pictures) {
      const faulty = checkFile(files, folder, name);
      if (faulty) problems.push(faulty);
      if (readable && !shown.get(folder)?.has(name)) {
        const values = { name };
        problems.push({ file: `${folder}/${name}`, line: 1, column: 1, code: 'unusedImage', values });
      }
    }
  }
  return problems;
}
