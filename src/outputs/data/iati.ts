import { x } from 'xastscript';
import { toXml } from 'xast-util-to-xml';
import { languagesOf, type Bulletin } from '../../bulletin/bulletin.ts';
import { localeUrl } from '../../i18n/urls.ts';
import type { PartnerType } from '../../model/categories.ts';
import { exactDays } from '../../model/dates.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import type { IatiReporter } from '../../model/iati.ts';
import { localeCodes, originalLocale } from '../../model/locales.ts';
import type { Names } from '../../model/names.ts';
import { siteUrl } from '../../site.ts';
import { lastChange } from './datapackage.ts';

/**
 * Aid as the International Aid Transparency Initiative has it, version 2.03 (https://iatistandard.org/en/iati-standard/203/).
 *
 * The standard wants a day, a status and a plain sum; a record may know a month, a promise, “about”. What is not known is left out, never
 * guessed: an activity is in the file when it was held on a known day and its aid was handed over; a sum is a transaction when it is
 * exact, of one day, and no other document gives another. Sectors, flow types and finance types are in none: no source names them.
 */

/** What the file is called, without its ending. */
export const iatiName = 'iati-activities';

type Activity = ArticleEntry<'activities'>;
type Aid = Activity['facts']['aid'][number];
type Node = ReturnType<typeof x>;

/** Codes of the lists that the standard keeps (https://iatistandard.org/en/iati-standard/203/codelists/). */
const codes = {
  closed: '4',
  actualStart: '2',
  actualEnd: '4',
  disbursement: '3',
  webPage: 'A12',
  role: { funding: '1', extending: '3', implementing: '4' },
} as const;

/** OrganisationType of those partners whose type says which of its codes they are. */
const organisationTypes: Partial<Record<PartnerType, string>> = {
  government: '10',
  'diplomatic-mission': '10',
  province: '11',
  company: '70',
  university: '80',
};

const partnerRoleCodes: Readonly<Record<string, string>> = {
  donor: codes.role.funding,
  intermediary: codes.role.extending,
  implementer: codes.role.implementing,
};
const unitRoleCodes: Readonly<Record<string, string>> = {
  lead: codes.role.implementing,
  'co-organise': codes.role.implementing,
};

/** The same text in several languages. */
const narratives = (texts: Readonly<Partial<Record<string, string>>>): Node[] =>
  localeCodes.flatMap((code) =>
    texts[code] === undefined ? [] : [x('narrative', { 'xml:lang': code }, texts[code])],
  );

const named = (names: Names): Node[] => narratives(names);

const written = ({ texts }: Activity, field: 'title' | 'summary'): Node[] =>
  narratives(Object.fromEntries(localeCodes.map((code) => [code, texts[code]?.[field]])));

/** Those that took part, in the roles that the standard knows. */
function participants(bulletin: Bulletin, { facts }: Activity): Node[] {
  const partners = facts.partners.flatMap(({ partner, role }) => {
    const code = role && partnerRoleCodes[role];
    const { names, type } = bulletin.get('partners', partner).facts;
    return code
      ? [x('participating-org', { role: code, type: organisationTypes[type] }, ...named(names))]
      : [];
  });
  const units = facts.units.flatMap(({ unit, role }) => {
    const code = role && unitRoleCodes[role];
    return code
      ? [x('participating-org', { role: code }, ...named(bulletin.get('units', unit).facts.names))]
      : [];
  });
  return [...partners, ...units];
}

/** The sums that are known exactly. */
function transactions(bulletin: Bulletin, { facts }: Activity, day: string): Node[] {
  const kind = ({ state, currency }: Aid): string => `${state} ${currency}`;
  const disputed = (aid: Aid): boolean =>
    aid.sources.length > 0 && facts.aid.filter((one) => kind(one) === kind(aid)).length > 1;
  const exact = facts.aid.filter(
    (one) => one.state === 'disbursed' && one.qualifier === undefined && !disputed(one),
  );
  const donors = facts.partners.filter(({ role }) => role === 'donor');
  const [donor] = donors.length === 1 ? donors : [];
  return exact.map(({ amount, currency }) =>
    x('transaction', [
      x('transaction-type', { code: codes.disbursement }),
      x('transaction-date', { 'iso-date': day }),
      x('value', { currency, 'value-date': day }, String(amount)),
      ...(donor ? [x('provider-org', named(bulletin.get('partners', donor.partner).facts.names))] : []),
    ]),
  );
}

/** Where the aid went: to Viet Nam, or to the one country that a gift abroad names. */
function recipientCountry({ facts }: Activity): Node[] {
  const [abroad, ...more] = facts.countries;
  const code = facts.aid.every(({ direction }) => direction === 'in')
    ? 'VN'
    : more.length === 0
      ? abroad
      : undefined;
  return code === undefined ? [] : [x('recipient-country', { code })];
}

/** One activity, or `undefined` where something is not known that the standard demands. */
function activityElement(bulletin: Bulletin, reporter: IatiReporter, activity: Activity): Node | undefined {
  const { id, facts, texts } = activity;
  const days = facts.date && exactDays(facts.date);
  // A yearly total holds other activities; a promise has no day on which it is kept.
  const given =
    facts.aid.length > 0 && facts.aid.every(({ state, total }) => state === 'disbursed' && !total);
  const oneWay = new Set(facts.aid.map(({ direction }) => direction)).size === 1;
  const organisations = participants(bulletin, activity);
  if (!days || facts.dateDoubt !== undefined || facts.status !== 'held') return undefined;
  if (!given || !oneWay || organisations.length === 0) return undefined;
  const updated = facts.updated && exactDays(facts.updated)?.last;
  const path = entryPath('activities', id);
  return x(
    'iati-activity',
    { 'xml:lang': originalLocale, 'last-updated-datetime': updated && `${updated}T00:00:00Z` },
    [
      x('iati-identifier', `${reporter.identifier}-${id.replaceAll('/', '-')}`),
      // The bulletin tells what others gave: it answers for the report, not for the gift.
      x(
        'reporting-org',
        { ref: reporter.identifier, type: reporter.type, 'secondary-reporter': '1' },
        ...named(bulletin.get('units', reporter.unit).facts.names),
      ),
      x('title', written(activity, 'title')),
      x('description', written(activity, 'summary')),
      ...organisations,
      x('activity-status', { code: codes.closed }),
      x('activity-date', { type: codes.actualStart, 'iso-date': days.first }),
      x('activity-date', { type: codes.actualEnd, 'iso-date': days.last }),
      ...recipientCountry(activity),
      ...facts.places.map((place) =>
        x('location', [x('name', named(bulletin.get('places', place).facts.names))]),
      ),
      ...(days.first === days.last ? transactions(bulletin, activity, days.first) : []),
      ...languagesOf(activity).map((code) =>
        x('document-link', { url: new URL(localeUrl(code, path), siteUrl).href, format: 'text/html' }, [
          x('title', narratives({ [code]: texts[code]?.title })),
          x('category', { code: codes.webPage }),
          x('language', { code }),
        ]),
      ),
    ],
  );
}

/**
 * The file; `undefined` where no activity knows enough, since the standard has no empty file.
 * @param reporter who reports (`src/site.ts`)
 */
export function iatiFile(bulletin: Bulletin, reporter: IatiReporter): string | undefined {
  const activities = bulletin.entries.activities.flatMap(
    (activity) => activityElement(bulletin, reporter, activity) ?? [],
  );
  if (activities.length === 0) return undefined;
  const day = lastChange(bulletin);
  const root = x(
    'iati-activities',
    { version: '2.03', 'generated-datetime': day && `${day}T00:00:00Z` },
    activities,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}
