import type { Bulletin } from '../bulletin/bulletin.ts';
import { unionOf } from '../bulletin/report-records.ts';
import { countryName, formatCount, formatNumber, formatSeries } from '../i18n/format.ts';
import { reportAmount, reportDate, reportText, type ReportKey } from '../i18n/report.ts';
import { translator } from '../i18n/translate.ts';
import { exactDays, type KnownDate } from '../model/dates.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { toneLast } from '../model/letters.ts';
import { planOf } from '../model/plans.ts';
import type { Facts } from '../model/schemas/index.ts';
import type { Source } from './article.ts';

/** How a report tells a record: in a sentence that has every fact of it. */

type Activity = ArticleEntry<'activities'>;
type Event = ArticleEntry<'events'>;
export type AidOfRecord = Facts<'activities'>['aid'][number];

/** Letters of one form, dashes and spaces alike: what two people write differently and mean the same. */
const plain = (text: string): string =>
  text
    .split(/\s*[-–—]\s*|\s+/u)
    .map(toneLast)
    .join(' ')
    .toLowerCase();

const says = (text: string, ...names: readonly (string | undefined)[]): boolean =>
  names.some((name) => name !== undefined && plain(text).includes(plain(name)));

/**
 * Whether a sentence has the day and month of both ends of a date, in figures; of a vague date, its words. A year alone
 * needs none: the report is of that year.
 */
function saysDate(text: string, date: KnownDate): boolean {
  if (!date.end && date.start.precision === 'year' && !date.start.approximate) return true;
  if (!exactDays(date)) return says(text, reportDate(date));
  return [date.start, date.end ?? date.start].every(({ day = 0, month = 0 }) =>
    new RegExp(`(?<!\\d)0?${day}(?!\\d)[^.;]*?(?:/|tháng )0?${month}(?!\\d)`, 'u').test(text),
  );
}

/** “60 suất học bổng × 120 USD” */
const itemsOf = (aid: AidOfRecord): string[] =>
  aid.items.map(({ count, of, each }) => {
    const items = formatCount(count, of, 'vi');
    return each === undefined
      ? items
      : reportText('money.item', { items, each: reportAmount({ amount: each, currency: aid.currency }) });
  });

/** How far the money has got, and that it left the country. */
export function stateOfAid({ state, direction }: Pick<AidOfRecord, 'state' | 'direction'>): string {
  const words = translator('vi')(`aid.state.${state}`);
  return direction === 'out' ? reportText('direction.out', { state: words }) : words;
}

/** “7.200 USD, tương đương khoảng 175.000.000 đồng” */
export function amountOfAid(aid: AidOfRecord): string {
  const amount = reportAmount(aid);
  return aid.equivalent
    ? reportText('money.equivalent', { amount, equivalent: reportAmount(aid.equivalent) })
    : amount;
}

/** The partners of a record by name, with the role where it is known. */
function partnersOf(bulletin: Bulletin, partners: Activity['facts']['partners'], told: string): string[] {
  return partners.flatMap(({ partner, role }) => {
    const { names, abbreviation, aliases } = bulletin.get('partners', partner).facts;
    if (says(told, names.vi, abbreviation, ...aliases)) return [];
    if (role === undefined) return [names.vi];
    return [reportText('fact.withRole', { name: names.vi, role: translator('vi')(`role.partner.${role}`) })];
  });
}

/** The other units that took part; the reader knows whose report it is. */
function unitsOf(
  bulletin: Bulletin,
  facts: Activity['facts'] | Event['facts'],
  union: string,
  told: string,
): string[] {
  // What all unions did needs no list of them.
  const taking = new Set(facts.units.map(({ unit }) => unit));
  if (bulletin.unions.length > 1 && bulletin.unions.every(({ id }) => taking.has(id))) return [];
  return facts.units.flatMap(({ unit, role }) => {
    if (unit === union) return [];
    const { names, shortNames, aliases, kind } = bulletin.get('units', unit).facts;
    // “Hà Tĩnh, Quảng Bình, Quảng Trị” is said of three unions.
    const place = kind === 'union' ? shortNames.vi.replace(/^Liên hiệp /u, '') : undefined;
    if (kind === 'cluster' || says(told, names.vi, shortNames.vi, place, ...aliases)) return [];
    // “Hội hữu nghị Việt – Lào tỉnh” is what its own union calls it.
    const own = unionOf(bulletin, unit) === union && says(told, names.vi.replace(/ tỉnh .*$/u, ''));
    if (own) return [];
    if (role === undefined) return [shortNames.vi];
    return [
      reportText('fact.withRole', { name: shortNames.vi, role: translator('vi')(`role.unit.${role}`) }),
    ];
  });
}

/** Where it was, unless that is the union's own province, which goes without saying. */
function placesOf(bulletin: Bulletin, places: readonly string[], union: string, told: string): string[] {
  const home = bulletin.find('units', union)?.facts.place;
  return places.flatMap((id) => {
    const { names, aliases } = bulletin.get('places', id).facts;
    return id === home || says(told, names.vi, ...aliases) ? [] : [names.vi];
  });
}

