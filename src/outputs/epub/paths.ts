import { pdfPath } from '../../editions/editions.ts';
import type { Locale } from '../../model/locales.ts';

/** Without the base path: `epubPath('2023-2', 'lo') // => '/issues/2023-2/ban-tin-huu-nghi-2023-2-lo.epub'` */
export const epubPath = (issue: string, locale: Locale): string =>
  pdfPath(issue, locale).replace(/pdf$/, 'epub');
