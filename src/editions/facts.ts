import { entryName, folderYear, textIn, type Bulletin } from '../bulletin/bulletin.ts';
import type { AidState } from '../model/aid.ts';
import { categoryPath } from '../model/paths.ts';
import {
  countryName,
  exactAmount,
  formatCount,
  formatDate,
  formatSeries,
  formatUnknown,
  machineDate,
  sayAmount,
} from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { planOf } from '../model/plans.ts';
import { nameIn, type LocalText } from '../model/names.ts';
import { anniversary } from '../model/occasions.ts';
import { groupByRole, partnerRoles, unitRoles } from '../model/roles.ts';
import type { Facts } from '../model/schemas/index.ts';

/** Words in the language that they are in, and the path of the page that they lead to, without language and base. */
export interface LinkedText extends LocalText {
  readonly path: string;
}

/** Those who took part in one role; its name is absent where the source states none. */
export interface Participants {
  readonly role?: string;
  readonly names: readonly LinkedText[];
}

/** The documents that state a figure. */
export interface StatedBy {
  /** “document, line 7” */
  readonly lines: string;
  /** “document”: on paper nobody looks a line up. */
  readonly documents: string;
}

export interface AidFact {
  /** “7.200 USD”, “hơn 19 tỷ đồng” */
  readonly short: string;
  /** The whole figure, where `short` rounds it in words. */
  readonly exact?: string;
  /** How far it has got, and that it left the country: “disbursed”, “disbursed, to friends abroad”. */
  readonly state: string;
  /** By which it is explained. */
  readonly stateCode: AidState;
  /** Who states an amount that other documents do not. */
  readonly statedBy?: StatedBy;
  /** “60 scholarships of 120 USD each” */
  readonly items: readonly string[];
  /** “worth about 19 billion VND” */
  readonly equivalent?: string;
}

