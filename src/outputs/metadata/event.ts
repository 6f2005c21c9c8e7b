import type { Event } from 'schema-dts';
import { entryName, textIn, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import type { Locale } from '../../model/locales.ts';
import { planOf } from '../../model/plans.ts';
import { absolute, identity, imageOf, isoPoint, type LinkedData } from './linked-data.ts';
import { organizationNamed } from './organization.ts';

export function eventData(
  bulletin: Bulletin,
  event: ArticleEntry<'events'>,
  locale: Locale,
): LinkedData<Event> {
  const { text } = textIn(event, locale);
  const { facts } = event;
  const path = entryPath('events', event.id);
  const start = facts.date && isoPoint(facts.date.start);
  const end = facts.date?.end && isoPoint(facts.date.end);
  const hosts = facts.partners.filter((one) => one.role === 'organiser' || one.role === 'host');
  const others = facts.partners.filter((one) => !hosts.includes(one));
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': identity(path, 'event'),
    url: absolute(locale, path),
    mainEntityOfPage: absolute(locale, path),
    name: text.title,
    description: text.summary,
    inLanguage: locale,
    image: imageOf(locale, path),
    ...(start !== undefined && { startDate: start }),
    ...(end !== undefined && { endDate: end }),
    // schema.org has no word for “planned, not known to have happened”: then nothing is claimed.
    ...(!planOf(event) && { eventStatus: 'https://schema.org/EventScheduled' }),
    ...(facts.places.length > 0 && {
      location: facts.places.map((id) => ({
        '@type': 'Place',
        name: entryName(bulletin.get('places', id), locale).text,
      })),
    }),
    organizer: [
      ...facts.units.map((one) => organizationNamed(bulletin, 'units', one.unit, locale)),
      ...hosts.map((one) => organizationNamed(bulletin, 'partners', one.partner, locale)),
    ],
    ...(others.length > 0 && {
      contributor: others.map((one) => organizationNamed(bulletin, 'partners', one.partner, locale)),
    }),
  } as LinkedData<Event>;
}
