import type { Bulletin } from '../bulletin/bulletin.ts';
import { figuresOf } from '../bulletin/issue-figures.ts';
import { countryName, formatPair, formatTotal } from '../i18n/format.ts';
import { dateFormat } from '../i18n/intl.ts';
import { translator } from '../i18n/translate.ts';
import type { AidState, AidTotal, Currency } from '../model/aid.ts';
import type { Category } from '../model/categories.ts';
import type { ArticleEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { nameIn } from '../model/names.ts';
import { clusterLedBy } from './unions.ts';

/** One bar of a chart: what is counted, by its key and its name, and how many activities. */
export interface Bar<Key extends string = string> {
  readonly key: Key;
  readonly name: string;
  readonly count: number;
}

/** An issue's period in figures. Within a list the most come first, but months come in order. */
export interface IssueFigures {
  readonly activities: number;
  readonly countries: number;
  readonly partners: number;
  readonly byCategory: readonly Bar<Category>[];
  /** Every month of the period, `2023-07`; none where it is longer than a year. */
  readonly byMonth: readonly Bar[];
  /** By ISO code. */
  readonly byCountry: readonly Bar[];
  /** By id of the union. */
  readonly byUnion: readonly Bar[];
  /** By currency: amounts of two currencies compare nothing. */
  readonly aid: readonly AidOfCurrency[];
}

export interface AidOfCurrency {
  readonly currency: Currency;
  /** “Value of aid: USD” */
  readonly title: string;
  readonly rows: readonly {
    /** “to the province, disbursed” */
    readonly name: string;
    readonly short: string;
    readonly exact?: string;
    readonly state: AidState;
    /** Its part of the largest amount of the currency; none of a single one. */
    readonly share?: number;
  }[];
}

/** The figures of an issue: a union's own issue counts its own activities, that of the cluster's lead all. */
export function issueFigures(
  bulletin: Bulletin,
  issue: ArticleEntry<'issues'>,
  locale: Locale,
): IssueFigures {
  const t = translator(locale);
  /** The union of each unit; the cluster and whoever stands above it have none. */
  const unionOf = new Map(
    bulletin.unions.flatMap((union) => [
      [union.id, union.id] as const,
      ...bulletin.associationsOf(union.id).map(({ id }) => [id, union.id] as const),
    ]),
  );
  const { publisher, date } = issue.facts;
  const ownIssue =
    bulletin.unions.some(({ id }) => id === publisher) && !clusterLedBy(bulletin, publisher, date.start.year);
  const counted = ownIssue
    ? bulletin.activities.filter((one) => one.facts.units.some(({ unit }) => unionOf.get(unit) === publisher))
    : bulletin.activities;
  const figures = figuresOf(counted, date, (unit) => unionOf.get(unit));
  const bars = <Key extends string>(
    counts: readonly { name: Key; count: number }[],
    nameOf: (key: Key) => string,
  ): Bar<Key>[] => counts.map(({ name, count }) => ({ key: name, name: nameOf(name), count }));
  const month = dateFormat(locale, { month: 'long' });
  return {
    activities: figures.activities,
    countries: figures.byCountry.length,
    partners: figures.partners,
    byCategory: bars(figures.byCategory, (category) => t(`category.${category}`)),
    byMonth: bars(figures.byMonth, (key) => month.format(new Date(`${key}-01`))),
    byCountry: bars(figures.byCountry, (code) => countryName(code, locale)),
    byUnion: bars(
      figures.byUnion,
      (unit) => nameIn(bulletin.get('units', unit).facts.shortNames, locale).text,
    ),
    aid: [...Map.groupBy(figures.aid, ({ currency }) => currency)].map(([currency, totals]) => ({
      currency,
      title: formatPair(t('issue.figures.aid'), currency, locale),
      rows: aidRows(totals, locale),
    })),
  };
}

function aidRows(totals: readonly AidTotal[], locale: Locale): AidOfCurrency['rows'] {
  const t = translator(locale);
  const most = Math.max(...totals.map(({ amount }) => amount));
  return totals.map((total) => {
    const { short, exact } = formatTotal(total, locale);
    return {
      name: `${t(`aid.direction.${total.direction}`)}, ${t(`aid.state.${total.state}`)}`,
      short,
      ...(exact && { exact }),
      state: total.state,
      ...(totals.length > 1 && { share: total.amount / most }),
    };
  });
}
