import { isLocale, localeCodes, originalLocale, type Locale } from '../model/locales.ts';
import { compileBody, type CompiledBody, type ImagePointer } from './parse/mdx.ts';
import type { ArticleEntry, Entries, ReferenceEntry } from '../model/entries.ts';
import { checkDuplicates } from './checks/duplicates.ts';
import type { ContentFiles } from './files.ts';
import { checkFileName, imageName, toSlug } from './checks/file-names.ts';
import { fingerprint } from './fingerprint.ts';
import { readYaml, splitFrontMatter, type YamlFacts } from './parse/yaml.ts';
import { checkImages, type PictureFolder } from './checks/images.ts';
import { readSource } from './parse/source.ts';
import { nearest } from './nearest.ts';
import { sortProblems, type Problem } from './problems.ts';
import { checkReferences, type PointersOf } from './checks/references.ts';
import { checkGlossary } from './checks/glossary.ts';
import { checkUpdated } from '../bulletin/translations.ts';
import {
  articleSchemas,
  bodyRequired,
  byYear,
  referenceSchemas,
  type ArticleCollection,
  type CollectionName,
  type ReferenceCollection,
} from '../model/schemas/index.ts';
import { checkScript, type TextPart } from './checks/scripts.ts';
import { validate } from './checks/schema.ts';

/** What the content folder says, and everything that is wrong in it. */
export interface Content {
  readonly entries: Entries;
  /** Sorted by file and line. Empty when all is well. */
  readonly problems: readonly Problem[];
  /** Number of files read. */
  readonly files: number;
}

/** Title, summary and body of one text, each with its place. */
function textParts(yaml: YamlFacts, body: CompiledBody, bodyLine: number): TextPart[] {
  const { data } = yaml;
  const fields = ['title', 'summary'].flatMap((key) => {
    const text =
      typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
    return typeof text === 'string' ? [{ text, ...yaml.placeOf([key]) }] : [];
  });
  return [...fields, { text: body.text, line: bodyLine, column: 1 }];
}

/** A folder whose name is none of the collections' would be passed over without a word. */
function checkCollectionNames(files: ContentFiles): Problem[] {
  const known = [...Object.keys(articleSchemas), ...Object.keys(referenceSchemas), 'pages'];
  const folders = new Set([...files.keys()].map((path) => /^content\/([^/]+)\//.exec(path)?.[1] ?? 'pages'));
  return [...folders]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      const values = { name, suggestion: near ? `→ content/${near}` : '', allowed: known.join(', ') };
      return { file: `content/${name}`, line: 1, column: 1, code: 'unknownCollection', values };
    });
}

/**
 * Reads content: the whole of it, from wherever its files come.
 * @returns typed entries and one list of all problems. A record with a problem in its original is not among the
 *   entries; a translation with a problem is missing from its record.
 */
