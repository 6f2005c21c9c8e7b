import { entryName, languagesOf, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import { countriesOfPartner } from '../../bulletin/facets.ts';
import type { Category } from '../../model/categories.ts';
import type { ClothOptions } from '../../model/weave.ts';
import { countryName, formatDate, formatIssue } from '../../i18n/format.ts';
import { localeCodes, locales, type Locale } from '../../model/locales.ts';
import { planOf } from '../../model/plans.ts';
import { translator } from '../../i18n/translate.ts';

/**
 * Share cards: the picture that a link to the bulletin wears in a chat or on a social network. One for each record
 * and language, and one for the site in each language, which all other pages show.
 */

/** The size that every network accepts, in pixels. */
export const cardWidth = 1200;
export const cardHeight = 630;

/** `cardPath('/partners/hvpf/') // => '/partners/hvpf/card.png'`: below the prefix of its language. */
export function cardPath(path: string): string {
  return `${path}card.png`;
}

/** What stands on a card. */
export interface Card {
  readonly locale: Locale;
  /** File below `dist`: `lo/activities/2023/x/card.png`. */
  readonly out: string;
  /** Small line above the title. */
  readonly kicker: string;
  readonly title: string;
  /** Language of the title, where it is not the card's own. */
  readonly titleLang: Locale;
  /** Small line opposite the masthead. */
  readonly when: string;
  /** Strips of cloth, from left to right; together `clothWidth` threads wide. Woven when they are drawn. */
  readonly cloths: readonly ClothOptions[];
}

/** In threads of ten pixels: one more than the card is wide, so that the cloth has an axis. */
const clothWidth = 121;
const clothHeight = 21;

interface ClothFacts {
  seed: string;
  category: Category;
  countries: readonly string[];
}

const wholeCloth = (facts: ClothFacts): ClothOptions[] => [
  { ...facts, width: clothWidth, height: clothHeight },
];

/** A strip for each country of the issue, as on its cover. */
function issueCloths(bulletin: Bulletin, issue: ArticleEntry<'issues'>): ClothOptions[] {
  const items = issue.facts.sections.flatMap((section) => section.items).map((path) => bulletin.item(path));
  const countries = [...new Set(items.flatMap((item) => item.facts.countries))].sort();
  const width = Math.floor(clothWidth / Math.max(1, countries.length));
  return countries.map((country, index) => {
    const item = items.find((one) => one.facts.countries.includes(country));
    const category = (item && 'categories' in item.facts && item.facts.categories[0]) || 'peace-friendship';
    const last = index === countries.length - 1;
    return {
      seed: `issues/${issue.id}/${country}`,
      category,
      countries: [country],
      width: last ? clothWidth - width * index : width,
      height: clothHeight,
    };
  });
}

const separated = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

/** What the card of a text says beside its title. */
function lines(
  entry: ArticleEntry<'activities' | 'stories' | 'events' | 'projects' | 'issues'>,
  locale: Locale,
): { kicker: string; when: string; category: Category } {
  const t = translator(locale);
  const { facts } = entry;
  if ('number' in facts) {
    const label = formatIssue(facts, locale);
    return { kicker: label, when: '', category: 'peace-friendship' };
  }
  const category = 'categories' in facts ? facts.categories[0] : undefined;
  const kind =
    entry.collection === 'stories'
      ? t('nav.stories')
      : category
        ? t(`category.${category}`)
        : t(entry.collection === 'projects' ? 'nav.projects' : 'kind.events');
  const countries = facts.countries.slice(0, 3).map((code) => countryName(code, locale));
  return {
    kicker: separated([kind, ...countries]),
    when: facts.date ? formatDate(facts.date, locale, { plan: planOf(entry) }) : '',
    category: category ?? 'peace-friendship',
  };
}

/** Every card of the site. */
export function cardsOf(bulletin: Bulletin): Card[] {
  const outOf = (locale: Locale, path: string): string =>
    `${locales[locale].prefix}${cardPath(path)}`.slice(1);
  const { activities, stories, events, issues, entries } = bulletin;
  const texts = [...activities, ...stories, ...events, ...entries.projects, ...issues].flatMap((entry) =>
    languagesOf(entry).map((locale): Card => {
      const { kicker, when, category } = lines(entry, locale);
      const { facts } = entry;
      const seed = `${entry.collection}/${entry.id}`;
      return {
        locale,
        out: outOf(locale, entryPath(entry.collection, entry.id)),
        kicker,
        title: entry.texts[locale]?.title ?? '',
        titleLang: locale,
        when,
        cloths:
          'number' in facts
            ? issueCloths(bulletin, entry as ArticleEntry<'issues'>)
            : wholeCloth({ seed, category, countries: facts.countries }),
      };
    }),
  );
  const named = localeCodes.flatMap((locale): Card[] => {
    const t = translator(locale);
    const card = (
      path: string,
      kicker: string,
      one: (typeof entries.partners | typeof entries.units)[number],
      countries: readonly string[],
    ): Card => {
      const name = entryName(one, locale);
      return {
        locale,
        out: outOf(locale, path),
        kicker,
        title: name.text,
        titleLang: name.lang,
        when: '',
        cloths: wholeCloth({ seed: path.slice(1, -1), category: 'peace-friendship', countries }),
      };
    };
    return [
      ...entries.partners.map((one) =>
        card(
          entryPath('partners', one.id),
          separated([
            t(`partnerType.${one.facts.type}`),
            ...countriesOfPartner(one).map((code) => countryName(code, locale)),
          ]),
          one,
          countriesOfPartner(one),
        ),
      ),
      ...entries.units.map((one) =>
        card(entryPath('units', one.id), t('nav.units'), one, one.facts.countries),
      ),
    ];
  });
  const sites = localeCodes.map((locale): Card => {
    const t = translator(locale);
    return {
      locale,
      out: outOf(locale, '/'),
      kicker: '',
      title: t('site.description'),
      titleLang: locale,
      when: '',
      cloths: wholeCloth({ seed: 'ban-tin-huu-nghi', category: 'peace-friendship', countries: ['LA'] }),
    };
  });
  return [...sites, ...texts, ...named];
}
