import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import type {
  ArticleCollection,
  CollectionName,
  Facts,
  ReferenceCollection,
} from '../model/schemas/index.ts';
import type { CompiledBody, ImagePointer } from './parse/mdx.ts';
import type { TextPosition, YamlFacts } from './parse/yaml-facts.ts';

/** A record between its files and its entry: what was read of it, faulty or not, for the checks. */

/** One file of a record, read. */
export interface ParsedFile {
  /** Path from the project folder. */
  readonly file: string;
  readonly collection: CollectionName;
  /** `undefined` in a YAML file, which is in no language. */
  readonly locale: Locale | undefined;
  /** The front matter or the YAML; `undefined` when it cannot be read. */
  readonly yaml: YamlFacts | undefined;
  /** `undefined` in a YAML file, and when the body cannot be read. */
  readonly body: CompiledBody | undefined;
  /** The body as it is written; empty in a YAML file. */
  readonly bodySource: string;
  /** Where the body begins, and whether anything stands there. */
  readonly bodyLine: number;
  readonly bodyIsEmpty: boolean;
  /** The pictures that the body shows and the front matter names. */
  readonly images: readonly ImagePointer[];
}

interface Parsed<Name extends CollectionName> {
  readonly collection: Name;
  readonly id: string;
  /** Path of the file with the facts, whether it is there or not. */
  readonly file: string;
  /** Its texts, the original among them when it is there; of a reference record the YAML file. */
  readonly files: readonly ParsedFile[];
  /** Names of the picture files in its folder. */
  readonly pictures: readonly string[];
  /** Names of further files in its folder. */
  readonly strays: readonly string[];
  /** The facts where they are sound, even if something else in the record is not. */
  readonly facts: Facts<Name> | undefined;
}

export interface ParsedArticle<Name extends ArticleCollection> extends Parsed<Name> {
  /** `undefined` when the original has a fault. */
  readonly entry: ArticleEntry<Name> | undefined;
}

export interface ParsedReference<Name extends ReferenceCollection> extends Parsed<Name> {
  readonly entry: ReferenceEntry<Name> | undefined;
}

/** All records of all collections, each collection sorted by id. */
export type ParsedRecords = { readonly [Name in ArticleCollection]: readonly ParsedArticle<Name>[] } & {
  readonly [Name in ReferenceCollection]: readonly ParsedReference<Name>[];
};

export type ParsedRecord = ParsedRecords[CollectionName][number];

/** The file with the facts; `undefined` in a record that has translations only. */
export function originalOf(record: ParsedRecord): ParsedFile | undefined {
  return record.files.find((one) => one.file === record.file);
}

/** The place of the value at `path` in one file of a record; its beginning where there is no such value. */
export function positionIn(record: ParsedRecord, file: string, path: readonly PropertyKey[]): TextPosition {
  const yaml = record.files.find((one) => one.file === file)?.yaml;
  return yaml?.positionOf(path) ?? { line: 1, column: 1 };
}
