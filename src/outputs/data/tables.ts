import { entryName, textIn, type Bulletin } from '../../bulletin/bulletin.ts';
import { countriesOf } from '../../bulletin/facets.ts';
import { editionLanguages, pdfPath } from '../../editions/editions.ts';
import { countryName } from '../../i18n/format.ts';
import { fileUrl, localeUrl } from '../../i18n/urls.ts';
import type { Aid } from '../../model/aid.ts';
import { openingHours } from '../../model/contacts.ts';
import { edtf, firstDay, lastDay, type KnownDate } from '../../model/dates.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import type { Locale } from '../../model/locales.ts';
import { memoize, weakMemoize } from '../../model/memoize.ts';
import { nameIn } from '../../model/names.ts';
import { siteUrl } from '../../site.ts';
import { codeLists, type FieldName, type Value } from './fields.ts';

/**
 * The records as tables for other programs: the open data. One row a record, codes and ids as in the records, texts and
 * names in one language (`language` says which it really is, where only the Vietnamese exists). Plain data; `csv.ts`
 * and JSON write it down, `datapackage.ts` describes it. Remarks between editors (`notes`) are in none.
 */

export const tableNames = [
  'activities',
  'aid',
  'partners',
  'units',
  'events',
  'projects',
  'publications',
  'codes',
] as const;
export type TableName = (typeof tableNames)[number];

/** A field whose values are ids of another table. */
interface ForeignKey {
  readonly field: FieldName;
  readonly table: TableName;
}

