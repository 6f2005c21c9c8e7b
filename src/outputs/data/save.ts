import type { Value } from './fields.ts';
import { writeCsv } from './csv.ts';

/** In the browser: gives the reader a table as a file for a spreadsheet. */
export function saveCsv(
  name: string,
  head: readonly string[],
  rows: readonly (readonly Value[])[],
  delimiter: ';' | ',',
): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([writeCsv(head, rows, delimiter)], { type: 'text/csv' }));
  link.download = name;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
