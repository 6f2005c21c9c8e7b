import { originalLocale, type Locale } from '../../model/locales.ts';
import type { ArticleCollection, CollectionName, Facts, TextFields } from '../../model/schemas/index.ts';
import type { Fault, Report } from '../checks/check.ts';
import { contained } from '../checks/containment.ts';
import { fileChecks } from '../checks/index.ts';
import { validate, type ObjectSchema } from '../checks/schema.ts';
import { fileOfBytes, type SourceFile } from '../files.ts';
import type { ProblemCode } from '../problems.ts';
import type { ParsedFile } from '../records.ts';
import { maxBytes } from './bounds.ts';
import { compileBody, type ImagePointer } from './mdx.ts';
import { readSource } from './source.ts';
import { withFrenchSpaces } from './spaces.ts';
import type { PlainYaml, YamlFacts } from './yaml-facts.ts';
import { readYaml, recallYaml, splitFrontMatter } from './yaml.ts';

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
}

/** The cover photo of an issue, which its front matter names. */
function coverOf({ data, positionOf }: YamlFacts): ImagePointer[] {
  const { cover, coverAlt } = (data ?? {}) as { cover?: { image?: unknown }; coverAlt?: unknown };
  if (typeof cover?.image !== 'string') return [];
  const target = `./${cover.image.replace(/^\.\//, '')}`;
  return [{ ...positionOf(['cover', 'image']), target, alt: String(coverAlt ?? '') }];
}

/** A file of a record, before it is read. */
export interface FileOfRecord<Name extends CollectionName> {
  readonly collection: Name;
  readonly file: string;
  readonly locale: Locale | undefined;
}

/** What is known of a file that cannot be read. */
export const unread = (of: FileOfRecord<CollectionName>): ParsedFile => ({
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
  of: FileOfRecord<Name> & { readonly locale: Locale },
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

/** A text as it was read: everything that its bytes and its path say. Plain data but for the places in its YAML. */
export interface ReadText<Name extends ArticleCollection = ArticleCollection> {
  readonly file: string;
  readonly text: ParsedText<Name>;
  readonly faults: readonly Fault<ProblemCode>[];
}

/** A text as it was read, as plain data that can be kept. */
export interface PlainText {
  readonly read: ReadText;
  readonly yaml: PlainYaml | undefined;
}

/** A text as it was read, as data that can be kept. */
export function plainText(read: ReadText): PlainText {
  const { parsed } = read.text;
  return {
    read: { ...read, text: { ...read.text, parsed: { ...parsed, yaml: undefined } } },
    yaml: parsed.yaml?.plain,
  };
}

/** The text of which `plainText` made data. */
export function recalledText({ read, yaml }: PlainText): ReadText {
  const parsed = { ...read.text.parsed, yaml: yaml && recallYaml(yaml) };
  return { ...read, text: { ...read.text, parsed } };
}

/** Texts that have been read before, in an earlier run of the program for instance, by their path and their bytes. */
export interface KnownTexts {
  recall(file: string, bytes: Uint8Array): ReadText | undefined;
  keep(bytes: Uint8Array, read: ReadText): void;
}

/**
 * From the file of a text to what it says; what is wrong in it is reported, each time.
 * @param texts those that need not be parsed again
 */
export type TextParser<Name extends ArticleCollection> = (
  of: FileOfRecord<Name> & { readonly locale: Locale },
  source: SourceFile | undefined,
  report: Report<ProblemCode>,
  texts: KnownTexts | undefined,
) => ParsedText<Name>;

/** The bytes of a text; `undefined` where they cannot be read, or are too many to be a text. */
function bytesOf(source: SourceFile | undefined): Uint8Array | undefined {
  try {
    return source && source.fault === undefined && source.size <= maxBytes ? source.read() : undefined;
  } catch {
    return undefined;
  }
}

/** Reads texts, each once as long as somebody holds its file: while one language is typed, the others stay as they are. */
export function textParser<Name extends ArticleCollection>(schemas: ArticleSchemas<Name>): TextParser<Name> {
  const known = new WeakMap<SourceFile, ReadText<Name>>();
  const readAnew = (of: Parameters<TextParser<Name>>[0], source: SourceFile | undefined): ReadText<Name> => {
    const faults: Fault<ProblemCode>[] = [];
    const report = (fault: Fault<ProblemCode>): void => void faults.push(fault);
    const text = contained(report, () => parseText(of, source, schemas, report)) ?? { parsed: unread(of) };
    for (const check of fileChecks) contained(report, () => check.run(text.parsed, report));
    return { file: of.file, text, faults };
  };
  /** The path says which collection it is of. */
  const isOf = (read: ReadText | undefined, file: string): read is ReadText<Name> => read?.file === file;
  const readOrRecall = (
    of: Parameters<TextParser<Name>>[0],
    source: SourceFile | undefined,
    texts: KnownTexts | undefined,
  ): ReadText<Name> => {
    const bytes = texts && bytesOf(source);
    if (!texts || !bytes) return readAnew(of, source);
    const kept = texts.recall(of.file, bytes);
    if (isOf(kept, of.file)) return kept;
    // What is kept under these bytes was read of them, whatever has become of the file meanwhile.
    const read = readAnew(of, fileOfBytes(bytes));
    texts.keep(bytes, read);
    return read;
  };
  return (of, source, report, texts) => {
    const before = source && known.get(source);
    const read = before?.file === of.file ? before : readOrRecall(of, source, texts);
    if (source) known.set(source, read);
    read.faults.forEach(report);
    return read.text;
  };
}
