import { parse } from 'csv-parse/sync';
import { describe, expect, test, vi } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { mapCollections, type AnyRecord } from '../../model/entries.ts';
import { textLicences } from '../../model/licences.ts';
import { localeCodes } from '../../model/locales.ts';
import { collectionNames } from '../../model/schemas/collections.ts';
import { factsSchema } from '../../model/schemas/index.ts';
import { filesOfCase, textOf as textOfFile } from '../../tests/cases.ts';
import { fixtureBulletin } from '../../tests/fixture-bulletin.ts';
import { nonEmpty } from '../../tests/non-empty.ts';
import { codeLists, fieldTypes, type FieldName } from './fields.ts';
import { dataPackage, lastChange } from './datapackage.ts';
import { dataFiles, dataPaths } from './files.ts';
import { dataTables, tableNames } from './tables.ts';

const setting = vi.hoisted(() => ({ textLicence: undefined as { name: string; url: string } | undefined }));
vi.mock('../../site.ts', async (original) => ({
  ...(await original<object>()),
  get textLicence() {
    return setting.textLicence;
  },
}));

const bulletin = fixtureBulletin();
const tablesIn = dataTables(bulletin);
const tableIn = (locale: (typeof localeCodes)[number], name: (typeof tableNames)[number]) => {
  const found = tablesIn(locale).find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

test('a row says what the record says, in codes', () => {
  const row = tableIn('vi', 'activities').rows.find(({ date }) => date === '2023-11-02');
  expect(row).toMatchObject({
    language: 'vi',
    title: 'Trao 60 suất học bổng',
    first_day: '2023-11-02',
    last_day: '2023-11-02',
    status: 'held',
    categories: ['aid'],
    places: ['truong'],
    units: ['quang-tri'],
    unit_roles: ['lead'],
    partners: ['hvpf'],
    partner_roles: ['donor'],
    countries: ['JP'],
    occasion: 'vn-jp',
    occasion_year: 2023,
    sources: ['bao-cao:41'],
  });
});

test('figures that disagree stand side by side, with what is not known left empty', () => {
  const row = tableIn('vi', 'activities').rows.find(({ title }) => title === 'Đón đoàn');
  expect(row).toMatchObject({ numbers: ['delegations:30', 'delegations:27'], unit_roles: [''] });
  expect(row?.['date']).toBeUndefined();
  expect(row?.['first_day']).toBeUndefined();
});

test('each aid is a row of its own, with who gave it and what it is made of', () => {
  const rows = nonEmpty(tableIn('vi', 'aid').rows, 'rows of aid');
  expect(rows[0]).toMatchObject({
    position: 1,
    amount: 7200,
    currency: 'USD',
    state: 'disbursed',
    direction: 'in',
    donors: ['hvpf'],
    items: ['scholarships:60:120'],
    yearly_total: false,
  });
});

test('the row of a union says how it is reached', () => {
  const rows = tableIn('en', 'units').rows;
  expect(rows.find(({ id }) => id === 'quang-tri')).toMatchObject({
    address: 'Số 1 đường Hữu Nghị',
    phones: ['0233 3000 000', '+44 20 7946 0000'],
    opening_hours: ['Mo-Fr 07:30-11:30', 'Mo-Fr 13:30-13:31'],
    head_position: 'chair',
  });
  expect(rows.find(({ id }) => id === 'cum-3')).toMatchObject({ phones: [], email: undefined });
});

test('there is a row for every record and no other', () => {
  const { activities, partners, units, events, issues, stories } = bulletin.entries;
  const counts = Object.fromEntries(tablesIn('vi').map(({ name, rows }) => [name, rows.length]));
  expect(counts).toMatchObject({
    activities: activities.length,
    partners: partners.length,
    units: units.length,
    events: events.length,
    publications: issues.length + stories.length,
    aid: activities.flatMap((one) => one.facts.aid).length,
  });
});

test('a text that is not translated is there in Vietnamese, and says so', () => {
  const untranslated = nonEmpty(
    bulletin.entries.activities.filter((one) => !one.texts.lo),
    'texts that are not in Lao',
  );
  const rows = tableIn('lo', 'activities').rows;
  for (const { id, texts } of untranslated)
    expect(rows.find((row) => row.id === id)).toMatchObject({ language: 'vi', title: texts.vi.title });
});

test('a key names one row, and what refers to another table finds it', () => {
  for (const locale of localeCodes)
    for (const { name, primaryKey, foreignKeys, rows } of tablesIn(locale)) {
      const keys = nonEmpty(rows, name).map((row) => primaryKey.map((field) => row[field]).join(' '));
      expect({ name, unique: new Set(keys).size }).toEqual({ name, unique: rows.length });
      for (const { field, table } of foreignKeys) {
        const ids = new Set(tableIn(locale, table).rows.map((row) => row.id));
        const named = rows.flatMap((row) => row[field] ?? []);
        expect({ name, field, lost: named.filter((id) => !ids.has(String(id))) }).toEqual({
          name,
          field,
          lost: [],
        });
      }
    }
});

test('every code in a table is explained in the table of codes', () => {
  const explained = new Set(tableIn('en', 'codes').rows.map(({ field, code }) => `${field} ${code}`));
  const coded = Object.keys(codeLists) as FieldName[];
  for (const { rows } of tablesIn('en').filter(({ name }) => name !== 'codes'))
    for (const row of rows)
      for (const field of [...coded, 'countries', 'places', 'occasion'] as FieldName[])
        for (const code of [row[field] ?? []].flat())
          if (code !== '') expect(explained).toContain(`${field} ${String(code)}`);
});

test('the values of a field have its type', () => {
  const is = {
    string: (value: unknown) => typeof value === 'string',
    integer: Number.isSafeInteger,
    boolean: (value: unknown) => typeof value === 'boolean',
    date: (value: unknown) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
    list: (value: unknown) => Array.isArray(value) && value.every((one) => !String(one).includes('|')),
  };
  for (const { name, fields, rows } of tablesIn('km'))
    for (const row of rows)
      for (const field of fields) {
        const value = row[field];
        if (value !== undefined)
          expect({ name, field, value, fits: is[fieldTypes[field]](value) }).toMatchObject({ fits: true });
      }
});

test('remarks between editors are in no file', () => {
  expect(collectionNames.filter((name) => !('notes' in factsSchema(name).shape))).toEqual([]);
  const remark = 'chỉ biên tập viên được đọc';
  const remarked = mapCollections(bulletin.entries, <Entry extends AnyRecord>(list: readonly Entry[]) =>
    list.map((entry) => ({ ...entry, facts: { ...entry.facts, notes: remark } })),
  );
  const files = dataFiles(createBulletin(remarked));
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter(({ text }) => text.includes(remark))).toEqual([]);
  // The test sees what it looks for.
  expect(JSON.stringify(remarked)).toContain(remark);
});