export function readContent(source: ContentFiles): Content {
  const problems: Problem[] = [];
  const pointers: PointersOf[] = [];
  /** Every record that is written down, faulty ones too: naming one of those is not a second problem. */
  const written = new Map<CollectionName, Set<string>>();
  const noteWritten = (collection: CollectionName, id: string): void => {
    written.set(collection, (written.get(collection) ?? new Set()).add(id));
  };
  const pictureFolders: PictureFolder[] = [];
  let files = 0;

  /** All files below `folder` as paths from it, sorted. */
  function listFiles(folder: string): string[] {
    return [...source]
      .filter(([path, file]) => path.startsWith(`${folder}/`) && file.fault === undefined)
      .map(([path]) => path.slice(folder.length + 1))
      .sort();
  }

  /** Reads a text file and reports what no file may contain. Line ends are normalised. */
  function readText(path: string): string | undefined {
    files += 1;
    return readSource(source.get(path), (problem) => problems.push({ file: path, ...problem }));
  }

  interface ReadFile {
    readonly data: unknown;
    readonly body: CompiledBody | undefined;
  }

  function readMdx(collection: ArticleCollection, file: string, locale: Locale): ReadFile {
    const report = (problem: Omit<Problem, 'file'>): void => void problems.push({ file, ...problem });
    const whole = readText(file);
    if (whole === undefined) return { data: undefined, body: undefined };
    const parts = splitFrontMatter(whole);
    if (!parts) {
      report({ line: 1, column: 1, code: 'noFrontMatter', values: {} });
      return { data: undefined, body: undefined };
    }
    const { facts, text } = articleSchemas[collection];
    const original = locale === originalLocale;
    const schema = original ? facts.extend(text.shape) : text;
    const yaml = readYaml(parts.yaml, 2, report);
    const data =
      yaml &&
      validate(
        schema,
        yaml,
        { allowedKeys: Object.keys(schema.shape), factKeys: original ? [] : Object.keys(facts.shape) },
        report,
      );
    const body = compileBody(parts.body, parts.bodyLine, report);
    if (parts.body.trim() === '' && bodyRequired.includes(collection)) {
      report({ line: parts.bodyLine, column: 1, code: 'emptyBody', values: {} });
    }
    if (yaml) {
      if (body) checkScript(textParts(yaml, body, parts.bodyLine), locale, report);
      pointers.push({
        file,
        collection,
        links: body?.links ?? [],
        images: [...(body?.images ?? []), ...coverOf(yaml, report)],
        placeOf: yaml.placeOf,
        lineWith: yaml.lineWith,
        data,
        written: original ? yaml.data : undefined,
      });
    }
    return { data, body };
  }

  /** The cover photo of an issue, which its front matter names. */
  function coverOf(
    { data, placeOf }: NonNullable<ReturnType<typeof readYaml>>,
    report: (problem: Omit<Problem, 'file'>) => void,
  ): ImagePointer[] {
    const { cover, coverAlt } = (data ?? {}) as { cover?: { image?: unknown }; coverAlt?: unknown };
    if (typeof cover?.image !== 'string') return [];
    const place = placeOf(['cover', 'image']);
    if (typeof coverAlt !== 'string') report({ ...place, code: 'missingCoverAlt', values: {} });
    return [{ ...place, target: `./${cover.image.replace(/^\.\//, '')}`, alt: String(coverAlt ?? '') }];
  }

  function checkFolderName(file: string, name: string): void {
    const slug = toSlug(name);
    if (name !== slug) {
      problems.push({
        file,
        line: 1,
        column: 1,
        code: 'badFolderName',
        values: { name, suggestion: slug || '…' },
      });
    }
  }

  function readArticles<Name extends ArticleCollection>(collection: Name): ArticleEntry<Name>[] {
    const folder = `content/${collection}`;
    const folders = new Map<string, string[]>();
    for (const path of listFiles(folder)) {
      const cut = path.lastIndexOf('/');
      const id = cut < 0 ? '' : path.slice(0, cut);
      folders.set(id, [...(folders.get(id) ?? []), path.slice(cut + 1)]);
    }
    const entries: ArticleEntry<Name>[] = [];
    const lowerCase = new Map<string, string>();
    for (const [id, names] of folders) {
      const entryFolder = id === '' ? folder : `${folder}/${id}`;
      const original = `${entryFolder}/index.vi.mdx`;
      const depth = byYear.includes(collection) ? 2 : 1;
      const segments = id === '' ? [] : id.split('/');
      if (segments.length !== depth || (depth === 2 && !/^\d{4}$/.test(segments[0] ?? ''))) {
        const slug = toSlug(segments.findLast((one) => !/^\d{4}$/.test(one)) ?? '') || '…';
        const expected = depth === 2 ? `${folder}/YYYY/${slug}/` : `${folder}/${slug}/`;
        const file = `${entryFolder}/${names[0] ?? ''}`;
        const code = depth === 2 ? 'missingYearFolder' : 'misplacedEntry';
        problems.push({ file, line: 1, column: 1, code, values: { expected } });
        continue;
      }
      checkFolderName(original, segments.at(-1) ?? '');
      const clash = lowerCase.get(id.toLowerCase());
      if (clash)
        problems.push({
          file: original,
          line: 1,
          column: 1,
          code: 'caseClash',
          values: { name: id, other: clash },
        });
      lowerCase.set(id.toLowerCase(), id);

      const read = new Map<Locale, ReadFile>();
      for (const name of names) {
        const locale = /^index\.([a-z]+)\.mdx$/.exec(name)?.[1];
        const file = `${entryFolder}/${name}`;
        if (locale !== undefined && isLocale(locale)) read.set(locale, readMdx(collection, file, locale));
        else if (!imageName.test(name))
          problems.push({ file, line: 1, column: 1, ...checkFileName(name, `${collection}/${id}`) });
      }
      const pictures = names.filter((name) => imageName.test(name));
      const readable = [...read.values()].every((one) => one.body);
      if (pictures.length > 0) pictureFolders.push({ folder: entryFolder, pictures, readable });
      const main = read.get(originalLocale);
      if (!main) {
        for (const locale of read.keys()) {
          const file = `${entryFolder}/index.${locale}.mdx`;
          problems.push({ file, line: 1, column: 1, code: 'translationWithoutOriginal', values: {} });
        }
        continue;
      }
      noteWritten(collection, id);
      const entry = assemble(collection, id, original, read);
      if (entry) entries.push(entry);
    }
    return entries;
  }

  function assemble<Name extends ArticleCollection>(
    collection: Name,
    id: string,
    file: string,
    read: ReadonlyMap<Locale, ReadFile>,
  ): ArticleEntry<Name> | undefined {
    const textKeys = Object.keys(articleSchemas[collection].text.shape);
    const main = read.get(originalLocale);
    if (!main?.data || !main.body) return undefined;
    const facts = Object.fromEntries(Object.entries(main.data).filter(([key]) => !textKeys.includes(key)));
    const texts: Partial<Record<Locale, unknown>> = {};
    for (const locale of localeCodes) {
      const one = read.get(locale);
      if (!one?.data || !one.body) continue;
      const fields = Object.fromEntries(Object.entries(one.data).filter(([key]) => textKeys.includes(key)));
      const body = { nodes: one.body.nodes, text: one.body.text };
      texts[locale] = { ...fields, body, ownFingerprint: fingerprint({ ...fields, body }) };
    }
    // The schemas have checked every field; TypeScript cannot follow the split into facts and texts.
    return { collection, id, file, facts, texts } as unknown as ArticleEntry<Name>;
  }

  function readReferences<Name extends ReferenceCollection>(collection: Name): ReferenceEntry<Name>[] {
    const entries: ReferenceEntry<Name>[] = [];
    for (const name of listFiles(`content/${collection}`)) {
      const file = `content/${collection}/${name}`;
      const report = (problem: Omit<Problem, 'file'>): void => void problems.push({ file, ...problem });
      const id = /^([^/]+)\.yaml$/.exec(name)?.[1];
      if (id === undefined) {
        const own = name.split('/').findLast((one) => !/^index\./.test(one)) ?? name;
        const slug = toSlug(own.replace(/\.[a-z]+$/, '')) || '…';
        const values = { expected: `content/${collection}/${slug}.yaml` };
        report({ line: 1, column: 1, code: 'misplacedEntry', values });
        continue;
      }
      checkFolderName(file, id);
      noteWritten(collection, id);
      const text = readText(file);
      const yaml = text === undefined ? undefined : readYaml(text, 1, report);
      if (!yaml) continue;
      const schema = referenceSchemas[collection].facts;
      const facts = validate(schema, yaml, { allowedKeys: Object.keys(schema.shape) }, report);
      const { placeOf, lineWith, data: written } = yaml;
      pointers.push({ file, collection, links: [], images: [], placeOf, lineWith, data: facts, written });
      if (!facts) continue;
      entries.push({ collection, id, file, facts } as unknown as ReferenceEntry<Name>);
    }
    return entries;
  }

  for (const [file, { fault }] of source) {
    if (fault !== undefined)
      problems.push({ file, line: 1, column: 1, code: 'unreadable', values: { reason: fault } });
  }
  const entries: Entries = {
    activities: readArticles('activities'),
    stories: readArticles('stories'),
    events: readArticles('events'),
    partners: readArticles('partners'),
    issues: readArticles('issues'),
    units: readReferences('units'),
    places: readReferences('places'),
    occasions: readReferences('occasions'),
    documents: readReferences('documents'),
  };
  problems.push(...checkReferences(pointers, written, entries), ...checkDuplicates(entries));
  problems.push(...checkImages(source, pointers, pictureFolders), ...checkCollectionNames(source));
  problems.push(...checkGlossary(source, written, entries, pointers), ...checkUpdated(entries, pointers));
  return { entries, problems: sortProblems(problems), files };
}
