import type { Bulletin } from '../../bulletin/bulletin.ts';
import { entryName } from '../../bulletin/bulletin.ts';
import { translator } from '../../i18n/translate.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { exactDays, type KnownDate } from '../../model/dates.ts';
import { translationLocales, type Locale } from '../../model/locales.ts';
import { siteUrl, textLicence } from '../../site.ts';
import { listSeparator } from './csv.ts';
import { csvDelimiter } from './delimiter.ts';
import { codeLists, fieldTypes, type FieldName } from './fields.ts';
import { dataTables, type DataTable } from './tables.ts';

/**
 * `datapackage.json`, the description of the open data for programs (https://datapackage.org/standard/data-package/).
 * One a language, beside the tables of that language.
 */

/** The last day on which a record of the bulletin is known to have been changed or translated: the date of the data. */
export function lastChange({ entries }: Bulletin): string | undefined {
  const articles = [
    ...entries.activities,
    ...entries.stories,
    ...entries.events,
    ...entries.projects,
    ...entries.partners,
    ...entries.issues,
  ];
  const days = articles.flatMap(({ facts, texts }) =>
    [facts.updated, ...translationLocales.map((code) => texts[code]?.translated)].flatMap(
      (date: KnownDate | undefined) => (date && exactDays(date)?.last) ?? [],
    ),
  );
  return days.sort().at(-1);
}

function fieldOf(name: FieldName, { primaryKey }: DataTable, locale: Locale): object {
  const type = fieldTypes[name];
  const codes = codeLists[name]?.codes;
  const required = primaryKey.includes(name);
  return {
    name,
    type,
    ...(type === 'list' && { itemType: 'string', delimiter: listSeparator }),
    description: translator(locale)(`data.field.${name}`),
    ...((required || (codes && type === 'string')) && {
      constraints: { ...(required && { required }), ...(codes && type === 'string' && { enum: codes }) },
    }),
  };
}

function resourcesOf(table: DataTable, locale: Locale): object[] {
  const t = translator(locale);
  const title = t(`data.table.${table.name}`);
  return [
    {
      name: table.name,
      type: 'table',
      title,
      path: `${table.name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: csvDelimiter(locale), lineTerminator: '\r\n', doubleQuote: true, header: true },
      schema: {
        fields: table.fields.map((name) => fieldOf(name, table, locale)),
        primaryKey: table.primaryKey,
        ...(table.foreignKeys.length > 0 && {
          foreignKeys: table.foreignKeys.map(({ field, table: other }) => ({
            fields: [field],
            reference: { ...(other === table.name ? {} : { resource: other }), fields: ['id'] },
          })),
        }),
      },
    },
    {
      name: `${table.name}-json`,
      title,
      path: `${table.name}.json`,
      format: 'json',
      mediatype: 'application/json',
      encoding: 'utf-8',
    },
  ];
}

/** The description of the data of one language. Without a licence while the owner has not chosen one. */
export function dataPackage(bulletin: Bulletin, locale: Locale): object {
  const t = translator(locale);
  const day = lastChange(bulletin);
  const { cluster } = bulletin;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'ban-tin-huu-nghi',
    title: `${t('site.title')}: ${t('nav.data')}`,
    description: t('data.intro'),
    homepage: new URL(localeUrl(locale, '/data/'), siteUrl).href,
    ...(day && { created: `${day}T00:00:00Z`, version: day }),
    ...(textLicence && { licenses: [{ title: textLicence.name, path: textLicence.url }] }),
    ...(cluster && {
      contributors: [{ title: entryName(cluster, locale).text, roles: ['publisher'] }],
    }),
    sources: bulletin.entries.documents.map((document) => ({
      title: entryName(document, locale).text,
      ...(document.facts.publicCopy && { path: document.facts.publicCopy.address }),
    })),
    resources: dataTables(bulletin)(locale).flatMap((table) => resourcesOf(table, locale)),
  };
}