describe('the files', () => {
  const files = dataFiles(bulletin);
  const textOf = (locale: string, file: string): string =>
    files.find((one) => one.locale === locale && one.name === file)?.text ?? '';

  test('each has an address', () => {
    const addresses = (['.csv', '.json'] as const).flatMap((ending) =>
      dataPaths(bulletin, ending).map(({ params: { locale, file } }) => `${locale ?? 'vi'} ${file}${ending}`),
    );
    expect(addresses.sort()).toEqual(files.map(({ locale, name }) => `${locale} ${name}`).sort());
  });

  test('CSV and JSON have the same rows', () => {
    for (const name of tableNames) {
      const json = JSON.parse(textOf('en', `${name}.json`)) as Record<string, unknown>[];
      const csv: Record<string, string>[] = parse(textOf('en', `${name}.csv`), { bom: true, columns: true });
      const flat = json.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            Array.isArray(value) ? value.join('|') : String(value ?? ''),
          ]),
        ),
      );
      expect(csv).toEqual(nonEmpty(flat, name));
    }
  });

  test('the description names files that are there, with their columns in order and their delimiter', () => {
    for (const [locale, delimiter] of [
      ['vi', ';'],
      ['en', ','],
    ] as const) {
      const { resources } = JSON.parse(textOf(locale, 'datapackage.json')) as {
        resources: {
          name: string;
          path: string;
          dialect?: { delimiter: string };
          schema?: { fields: { name: string; description: string }[] };
        }[];
      };
      expect(resources.length).toBe(tableNames.length * 2);
      for (const { path, schema, dialect } of resources) {
        const text = textOf(locale, path);
        expect({ path, there: text !== '' }).toEqual({ path, there: true });
        if (!schema) continue;
        expect(dialect).toMatchObject({ delimiter });
        const [head] = parse(text, { bom: true, delimiter, to: 1 });
        expect(schema.fields.map((field) => field.name)).toEqual(head);
        expect(schema.fields.filter((field) => field.description === '')).toEqual([]);
      }
    }
  });
});

describe('the description', () => {
  test('claims no licence while the owner has chosen none', () => {
    setting.textLicence = undefined;
    expect(dataPackage(bulletin, 'en')).not.toHaveProperty('licenses');
  });

  test('names the licence that the owner has chosen', () => {
    setting.textLicence = textLicences['CC-BY-4.0'];
    const { name, url } = textLicences['CC-BY-4.0'];
    expect(dataPackage(bulletin, 'en')).toMatchObject({ licenses: [{ title: name, path: url }] });
  });

  test('is dated by the last known change of a record or translation, not by a clock', () => {
    expect(lastChange(bulletin)).toBeUndefined();
    const path = 'activities/2023/hoc-bong/index.vi.mdx';
    const text = textOfFile(filesOfCase('good'), `content/${path}`);
    const changed = fixtureBulletin({ [path]: text.replace('sources:', 'updated: 2024-02-03\nsources:') });
    expect(lastChange(changed)).toBe('2024-02-03');
    expect(dataPackage(changed, 'vi')).toMatchObject({ created: '2024-02-03T00:00:00Z' });
  });
});
