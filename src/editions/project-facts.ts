import { entryName, type Bulletin } from '../bulletin/bulletin.ts';
import { formatCount, formatDate, sayAmount } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { groupByRole, partnerRoles, unitRoles } from '../model/roles.ts';
import type { LinkedText, Participants } from './facts.ts';

/** What a donor wants to know of a project, in the words of one language: nothing that the sources do not say. */
export interface ProjectFacts {
  readonly state: string;
  /** As of when. */
  readonly when: string | undefined;
  readonly need: string | undefined;
  /** “about 500 million dong”, and the whole figure where that rounds it. */
  readonly amount: { readonly short: string; readonly exact: string | undefined } | undefined;
  readonly beneficiaries: readonly string[];
  readonly places: readonly LinkedText[];
  readonly contact: LinkedText;
  readonly units: readonly Participants[];
  readonly partners: readonly Participants[];
}

export function projectFacts(
  bulletin: Bulletin,
  { facts, texts }: ArticleEntry<'projects'>,
  locale: Locale,
): ProjectFacts {
  const t = translator(locale);
  const linked = (collection: 'places' | 'units' | 'partners', id: string): LinkedText => ({
    ...entryName(bulletin.get(collection, id), locale),
    path: entryPath(collection, id),
  });
  return {
    state: t(`project.state.${facts.state}`),
    when: facts.date && formatDate(facts.date, locale),
    need: texts[locale]?.need,
    amount: facts.amount && sayAmount(facts.amount, locale),
    beneficiaries: facts.beneficiaries.map(({ value, of, qualifier }) =>
      formatCount(value, of, locale, qualifier),
    ),
    places: facts.places.map((id) => linked('places', id)),
    contact: linked('units', facts.contact),
    units: groupByRole(facts.units, unitRoles).map(({ role, participants }) => ({
      ...(role && { role: t(`role.unit.${role}`) }),
      names: participants.map(({ unit }) => linked('units', unit)),
    })),
    partners: groupByRole(facts.partners, partnerRoles).map(({ role, participants }) => ({
      ...(role && { role: t(`role.partner.${role}`) }),
      names: participants.map(({ partner }) => linked('partners', partner)),
    })),
  };
}
