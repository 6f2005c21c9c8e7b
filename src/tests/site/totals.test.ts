/** What the bulletin's own documents state, beside its records as they are today. */
import { expect, test } from 'vitest';
import { compareTotals } from '../../bulletin/totals.ts';
import { projectRoot } from '../../build/paths.ts';
import { unexplained } from '../../cli/totals-table.ts';
import { readContentFolder } from '../../content/disk.ts';

test('no document of the bulletin states a total that differs from the records without a reason', () => {
  const compared = compareTotals(readContentFolder(projectRoot).entries);
  expect(compared.length).toBeGreaterThan(0);
  expect(compared.filter(unexplained)).toEqual([]);
});
