import type { Dataset } from 'schema-dts';
import type { Bulletin } from '../../bulletin/bulletin.ts';
import { translator } from '../../i18n/translate.ts';
import type { Locale } from '../../model/locales.ts';
import { lastChange } from '../data/datapackage.ts';
import { tableNames } from '../data/tables.ts';
import { absolute, licensed, type LinkedData } from './linked-data.ts';
import { organizationNamed } from './organization.ts';

/** The open data, on their page: search engines for data read this. */
export function datasetData(bulletin: Bulletin, locale: Locale): LinkedData<Dataset> {
  const t = translator(locale);
  const { cluster } = bulletin;
  const url = absolute(locale, '/data/');
  const changed = lastChange(bulletin);
  const download = (name: string, encodingFormat: string) => ({
    '@type': 'DataDownload' as const,
    name,
    encodingFormat,
    contentUrl: `${url}${name}`,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${url}#data`,
    url,
    name: `${t('site.title')}: ${t('nav.data')}`,
    description: t('data.intro'),
    inLanguage: locale,
    isAccessibleForFree: true,
    ...(changed && { dateModified: changed }),
    ...licensed(),
    ...(cluster && { publisher: organizationNamed(bulletin, 'units', cluster.id, locale) }),
    distribution: tableNames.flatMap((name) => [
      download(`${name}.csv`, 'text/csv'),
      download(`${name}.json`, 'application/json'),
    ]),
  };
}
