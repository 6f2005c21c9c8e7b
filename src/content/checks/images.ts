import { weakMemoize } from '../../model/memoize.ts';
import { reducedSize } from '../../model/photos.ts';
import { folderOf, type SourceFile } from '../files.ts';
import type { ImagePointer } from '../parse/mdx.ts';
import { personalDataIn, type PersonalData } from './image-metadata.ts';
import { readImageHeader, type ImageHeader, type ImageType } from './image-header.ts';
import { nearest } from '../nearest.ts';
import { originalOf, type ParsedFile, type ParsedRecord } from '../records.ts';
import type { Check, Fault, RecordSubject, ReportInFile } from './check.ts';

/** The pictures of a record: every one that a text shows is there and whole, and every one that is there is shown. */

const codes = [
  'notAnImage',
  'brokenImage',
  'mislabelledImage',
  'imageKind',
  'hugeImage',
  'smallImage',
  'cmykImage',
  'imagePlace',
  'imagePerson',
  'unreadable',
  'imageElsewhere',
  'misspeltImage',
  'missingImage',
  'untranslatedAlt',
  'unusedImage',
] as const;
type Code = (typeof codes)[number];

export const pictureLimits = {
  /** Longest side in pixels; sharper than any page or screen that will show it. */
  side: 4000,
  /** Longest side in pixels of the smallest: a column of print, 83.5 mm, at 150 to the inch. */
  leastSide: 480,
  /** Size of the file. */
  megabytes: 6,
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
  const reduced = reducedSize(width, height);
  return `${reduced.width} × ${reduced.height}`;
}

/** `content/activities/2023/x` → `activities/2023/x`, as the commands name a record. */
const entryOf = (folder: string): string => folder.replace(/^content\//, '');

/** What a picture says of itself, read once as long as somebody holds its file; or why it cannot be read. */
const headOf = weakMemoize(
  (
    source: SourceFile,
  ): { readonly reason: string } | { readonly header?: ImageHeader; readonly personal?: PersonalData } => {
    try {
      const header = readImageHeader(source);
      const personal = header && personalDataIn(source);
      return { ...(header && { header }), ...(personal && { personal }) };
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) };
    }
  },
);

/** What is wrong with the picture itself. */
function checkPicture(
  source: SourceFile,
  folder: string,
  name: string,
): Pick<Fault<Code>, 'code' | 'values'> | undefined {
  const command = { entry: entryOf(folder), name };
  const said = headOf(source);
  if ('reason' in said) return { code: 'unreadable', values: said };
  const { header, personal } = said;
  const extension = name.slice(name.lastIndexOf('.') + 1);
  if (!header) return { code: 'notAnImage', values: command };
  const { type, width, height, complete } = header;
  if (!complete) return { code: 'brokenImage', values: command };
  if (!extensions[type].includes(extension)) {
    const right = name.replace(/\.[^.]*$/, `.${extensions[type][0]}`);
    const code = type === 'heic' || type === 'gif' ? 'imageKind' : 'mislabelledImage';
    return { code, values: { ...command, kind: type.toUpperCase(), right } };
  }
  if (width === undefined || height === undefined) return { code: 'brokenImage', values: command };
  if (personal !== undefined)
    return { code: personal === 'place' ? 'imagePlace' : 'imagePerson', values: command };
  if (header.cmyk) return { code: 'cmykImage', values: command };
  const megabytes = source.size / 1024 / 1024;
  if (Math.max(width, height) < pictureLimits.leastSide) {
    const values = { ...command, size: `${width} × ${height}`, least: pictureLimits.leastSide };
    return { code: 'smallImage', values };
  }
  if (Math.max(width, height) <= pictureLimits.side && megabytes <= pictureLimits.megabytes) return undefined;
  const size = `${width} × ${height}`;
  const values = { ...command, size, megabytes: megabytes.toFixed(1), advised: advisedSize(width, height) };
  return { code: 'hugeImage', values };
}

/** A picture that a text shows and that is not in its folder: elsewhere, misspelt, or not there at all. */
function missing(pointer: ImagePointer, pictures: readonly string[]): Fault<Code> {
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
function leftInVietnamese(pointer: ImagePointer, original: ParsedFile | undefined): boolean {
  const { alt, target } = pointer;
  if (alt.split(/\s+/).length < 5) return false;
  return original?.images.some((one) => one.target === target && one.alt.trim() === alt.trim()) ?? false;
}

/** Names of the pictures that the texts show, and what is wrong where they show one. */
function checkShown(record: ParsedRecord, report: ReportInFile<Code>): ReadonlySet<string> {
  const shown = new Set<string>();
  const original = originalOf(record);
  for (const text of record.files) {
    const { file } = text;
    for (const pointer of text.images) {
      const name = pointer.target.replace(/^\.\//, '');
      shown.add(name);
      if (!pointer.target.startsWith('./') || !record.pictures.includes(name)) {
        const fault = missing(pointer, record.pictures);
        report({ file, ...fault });
        // A picture whose name is misspelt in the text is not unused as well.
        if (fault.code === 'misspeltImage') shown.add(String(fault.values['nearest']).slice(2));
      }
      if (text !== original && leftInVietnamese(pointer, original)) {
        const { line, column, alt } = pointer;
        report({ file, line, column, code: 'untranslatedAlt', values: { value: alt } });
      }
    }
  }
  return shown;
}

function run({ record, files }: RecordSubject, report: ReportInFile<Code>): void {
  const shown = checkShown(record, report);
  // While a text cannot be read nobody knows which pictures it shows.
  const readable = record.files.every((one) => one.body);
  const folder = folderOf(record.file);
  for (const name of record.pictures) {
    const file = `${folder}/${name}`;
    const source = files.get(file);
    const faulty = source && source.fault === undefined && checkPicture(source, folder, name);
    if (faulty) report({ file, line: 1, column: 1, ...faulty });
    if (readable && !shown.has(name))
      report({ file, line: 1, column: 1, code: 'unusedImage', values: { name } });
  }
}

export const images: Check<'record', Code> = { looksAt: 'record', codes, run };
