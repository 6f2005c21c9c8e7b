import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  edtf,
  firstDay,
  isKnownDate,
  lastDay,
  overlaps,
  parseDate,
  sortKey,
  type KnownDate,
} from './dates.ts';

const known = (text: string): KnownDate => {
  const date = parseDate(text);
  if (!isKnownDate(date)) throw new Error(`${text}: ${date.fault}`);
  return date;
};
const span = (text: string): string => `${firstDay(known(text))} ${lastDay(known(text))}`;

describe('a date is known exactly as far as the source says', () => {
  // The real spellings stand in the reports: quang-tri-2023:6, :41, quang-nam-2023:30, cum-3-2023:121, :222.
  test.each([
    ['2023-11-02', '2023-11-02 2023-11-02'],
    ['2023-04-18/2023-04-28', '2023-04-18 2023-04-28'],
    ['2023-08', '2023-08-01 2023-08-31'],
    ['2024-Q2', '2024-04-01 2024-06-30'],
    ['2024-Q2/2024-Q3', '2024-04-01 2024-09-30'],
    ['2023-12~', '2023-12-01 2023-12-31'],
    ['2022/2025', '2022-01-01 2025-12-31'],
    ['2023', '2023-01-01 2023-12-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
  ])('%s spans %s', (text, expected) => {
    expect(span(text)).toBe(expected);
  });

  test('“about” is kept', () => {
    expect(known('2024-05~').start).toMatchObject({ precision: 'month', approximate: true });
  });
});

describe('a date that is not one is refused, with the correction where it can be known', () => {
  test.each([
    ['31/12/2026', 'day-first', '2026-12-31'],
    ['2.9.2023', 'day-first', '2023-09-02'],
    ['12/31/2026', 'ambiguous', '2026-12-31'],
    ['8/2023', 'day-first', '2023-08'],
    ['1/2023', 'day-first', '2023-01'],
    ['12/2023', 'day-first', '2023-12'],
    ['0/2023', 'not-a-day', undefined],
    ['13/2023', 'not-a-day', undefined],
    ['1/1/2023', 'day-first', '2023-01-01'],
    ['0/1/2023', 'not-a-day', undefined],
    ['1/0/2023', 'not-a-day', undefined],
    ['12/12/2023', 'day-first', '2023-12-12'],
    ['13/13/2023', 'not-a-day', undefined],
    ['13/12/2023', 'day-first', '2023-12-13'],
    ['30/4/2023', 'day-first', '2023-04-30'],
    ['31/4/2023', 'not-a-day', undefined],
    ['2026-02-31', 'not-a-day', undefined],
    ['2023-02-29', 'not-a-day', undefined],
    ['2026-13-45', 'not-a-day', undefined],
    ['2023-11-04/2023-11-02', 'backwards', '2023-11-02/2023-11-04'],
    ['', 'empty', undefined],
    ['14 - 10/2023', 'not-edtf', undefined],
    ['đầu năm 2024', 'not-edtf', undefined],
    ['199X', 'not-edtf', undefined],
  ])('%j: %s', (text, fault, suggestion) => {
    expect(parseDate(text)).toEqual({ fault, ...(suggestion && { suggestion }) });
  });

  test('no text makes it throw, and every suggestion is a date', () => {
    const digits = (from: number, to: number) => fc.integer({ min: from, max: to }).map(String);
    // As people write dates: parts of any size, in any order, between any signs.
    const spelled = fc
      .array(
        fc.oneof(
          digits(1990, 2030),
          digits(0, 40),
          digits(1, 12).map((one) => one.padStart(2, '0')),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .chain((parts) =>
        fc
          .array(fc.constantFrom('-', '/', '.', '~', '-Q'), {
            minLength: parts.length - 1,
            maxLength: parts.length - 1,
          })
          .map((signs) => parts.map((part, at) => part + (signs[at] ?? '')).join('')),
      );
    const met = { dates: 0, suggestions: 0 };
    fc.assert(
      fc.property(fc.oneof(fc.string(), spelled), (text) => {
        const date = parseDate(text);
        if (isKnownDate(date)) {
          met.dates += 1;
          expect(firstDay(date) <= lastDay(date)).toBe(true);
        } else if (date.suggestion !== undefined) {
          met.suggestions += 1;
          expect(isKnownDate(parseDate(date.suggestion))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(met.dates).toBeGreaterThan(20);
    expect(met.suggestions).toBeGreaterThan(20);
  });
});

test('in newest-first lists a vague date stands after the days that lie in it', () => {
  const keys = [
    sortKey(known('2023-08-20/2023-08-24'), 2023),
    sortKey(known('2023-08'), 2023),
    sortKey(undefined, 2023),
    sortKey(known('2023-08-23'), 2023),
  ];
  expect([...keys].sort().reverse()).toEqual(['2023-08-24', '2023-08-23', '2023-08-00', '2023-00-00']);
});

test('a quarter overlaps the half-year that it lies in, and not the other one', () => {
  expect(overlaps(known('2023-Q3'), known('2023-07/2023-12'))).toBe(true);
  expect(overlaps(known('2023-Q2'), known('2023-07/2023-12'))).toBe(false);
});

describe('a date is written for programs as the standard has it', () => {
  test.each([
    ['2023-11-02', '2023-11-02'],
    ['2023-04-18/2023-04-28', '2023-04-18/2023-04-28'],
    ['2024-Q1', '2024-33'],
    ['2024-Q4', '2024-36'],
    ['2024-Q2/2024-Q3', '2024-34/2024-35'],
    ['2024-05~', '2024-05~'],
    ['2023', '2023'],
  ])('%s becomes %s, which is read as the same date', (text, expected) => {
    expect(edtf(known(text))).toBe(expected);
    expect(known(expected)).toEqual(known(text));
  });
});
