import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from './csv.ts';
import { csvDelimiter } from './delimiter.ts';

test('columns are parted as Excel expects it where the language has a decimal comma, and where it has none', () => {
  expect((['vi', 'fr', 'lo'] as const).map(csvDelimiter)).toEqual([';', ';', ';']);
  expect((['en', 'zh'] as const).map(csvDelimiter)).toEqual([',', ',']);
});

test('the file begins with a byte order mark, its lines end as RFC 4180 has them', () => {
  expect(writeCsv(['a', 'b'], [[1, 'x']], ';')).toBe('\uFEFFa;b\r\n1;x\r\n');
});

test('lists are joined, what is not known is empty', () => {
  expect(writeCsv(['a', 'b', 'c'], [[['x', 'y'], undefined, true]], ',')).toBe(
    '\uFEFFa,b,c\r\nx|y,,true\r\n',
  );
});

describe('a cell that a spreadsheet would take for a formula becomes text', () => {
  test.each(['=1+1', '+84', '-2', '@SUM(A1)', ' =1', '\t=1', '\r\n=1', '＝1', '＋1', '－1', '＠x'])(
    '%j',
    (text) => {
      const [row] = parse(writeCsv(['a'], [[text]], ';').slice(1), { delimiter: ';', from: 2 });
      expect(row).toEqual([`'${text}`]);
    },
  );

  test.each(['a=1', '– gạch ngang', '50+', '2023-11-02'])('but not %j', (text) => {
    expect(writeCsv(['a'], [[text]], ';')).toBe(`\uFEFFa\r\n${text}\r\n`);
  });

  test('and a number stays one', () => {
    expect(writeCsv(['a'], [[-5]], ';')).toBe('\uFEFFa\r\n-5\r\n');
  });
});

test('another reader gets back whatever was written', () => {
  const text = fc.string({ unit: 'binary' }).filter((one) => !/^\s*[=+\-@＝＋－＠]/u.test(one));
  const row = fc.array(text, { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom(';' as const, ',' as const), (rows, delimiter) => {
      const read = parse(writeCsv(['a', 'b'], rows, delimiter), { bom: true, delimiter, from: 2 });
      expect(read).toEqual(rows);
    }),
  );
});
