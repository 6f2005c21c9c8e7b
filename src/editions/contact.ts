import type { Bulletin } from '../bulletin/bulletin.ts';
import { isReachable, type Contact, type ReachableUnit } from '../bulletin/contacts.ts';
import { formatPair, formatSeries } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import { formatHours } from '../i18n/opening-hours.ts';
import { withoutScheme } from '../i18n/urls.ts';
import { phoneLink } from '../model/contacts.ts';
import { originalLocale, type Locale } from '../model/locales.ts';
import { nameIn } from '../model/names.ts';

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
      values: website ? [{ text: withoutScheme(website).replace(/\/$/, ''), href: website }] : [],
    },
    { label: t('contact.hours'), values: formatHours(hours, locale).map((text) => ({ text })) },
    {
      label: head ? t(`contact.position.${head.position}`) : '',
      values: head ? [{ text: head.name, lang: originalLocale }] : [],
    },
  ];
  return lines.filter(({ values }) => values.length > 0);
}

/** How the unions are reached, as the page for those who write to them has it. */
export interface UnionContacts {
  /** The cluster, and the unions in their order. */
  readonly reachable: readonly ReachableUnit[];
  /** Of which ones it is not known, or that it is known of none. */
  readonly remark?: string;
}

export function unionContacts({ unions, cluster }: Bulletin, locale: Locale): UnionContacts {
  const t = translator(locale);
  const reachable = [...(cluster ? [cluster] : []), ...unions].filter(isReachable);
  if (reachable.length === 0) return { reachable, remark: t('contact.none') };
  const unknown = unions
    .filter((unit) => !isReachable(unit))
    .map((unit) => nameIn(unit.facts.shortNames, locale).text);
  if (unknown.length === 0) return { reachable };
  return { reachable, remark: formatPair(t('contact.unknown'), formatSeries(unknown, locale), locale) };
}
