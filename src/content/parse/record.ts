import type { Text } from '../../model/entries.ts';
import { isLocale, localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import {
  articleSchemas,
  referenceSchemas,
  type ArticleCollection,
  type CollectionName,
  type Facts,
  type ReferenceCollection,
} from '../../model/schemas/index.ts';
import type { Report } from '../checks/check.ts';
import { imageName } from '../checks/file-names.ts';
import { validate, type ObjectSchema } from '../checks/schema.ts';
import type { ContentFiles } from '../files.ts';
import type { Folders, RecordFiles } from '../folders.ts';
import type { ProblemCode } from '../problems.ts';
import type { ParsedArticle, ParsedRecords, ParsedReference } from '../records.ts';
import {
  fileReader,
  unread,
  type FileFacts,
  type FileOfRecord,
  type FileReader,
  type KnownTexts,
} from './file-reader.ts';
import { remembering, type RecordParser } from './remember.ts';
import { readSource } from './source.ts';
import { textParser, type ArticleSchemas, type ParsedText, type TextParser } from './text.ts';
import { readYaml } from './yaml.ts';

/** From the files of a record to its facts and texts. */

/** Where the faults of one file go. */
export type ReportIn = (file: string) => Report<ProblemCode>;

/** The language of a text file by its name; `undefined` for other files. */
function localeOf(name: string): Locale | undefined {
  const code = /^index\.([a-z]+)\.mdx$/.exec(name)?.[1];
  return code !== undefined && isLocale(code) ? code : undefined;
}

function parseArticle<Name extends ArticleCollection>(
  { collection, id, folder, names }: RecordFiles<Name>,
  files: ContentFiles,
  parse: TextParser<Name>,
  reportIn: ReportIn,
  known: KnownTexts | undefined,
): ParsedArticle<Name> {
  const read = new Map<Locale, ParsedText<Name>>();
  for (const name of names) {
    const locale = localeOf(name);
    if (locale === undefined) continue;
    const file = `${folder}/${name}`;
    read.set(locale, parse({ collection, file, locale }, files.get(file), reportIn(file), known));
  }
  const texts: Partial<Record<Locale, Text<Name>>> = {};
  for (const locale of localeCodes) {
    const { text, parsed, fingerprint } = read.get(locale) ?? {};
    if (!text || !parsed?.body || fingerprint === undefined) continue;
    const body = { nodes: parsed.body.nodes, text: parsed.body.text };
    texts[locale] = { ...text, body, ownFingerprint: fingerprint };
  }
  const file = `${folder}/index.${originalLocale}.mdx`;
  const facts = read.get(originalLocale)?.facts;
  const { vi } = texts;
  return {
    collection,
    id,
    file,
    files: [...read.values()].map((one) => one.parsed),
    pictures: names.filter((name) => imageName.test(name)),
    strays: names.filter((name) => localeOf(name) === undefined && !imageName.test(name)),
    facts,
    entry: facts && vi && { collection, id, file, facts, texts: { ...texts, vi } },
  };
}

/** A record without texts, and what its file says where that is sound. */
interface ReferenceFacts<Name extends ReferenceCollection> extends FileFacts {
  readonly facts?: Facts<Name>;
}

/** Reads YAML files of a collection. */
const factsReader = <Name extends ReferenceCollection>(
  schema: ObjectSchema<Facts<Name>>,
): FileReader<FileOfRecord<Name>, ReferenceFacts<Name>> =>
  fileReader((of, file, report) => {
    const source = readSource(file, report);
    const yaml = source === undefined ? undefined : readYaml(source, 1, report);
    const facts = yaml && validate({ facts: schema }, yaml, [], report)?.facts;
    return { parsed: { ...unread(of), yaml }, ...(facts && { facts }) };
  });

function parseReference<Name extends ReferenceCollection>(
  { collection, id, folder, names: [name = ''] }: RecordFiles<Name>,
  files: ContentFiles,
  read: FileReader<FileOfRecord<Name>, ReferenceFacts<Name>>,
  reportIn: ReportIn,
  known: KnownTexts | undefined,
): ParsedReference<Name> {
  const file = `${folder}/${name}`;
  const of = { collection, file, locale: undefined };
  const { parsed, facts } = read(of, files.get(file), reportIn(file), known);
  return {
    collection,
    id,
    file,
    files: [parsed],
    pictures: [],
    strays: [],
    facts,
    entry: facts && { collection, id, file, facts },
  };
}

function articles<Name extends ArticleCollection>(schemas: ArticleSchemas<Name>) {
  const parse = textParser(schemas);
  return remembering((one: RecordFiles<Name>, files, reportIn, known) =>
    parseArticle(one, files, parse, reportIn, known),
  );
}
function references<Name extends ReferenceCollection>(schemas: {
  readonly facts: ObjectSchema<Facts<Name>>;
}) {
  const read = factsReader(schemas.facts);
  return remembering((one: RecordFiles<Name>, files, reportIn, known) =>
    parseReference(one, files, read, reportIn, known),
  );
}

const parsers = {
  activities: articles<'activities'>(articleSchemas.activities),
  stories: articles<'stories'>(articleSchemas.stories),
  events: articles<'events'>(articleSchemas.events),
  projects: articles<'projects'>(articleSchemas.projects),
  partners: articles<'partners'>(articleSchemas.partners),
  issues: articles<'issues'>(articleSchemas.issues),
  units: references<'units'>(referenceSchemas.units),
  places: references<'places'>(referenceSchemas.places),
  occasions: references<'occasions'>(referenceSchemas.occasions),
  documents: references<'documents'>(referenceSchemas.documents),
  reports: references<'reports'>(referenceSchemas.reports),
};

/**
 * Reads all records; what is wrong in single files is reported.
 * @param known texts that need not be parsed again
 */
export function parseRecords(
  { records, files }: Folders,
  reportIn: ReportIn,
  known?: KnownTexts,
): ParsedRecords {
  const of = <Name extends CollectionName, Parsed>(
    name: Name,
    parse: RecordParser<RecordFiles<Name>, Parsed>,
  ): Parsed[] =>
    records
      .filter((one): one is RecordFiles<Name> => one.collection === name)
      .map((one) => parse(one, files, reportIn, known));
  return {
    activities: of('activities', parsers.activities),
    stories: of('stories', parsers.stories),
    events: of('events', parsers.events),
    projects: of('projects', parsers.projects),
    partners: of('partners', parsers.partners),
    issues: of('issues', parsers.issues),
    units: of('units', parsers.units),
    places: of('places', parsers.places),
    occasions: of('occasions', parsers.occasions),
    documents: of('documents', parsers.documents),
    reports: of('reports', parsers.reports),
  };
}
