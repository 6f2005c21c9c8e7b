import { originalLocale, type Locale } from '../../model/locales.ts';
import type { ArticleCollection, Facts, TextFields } from '../../model/schemas/index.ts';
import type { Report } from '../checks/check.ts';
import { validate, type ObjectSchema } from '../checks/schema.ts';
import type { SourceFile } from '../files.ts';
import { fingerprint } from '../fingerprint.ts';
import type { ProblemCode } from '../problems.ts';
import type { ParsedFile } from '../records.ts';
import { fileReader, unread, type FileOfRecord, type FileReader } from './file-reader.ts';
import { compileBody, type ImagePointer } from './mdx.ts';
import { readSource } from './source.ts';
import { withFrenchSpaces } from './spaces.ts';
import type { YamlFacts } from './yaml-facts.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

/** From the file of a text to its facts, its fields and its body, with all that is wrong in the file by itself. */

export interface ArticleSchemas<Name extends ArticleCollection> {
  readonly facts: ObjectSchema<Facts<Name>>;
  readonly text: ObjectSchema<TextFields<Name>>;
}

/** One text of an article, and what its front matter says where that is sound. */
export interface ParsedText<Name extends ArticleCollection> {
  readonly parsed: ParsedFile;
  readonly facts?: Facts<Name>;
  readonly text?: TextFields<Name>;
  /** Of the text with its body, where both are sound. */
  readonly fingerprint?: string;
}

/** The cover photo of an issue, which its front matter names. */
function coverOf({ data, positionOf }: YamlFacts): ImagePointer[] {
  const { cover, coverAlt } = (data ?? {}) as { cover?: { image?: unknown }; coverAlt?: unknown };
  if (typeof cover?.image !== 'string') return [];
  const target = `./${cover.image.replace(/^\.\//, '')}`;
  return [{ ...positionOf(['cover', 'image']), target, alt: String(coverAlt ?? '') }];
}

/** The year of the folder in which a record lies: `content/activities/2023/x/index.vi.mdx`. */
function yearOf(file: string): number | undefined {
  const year = /^content\/[a-z]+\/(\d{4})(?:[-/])/.exec(file)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Reads one text: front matter against the schemas, body to a tree. */
function parseText<Name extends ArticleCollection>(
  of: TextFile<Name>,
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
  const own = spaced && body && fingerprint({ ...spaced, body });
  return { parsed, ...found, ...(spaced && { text: spaced }), ...(own && { fingerprint: own }) };
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

/** From the file of a text to what it says. */
export type TextParser<Name extends ArticleCollection> = FileReader<TextFile<Name>, ParsedText<Name>>;

type TextFile<Name extends ArticleCollection> = FileOfRecord<Name> & { readonly locale: Locale };

/** Reads texts of a collection. */
export const textParser = <Name extends ArticleCollection>(schemas: ArticleSchemas<Name>): TextParser<Name> =>
  fileReader((of, source, report) => parseText(of, source, schemas, report));
