import type { Project } from 'schema-dts';
import { entryName, textIn, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import type { Locale } from '../../model/locales.ts';
import { absolute, identity, imageOf, type LinkedData } from './linked-data.ts';
import { organizationNamed } from './organization.ts';

/** A project that looks for a donor. schema.org knows no sum that is still needed: that stands on the page alone. */
export function projectData(
  bulletin: Bulletin,
  project: ArticleEntry<'projects'>,
  locale: Locale,
): LinkedData<Project> {
  const { text } = textIn(project, locale);
  const { facts } = project;
  const path = entryPath('projects', project.id);
  const organization = (collection: 'units' | 'partners', id: string) =>
    organizationNamed(bulletin, collection, id, locale);
  const donors = facts.partners.filter(({ role }) => role === 'donor');
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': identity(path, 'project'),
    url: absolute(locale, path),
    mainEntityOfPage: absolute(locale, path),
    name: text.title,
    description: text.summary,
    image: imageOf(locale, path),
    parentOrganization: organization('units', facts.contact),
    ...(facts.places.length > 0 && {
      location: facts.places.map((id) => ({
        '@type': 'Place' as const,
        name: entryName(bulletin.get('places', id), locale).text,
      })),
    }),
    ...(donors.length > 0 && { funder: donors.map(({ partner }) => organization('partners', partner)) }),
  } as LinkedData<Project>;
}
