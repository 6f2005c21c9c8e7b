import type { Locale } from '../i18n/locales.ts';

/** Where an issue's files stand, without the base path. */

/** `pdfPath('2023-2', 'lo') // => '/issues/2023-2/ban-tin-huu-nghi-2023-2-lo.pdf'` */
export function pdfPath(issue: string, locale: Locale): string {
  return `/issues/${issue}/ban-tin-huu-nghi-${issue}-${locale}.pdf`;
}
