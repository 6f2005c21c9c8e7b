import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { afterAll, describe, expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { projectRoot } from '../../build/paths.ts';
import { readContentFolder } from '../../content/disk.ts';
import { iatiReporter } from '../../site.ts';
import { fixtureBulletin } from '../../tests/fixture-bulletin.ts';
import { iatiFile } from './iati.ts';

/** The identifier is of a register that does not exist. */
const reporter = { identifier: 'XX-NOREG-1', type: '22', unit: 'quang-tri' };

const schemas = join(projectRoot, 'src/tests/iati-2.03');
xmlRegisterFsInputProviders();
const schemaFile = join(schemas, 'iati-activities-schema.xsd');
const schema = XmlDocument.fromString(readFileSync(schemaFile, 'utf8'), {
  url: schemaFile,
  option: ParseOption.XML_PARSE_NONET,
});
const validator = XsdValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

/** What the schema says against a file; nothing for a valid one. */
function faults(text: string): string | undefined {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

/** The texts and attributes that an XPath finds in a file. */
function found(text: string, path: string): string[] {
  const document = XmlDocument.fromString(text);
  try {
    return document.find(path).map(({ content }) => content);
  } finally {
    document.dispose();
  }
}

/** The one record of the small bulletin that has aid. */
const record = 'activities/2023/hoc-bong/index.vi.mdx';
const frontmatter = {
  date: 'date: 2023-11-02',
  status: 'status: held',
  categories: 'categories: [aid]',
  units: 'units: [{ unit: quang-tri, role: lead }]',
  partners: 'partners: [{ partner: hvpf, role: donor }]',
  aid: 'aid: [{ amount: 7200, currency: USD, state: disbursed }]',
};

/** The file of a bulletin whose only record of aid has these lines. */
function fileOf(changes: Partial<Record<keyof typeof frontmatter, string>> = {}): string | undefined {
  const lines = Object.values({ ...frontmatter, ...changes }).filter((line) => line !== '');
  const text = `---\ntitle: "Trao <60> & hơn"\nsummary: "Tóm tắt việc ấy."\n${lines.join('\n')}\nsources: [bao-cao:41]\n---\n\nNgày 2/11/2023, [HVPF](/partners/hvpf/) trao 60 suất, mỗi suất 120 USD.\n`;
  return iatiFile(fixtureBulletin({ [record]: text }), reporter);
}

test('nobody reports until the owner has an identifier', () => {
  expect(iatiReporter).toBeUndefined();
});

test('the records of the bulletin make a file that is valid', () => {
  const { entries } = readContentFolder(projectRoot);
  const text = iatiFile(createBulletin(entries), { ...reporter, unit: 'cum-3' }) ?? '';
  expect(faults(text)).toBeUndefined();
  expect(found(text, '//iati-activity').length).toBeGreaterThan(1);
  const gift = "//iati-activity[iati-identifier='XX-NOREG-1-2023-hvpf-60-hoc-bong']";
  expect(found(text, `${gift}/transaction/value`)).toEqual(['7200']);
  expect(found(text, `${gift}/transaction/value/@currency`)).toEqual(['USD']);
  expect(found(text, `${gift}/activity-date/@iso-date`)).toEqual(['2023-11-02', '2023-11-02']);
  expect(found(text, `${gift}/participating-org[@role='1']/narrative[@xml:lang='en']`)).toHaveLength(1);
});

test('the schema would say so if it were not', () => {
  const text = fileOf() ?? '';
  expect(faults(text)).toBeUndefined();
  expect(faults(text.replace('2023-11-02', '2023-11'))).toContain('xs:date');
  expect(faults(text.replace(/<activity-status[^>]*><\/activity-status>/, ''))).toContain('activity-status');
});

describe('an activity is left out', () => {
  test.each([
    ['whose day is not known', { date: 'date: 2023-11' }],
    ['without a date', { date: '' }],
    ['whose day was inferred', { date: 'date: 2023-11-02\ndateDoubt: inferred' }],
    ['that is only planned', { status: 'status: planned' }],
    ['whose aid is promised', { aid: 'aid: [{ amount: 7200, currency: USD, state: pledged }]' }],
    [
      'that is a total of the year',
      { aid: 'aid: [{ amount: 7200, currency: USD, state: disbursed, total: true }]' },
    ],
    ['of which nobody says who gave or did it', { units: 'units: [{ unit: quang-tri }]', partners: '' }],
  ])('%s', (_, changes) => {
    expect(fileOf(changes)).toBeUndefined();
    expect(fileOf()).toBeDefined();
  });
});

describe('a sum', () => {
  const sums = (changes: Parameters<typeof fileOf>[0]): string[] =>
    found(fileOf(changes) ?? '', '//transaction/value');

  test('is there where it is exact', () => {
    expect(sums({})).toEqual(['7200']);
  });

  test.each([
    [
      'is “about” so much',
      { aid: 'aid: [{ amount: 7200, currency: USD, state: disbursed, qualifier: about }]' },
    ],
    ['was given on one of several days', { date: 'date: 2023-11-02/2023-11-04' }],
    [
      'differs between two documents',
      {
        aid: 'aid:\n  - { amount: 7200, currency: USD, state: disbursed, sources: [bao-cao:41] }\n  - { amount: 7000, currency: USD, state: disbursed, sources: [bao-cao:42] }',
      },
    ],
  ])('is left out, and its activity not, where it %s', (_, changes) => {
    expect(sums(changes)).toEqual([]);
    expect(faults(fileOf(changes) ?? '')).toBeUndefined();
  });
});

test('remarks between editors are not in it, and what stands for markup is a text', () => {
  const text = fileOf({ status: 'status: held\nnotes: "chỉ biên tập viên được đọc"' }) ?? '';
  expect(text).not.toContain('chỉ biên tập viên');
  expect(found(text, '//title[1]/narrative')).toContain('Trao <60> & hơn');
});
