import { isLocale, localeCodes, originalLocale } from '../../model/locales.ts';
import { folderOf } from '../files.ts';
import { nearest } from '../nearest.ts';
import type { Check, Fault, RecordSubject, ReportInFile } from './check.ts';

/** A file in a record's folder that is neither a text nor a picture, and what it was probably meant to be. */

export const imageName = /\.(jpe?g|png|webp|avif)$/;

/** A country's code is often taken for its language's: `kh` → `km`, `vn` → `vi`, `cn` → `zh`. */
function languageOfCountry(code: string): string | undefined {
  try {
    return new Intl.Locale(`und-${code}`).maximize().language;
  } catch {
    return undefined;
  }
}

/** The code in the registry that `code` was meant to be: a country, a region, another case, a slip. */
function meantLocale(code: string): string | undefined {
  const word = code.toLowerCase();
  const first = word.split(/[-_]/)[0] ?? word;
  const country = languageOfCountry(first);
  return (
    [word, first, country].find((one) => one !== undefined && isLocale(one)) ?? nearest(word, localeCodes)
  );
}

const codes = [
  'caseClash',
  'misnamedFile',
  'imageKind',
  'officeFile',
  'unknownLanguage',
  'unknownFile',
] as const;
type Code = (typeof codes)[number];

/**
 * What is wrong with a file called `name` in the folder of the record `entry`.
 * @example checkFileName('index.kh.mdx', 'activities/2023/x') // `misnamedFile`, index.km.mdx
 */
export function checkFileName(name: string, entry: string): Pick<Fault<Code>, 'code' | 'values'> {
  const picture = /\.(jpe?g|png|webp|avif)$/i.exec(name);
  if (picture) {
    const right = name.slice(0, picture.index) + picture[0].toLowerCase();
    return { code: 'misnamedFile', values: { name, right } };
  }
  if (/\.(heic|heif|gif|tiff?|bmp|raw|dng)$/i.test(name)) {
    const kind = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
    return { code: 'imageKind', values: { name, kind, entry } };
  }
  if (/\.(docx?|odt|rtf|pdf|xlsx?|pptx?)$/i.test(name)) return { code: 'officeFile', values: { name } };
  const text = /^(?:index)?[._-]?(.*?)\.?(?:mdx?|markdown|txt)$/i.exec(name);
  if (text) {
    const code = text[1] ?? '';
    const locale = code === '' ? originalLocale : meantLocale(code);
    if (locale !== undefined) return { code: 'misnamedFile', values: { name, right: `index.${locale}.mdx` } };
    return { code: 'unknownLanguage', values: { name, value: code, allowed: localeCodes.join(', ') } };
  }
  return { code: 'unknownFile', values: { name, allowed: localeCodes.join(', ') } };
}

/** Every file in a record's folder is a text or a picture. */
function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const known = new Map<string, string>();
  for (const name of record.pictures) {
    const alike = name.normalize('NFC').toLowerCase();
    const other = known.get(alike);
    known.set(alike, name);
    const at = { file: `${folderOf(record.file)}/${name}`, line: 1, column: 1 };
    if (other !== undefined) report({ ...at, code: 'caseClash', values: { name, other } });
  }
  for (const name of record.strays) {
    const file = `${folderOf(record.file)}/${name}`;
    report({ file, line: 1, column: 1, ...checkFileName(name, `${record.collection}/${record.id}`) });
  }
}

export const fileNames: Check<'record', Code> = { looksAt: 'record', codes, run };
