import type { Currency } from '../../model/aid.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Has an amount of money a size that aid can have in its currency, and is it written as a plain number? */

/** The least that a whole gift and one piece of it are worth, and the most that aid of a province ever was. */
const sizes: Readonly<
  Record<Currency, { readonly whole: number; readonly each: number; readonly most: number }>
> = {
  VND: { whole: 100_000, each: 1_000, most: 50_000_000_000_000 },
  USD: { whole: 10, each: 1, most: 2_000_000_000 },
  EUR: { whole: 10, each: 1, most: 2_000_000_000 },
  JPY: { whole: 1_000, each: 50, most: 300_000_000_000 },
  KRW: { whole: 10_000, each: 500, most: 3_000_000_000_000 },
  LAK: { whole: 50_000, each: 1_000, most: 40_000_000_000_000 },
};

const codes = ['amountTooSmall', 'amountTooLarge', 'numberForm'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts } = record;
  const yaml = originalOf(record)?.yaml;
  if (!yaml || !facts || !('aid' in facts)) return;
  const look = (path: readonly PropertyKey[], value: number, currency: Currency, least: number): void => {
    const place = { file, ...yaml.positionOf(path) };
    // `{ amount: 14,903,000 }`: the reader of YAML has told of the comma, and what stands before it is no amount.
    if (/\0,\s*\d/.test(yaml.lineWith(path, '\0') ?? '')) return;
    const typed = yaml.sourceOf(path) ?? '';
    const corrected = /^[+\d]\d*[eExXoO]/.test(typed) ? yaml.lineWith(path, String(value)) : undefined;
    if (corrected !== undefined)
      report({ ...place, code: 'numberForm', values: { value: typed, number: value }, corrected });
    else if (value < least) report({ ...place, code: 'amountTooSmall', values: { value, currency } });
    else if (value > sizes[currency].most)
      report({ ...place, code: 'amountTooLarge', values: { value, currency } });
  };
  for (const [at, { amount, currency, equivalent, items }] of facts.aid.entries()) {
    look(['aid', at, 'amount'], amount, currency, sizes[currency].whole);
    if (equivalent) {
      const { amount: value, currency: other } = equivalent;
      look(['aid', at, 'equivalent', 'amount'], value, other, sizes[other].whole);
    }
    for (const [item, { each }] of items.entries())
      if (each !== undefined) look(['aid', at, 'items', item, 'each'], each, currency, sizes[currency].each);
  }
}

export const amountSizes: Check<'record', Code> = { looksAt: 'record', codes, run };
