import type { OpeningHoursSpecification, Organization } from 'schema-dts';
import { entryName, type Bulletin } from '../../bulletin/bulletin.ts';
import type { Contact } from '../../bulletin/contacts.ts';
import { entryPath, type ArticleEntry, type ReferenceEntry } from '../../model/entries.ts';
import type { PartnerType } from '../../model/categories.ts';
import { phoneLink, type Weekday } from '../../model/contacts.ts';
import { nameIn } from '../../model/names.ts';
import type { Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { absolute, identity, imageOf, isoDate, type LinkedData } from './linked-data.ts';

const organizationTypes: Partial<
  Record<PartnerType, 'NGO' | 'GovernmentOrganization' | 'CollegeOrUniversity'>
> = {
  ngo: 'NGO',
  government: 'GovernmentOrganization',
  province: 'GovernmentOrganization',
  'diplomatic-mission': 'GovernmentOrganization',
  university: 'CollegeOrUniversity',
};

/** A partner or unit as it is named within other data. */
export function organizationNamed(
  bulletin: Bulletin,
  collection: 'partners' | 'units',
  id: string,
  locale: Locale,
): Organization {
  const path = entryPath(collection, id);
  return {
    '@type': 'Organization',
    '@id': identity(path, 'organization'),
    name: entryName(bulletin.get(collection, id), locale).text,
    mainEntityOfPage: absolute(locale, path),
  };
}

const otherNames = (names: Readonly<Partial<Record<Locale, string>>>, own: string): string[] =>
  Object.values(names).filter((name) => name !== own);

export function partnerData(partner: ArticleEntry<'partners'>, locale: Locale): LinkedData<Organization> {
  const { facts } = partner;
  const path = entryPath('partners', partner.id);
  const { text: name } = nameIn(facts.names, locale);
  const summary = partner.texts[locale]?.summary;
  const alternateName = [
    ...new Set([
      ...(facts.abbreviation === undefined ? [] : [facts.abbreviation]),
      ...otherNames(facts.names, name),
      ...facts.aliases,
    ]),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': organizationTypes[facts.type] ?? 'Organization',
    '@id': identity(path, 'organization'),
    name,
    ...(alternateName.length > 0 && { alternateName }),
    ...(summary !== undefined && { description: summary }),
    ...(facts.country && { address: { '@type': 'PostalAddress', addressCountry: facts.country } }),
    image: imageOf(locale, path),
    mainEntityOfPage: absolute(locale, path),
  } as LinkedData<Organization>;
}

const dayOfWeek = {
  mo: 'https://schema.org/Monday',
  tu: 'https://schema.org/Tuesday',
  we: 'https://schema.org/Wednesday',
  th: 'https://schema.org/Thursday',
  fr: 'https://schema.org/Friday',
  sa: 'https://schema.org/Saturday',
  su: 'https://schema.org/Sunday',
} as const satisfies Record<Weekday, string>;

/**
 * How a union is reached. Hours belong to its contact point: schema.org knows `openingHours` of shops and public places
 * only.
 */
function contactData({ address, phones, email, website, hours, head }: Contact, locale: Locale) {
  const telephone = phones.flatMap((phone) => phoneLink(phone)?.replace('tel:', '') ?? []);
  const reached = { ...(telephone.length > 0 && { telephone }), ...(email !== undefined && { email }) };
  const hoursAvailable = hours.map(({ days, opens, closes }): OpeningHoursSpecification => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => dayOfWeek[day]),
    opens,
    closes,
  }));
  return {
    ...(address !== undefined && {
      address: { '@type': 'PostalAddress' as const, streetAddress: address, addressCountry: 'VN' },
    }),
    ...reached,
    ...(website !== undefined && { url: website }),
    ...((telephone.length > 0 || email !== undefined) && {
      contactPoint: {
        '@type': 'ContactPoint' as const,
        contactType: translator(locale)('nav.contact'),
        ...reached,
        ...(hoursAvailable.length > 0 && { hoursAvailable }),
      },
    }),
    ...(head && {
      employee: {
        '@type': 'Person' as const,
        name: head.name,
        jobTitle: translator(locale)(`contact.position.${head.position}`),
      },
    }),
  };
}

export function unitData(
  bulletin: Bulletin,
  unit: ReferenceEntry<'units'>,
  locale: Locale,
): LinkedData<Organization> {
  const { facts } = unit;
  const path = entryPath('units', unit.id);
  const { text: name } = nameIn(facts.names, locale);
  const associations = bulletin.associationsOf(unit.id);
  const founded = facts.validFrom && isoDate(facts.validFrom);
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': identity(path, 'organization'),
    name,
    alternateName: [
      ...new Set([nameIn(facts.shortNames, locale).text, ...otherNames(facts.names, name), ...facts.aliases]),
    ].filter((other) => other !== name),
    ...(founded !== undefined && { foundingDate: founded }),
    ...(facts.parent !== undefined && {
      parentOrganization: organizationNamed(bulletin, 'units', facts.parent, locale),
    }),
    ...(associations.length > 0 && {
      subOrganization: associations.map((one) => organizationNamed(bulletin, 'units', one.id, locale)),
    }),
    ...(facts.place !== undefined && {
      areaServed: { '@type': 'Place', name: entryName(bulletin.get('places', facts.place), locale).text },
    }),
    ...(facts.contact && contactData(facts.contact, locale)),
    image: imageOf(locale, path),
    mainEntityOfPage: absolute(locale, path),
  };
}
