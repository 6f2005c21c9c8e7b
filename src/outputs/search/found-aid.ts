/** The sums of aid in what was found: the same as the lists of the site show, counted in the browser. */
import { sortAid, type Uncounted } from '../../bulletin/counted-aid.ts';
import { totalAid, type AidTotal, type CountedThing, type Currency } from '../../model/aid.ts';
import { facetNames, type FacetsFile } from './record.ts';

export interface FoundAid {
  readonly totals: readonly AidTotal[];
  /** How many of what was found have no part in them, and why. */
  readonly leftOut: readonly { readonly reason: Uncounted | 'noAmount'; readonly count: number }[];
}

/** @param ids of pages that were found */
export function foundAid(ids: readonly string[], file: FacetsFile | undefined): FoundAid {
  if (!file) return { totals: [], leftOut: [] };
  const pages = ids.flatMap((id) => (file.aid[id] ? [{ id, facts: file.aid[id] }] : []));
  // A yearly total holds what its Union was given in that year.
  const years = Map.groupBy(pages, ({ id }) => file.pages[id]?.[0].slice(0, 4));
  const sorted = [...years.values()].map((ofYear) => sortAid(ofYear));
  const because = (reason: Uncounted) =>
    sorted.flatMap(({ uncounted }) => uncounted.filter((one) => one.reason === reason)).length;
  const aidCategory = file.values.category.findIndex(([id]) => id === 'aid');
  const noAmount = ids.filter((id) => {
    const categories = file.pages[id]?.[2 + facetNames.indexOf('category')] as readonly number[] | undefined;
    return file.aid[id] === undefined && categories?.includes(aidCategory);
  });
  return {
    totals: totalAid(sorted.flatMap(({ counted }) => counted)),
    leftOut: [
      { reason: 'inYearTotal' as const, count: because('inYearTotal') },
      { reason: 'otherFigure' as const, count: because('otherFigure') },
      { reason: 'noAmount' as const, count: noAmount.length },
    ].filter(({ count }) => count > 0),
  };
}

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Words for sums in the page's language. */
export interface AidStrings {
  /** By direction and state, `in.disbursed`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** With `{{value}}`, as all below. */
  readonly currencies: Readonly<Record<Currency, Plural>>;
  readonly things: Readonly<Partial<Record<CountedThing, Plural>>>;
  readonly about: string;
  /** With `{{items}}`. */
  readonly including: string;
  readonly separator: string;
  readonly entries: Plural;
  readonly reasons: Readonly<Record<FoundAid['leftOut'][number]['reason'], string>>;
}

/** So many sums stand open before the results; more are one line until somebody opens it. */
const openSums = 3;

/** Shows sums in the elements of `SearchBox.astro`, or hides them where there is none. */
export function showAid(
  box: HTMLDetailsElement,
  aid: FoundAid | undefined,
  strings: AidStrings,
  locale: string,
): void {
  const { totals = [], leftOut = [] } = aid ?? {};
  box.hidden = totals.length === 0;
  if (box.hidden) return;
  box.open = totals.length <= openSums;
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
  const say = (forms: Plural, count: number) =>
    (forms[plural.select(count)] ?? forms.other).replace(/\{\{(?:value|count)\}\}/, number.format(count));
  const lines = totals.map(({ direction, state, currency, amount, inexact, items }) => {
    const sum = say(strings.currencies[currency], amount);
    const value = element('dd', inexact ? strings.about.replace('{{value}}', () => sum) : sum);
    const named = items.flatMap(({ of, count }) =>
      strings.things[of] ? [say(strings.things[of], count)] : [],
    );
    if (named.length > 0)
      value.append(
        element(
          'small',
          strings.including.replace('{{items}}', () => named.join(strings.separator)),
        ),
      );
    const line = element('div', '');
    line.append(element('dt', strings.kinds[`${direction}.${state}`] ?? ''), value);
    return line;
  });
  box.querySelector('.aid-lines')?.replaceChildren(...lines);
  const reasons = leftOut.map(({ reason, count }) =>
    element('li', `${say(strings.entries, count)} · ${strings.reasons[reason]}`),
  );
  const list = box.querySelector<HTMLElement>('.left-out');
  if (!list) return;
  list.hidden = reasons.length === 0;
  list.querySelector('ul')?.replaceChildren(...reasons);
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
