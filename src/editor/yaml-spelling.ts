import { parse } from 'yaml';
import { isGroup, type Group } from '../model/plain-data.ts';

/** How the files of content spell values: ids, numbers and dates bare, words in double quotation marks. */

/** What can stand without quotation marks, in braces too, and is read back as it was. */
function isBare(text: string): boolean {
  return /^[\w.][\w./~:-]*$/.test(text) && !text.endsWith(':') && parse(text, { schema: 'core' }) === text;
}

/**
 * One value that is neither a list nor a group.
 * @param type how the old value stood there, whose kind of quotation marks is kept
 */
export function scalarText(value: unknown, type?: string | null): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null);
  if (type === 'QUOTE_SINGLE' && !/\p{Control}/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  if (type !== 'QUOTE_DOUBLE' && isBare(value)) return value;
  return JSON.stringify(value);
}

const pairsOf = (group: Group): (readonly [string, unknown])[] =>
  Object.entries(group).filter(([, one]) => one !== undefined);

/** A value on one line: `{ unit: hue, role: lead }`, `[LA, KH]`. */
export function spelled(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelled).join(', ')}]`;
  if (!isGroup(value)) return scalarText(value);
  const pairs = pairsOf(value).map(([key, one]) => `${scalarText(key)}: ${spelled(one)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Words would make a long line of a group: names in six languages stand on six lines. */
const hasWords = (value: unknown): boolean => typeof value === 'string' && !isBare(value);

/**
 * A key with its value, without the indent of its first line and the last line end: groups in a list stand on a line
 * each, and so do the parts of a group that has words or lists.
 */
export function blockEntry(key: string, value: unknown, indent: number, lineEnd: string): string {
  const name = scalarText(key);
  const deeper = `${lineEnd}${' '.repeat(indent + 2)}`;
  if (Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null))
    return `${name}:${value.map((one) => `${deeper}- ${spelled(one)}`).join('')}`;
  if (isGroup(value)) {
    const pairs = pairsOf(value);
    if (pairs.some(([, one]) => hasWords(one) || typeof one === 'object'))
      return `${name}:${pairs.map(([one, inner]) => `${deeper}${blockEntry(one, inner, indent + 2, lineEnd)}`).join('')}`;
  }
  return `${name}: ${spelled(value)}`;
}
