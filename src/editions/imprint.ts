import { formatNumber, formatPair, formatSeries } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import type { TextLicence } from '../model/licences.ts';
import type { Locale } from '../model/locales.ts';
import { creditLine } from './citation.ts';
import type { IssueEdition } from './issue.ts';

/** What an issue states of itself. */

/**
 * What the law asks for, as far as it is known: what it is called, and what it is.
 * @param format of the pages, where there are some
 */
export function imprintRows(
  { licence, responsible, editors, printRun, printer, deposit }: IssueEdition['imprint'],
  locale: Locale,
  format?: string,
): (readonly [term: string, value: string])[] {
  const t = translator(locale);
  const rows = [
    [t('issue.licence'), licence],
    [t('issue.responsible'), responsible],
    [t('issue.editors'), formatSeries(editors, locale)],
    [t('issue.printRun'), printRun && formatNumber(printRun, locale)],
    [t('issue.format'), format],
    [t('issue.printer'), printer],
    [t('issue.deposit'), deposit],
  ] as const;
  return rows.filter((row): row is readonly [string, string] => Boolean(row[1]));
}

/**
 * Under which terms its texts may be used again, and whom to name.
 * @param address of its web page
 */
export const termsOfReuse = (
  { locale, title, publisher }: Pick<IssueEdition, 'locale' | 'title' | 'publisher'>,
  { name }: TextLicence,
  address: string,
): string =>
  formatPair(
    translator(locale)('imprint.terms', { name }),
    creditLine(title, publisher.text, address),
    locale,
  );
