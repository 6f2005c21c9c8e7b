import { locales, type Locale } from '../../model/locales.ts';
import { copyName } from '../../model/photos.ts';
import { pdfPath } from '../../editions/editions.ts';

/** Where the newsletter of an issue stands, in its three forms, and its pictures. Paths are without the base path. */

export const newsletterForms = ['html', 'txt', 'eml'] as const;
export type NewsletterForm = (typeof newsletterForms)[number];

/**
 * @example
 * newsletterPath('2023-2', 'lo', 'html') // => '/lo/issues/2023-2/newsletter.html'
 * newsletterPath('2023-2', 'lo', 'eml') // => '/issues/2023-2/ban-tin-huu-nghi-2023-2-lo.eml'
 */
export function newsletterPath(issue: string, locale: Locale, form: NewsletterForm): string {
  // The draft is carried away, like the PDFs, and says by its name what it is.
  if (form === 'eml') return pdfPath(issue, locale).replace(/pdf$/, form);
  return `${locales[locale].prefix}/issues/${issue}/newsletter.${form}`;
}

/** The cloth of an issue: the same in all languages. */
export const bandPath = (issue: string): string => `/issues/${issue}/newsletter/band.png`;

/**
 * A photograph as letters show it.
 * @example picturePath('2023-2', 'activities/2023/x', 'doan.jpg') // => '/issues/2023-2/newsletter/activities-2023-x-doan.jpg'
 */
export function picturePath(issue: string, record: string, file: string): string {
  return `/issues/${issue}/newsletter/${copyName(record, file)}`;
}
