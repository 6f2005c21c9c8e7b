import { countParts, formatNumber, sayAmount } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import type { Locale } from '../model/locales.ts';
import type { Facts } from '../model/schemas/index.ts';

/** A number of a record, to be set large where an article has no picture. */
export interface Numeral {
  /** “98”, “over 19 billion VND” */
  readonly value: string;
  /** What it counts, without the number: “patients”; of an amount how far it has got. */
  readonly words: string;
}

/** Fewer are no great number. */
const least = 10;

/**
 * The number of a record that its headline names, or else the first one; large enough, and one that no other document
 * states otherwise. Failing that its first amount of aid. Nothing is added up.
 */
export function numeralOf(
  { numbers, aid }: Pick<Facts<'activities'>, 'numbers' | 'aid'>,
  title: string,
  locale: Locale,
): Numeral | undefined {
  const great = numbers.filter(
    ({ value, of }) => value >= least && numbers.filter((other) => other.of === of).length === 1,
  );
  const named = new Set(title.match(/\d[\d.,]*\d|\d/g));
  const number = great.find(({ value }) => named.has(formatNumber(value, locale))) ?? great[0];
  if (number) return countParts(number.value, number.of, locale, number.qualifier);
  const [amount] = aid;
  // A total of the year holds other activities as well.
  if (!amount || amount.total || amount.sources.length > 0) return undefined;
  return { value: sayAmount(amount, locale).short, words: translator(locale)(`aid.state.${amount.state}`) };
}
