import { numberFormat } from '../../i18n/intl.ts';
import type { Locale } from '../../model/locales.ts';

/**
 * Where the comma is the decimal sign, Excel parts columns by semicolons, else by commas.
 * @example csvDelimiter('vi') // => ';'
 */
export function csvDelimiter(locale: Locale): ';' | ',' {
  const parts = numberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}
