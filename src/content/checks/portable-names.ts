import { toSlug } from '../../model/letters.ts';
import type { Folders } from '../folders.ts';
import type { Check, ReportInFile } from './check.ts';

/**
 * Can every file be made on Windows? One that cannot be keeps a whole office from fetching the project.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */

const codes = ['reservedName', 'longPath'] as const;
type Code = (typeof codes)[number];

/** Names of devices, with any suffix. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const sign = /[<>:"|?*\\\u0000-\u001F]|[. ]$/;

/** Windows allows 259 characters for the whole path; what is left is for the folder that the project lies in. */
export const maxPath = 160;

function nameThatWorks(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, suffix] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const slug = toSlug(stem) || 'ten';
  return (device.test(slug) ? `${slug}-1` : slug) + (sign.test(suffix) ? '' : suffix.toLowerCase());
}

function run({ files }: Folders, report: ReportInFile<Code>): void {
  const told = new Set<string>();
  for (const file of files.keys()) {
    const names = file.split('/');
    const index = names.findIndex((name) => device.test(name) || sign.test(name));
    const path = names.slice(0, index + 1).join('/');
    const at = { line: 1, column: 1 };
    if (index >= 0 && !told.has(path)) {
      told.add(path);
      const name = names[index] ?? '';
      report({ file, ...at, code: 'reservedName', values: { name, suggestion: nameThatWorks(name) } });
    } else if (index < 0 && file.length > maxPath)
      report({ file, ...at, code: 'longPath', values: { length: file.length, allowed: maxPath } });
  }
}

export const portableNames: Check<'folders', Code> = { looksAt: 'folders', codes, run };
