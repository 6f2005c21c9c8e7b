import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { calendarOf, eventsOfYear } from '../../bulletin/calendar.ts';
import { listScopes, rowsOf } from '../../bulletin/lists.ts';
import { projectRoot } from '../../build/paths.ts';
import { readContentFolder } from '../../content/disk.ts';
import { rowMatches } from '../../model/row-filter.ts';
import { nonEmpty } from '../../tests/non-empty.ts';
import { writeCsv } from './csv.ts';
import { dataFiles } from './files.ts';
import { rowsWhere } from './list-rows.ts';
import { dataTables } from './tables.ts';

const bulletin = createBulletin(readContentFolder(projectRoot).entries);
const tables = dataTables(bulletin)('vi');

test('the rows that stand for a list are its records and no others', () => {
  const scopes = nonEmpty(listScopes(bulletin), 'lists');
  const whole = scopes.filter(({ where }) => !where).map(({ path }) => path);
  expect(whole).toEqual(['/activities/', '/partners/']);
  for (const { kind, path, where, entries } of scopes) {
    const rows = tables.find(({ name }) => name === kind)?.rows ?? [];
    const own = where ? rows.filter((row) => rowMatches(row, where)) : rows;
    expect({ path, ids: own.map(({ id }) => id).sort() }).toEqual({
      path,
      ids: entries.map(({ id }) => id).sort(),
    });
  }
});

test('the rows that stand for a year of the calendar are its events and no others', () => {
  const rows = tables.find(({ name }) => name === 'events')?.rows ?? [];
  const { years } = calendarOf(bulletin.events);
  expect(years.length).toBeGreaterThan(1);
  for (const year of years) {
    const own = rows.filter((row) => rowMatches(row, rowsOf.eventYear(year.year)));
    expect(own.map(({ id }) => id).sort()).toEqual(
      eventsOfYear(year)
        .map(({ id }) => id)
        .sort(),
    );
  }
});

describe('a list as CSV', () => {
  const head = ['id', 'countries', 'title'];
  const rows = [
    ['2023/a', ['LA', 'JP'], 'Một; "hai"\r\nba'],
    ['2023/b', ['KR'], 'JP'],
    ['2022/c', [], ''],
  ];
  const csv = (delimiter: ';' | ',', column: string, ...values: string[]): string[][] =>
    parse(rowsWhere(writeCsv(head, rows, delimiter), { column, values }, delimiter), {
      bom: true,
      delimiter,
    });

  test.each([';', ','] as const)('has the head and the rows of its table, parted by “%s”', (delimiter) => {
    expect(csv(delimiter, 'countries', 'JP')).toEqual([head, ['2023/a', 'LA|JP', 'Một; "hai"\r\nba']]);
    expect(csv(delimiter, 'id', '2023/').map(([id]) => id)).toEqual(['id', '2023/a', '2023/b']);
    // 2023/a is not 2023.
    expect(csv(delimiter, 'id', '2023')).toEqual([head]);
    expect(csv(delimiter, 'id', '2022/c')).toEqual([head, ['2022/c', '', '']]);
  });

  test('is cut out of what is published byte for byte', () => {
    const whole =
      dataFiles(bulletin).find((one) => one.locale === 'vi' && one.name === 'activities.csv')?.text ?? '';
    expect(rowsWhere(whole, { column: 'id', values: ['2'] }, ';')).toBe(
      whole.slice(0, whole.indexOf('\n') + 1),
    );
    expect(rowsWhere(whole, { column: 'id', values: ['2023/', '2022/'] }, ';')).toBe(whole);
  });
});
