import { reachedFor } from '../bulletin/contacts.ts';
import type { Bulletin } from '../bulletin/bulletin.ts';
import { localeUrl } from '../i18n/urls.ts';
import { translator } from '../i18n/translate.ts';
import type { Locale } from '../model/locales.ts';

/** Letters that a reader's mail program opens, written beforehand. */

/** Mail programs want the line ends of mail (RFC 6068). */
const inMail = (text: string): string => encodeURIComponent(text.replace(/\n/g, '\r\n'));

/** A letter with its subject and text; the reader fills in to whom, where no mailbox is given. */
export const letter = (mailbox: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(mailbox).replace('%40', '@')}?subject=${inMail(subject)}&body=${inMail(body)}`;

/** A page of the site, for a letter about it. */
export interface PageOfLetter {
  readonly title: string;
  /** Path without language: `/activities/2023/x/`. */
  readonly path: string;
  /** Its public address. */
  readonly address: string;
}

/**
 * Where a reader tells of a mistake on a page: a letter to the unit that speaks there, or to whom it belongs to, that names the
 * page; else the contact page, which is told the page.
 */
export function mistakeLink(
  bulletin: Bulletin,
  unit: string | undefined,
  { title, path, address }: PageOfLetter,
  locale: Locale,
): string {
  const t = translator(locale);
  const email = unit === undefined ? undefined : reachedFor(bulletin, unit)?.facts.contact.email;
  return email === undefined
    ? `${localeUrl(locale, '/contact/')}?page=${encodeURIComponent(localeUrl(locale, path))}`
    : letter(email, t('mistake.subject', { title }), t('mistake.body', { address }));
}
