import type { Bulletin } from '../../bulletin/bulletin.ts';
import { localeCodes, type Locale } from '../../model/locales.ts';
import { localeParam } from '../../i18n/urls.ts';
import { writeCsv } from './csv.ts';
import { csvDelimiter } from './delimiter.ts';
import { dataPackage } from './datapackage.ts';
import { dataTables, type DataTable } from './tables.ts';

/** The files of the open data, as they stand below `/data/` of each language. */

export interface DataFile {
  readonly locale: Locale;
  /** `activities.csv`, `datapackage.json` */
  readonly name: string;
  readonly text: string;
}

/** Rows as objects with every field: `null` where nothing is known. */
function writeJson({ fields, rows }: DataTable): string {
  const objects = rows.map((row) => Object.fromEntries(fields.map((name) => [name, row[name] ?? null])));
  return `[\n${objects.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
}

/** All files in all languages. */
export const dataFiles = (bulletin: Bulletin): DataFile[] =>
  localeCodes.flatMap((locale) => [
    {
      locale,
      name: 'datapackage.json',
      text: `${JSON.stringify(dataPackage(bulletin, locale), null, 1)}\n`,
    },
    ...dataTables(bulletin)(locale).flatMap((table) => [
      {
        locale,
        name: `${table.name}.csv`,
        text: writeCsv(
          table.fields,
          table.rows.map((row) => table.fields.map((name) => row[name])),
          csvDelimiter(locale),
        ),
      },
      { locale, name: `${table.name}.json`, text: writeJson(table) },
    ]),
  ]);

/**
 * Route parameters and props of an endpoint, `pages/[...locale]/data/[file].csv` or `.json`: `npm run dev` knows a file by
 * the ending in the name of its route.
 */
export function dataPaths(bulletin: Bulletin, ending: '.csv' | '.json') {
  return dataFiles(bulletin)
    .filter(({ name }) => name.endsWith(ending))
    .map(({ locale, name, text }) => ({
      params: { locale: localeParam(locale), file: name.slice(0, -ending.length) },
      props: { text },
    }));
}
