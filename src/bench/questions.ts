import { anniversariesAhead } from '../bulletin/anniversaries.ts';
import type { Bulletin } from '../bulletin/bulletin.ts';
import { calendarOf } from '../bulletin/calendar.ts';
import {
  byCategory,
  byCountry,
  byPartner,
  byPartnerCountry,
  byYear,
  countriesOf,
} from '../bulletin/facets.ts';
import {
  aidByCurrency,
  aidByUnion,
  aidOfPartner,
  aidSums,
  aidWith,
  newestYear,
  rolesOfPartner,
  yearsOf,
} from '../bulletin/figures.ts';
import { resolveLinks } from '../bulletin/links.ts';
import { activityPage, activityScopes, byName, partnerPage, partnerScopes } from '../bulletin/lists.ts';
import { namesPerPage, recordsPerPage } from '../bulletin/pagination.ts';
import { programmeOf } from '../bulletin/programme.ts';
import { relatedRecords } from '../bulletin/related.ts';
import { boardOf } from '../bulletin/translations.ts';
import { countryName, formatDate } from '../i18n/format.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { todayIs } from '../model/today.ts';
import { articleData } from '../outputs/metadata/article.ts';
import { feedOf, feedScopes } from '../outputs/feeds/feed.ts';

/** The questions of the pages, as `npm run bench -- bulletin` asks them. */

/** In the year of the newest records, where most is ahead. */
const today = todayIs('2024-01-01');

export interface Question {
  readonly of: string;
  /** The pages of this kind, one call each, in all languages. */
  pages(bulletin: Bulletin): readonly (() => unknown)[];
}

function question<Page>(
  of: string,
  pages: (bulletin: Bulletin) => readonly Page[],
  ask: (bulletin: Bulletin, page: Page, locale: Locale) => unknown,
): Question {
  return {
    of,
    pages: (bulletin) =>
      localeCodes.flatMap((locale) => pages(bulletin).map((page) => () => ask(bulletin, page, locale))),
  };
}

const once = (): readonly undefined[] => [undefined];

/** The pages of lists that are as long as a page may be: what a page costs is what it shows. */
function fullPages<Scope extends { readonly entries: readonly unknown[] }>(
  scopes: readonly Scope[],
  size: number,
): { scope: Scope; page: number }[] {
  return scopes.flatMap((scope) =>
    Array.from({ length: Math.floor(scope.entries.length / size) }, (_, index) => ({
      scope,
      page: index + 1,
    })),
  );
}

export const questions: readonly Question[] = [
  question(
    'activity: where to read on',
    ({ activities }) => activities,
    (bulletin, one) => [relatedRecords(one, bulletin), bulletin.storiesAbout('activities', one.id)],
  ),
  question(
    'activity: before and after it',
    ({ activities }) => activities,
    (bulletin, one, locale) => bulletin.neighboursOf(one, locale),
  ),
  question(
    'activity: linked data',
    ({ activities }) => activities,
    (bulletin, one, locale) => articleData(bulletin, one, locale),
  ),
  question(
    'activity: links of its text',
    ({ activities }) => activities,
    (bulletin, one, locale) =>
      one.texts.vi.body.nodes.map((node) => 'markup' in node && resolveLinks(node.markup, bulletin, locale)),
  ),
  question(
    'activity: date and countries',
    ({ activities }) => activities,
    (_, { facts }, locale) => [
      facts.date && formatDate(facts.date, locale),
      facts.countries.map((code) => countryName(code, locale)),
    ],
  ),
  question(
    'event: before and after it',
    ({ events }) => events,
    (bulletin, one, locale) => bulletin.neighboursOf(one, locale),
  ),
  question(
    'partner',
    ({ entries }) => entries.partners,
    (bulletin, { id }) => [
      bulletin.activitiesOfPartner(id),
      bulletin.eventsOfPartner(id),
      bulletin.storiesAbout('partners', id),
      aidOfPartner(bulletin, id),
      rolesOfPartner(bulletin, id),
    ],
  ),
  question(
    'union or association',
    ({ entries }) => entries.units,
    (bulletin, { id }) => [
      aidSums(bulletin.activitiesOfUnit(id)),
      newestYear(bulletin.activitiesOfUnit(id)),
      bulletin.eventsOfUnit(id),
      bulletin.storiesAbout('units', id),
      bulletin.associationsOf(id).map((one) => bulletin.activitiesOfUnit(one.id).length),
    ],
  ),
  question(
    'country',
    ({ entries }) => countriesOf(entries),
    (bulletin, code, locale) => [
      bulletin.activitiesOfCountry(code),
      bulletin.storiesOfCountry(code),
      bulletin.eventsOfCountry(code),
      bulletin.occasionsOfCountry(code),
      byName(bulletin.partnersOfCountry(code), locale),
      aidWith(bulletin, code),
    ],
  ),
  question(
    'place',
    ({ entries }) => entries.places,
    (bulletin, { id }) => [bulletin.activitiesAt(id), bulletin.eventsAt(id), bulletin.unionsOfPlace(id)],
  ),
  question(
    'occasion',
    ({ entries }) => entries.occasions,
    (bulletin, { id }) => [
      bulletin.activitiesOfOccasion(id),
      bulletin.eventsOfOccasion(id),
      yearsOf(bulletin, id),
    ],
  ),
  question(
    'full page of a list of activities',
    (bulletin) => fullPages(activityScopes(bulletin), recordsPerPage),
    (_, { scope, page }) => byYear(activityPage(scope.entries, page).entries),
  ),
  question(
    'full page of the partners',
    (bulletin) => fullPages(partnerScopes(bulletin), namesPerPage),
    (bulletin, { scope, page }, locale) =>
      partnerPage(scope.entries, page, locale).entries.map(
        ({ id }) => bulletin.activitiesOfPartner(id).length,
      ),
  ),
  question('all ways to browse', once, (bulletin) => [
    byYear(bulletin.activities),
    byCategory(bulletin.activities),
    byCountry(bulletin.activities),
    byPartner(bulletin).slice(0, 12),
    byPartnerCountry(bulletin.entries.partners),
  ]),
  question('figures', once, (bulletin) => [
    newestYear(bulletin.activities),
    aidByCurrency(bulletin.activities),
    aidByUnion(bulletin),
  ]),
  question('front page', once, (bulletin, _, locale) => [
    bulletin.activitiesIn(locale).slice(0, 9),
    bulletin.activitiesNotIn(locale).slice(0, 9),
    newestYear(bulletin.activities),
    programmeOf(bulletin, today),
    anniversariesAhead(bulletin.entries.occasions, today),
  ]),
  question('calendar of a year', once, ({ events }) => calendarOf(events).years),
  question('board of translations', once, ({ entries }) => boardOf(entries).counts),
  question(
    'feed of everything',
    // Full in every language and both sizes.
    (bulletin) => feedScopes(bulletin).filter(({ path }) => path === '/'),
    (_, scope, locale) => feedOf(scope, locale),
  ),
];