export interface DataTable {
  readonly name: TableName;
  /** The columns, in order. */
  readonly fields: readonly FieldName[];
  /** What makes a row the only one of its kind. */
  readonly primaryKey: readonly FieldName[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly rows: readonly Row[];
}

export type Row = Readonly<Partial<Record<FieldName, Value>>>;

/** A table whose rows have exactly its fields. */
function table<const Fields extends readonly FieldName[]>(
  name: TableName,
  fields: Fields,
  rows: readonly Readonly<Record<Fields[number], Value>>[],
  primaryKey: readonly Fields[number][],
  foreignKeys: readonly (ForeignKey & { readonly field: Fields[number] })[] = [],
): DataTable {
  return { name, fields, rows: rows as readonly Row[], primaryKey, foreignKeys };
}

type Source = { readonly document: string; readonly line: number };

const lines = (sources: readonly Source[]): string[] =>
  sources.map(({ document, line }) => `${document}:${line}`);

const address = (locale: Locale, path: string): string => new URL(localeUrl(locale, path), siteUrl).href;

/** A date as it is known, and the first and last day that it may mean. */
const when = (date: KnownDate | undefined) => ({
  date: date && edtf(date),
  first_day: date && firstDay(date),
  last_day: date && lastDay(date),
});

/** Title, summary and address of a text, in the language in which it is there. */
function told(
  entry: ArticleEntry<'activities' | 'events' | 'projects' | 'issues' | 'stories'>,
  locale: Locale,
) {
  const { text, lang } = textIn(entry, locale);
  return {
    url: address(lang, entryPath(entry.collection, entry.id)),
    language: lang,
    title: text.title,
    summary: text.summary,
  };
}

/** Who took part, each with its role at the same position of the second list. */
const participants = ({ facts }: ArticleEntry<'activities' | 'events' | 'projects'>) => ({
  units: facts.units.map((one) => one.unit),
  unit_roles: facts.units.map((one) => one.role ?? ''),
  partners: facts.partners.map((one) => one.partner),
  partner_roles: facts.partners.map((one) => one.role ?? ''),
});

/** `scholarships:60:over`: what is counted, how many, and `over`, `nearly` or `about` where it is no more exact. */
const figures = (list: readonly { value: number; of: string; qualifier?: string | undefined }[]): string[] =>
  list.map(({ value, of, qualifier }) => [of, value, ...(qualifier ? [qualifier] : [])].join(':'));

const activities = (bulletin: Bulletin, locale: Locale): DataTable =>
  table(
    'activities',
    [
      ...['id', 'url', 'language', 'title', 'summary', 'date', 'first_day', 'last_day', 'status'],
      ...['categories', 'places', 'units', 'unit_roles', 'partners', 'partner_roles', 'countries', 'numbers'],
      ...['occasion', 'occasion_year', 'part_of', 'sources'],
    ] as const,
    bulletin.entries.activities.map((entry) => ({
      id: entry.id,
      ...told(entry, locale),
      ...when(entry.facts.date),
      status: entry.facts.status,
      categories: entry.facts.categories,
      places: entry.facts.places,
      ...participants(entry),
      countries: entry.facts.countries,
      numbers: figures(entry.facts.numbers),
      occasion: entry.facts.occasion?.id,
      occasion_year: entry.facts.occasion?.year,
      part_of: entry.facts.partOf,
      sources: lines(entry.facts.sources),
    })),
    ['id'],
    [{ field: 'part_of', table: 'activities' }],
  );

const goods = ({ items }: Aid): string[] =>
  items.map(({ count, of, each }) => [of, count, ...(each === undefined ? [] : [each])].join(':'));

const aid = (bulletin: Bulletin, locale: Locale): DataTable =>
  table(
    'aid',
    [
      ...[
        'activity',
        'position',
        'url',
        'language',
        'title',
        'date',
        'first_day',
        'last_day',
        'units',
        'donors',
      ],
      ...['countries', 'amount', 'currency', 'qualifier', 'state', 'direction', 'items'],
      ...['equivalent_amount', 'equivalent_currency', 'yearly_total', 'sources'],
    ] as const,
    bulletin.entries.activities.flatMap((entry) =>
      entry.facts.aid.map((one, at) => ({
        activity: entry.id,
        position: at + 1,
        ...told(entry, locale),
        ...when(entry.facts.date),
        units: entry.facts.units.map(({ unit }) => unit),
        donors: entry.facts.partners.filter(({ role }) => role === 'donor').map(({ partner }) => partner),
        countries: entry.facts.countries,
        amount: one.amount,
        currency: one.currency,
        qualifier: one.qualifier,
        state: one.state,
        direction: one.direction,
        items: goods(one),
        equivalent_amount: one.equivalent?.amount,
        equivalent_currency: one.equivalent?.currency,
        yearly_total: one.total,
        sources: lines(one.sources.length > 0 ? one.sources : entry.facts.sources),
      })),
    ),
    ['activity', 'position'],
    [{ field: 'activity', table: 'activities' }],
  );

const partners = (bulletin: Bulletin, locale: Locale): DataTable =>
  table(
    'partners',
    ['id', 'url', 'language', 'name', 'abbreviation', 'aliases', 'country', 'type', 'sources'],
    bulletin.entries.partners.map(({ id, facts }) => {
      const { text: name, lang: language } = nameIn(facts.names, locale);
      return {
        id,
        url: address(locale, entryPath('partners', id)),
        language,
        name,
        abbreviation: facts.abbreviation,
        aliases: facts.aliases,
        country: facts.country,
        type: facts.type,
        sources: lines(facts.sources),
      };
    }),
    ['id'],
  );

const units = (bulletin: Bulletin, locale: Locale): DataTable =>
  table(
    'units',
    [
      ...['id', 'url', 'language', 'kind', 'name', 'short_name', 'aliases', 'parent', 'place', 'countries'],
      ...['valid_from', 'valid_until', 'successor', 'address', 'phones', 'email', 'website'],
      ...['opening_hours', 'head', 'head_position', 'sources'],
    ] as const,
    bulletin.entries.units.map(({ id, facts }) => {
      const { text: name, lang: language } = nameIn(facts.names, locale);
      return {
        id,
        url: address(locale, entryPath('units', id)),
        language,
        kind: facts.kind,
        name,
        short_name: nameIn(facts.shortNames, locale).text,
        aliases: facts.aliases,
        parent: facts.parent,
        place: facts.place,
        countries: facts.countries,
        valid_from: facts.validFrom && edtf(facts.validFrom),
        valid_until: facts.validUntil && edtf(facts.validUntil),
        successor: facts.successor,
        address: facts.contact?.address,
        phones: facts.contact?.phones ?? [],
        email: facts.contact?.email,
        website: facts.contact?.website,
        opening_hours: facts.contact?.hours.map(openingHours) ?? [],
        head: facts.contact?.head?.name,
        head_position: facts.contact?.head?.position,
        sources: lines(facts.sources),
      };
    }),
    ['id'],
    [
      { field: 'parent', table: 'units' },
      { field: 'successor', table: 'units' },
    ],
  );

const events = (bulletin: Bulletin, locale: Locale): DataTable =>
  table(
    'events',
    [
      ...[
        'id',
        'url',
        'language',
        'title',
        'summary',
        'date',
        'first_day',
        'last_day',
        'tentative',
        'places',
      ],
      ...['units', 'unit_roles', 'partners', 'partner_roles', 'countries', 'occasion', 'occasion_year'],
      ...['activity', 'sources'],
    ] as const,
    bulletin.entries.events.map((entry) => ({
      id: entry.id,
      ...told(entry, locale),
      ...when(entry.facts.date),
      tentative: entry.facts.tentative,
      places: entry.facts.places,
      ...participants(entry),
      countries: entry.facts.countries,
      occasion: entry.facts.occasion?.id,
      occasion_year: entry.facts.occasion?.year,
      activity: entry.facts.activity,
      sources: lines(entry.facts.sources),
    })),
    ['id'],
    [{ field: 'activity', table: 'activities' }],
  );

const projects = (bulletin: Bulletin, locale: Locale): DataTable =>
  table(
    'projects',
    [
      ...[
        'id',
        'url',
        'language',
        'title',
        'summary',
        'need',
        'project_state',
        'date',
        'first_day',
        'last_day',
      ],
      ...['amount', 'currency', 'qualifier', 'beneficiaries', 'places', 'contact', 'units', 'unit_roles'],
      ...['partners', 'partner_roles', 'countries', 'activities', 'sources'],
    ] as const,
    bulletin.entries.projects.map((entry) => ({
      id: entry.id,
      ...told(entry, locale),
      need: textIn(entry, locale).text.need,
      project_state: entry.facts.state,
      ...when(entry.facts.date),
      amount: entry.facts.amount?.amount,
      currency: entry.facts.amount?.currency,
      qualifier: entry.facts.amount?.qualifier,
      beneficiaries: figures(entry.facts.beneficiaries),
      places: entry.facts.places,
      contact: entry.facts.contact,
      ...participants(entry),
      countries: entry.facts.countries,
      activities: entry.facts.activities,
      sources: lines(entry.facts.sources),
    })),
    ['id'],
    [{ field: 'contact', table: 'units' }],
  );

const publications = (bulletin: Bulletin, locale: Locale): DataTable =>
  table(
    'publications',
    [
      ...[
        'id',
        'kind',
        'url',
        'language',
        'title',
        'summary',
        'date',
        'first_day',
        'last_day',
        'issue_number',
      ],
      ...['publisher', 'author', 'units', 'partners', 'countries', 'contents', 'pdf', 'sources'],
    ] as const,
    [
      ...bulletin.entries.issues.map((entry) => ({
        id: `issues/${entry.id}`,
        kind: 'issue',
        ...told(entry, locale),
        ...when(entry.facts.date),
        issue_number: entry.facts.number,
        publisher: entry.facts.publisher,
        author: undefined,
        units: [],
        partners: [],
        countries: [],
        contents: entry.facts.sections.flatMap(({ items }) => items),
        pdf: editionLanguages(bulletin, entry).includes(locale)
          ? new URL(fileUrl(pdfPath(entry.id, locale)), siteUrl).href
          : undefined,
        sources: lines(entry.facts.sources),
      })),
      ...bulletin.entries.stories.map((entry) => ({
        id: `stories/${entry.id}`,
        kind: 'story',
        ...told(entry, locale),
        ...when(entry.facts.date),
        issue_number: undefined,
        publisher: undefined,
        author: entry.facts.author,
        units: entry.facts.about.units,
        partners: entry.facts.about.partners,
        countries: entry.facts.countries,
        contents: [],
        pdf: undefined,
        sources: lines(entry.facts.sources),
      })),
    ],
    ['id'],
    [{ field: 'publisher', table: 'units' }],
  );

/** What the codes in the other tables stand for: words of the dictionaries, names of countries, places, occasions, documents. */
function codes(bulletin: Bulletin, locale: Locale): DataTable {
  const { places, occasions, documents } = bulletin.entries;
  const named = (field: FieldName, list: readonly { id: string; facts: { names: { vi: string } } }[]) =>
    list.map((entry) => ({ field, code: entry.id, label: entryName(entry, locale).text }));
  return table(
    'codes',
    ['field', 'code', 'label'],
    [
      ...Object.entries(codeLists).flatMap(([field, { codes: all, label }]) =>
        all.map((code) => ({ field, code, label: label(code, locale) })),
      ),
      ...countriesOf(bulletin.entries).map((code) => ({
        field: 'countries',
        code,
        label: countryName(code, locale),
      })),
      ...named('places', places),
      ...named('occasion', occasions),
      ...named('sources', documents),
    ],
    ['field', 'code'],
  );
}

const makers = { activities, aid, partners, units, events, projects, publications, codes } satisfies Record<
  TableName,
  (bulletin: Bulletin, locale: Locale) => DataTable
>;

/** All tables with the texts and names of one language, each made once. */
export const dataTables: (bulletin: Bulletin) => (locale: Locale) => readonly DataTable[] = weakMemoize(
  (bulletin: Bulletin) =>
    memoize((locale: Locale) => tableNames.map((name) => makers[name](bulletin, locale))),
);
