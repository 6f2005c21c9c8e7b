/** What the pages of records tell the search: facts to filter by, and every name by which somebody may ask. */
import { folderYear, languagesOf, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry, type ReferenceEntry } from '../../model/entries.ts';
import { firstDay, sortKey, type KnownDate } from '../../model/dates.ts';
import { nameIn, type Names } from '../../model/names.ts';
import { countryName, formatDate, formatPeriod } from '../../i18n/format.ts';
import { localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import { planOf } from '../../model/plans.ts';
import type { Glossary } from '../../model/schemas/glossary.ts';
import { translator } from '../../i18n/translate.ts';
import { localeOfPath } from '../../i18n/urls.ts';
import type { FacetName, SearchRecord } from './record.ts';

type Entry = ArticleEntry | ReferenceEntry<'units'>;
type Facets = Partial<Record<FacetName, Record<string, string>>>;

/** What a language calls a country besides its name: “laotien, laotienne” for Laos. */
export type CountryWords = (code: string, locale: Locale) => readonly string[];

/** The words for a country are the renderings of its name in the glossary: who asks for “laotienne” means Laos. */
export function countryWords({ terms }: Glossary): CountryWords {
  const ofName = new Map(terms.flatMap((term) => term.vi.map((name) => [name, term] as const)));
  return (code, locale) => ofName.get(countryName(code, originalLocale))?.[locale] ?? [];
}

/** What the search is to know of the page at an address of the site, such as `lo/partners/hvpf/`. */
export function aboutSite(
  bulletin: Bulletin,
  words: CountryWords = () => [],
): (url: string) => SearchRecord | undefined {
  const { activities, stories, events, projects, issues, partners, units } = bulletin.entries;
  const entries = new Map<string, Entry>(
    [...activities, ...stories, ...events, ...projects, ...issues, ...partners, ...units].map((entry) => [
      entryPath(entry.collection, entry.id),
      entry,
    ]),
  );
  return (url) => {
    const locale = localeOfPath(`/${url}`);
    const path = locale === originalLocale ? `/${url}` : `/${url}`.slice(locale.length + 1);
    const entry = entries.get(path);
    return entry
      ? aboutEntry(entry, locale, bulletin, words)
      : aboutPage(
          locale,
          localeCodes,
          landingNames(path, bulletin, (code) => words(code, locale)),
        );
  };
}

/** Every name of the country, place or occasion whose page this is, in all languages, and the words for a country. */
function landingNames(
  path: string,
  bulletin: Bulletin,
  words: (code: string) => readonly string[],
): readonly string[] {
  const [, collection, id = ''] = path.split('/');
  if (collection === 'countries' && id) {
    const code = id.toUpperCase();
    return [...new Set([...localeCodes.map((one) => countryName(code, one)), ...words(code)])];
  }
  if (collection !== 'places' && collection !== 'occasions') return [];
  const entry = bulletin.entries[collection].find((one) => one.id === id);
  if (!entry) return [];
  const aliases = 'aliases' in entry.facts ? entry.facts.aliases : [];
  return [...new Set([...Object.values(entry.facts.names), ...aliases])];
}

/** The `SearchRecord` of a page that belongs to no record, such as the one about the bulletin. */
export function aboutPage(
  locale: Locale,
  languages: readonly Locale[],
  names: readonly string[] = [],
): SearchRecord {
  return { languages, names, facets: { kind: { pages: translator(locale)('kind.pages') } } };
}

/** The `SearchRecord` of a record's page in one language. */
export function aboutEntry(
  entry: Entry,
  locale: Locale,
  bulletin: Bulletin,
  words: CountryWords = () => [],
): SearchRecord {
  const t = translator(locale);
  const languages = 'texts' in entry && entry.collection !== 'partners' ? languagesOf(entry) : localeCodes;
  /**
   * Who reads a language that this record is not written in asks for its names in that language; and everybody may
   * know an organisation by its Vietnamese or English name.
   */
  const asked = localeCodes.filter(
    (code) => code === locale || code === 'vi' || code === 'en' || !languages.includes(code),
  );
  const facets: Facets = { kind: { [entry.collection]: t(`kind.${entry.collection}`) } };
  const names = new Set<string>();
  const named = (all: Names, codes: readonly Locale[] = asked) => {
    for (const code of codes) if (all[code] !== undefined) names.add(all[code]);
  };
  const put = (facet: FacetName, id: string, label: string) => {
    (facets[facet] ??= {})[id] = label;
  };
  const countries = (codes: readonly string[]) => {
    for (const code of codes) {
      put('country', code, countryName(code, locale));
      for (const one of asked) names.add(countryName(code, one));
      for (const word of words(code, locale)) names.add(word);
    }
  };
  const partner = (id: string) => {
    const { facts } = bulletin.get('partners', id);
    put('partner', id, nameIn(facts.names, locale).text);
    named(facts.names);
    if (facts.abbreviation) names.add(facts.abbreviation);
    for (const alias of facts.aliases) names.add(alias);
  };
  const unit = (id: string) => {
    const { facts } = bulletin.get('units', id);
    // What a member association does, its Union does.
    const union = facts.kind === 'association' && facts.parent ? facts.parent : id;
    put('union', union, nameIn(bulletin.get('units', union).facts.shortNames, locale).text);
    named(facts.shortNames);
    for (const alias of facts.aliases) names.add(alias);
  };
  const year = (date: KnownDate | undefined, folder: number) => {
    const first = date ? Number(firstDay(date).slice(0, 4)) : folder;
    put('year', String(first), String(first));
    return sortKey(date, folder);
  };

  let date = '';
  let aid: SearchRecord['aid'];
  let sort: string | undefined;
  switch (entry.collection) {
    case 'activities':
    case 'events': {
      const { facts } = entry as ArticleEntry<'activities'> | ArticleEntry<'events'>;
      sort = year(facts.date, folderYear(entry.id));
      if (facts.date) date = formatDate(facts.date, locale, { plan: planOf(entry) });
      if ('categories' in facts) {
        for (const one of facts.categories) put('category', one, t(`category.${one}`));
        if (facts.aid.length > 0) aid = aidOf(facts);
      }
      facts.units.forEach((part) => unit(part.unit));
      facts.partners.forEach((part) => partner(part.partner));
      countries(facts.countries);
      for (const id of facts.places)
        for (const alias of bulletin.get('places', id).facts.aliases) names.add(alias);
      break;
    }
    case 'projects': {
      const { facts } = entry as ArticleEntry<'projects'>;
      if (facts.date) {
        sort = year(facts.date, facts.date.start.year);
        date = formatDate(facts.date, locale);
      }
      for (const id of new Set([facts.contact, ...facts.units.map((part) => part.unit)])) unit(id);
      facts.partners.forEach((part) => partner(part.partner));
      countries(facts.countries);
      break;
    }
    case 'stories': {
      const { facts } = entry as ArticleEntry<'stories'>;
      sort = year(facts.date, folderYear(entry.id));
      if (facts.date) date = formatDate(facts.date, locale);
      facts.about.units.forEach(unit);
      facts.about.partners.forEach(partner);
      countries(facts.countries);
      break;
    }
    case 'issues': {
      const { facts } = entry as ArticleEntry<'issues'>;
      sort = year(facts.date, facts.date.start.year);
      date = formatPeriod(facts.date, locale);
      unit(facts.publisher);
      break;
    }
    case 'partners': {
      const { facts } = entry as ArticleEntry<'partners'>;
      partner(entry.id);
      countries(facts.country === undefined ? [] : [facts.country]);
      named(facts.names, localeCodes);
      break;
    }
    case 'units': {
      const { facts } = entry as ReferenceEntry<'units'>;
      unit(entry.id);
      countries(facts.countries);
      named(facts.names, localeCodes);
      named(facts.shortNames, localeCodes);
      break;
    }
  }
  const cloth = `${entry.collection}/${entry.id}`;
  return {
    ...(date ? { date } : {}),
    ...(sort ? { sort } : {}),
    languages,
    names: [...names],
    facets,
    ...(aid ? { aid } : {}),
    cloth,
  };
}

/** What the sums of aid need of an activity, and no more: every reader who filters loads it. */
function aidOf({ units, aid }: ArticleEntry<'activities'>['facts']): SearchRecord['aid'] {
  return {
    units: units.map(({ unit }) => ({ unit })),
    aid: aid.map(({ amount, currency, qualifier, state, direction, items, total, sources }) => ({
      amount,
      currency,
      ...(qualifier ? { qualifier } : {}),
      state,
      direction,
      items: items.map(({ count, of }) => ({ count, of })),
      total,
      sources: sources.map(({ line }) => line),
    })),
  };
}
