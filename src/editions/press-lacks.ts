import type { ArticleEntry } from '../model/entries.ts';

/** What a printed bulletin needs before a press makes a thousand copies of it. */
export const pressNeeds = ['licence', 'responsible', 'editors', 'printRun', 'printer', 'address'] as const;
export type PressNeed = (typeof pressNeeds)[number];

/** Whether an address is one of the reserved names, which are nobody's (RFC 2606). */
export const leadsNowhere = (site: string): boolean =>
  /\.(example|test|invalid|localhost)$|^localhost$/.test(new URL(site).hostname);

/**
 * What an issue still lacks when its file for the printing house is made. The deposit is not among it: it comes after.
 *
 * @param site public address of the site, whose links and code are on paper for good
 * @example
 * pressLacks(issue, 'https://ban-tin-huu-nghi.example') // => ['licence', 'responsible', …, 'address']
 */
export function pressLacks({ facts }: ArticleEntry<'issues'>, site: string): PressNeed[] {
  const { licence, responsible, editors, printRun, printer } = facts.colophon;
  const known: Record<PressNeed, boolean> = {
    licence: licence !== undefined,
    responsible: responsible !== undefined,
    editors: editors.length > 0,
    printRun: printRun !== undefined,
    printer: printer !== undefined,
    address: !leadsNowhere(site),
  };
  return pressNeeds.filter((need) => !known[need]);
}
