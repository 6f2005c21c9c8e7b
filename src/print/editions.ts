import { languagesOf, type Bulletin } from '../content/bulletin.ts';
import { firstDay, lastDay } from '../domain/dates.ts';
import { formatPeriod } from '../i18n/format.ts';
import { locales, type Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { nameIn } from '../domain/names.ts';
import type { Edition } from './print-issues.ts';

/** Which PDFs the build makes, and where they stand. Paths are without the base path. */

/** `pdfPath('2023-2', 'lo') // => '/issues/2023-2/ban-tin-huu-nghi-2023-2-lo.pdf'` */
export function pdfPath(issue: string, locale: Locale): string {
  return `/issues/${issue}/ban-tin-huu-nghi-${issue}-${locale}.pdf`;
}

/** `printPath('2023-2', 'lo') // => '/lo/issues/2023-2/print/'` */
export function printPath(issue: string, locale: Locale): string {
  return `${locales[locale].prefix}/issues/${issue}/print/`;
}

/** One edition for each issue and each language that it has a letter in. */
export function editionsOf(bulletin: Bulletin): Edition[] {
  return bulletin.issues.flatMap((issue) =>
    languagesOf(issue).map((locale) => {
      const t = translator(locale);
      const { number, date, publisher } = issue.facts;
      const label = t('issue.label', { number, period: formatPeriod(date, locale) });
      return {
        issue: issue.id,
        locale,
        url: printPath(issue.id, locale),
        out: pdfPath(issue.id, locale).slice(1),
        title: `${t('site.title')} · ${label}`,
        author: nameIn(bulletin.get('units', publisher).facts.names, locale).text,
        date: `${firstDay(date)}/${lastDay(date)}`,
      };
    }),
  );
}