/** What a record knows of an activity or an event, in the words of one language: nothing more, in the order shown. */
export interface RecordFacts {
  readonly when: {
    readonly text: string;
    /** For machines: `2023-11-02`. Absent of what is vague or planned. */
    readonly day?: string;
    /** How the source writes it, where that is odd: Vietnamese. */
    readonly asWritten?: string;
    /** Why the date is not simply what the source says. */
    readonly doubt?: string;
    /** What became of it, unless it was held. */
    readonly status?: string;
  };
  /** Places keep the name that they had on the day; `since` says beside it what became of a province. */
  readonly places: readonly (LinkedText & { readonly since?: string })[];
  readonly units: readonly Participants[];
  readonly partners: readonly Participants[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly numbers: readonly { readonly text: string; readonly statedBy?: StatedBy }[];
  readonly aid: readonly AidFact[];
  readonly occasion?: LinkedText;
  readonly categories: readonly LinkedText[];
  /** The larger activity that it was part of. */
  readonly partOf?: LinkedText;
  /** What the sources do not say: “the date, the number of people”. */
  readonly unknown?: string;
}

type Sources = readonly { readonly document: string; readonly line: number }[];

/** The facts of an activity or event for readers of `locale`. */
export function recordFacts(
  bulletin: Bulletin,
  entry: ArticleEntry<'activities'> | ArticleEntry<'events'>,
  locale: Locale,
): RecordFacts {
  const t = translator(locale);
  const { facts } = entry;
  const activity = entry.collection === 'activities' ? entry.facts : undefined;
  const larger = activity?.partOf === undefined ? undefined : bulletin.get('activities', activity.partOf);
  const largerText = larger && textIn(larger, locale);
  const statedBy = (sources: Sources) =>
    sources.length === 0 ? {} : { statedBy: sourcesInWords(bulletin, sources, locale) };
  return {
    when: when(entry, locale),
    places: facts.places.map((id) => {
      const place = bulletin.get('places', id);
      const name = { ...entryName(place, locale), path: entryPath('places', id) };
      if (place.facts.successor === undefined) return name;
      const successor = entryName(bulletin.get('places', place.facts.successor), locale).text;
      return { ...name, since: t('unit.placeSuccessor', { place: name.text, successor }) };
    }),
    units: groupByRole(facts.units, unitRoles).map(({ role, participants }) => ({
      ...(role && { role: t(`role.unit.${role}`) }),
      names: participants.map(({ unit }) => ({
        ...nameIn(bulletin.get('units', unit).facts.shortNames, locale),
        path: entryPath('units', unit),
      })),
    })),
    partners: groupByRole(facts.partners, partnerRoles).map(({ role, participants }) => ({
      ...(role && { role: t(`role.partner.${role}`) }),
      names: participants.map(({ partner }) => ({
        ...entryName(bulletin.get('partners', partner), locale),
        path: entryPath('partners', partner),
      })),
    })),
    countries: facts.countries.map((code) => ({ code, name: countryName(code, locale) })),
    numbers: (activity?.numbers ?? []).map(({ value, of, qualifier, sources }) => ({
      text: formatCount(value, of, locale, qualifier),
      ...statedBy(sources),
    })),
    aid: (activity?.aid ?? []).map((aid) => ({ ...aidInWords(aid, locale), ...statedBy(aid.sources) })),
    ...(facts.occasion && { occasion: occasion(bulletin, facts.occasion, locale) }),
    categories: (activity?.categories ?? []).map((category) => ({
      text: t(`category.${category}`),
      lang: locale,
      path: categoryPath(category),
    })),
    ...(facts.unknown.length > 0 && { unknown: formatUnknown(facts.unknown, locale) }),
    ...(larger &&
      largerText && {
        partOf: {
          text: largerText.text.title,
          lang: largerText.lang,
          path: entryPath('activities', larger.id),
        },
      }),
  };
}

function when(
  entry: ArticleEntry<'activities'> | ArticleEntry<'events'>,
  locale: Locale,
): RecordFacts['when'] {
  const t = translator(locale);
  const { date, dateAsWritten, dateDoubt } = entry.facts;
  const plan = planOf(entry);
  const day = date && !plan ? machineDate(date) : undefined;
  const status = entry.collection === 'activities' ? entry.facts.status : 'held';
  const text = date
    ? formatDate(date, locale, { plan })
    : entry.collection === 'activities'
      ? t('entry.year', { year: folderYear(entry.id) })
      : t(plan ? `date.${plan}Unknown` : 'date.unknown');
  return {
    text,
    ...(day && { day }),
    ...(dateAsWritten && { asWritten: dateAsWritten }),
    ...(dateDoubt && { doubt: t(`entry.dateDoubt.${dateDoubt}`) }),
    ...(status !== 'held' && { status: t(`status.${status}`) }),
  };
}

/** “document, line 7, document, line 9” */
function sourcesInWords(bulletin: Bulletin, sources: Sources, locale: Locale): StatedBy {
  const nameOf = (document: string) => entryName(bulletin.get('documents', document), locale).text;
  const lines = sources.map(({ document, line }) =>
    translator(locale)('entry.sourceLine', { count: 1, document: nameOf(document), line }),
  );
  const documents = [...new Set(sources.map(({ document }) => nameOf(document)))];
  return { lines: formatSeries(lines, locale), documents: formatSeries(documents, locale) };
}

function aidInWords(aid: Facts<'activities'>['aid'][number], locale: Locale): AidFact {
  const t = translator(locale);
  const { short, exact } = sayAmount(aid, locale);
  const outward = aid.direction === 'out' ? [t('aid.direction.out')] : [];
  return {
    short,
    ...(exact && { exact }),
    state: formatSeries([t(`aid.state.${aid.state}`), ...outward], locale),
    stateCode: aid.state,
    items: aid.items.map(({ count, of, each }) => {
      const items = formatCount(count, of, locale);
      return each === undefined
        ? items
        : t('aid.of', { items, each: exactAmount({ amount: each, currency: aid.currency }, locale) });
    }),
    ...(aid.equivalent && {
      equivalent: t('aid.equivalent', { amount: sayAmount(aid.equivalent, locale).short }),
    }),
  };
}

/** “50 years of Viet Nam–Japan relations”; a festival by its name alone. */
function occasion(
  bulletin: Bulletin,
  { id, year }: { readonly id: string; readonly year: number },
  locale: Locale,
): LinkedText {
  const found = bulletin.get('occasions', id);
  const { text, lang } = entryName(found, locale);
  const years = anniversary(found.facts.since, year);
  return {
    text: years === undefined ? text : translator(locale)('occasion.years', { name: text, count: years }),
    lang,
    path: entryPath('occasions', id),
  };
}