/** What a sentence leaves out of the facts of its record, in brackets; nothing where it has them all. */
function rest(bulletin: Bulletin, entry: Activity | Event, union: string, told: string): string {
  const { facts } = entry;
  const numbers = entry.collection === 'activities' ? entry.facts.numbers : [];
  const aid = entry.collection === 'activities' ? entry.facts.aid : [];
  const parts: readonly (readonly [ReportKey, readonly string[]])[] = [
    ['fact.when', facts.date && !saysDate(told, facts.date) ? [reportDate(facts.date)] : []],
    ['fact.where', placesOf(bulletin, facts.places, union, told)],
    ['fact.units', unitsOf(bulletin, facts, union, told)],
    ['fact.partners', partnersOf(bulletin, facts.partners, told)],
    [
      'fact.numbers',
      numbers.flatMap(({ value, of, qualifier }) =>
        hasFigure(told, value) ? [] : [formatCount(value, of, 'vi', qualifier)],
      ),
    ],
    [
      'fact.aid',
      aid.flatMap((one) => {
        const said = hasFigure(told, one.amount);
        const { equivalent } = one;
        const worth =
          said && (!equivalent || hasFigure(told, equivalent.amount))
            ? []
            : [reportText('money.state', { amount: amountOfAid(one), state: stateOfAid(one) })];
        const items = itemsOf(one).filter(
          (item) => !item.match(/[\d.]+/g)?.every((figure) => told.includes(figure)),
        );
        const all = [...worth, ...items];
        return all.length === 0 ? [] : [all.join('; ')];
      }),
    ],
  ];
  const said = parts.flatMap(([key, values]) =>
    values.length === 0 ? [] : [reportText(key, { value: formatSeries([...new Set(values)], 'vi') })],
  );
  const plan = planOf(entry) === 'tentative' && !says(told, 'dự kiến') ? [reportText('fact.planned')] : [];
  const all = [...plan, ...said];
  return all.length === 0 ? '' : ` (${all.join('; ')})`;
}

/** Whether a figure stands in a sentence by itself: 29 is in “29 người” and “gồm 29”, not in “1.290”. */
function hasFigure(text: string, value: number): boolean {
  const figure = formatNumber(value, 'vi').replaceAll('.', '\\.');
  return new RegExp(`(?<![\\d.,])0?${figure}(?![\\d]|[.,]\\d)`, 'u').test(text);
}

/** Without the full stop, so that more can follow. */
const unended = (sentence: string): string => sentence.trim().replace(/[.;:]+$/u, '');

/** A record in full: its sentence, and in brackets what that leaves out. */
export function fullLine(bulletin: Bulletin, entry: Activity | Event, union: string): string {
  const told = entry.facts.reportLine ?? entry.texts.vi.summary;
  return `${unended(told)}${rest(bulletin, entry, union, told)}.`;
}

/** A record that is told in full elsewhere, by its title: a summary says more than the title, and not what it is of. */
export function shortLine(entry: Activity | Event, place: string): string {
  return `${unended(entry.texts.vi.title)} ${reportText('see', { place })}.`;
}

/**
 * A delegation by name, country and date, as the lists of delegations have it; `undefined` where nobody says who came.
 * @param place where it is told in full
 */
export function delegationLine(bulletin: Bulletin, { facts }: Activity, place: string): string | undefined {
  const guests = facts.partners.filter(({ role }) => role === 'guest');
  if (guests.length === 0) return undefined;
  const names = guests.map(({ partner }) => bulletin.get('partners', partner).facts.names.vi);
  const values = {
    guests: formatSeries(names, 'vi'),
    countries: formatSeries(
      facts.countries.map((code) => countryName(code, 'vi')),
      'vi',
    ),
  };
  const named = reportText(facts.countries.length > 0 ? 'delegationFrom' : 'delegation', values);
  const when = facts.date ? [reportDate(facts.date)] : [];
  return `${[named, ...when].join(', ')} ${reportText('see', { place })}.`;
}

const sourceText = ({ document, line }: Source): string => `${document}:${line}`;

/** What the clerk should look at before the line goes out. */
export function remarksOn(entry: Activity | Event): string[] {
  const { dateDoubt, dateAsWritten, notes } = entry.facts;
  const figures =
    entry.collection === 'activities'
      ? [
          ...entry.facts.numbers.map((one) => ({
            kind: one.of as string,
            text: formatCount(one.value, one.of, 'vi', one.qualifier),
            sources: one.sources,
          })),
          ...entry.facts.aid.map((one) => ({
            kind: `${one.direction} ${one.state} ${one.currency}`,
            text: reportAmount(one),
            sources: one.sources,
          })),
        ].filter(({ sources }) => sources.length > 0)
      : [];
  const disputed = [...Map.groupBy(figures, ({ kind }) => kind).values()].filter(
    (group) => new Set(group.map(({ text }) => text)).size > 1,
  );
  return [
    ...disputed.map((group) =>
      reportText('comment.disputed', {
        figures: formatSeries(
          group.map(({ text, sources }) =>
            reportText('comment.figure', { figure: text, source: sources.map(sourceText).join(', ') }),
          ),
          'vi',
        ),
      }),
    ),
    ...(dateDoubt === 'inferred' ? [reportText('comment.inferred')] : []),
    ...(dateDoubt === 'misprint' ? [reportText('comment.misprint', { written: dateAsWritten ?? '' })] : []),
    ...(notes ? [reportText('comment.notes', { record: `${entry.collection}/${entry.id}`, notes })] : []),
  ];
}
