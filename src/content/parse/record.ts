import type { Text } from '../../model/entries.ts';
import { isLocale, localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import {
  articleSchemas,
  referenceSchemas,
  type ArticleCollection,
  type CollectionName,
  type Facts,
  type ReferenceCollection,
  type TextFields,
} from '../../model/schemas/index.ts';
import type { Fault, Report } from '../checks/check.ts';
import { contained } from '../checks/containment.ts';
import { imageName } from '../checks/file-names.ts';
import { validate, type ObjectSchema } from '../checks/schema.ts';
import type { ContentFiles, SourceFile } from '../files.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Folders, RecordFiles } from '../folders.ts';
import type { ProblemCode } from '../problems.ts';
import type { ParsedArticle, ParsedFile, ParsedRecords, ParsedReference } from '../records.ts';
import { compileBody, type ImagePointer } from './mdx.ts';
import { remembering, type RecordParser } from './remember.ts';
import { readSource } from './source.ts';
import { withFrenchSpaces } from './spaces.ts';
import { readYaml, splitFrontMatter, type YamlFacts } from './yaml.ts';

/** From the files of a record to its facts and texts. */

/** Where the faults of one file go. */
export type ReportIn = (file: string) => Report<ProblemCode>;

interface ArticleSchemas<Name extends ArticleCollection> {
  readonly facts: ObjectSchema<Facts<Name>>;
  readonly text: ObjectSchema<TextFields<Name>>;
}

/** One text of an article, and what its front matter says where that is sound. */
interface ParsedText<Name extends ArticleCollection> {
  readonly parsed: ParsedFile;
  readonly facts?: Facts<Name>;
  readonly text?: TextFields<Name>;
}

/** The cover photo of an issue, which its front matter names. */
function coverOf({ data, positionOf }: YamlFacts): ImagePointer[] {
  const { cover, coverAlt } = (data ?? {}) as { cover?: { image?: unknown }; coverAlt?: unknown };
  if (typeof cover?.image !== 'string') return [];
  const target = `./${cover.image.replace(/^\.\//, '')}`;
  return [{ ...positionOf(['cover', 'image']), target, alt: String(coverAlt ?? '') }];
}

interface TextOf<Name extends CollectionName> {
  readonly collection: Name;
  readonly file: string;
  readonly locale: Locale | undefined;
}

/** What is known of a file that cannot be read. */
const unread = (of: TextOf<CollectionName>): ParsedFile => ({
  ...of,
  yaml: undefined,
  body: undefined,
  bodySource: '',
  images: [],
  bodyLine: 1,
  bodyIsEmpty: false,
});

/** The year of the folder in which a record lies: `content/activities/2023/x/index.vi.mdx`. */
function yearOf(file: string): number | undefined {
  const year = /^content\/[a-z]+\/(\d{4})(?:[-/])/.exec(file)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Reads one text: front matter against the schemas, body to a tree. */
function parseText<Name extends ArticleCollection>(
  of: TextOf<Name> & { readonly locale: Locale },
  source: SourceFile | undefined,
  schemas: ArticleSchemas<Name>,
  report: Report<ProblemCode>,
): ParsedText<Name> {
  const { collection, file, locale } = of;
  const whole = readSource(source, report);
  if (whole === undefined) return { parsed: unread(of) };
  const parts = splitFrontMatter(whole);
  if (!parts) {
    report({ line: 1, column: 1, code: 'noFrontMatter', values: {} });
    return { parsed: unread(of) };
  }
  const yaml = readYaml(parts.yaml, 2, report);
  const { facts, text } = schemas;
  const found =
    yaml &&
    (locale === originalLocale
      ? validate({ facts, text }, yaml, [], report, yearOf(file))
      : validate({ text }, yaml, Object.keys(facts.shape), report));
  const body = compileBody(parts.body, parts.bodyLine, report, locale);
  const images = yaml ? [...(body?.images ?? []), ...coverOf(yaml)] : [];
  const bodyIsEmpty = parts.body.trim() === '';
  const { body: bodySource, bodyLine } = parts;
  const parsed = { file, collection, locale, yaml, body, images, bodySource, bodyLine, bodyIsEmpty };
  const spaced = found?.text && locale === 'fr' ? mapTexts(found.text, withFrenchSpaces) : found?.text;
  return { parsed, ...found, ...(spaced && { text: spaced }) };
}

/** The same data with every text of it changed. */
function mapTexts<Data>(data: Data, change: (text: string) => string): Data {
  if (typeof data === 'string') return change(data) as Data;
  if (typeof data !== 'object' || data === null) return data;
  const mapped = Object.entries(data).map(([key, value]: [string, unknown]) => [
    key,
    mapTexts(value, change),
  ]);
  return (
    Array.isArray(data) ? mapped.map(([, value]) => value as unknown) : Object.fromEntries(mapped)
  ) as Data;
}

/** The language of a text file by its name; `undefined` for other files. */
function localeOf(name: string): Locale | undefined {
  const code = /^index\.([a-z]+)\.mdx$/.exec(name)?.[1];
  return code !== undefined && isLocale(code) ? code : undefined;
}

type TextParser<Name extends ArticleCollection> = (
  of: TextOf<Name> & { readonly locale: Locale },
  source: SourceFile | undefined,
  report: Report<ProblemCode>,
) => ParsedText<Name>;

/** Reads texts, each once as long as somebody holds its file: while one language is typed, the others stay as they are. */
function textParser<Name extends ArticleCollection>(schemas: ArticleSchemas<Name>): TextParser<Name> {
  interface Read {
    readonly file: string;
    readonly text: ParsedText<Name>;
    readonly faults: readonly Fault<ProblemCode>[];
  }
  const known = new WeakMap<SourceFile, Read>();
  const readAnew = (...[of, source]: Parameters<TextParser<Name>>): Read => {
    const faults: Fault<ProblemCode>[] = [];
    const report = (fault: Fault<ProblemCode>): void => void faults.push(fault);
    const text = contained(report, () => parseText(of, source, schemas, report));
    return { file: of.file, text: text ?? { parsed: unread(of) }, faults };
  };
  return (of, source, report) => {
    const before = source && known.get(source);
    const read = before?.file === of.file ? before : readAnew(of, source, report);
    if (source) known.set(source, read);
    read.faults.forEach(report);
    return read.text;
  };
}

function parseArticle<Name extends ArticleCollection>(
  { collection, id, folder, names }: RecordFiles<Name>,
  files: ContentFiles,
  parse: TextParser<Name>,
  reportIn: ReportIn,
): ParsedArticle<Name> {
  const read = new Map<Locale, ParsedText<Name>>();
  for (const name of names) {
    const locale = localeOf(name);
    if (locale === undefined) continue;
    const file = `${folder}/${name}`;
    read.set(locale, parse({ collection, file, locale }, files.get(file), reportIn(file)));
  }
  const texts: Partial<Record<Locale, Text<Name>>> = {};
  for (const locale of localeCodes) {
    const { text, parsed } = read.get(locale) ?? {};
    if (!text || !parsed?.body) continue;
    const body = { nodes: parsed.body.nodes, text: parsed.body.text };
    texts[locale] = { ...text, body, ownFingerprint: fingerprint({ ...text, body }) };
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

function parseReference<Name extends ReferenceCollection>(
  { collection, id, folder, names: [name = ''] }: RecordFiles<Name>,
  files: ContentFiles,
  schema: ObjectSchema<Facts<Name>>,
  reportIn: ReportIn,
): ParsedReference<Name> {
  const file = `${folder}/${name}`;
  const report = reportIn(file);
  const { yaml, facts } =
    contained(report, () => {
      const source = readSource(files.get(file), report);
      const yaml = source === undefined ? undefined : readYaml(source, 1, report);
      return { yaml, facts: yaml && validate({ facts: schema }, yaml, [], report)?.facts };
    }) ?? {};
  return {
    collection,
    id,
    file,
    files: [{ ...unread({ collection, file, locale: undefined }), yaml }],
    pictures: [],
    strays: [],
    facts,
    entry: facts && { collection, id, file, facts },
  };
}

function articles<Name extends ArticleCollection>(schemas: ArticleSchemas<Name>) {
  const parse = textParser(schemas);
  return remembering((one: RecordFiles<Name>, files, reportIn) => parseArticle(one, files, parse, reportIn));
}
const references = <Name extends ReferenceCollection>(schemas: {
  readonly facts: ObjectSchema<Facts<Name>>;
}) =>
  remembering((one: RecordFiles<Name>, files, reportIn) =>
    parseReference(one, files, schemas.facts, reportIn),
  );

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

/** Reads all records; what is wrong in single files is reported. */
export function parseRecords({ records, files }: Folders, reportIn: ReportIn): ParsedRecords {
  const of = <Name extends CollectionName, Parsed>(
    name: Name,
    parse: RecordParser<RecordFiles<Name>, Parsed>,
  ): Parsed[] =>
    records
      .filter((one): one is RecordFiles<Name> => one.collection === name)
      .map((one) => parse(one, files, reportIn));
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
