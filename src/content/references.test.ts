import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { CollectionName } from '../model/schemas/index.ts';
import { namingFields, type NamingField } from '../tests/references.ts';
import { filesOnDisk } from './disk.ts';
import { fileOfBytes, type ContentFiles } from './files.ts';
import { holdBack } from './hold-back.ts';
import { splitFrontMatter } from './parse/yaml.ts';
import type { Problem } from './problems.ts';
import { readContent, type Content } from './read.ts';

/** Of every field that names a record: a name that leads nowhere is reported, and is not published. */

const good = filesOnDisk(join(import.meta.dirname, '../tests/cases/good'));

/** A good record of each collection. No two have the same id: `truong` is a place and nothing else. */
const existing: Readonly<Record<CollectionName, string>> = {
  activities: '2023/tham',
  stories: '2023/nguoi-ban',
  events: '2024/hop',
  projects: 'lop-hoc',
  partners: 'hvpf',
  issues: '2023-2',
  units: 'cum-3',
  places: 'truong',
  occasions: 'vn-jp',
  documents: 'bao-cao',
  reports: 'quang-tri-2023',
};

/** How a field spells the name of a record. */
const spelled = ({ to }: NamingField, collection: CollectionName): string =>
  to.length > 1 ? `${collection}/${existing[collection]}` : existing[collection];

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists are added to, groups are merged, `undefined` takes a field away. */
function merged(base: Data, more: Data): Data {
  const changed = Object.entries(more).map(([key, value]) => {
    const here = base[key];
    if (Array.isArray(here) && Array.isArray(value)) {
      return [key, [...(here as unknown[]), ...(value as unknown[])]] as const;
    }
    return [key, isData(here) && isData(value) ? merged(here, value) : value] as const;
  });
  const all = { ...base, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const fileOf = (collection: CollectionName): string => {
  const path = `content/${collection}/${existing[collection]}`;
  return good.has(`${path}.yaml`) ? `${path}.yaml` : `${path}/index.vi.mdx`;
};

/** The good folder with more facts in one record. */
function folderWith(collection: CollectionName, facts: object): { files: ContentFiles; text: string } {
  const path = fileOf(collection);
  const source = new TextDecoder().decode(good.get(path)?.read());
  const parts = splitFrontMatter(source);
  const yaml = stringify(merged(parse(parts?.yaml ?? source) as Data, { ...facts }));
  const text = parts ? `---\n${yaml}---\n${parts.body}` : yaml;
  return { files: new Map([...good, [path, fileOfBytes(new TextEncoder().encode(text))]]), text };
}

function readWith({ collection }: NamingField, facts: object): Content {
  return readContent(folderWith(collection, facts).files);
}

const unknown = (problems: readonly Problem[]): Problem[] =>
  problems.filter((one) => one.code === 'unknownReference');

const recordIn = ({ entries }: Pick<Content, 'entries'>, collection: CollectionName) =>
  entries[collection].find((one) => one.id === existing[collection]);

/** Something is wrong elsewhere: only then is anything held back. */
const elsewhere: Problem = { file: 'content/x.txt', line: 1, column: 1, code: 'unreadable', values: {} };

const fields = namingFields.map((field) => ({ name: `${field.collection} ${field.path}`, field }));

describe('a name', () => {
  test('of a good folder leads somewhere', () => {
    expect(readContent(good).problems).toEqual([]);
  });

  test.each(fields)('that nobody has is reported where it stands: $name', ({ field }) => {
    const [first = 'units'] = field.to;
    const missing = field.to.length > 1 ? `${first}/khong-co` : 'khong-co';
    const { files, text } = folderWith(field.collection, field.facts(missing));
    const found = unknown(readContent(files).problems);
    expect(found).toMatchObject([
      { file: fileOf(field.collection), values: { value: missing, collection: first } },
    ]);
    expect(text.split('\n')[(found[0]?.line ?? 0) - 1]).toContain('khong-co');
  });

  test.each(fields)('of a record of its collection is none of our business: $name', ({ field }) => {
    for (const collection of field.to) {
      expect(unknown(readWith(field, field.facts(spelled(field, collection))).problems)).toEqual([]);
    }
  });

  test.each(fields)('of a record of another collection is reported: $name', ({ field }) => {
    const others = (Object.keys(existing) as CollectionName[]).filter(
      // A source with a slash in it is a fault of another kind.
      (one) => !field.to.includes(one) && !(field.to.includes('documents') && existing[one].includes('/')),
    );
    expect(others.length).toBeGreaterThan(3);
    for (const other of others) {
      expect(unknown(readWith(field, field.facts(spelled(field, other))).problems)).toHaveLength(1);
    }
  });

  test.each(fields)('that nobody has is not published: $name', ({ field }) => {
    const { collection, left } = field;
    const { entries } = readWith(field, field.facts('khong-co'));
    expect(recordIn({ entries }, collection)).toBeDefined();
    const published = holdBack({ entries, problems: [elsewhere] });
    const record = recordIn(published, collection);
    if (left) expect(record?.facts).toEqual(recordIn(readWith(field, left), collection)?.facts);
    else expect(record).toBeUndefined();
    const held = left ? [] : [{ record: `${collection}/${existing[collection]}`, problems: [] }];
    expect(published.held.filter((one) => one.record !== 'x.txt')).toMatchObject(held);
  });

  test.each(fields)('of a record that is there is published: $name', ({ field }) => {
    const { collection, to } = field;
    const { entries } = readWith(field, field.facts(spelled(field, to[0] ?? 'units')));
    expect(recordIn(holdBack({ entries, problems: [elsewhere] }), collection)).toEqual(
      recordIn({ entries }, collection),
    );
  });
});

test('one name where a list or a group belongs is reported beside that fault', () => {
  const field = namingFields.find((one) => one.path === 'units.unit');
  if (!field) throw new Error('no field');
  for (const units of ['quang-trj', ['quang-trj']]) {
    const { text } = folderWith('activities', {});
    const path = fileOf('activities');
    const [yaml = '', ...body] = text.slice(4).split('\n---\n');
    const facts = { ...(parse(yaml) as object), units };
    const faulty = `---\n${stringify(facts)}---\n${body.join('\n---\n')}`;
    const files = new Map([...good, [path, fileOfBytes(new TextEncoder().encode(faulty))]]);
    expect(unknown(readContent(files).problems)).toMatchObject([
      { values: { value: 'quang-trj', suggestion: '→ quang-tri' } },
    ]);
  }
});
