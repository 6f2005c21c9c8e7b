import type { Contact } from '../bulletin/contacts.ts';
import { translator } from '../i18n/translate.ts';
import { formatHours } from '../i18n/opening-hours.ts';
import { phoneLink } from '../model/contacts.ts';
import { originalLocale, type Locale } from '../model/locales.ts';

/** One way to reach a union, or what one should know before. */
export interface ContactLine {
  readonly label: string;
  readonly values: readonly {
    readonly text: string;
    /** `tel:`, `mailto:`, `https:` */
    readonly href?: string;
    /** Of an address or a name, which are written as in Viet Nam. */
    readonly lang?: Locale;
  }[];
}

/** How a union is reached, as far as it is known: a line for each way, in words of the language. */
export function contactLines(contact: Contact, locale: Locale): ContactLine[] {
  const t = translator(locale);
  const { address, phones, email, website, hours, head } = contact;
  const lines: ContactLine[] = [
    { label: t('contact.address'), values: address ? [{ text: address, lang: originalLocale }] : [] },
    {
      label: t('contact.phone'),
      values: phones.map((text) => {
        const href = phoneLink(text);
        return { text, ...(href !== undefined && { href }) };
      }),
    },
    { label: t('contact.email'), values: email ? [{ text: email, href: `mailto:${email}` }] : [] },
    {
      label: t('contact.website'),
      values: website ? [{ text: website.replace(/^https?:\/\/|\/$/g, ''), href: website }] : [],
    },
    { label: t('contact.hours'), values: formatHours(hours, locale).map((text) => ({ text })) },
    {
      label: head ? t(`contact.position.${head.position}`) : '',
      values: head ? [{ text: head.name, lang: originalLocale }] : [],
    },
  ];
  return lines.filter(({ values }) => values.length > 0);
}
