import type { Bulletin } from '../../bulletin/bulletin.ts';
import { localeCodes } from '../../model/locales.ts';
import { localeParam } from '../../i18n/urls.ts';
import { csvDelimiter, writeCsv } from './csv.ts';
import { dataPackage } from './datapackage.ts';
import { dataTables, type DataTable } from './tables.ts';

/** The files of the open data, as they stand below `/data/` of each language. */

export interface DataFile {
  /** `activities.csv`, `datapackage.json` */
  readonly name: string;
  readonly text: string;
}

/** Rows as objects with every field: `null` where nothing is known. */
function writeJson({ fields, rows }: DataTable): string {
  const objects = rows.map((row) => Object.fromEntries(fields.map((name) => [name, row[name] ?? null])));
  return `[\n${objects.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
}

/** Route parameters and props of the endpoint `pages/[...locale]/data/[file]`. */
export function dataPaths(bulletin: Bulletin) {
  return localeCodes.flatMap((locale) => {
    const files: DataFile[] = [
      { name: 'datapackage.json', text: `${JSON.stringify(dataPackage(bulletin, locale), null, 1)}\n` },
      ...dataTables(bulletin)(locale).flatMap((table) => [
        {
          name: `${table.name}.csv`,
          text: writeCsv(
            table.fields,
            table.rows.map((row) => table.fields.map((name) => row[name])),
            csvDelimiter(locale),
          ),
        },
        { name: `${table.name}.json`, text: writeJson(table) },
      ]),
    ];
    return files.map(({ name, text }) => ({
      params: { locale: localeParam(locale), file: name },
      props: { text },
    }));
  });
}
