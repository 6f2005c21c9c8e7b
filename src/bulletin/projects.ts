import { weakMemoize } from '../model/memoize.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { isOpen, projectStates } from '../model/projects.ts';
import type { Bulletin } from './bulletin.ts';
import { indexBy, sortedBy } from './indexes.ts';

/** Projects that look for a donor. */

type Project = ArticleEntry<'projects'>;

const stateOrder = ({ facts }: Project): string => String(projectStates.indexOf(facts.state));

/** Those that a donor can still help first, in the order of the states. */
export const projectsOf = weakMemoize(({ entries }: Bulletin): readonly Project[] =>
  sortedBy(entries.projects, stateOrder, 'ascending'),
);

const byUnit = weakMemoize((bulletin: Bulletin) =>
  indexBy(
    projectsOf(bulletin),
    ({ facts }) => new Set([facts.contact, ...facts.units.map((one) => one.unit)]),
  ),
);

/** The projects that a union answers for or takes part in. */
export const projectsOfUnit = (bulletin: Bulletin, unit: string): readonly Project[] =>
  byUnit(bulletin)(unit);

/** Those that a donor can still help, as far as was known at the end of a year. */
export const openProjects = (bulletin: Bulletin, year: number): readonly Project[] =>
  projectsOf(bulletin).filter(({ facts }) => isOpen(facts.state) && (facts.date?.start.year ?? 0) <= year);
