/**
 * Which rows of the open data a list is: those that have one of the values in a column. A value that ends with a slash or a
 * hyphen is the beginning of one: `2023/` of an id, `2023-` of a day.
 */
export interface RowFilter {
  readonly column: string;
  readonly values: readonly string[];
}

/** @example rowMatches({ countries: ['LA', 'JP'] }, { column: 'countries', values: ['LA'] }) // => true */
export function rowMatches(row: Readonly<Record<string, unknown>>, { column, values }: RowFilter): boolean {
  const cells = [row[column]].flat().filter((one) => typeof one === 'string');
  return values.some((value) =>
    /[/-]$/.test(value) ? cells.some((cell) => cell.startsWith(value)) : cells.includes(value),
  );
}
