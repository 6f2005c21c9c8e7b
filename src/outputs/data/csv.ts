import type { Value } from './fields.ts';

/** Tables as CSV (RFC 4180) that a spreadsheet opens by a double click. */

/** Between the values of a list. No id, code or name has it. */
export const listSeparator = '|';

/** Excel takes a file for UTF-8 only if it begins so. */
const byteOrderMark = '\uFEFF';

/**
 * A cell that begins so is a formula to a spreadsheet, and a formula can send what stands in the sheet to a stranger
 * (https://owasp.org/www-community/attacks/CSV_Injection). An apostrophe before it makes it text.
 */
const formula = /^\s*[=+\-@＝＋－＠]/u;

function cell(value: Value, delimiter: string): string {
  if (typeof value === 'number') return String(value);
  const plain = Array.isArray(value) ? value.join(listSeparator) : String(value ?? '');
  const text = formula.test(plain) ? `'${plain}` : plain;
  return new RegExp(`["\\r\\n\\t${delimiter}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param head names of the columns
 * @param rows their values; lists are joined by `|`, what is not known is empty
 */
export function writeCsv(
  head: readonly string[],
  rows: readonly (readonly Value[])[],
  delimiter: ';' | ',',
): string {
  const line = (values: readonly Value[]): string =>
    values.map((value) => cell(value, delimiter)).join(delimiter);
  return byteOrderMark + [head, ...rows].map((values) => `${line(values)}\r\n`).join('');
}
