import { rowMatches, type RowFilter } from '../../model/row-filter.ts';

/** In the browser: a list as a file for a spreadsheet, cut out of the table of the open data that it is a part of. */

/** The rows of a table that a list is, with their head: the very bytes of the table's own CSV. */
export function rowsWhere(csv: string, where: RowFilter, delimiter: string): string {
  // A value in quotation marks may go on over several lines.
  const [head = '', ...rows] = csv.match(/(?:"(?:[^"]|"")*"|[^"\n])*\n/g) ?? [];
  const cells = (row: string): string[] =>
    [...row.matchAll(new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\\r]*)[${delimiter}\\r]`, 'g'))].map(
      ([, cell = '']) => cell.replace(/^\uFEFF?"?|"$/g, ''),
    );
  const at = cells(head).indexOf(where.column);
  const own = rows.filter((row) => rowMatches({ [where.column]: cells(row)[at]?.split('|') }, where));
  return [head, ...own].join('');
}

/** Brings the links of `CsvLink.astro` to life: each leads to a whole table, and saves the part that its list is. */
export function offerLists(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-rows]')) {
    const table = link.href;
    link.closest('p')?.removeAttribute('hidden');
    link.addEventListener('click', (event) => {
      if (link.href !== table) return;
      event.preventDefault();
      const [delimiter = ';', column = '', ...values] = JSON.parse(link.dataset['rows'] ?? '[]') as string[];
      fetch(table)
        .then((answer) => answer.text())
        .then((csv) => {
          // Without the byte order mark that is taken off as a text is read, Excel would not know the letters.
          const text = `\uFEFF${rowsWhere(csv, { column, values }, delimiter)}`;
          link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
          link.click();
        })
        // The whole table is better than nothing.
        .catch(() => location.assign(table));
    });
  }
}
