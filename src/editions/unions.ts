import { entryName, type Bulletin } from '../bulletin/bulletin.ts';
import { translator } from '../i18n/translate.ts';
import { entryPath, type ReferenceEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { nameIn } from '../model/names.ts';
import type { LinkedText } from './facts.ts';

/** The unions of the cluster, in the order of its report. */
export interface UnionList {
  /** Who leads the cluster in the year, where it is known: a sentence each. */
  readonly leads: readonly string[];
  readonly unions: readonly (LinkedText & {
    /** Its area, where that has become part of another. */
    readonly area?: string;
    readonly associations: readonly LinkedText[];
  })[];
}

/** The cluster that a union leads in a year: what it publishes then, it publishes for all. */
export const clusterLedBy = (
  bulletin: Bulletin,
  union: string,
  year: number,
): ReferenceEntry<'units'> | undefined =>
  bulletin.entries.units.find(({ facts }) =>
    facts.leads.some((one) => one.year === year && one.lead === union),
  );

/** @param year the year whose lead and deputy lead are named */
export function unionList(bulletin: Bulletin, year: number, locale: Locale): UnionList {
  const t = translator(locale);
  const short = (id: string) => nameIn(bulletin.get('units', id).facts.shortNames, locale).text;
  return {
    leads: bulletin.entries.units
      .flatMap((unit) => unit.facts.leads.filter((one) => one.year === year))
      .map(({ lead, deputy }) => t('unit.lead', { year, lead: short(lead), deputy: short(deputy) })),
    unions: bulletin.unions.map((union) => {
      const place = union.facts.place === undefined ? undefined : bulletin.get('places', union.facts.place);
      const successor = place?.facts.successor;
      return {
        ...entryName(union, locale),
        path: entryPath('units', union.id),
        ...(place &&
          successor !== undefined && {
            area: t('unit.placeSuccessor', {
              place: entryName(place, locale).text,
              successor: entryName(bulletin.get('places', successor), locale).text,
            }),
          }),
        associations: bulletin.associationsOf(union.id).map((one) => ({
          ...entryName(one, locale),
          path: entryPath('units', one.id),
        })),
      };
    }),
  };
}
