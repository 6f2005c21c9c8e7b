import { itemsValue } from '../../model/aid.ts';
import type { ImagePointer, Pointer } from '../parse/mdx.ts';
import { countryCode, isCountry } from '../../model/countries.ts';
import type { Entries } from '../../model/entries.ts';
import { facetPaths } from '../../bulletin/facets.ts';
import type { Place, YamlFacts } from '../parse/yaml.ts';
import { nearest } from '../nearest.ts';
import type { Problem } from '../problems.ts';
import { collectionOfReference } from '../reference-fields.ts';
import type { CollectionName } from '../../model/schemas/index.ts';

/** Checks that need more than one file: everything that a record names must exist. */

/** One file's ways out: what it names, and where it does so. */
export interface PointersOf {
  readonly file: string;
  readonly collection: CollectionName;
  readonly links: readonly Pointer[];
  readonly images: readonly ImagePointer[];
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  readonly lineWith: YamlFacts['lineWith'];
  /** The validated front matter, or `undefined` when it had problems of its own. */
  readonly data: unknown;
  /** The facts as they stand in the file: what they name is checked even where something else in them is wrong. */
  readonly written: unknown;
}

/** Pages of the site that are not records. */
const sitePages = ['/', '/search/', '/about/', '/contact/', '/accessibility/', '/translations/'];

type Ids = ReadonlyMap<CollectionName, ReadonlySet<string>>;

function* referencesIn(
  value: unknown,
  path: readonly PropertyKey[],
  collection: CollectionName,
): Generator<{ path: readonly PropertyKey[]; id: string; target: CollectionName }> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* referencesIn(one, [...path, index], collection);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* referencesIn(one, [...path, key], collection);
    return;
  }
  if (typeof value !== 'string' || value === '') return;
  const field = path.filter((part) => typeof part === 'string');
  // Validated sources are objects; as written they are `document:line`.
  const source = field.at(-1) === 'sources' ? /^([a-z0-9-]+):\d+$/.exec(value)?.[1] : undefined;
  if (source !== undefined) yield { path, id: source, target: 'documents' };
  const target = collectionOfReference(field, collection);
  if (target) yield { path, id: value, target };
}

/** A path of the site leads somewhere: to a list, to a record, or to a fixed page. */
function leadsToPage(target: string, ids: Ids, entries: Entries): boolean {
  const path = target.replace(/[?#].*$/, '');
  if (sitePages.includes(path) || facetPaths(entries).has(path)) return true;
  const match = /^\/([a-z]+)\/(?:(.+)\/)?$/.exec(path);
  const collection = match?.[1] as CollectionName | undefined;
  const known = collection && ids.get(collection);
  if (!known || ['places', 'occasions', 'documents'].includes(collection)) return false;
  return match?.[2] === undefined || known.has(match[2]);
}

/**
 * @param ids the records that exist, by collection
 * @returns problems of references, countries, links, issues and sums, in no particular order
 */
export function checkReferences(pointers: readonly PointersOf[], ids: Ids, entries: Entries): Problem[] {
  const problems: Problem[] = [];
  const all = (collection: CollectionName): string[] => [...(ids.get(collection) ?? [])];

  let paths: readonly string[] | undefined;
  // A renamed partner is a dead link in a thousand texts: what was meant is looked for once.
  const meantBy = new Map<string, string | undefined>();
  const nearestOnce = (key: string, word: string, known: () => readonly string[]): string | undefined => {
    if (!meantBy.has(key)) meantBy.set(key, nearest(word, known()));
    return meantBy.get(key);
  };
  for (const { file, collection, links, placeOf, lineWith, data, written } of pointers) {
    for (const { path, id, target } of referencesIn(data ?? written, [], collection)) {
      if (ids.get(target)?.has(id)) continue;
      const near = nearestOnce(`${target} ${id}`, id, () => all(target));
      const values = { value: id, collection: target, suggestion: near ? `→ ${near}` : '' };
      // A source is a record and a line in one: the line number stays.
      const text = target === 'documents' ? undefined : near;
      const corrected = text && lineWith(path, text);
      problems.push({
        file,
        ...placeOf(path),
        code: 'unknownReference',
        values,
        ...(corrected && { corrected }),
      });
    }
    for (const path of countriesIn(data)) checkCountry(file, path, data, { placeOf, lineWith }, problems);
    for (const { target, ...place } of links) {
      if (leadsToPage(target, ids, entries)) continue;
      paths ??= [...sitePages, ...[...ids].flatMap(([name, set]) => [...set].map((id) => `/${name}/${id}/`))];
      const known = paths;
      const near = nearestOnce(target, target, () => known);
      const suggestion = near ? `→ ${near}` : '';
      problems.push({ file, ...place, code: 'deadLink', values: { value: target, suggestion } });
    }
    checkAid(file, data, placeOf, problems);
  }
  if (entries.issues.length > 0) {
    const byFile = new Map(pointers.map((one) => [one.file, one]));
    for (const issue of entries.issues) checkIssue(issue, byFile, ids, problems);
  }
  return problems;
}

/** Where countries stand in facts of any collection. */
function countriesIn(data: unknown): PropertyKey[][] {
  if (typeof data !== 'object' || data === null) return [];
  const list = 'countries' in data && Array.isArray(data.countries) ? data.countries : [];
  return [...('country' in data ? [['country']] : []), ...list.map((_, index) => ['countries', index])];
}

/** Two capital letters are not yet a country: `XX`, or `UK` for `GB`. */
function checkCountry(
  file: string,
  path: readonly PropertyKey[],
  data: unknown,
  { placeOf, lineWith }: Pick<PointersOf, 'placeOf' | 'lineWith'>,
  problems: Problem[],
): void {
  const value = path.reduce<unknown>((here, part) => (here as Record<PropertyKey, unknown>)[part], data);
  if (typeof value !== 'string' || isCountry(value)) return;
  const meant = countryCode(value);
  const corrected = meant && lineWith(path, meant);
  problems.push({
    file,
    ...placeOf(path),
    code: 'badCountry',
    values: { value },
    ...(corrected && { corrected }),
  });
}

/** The items of an amount, where every one has a unit value, must add up to it. */
function checkAid(file: string, data: unknown, placeOf: PointersOf['placeOf'], problems: Problem[]): void {
  if (typeof data !== 'object' || data === null || !('aid' in data)) return;
  for (const [index, one] of (data.aid as Entries['activities'][number]['facts']['aid']).entries()) {
    const value = itemsValue(one.items);
    if (value === undefined || value === one.amount || one.qualifier) continue;
    const values = { amount: one.amount, value };
    problems.push({ file, ...placeOf(['aid', index, 'amount']), code: 'itemsValue', values });
  }
}

/** The items of an issue exist and stand in it once; each language that it has names all its sections. */
function checkIssue(
  issue: Entries['issues'][number],
  byFile: ReadonlyMap<string, PointersOf>,
  ids: Ids,
  problems: Problem[],
): void {
  const placeIn = (file: string, path: readonly PropertyKey[]): Place =>
    byFile.get(file)?.placeOf(path) ?? { line: 1, column: 1 };
  const seen = new Set<string>();
  for (const [sectionIndex, section] of issue.facts.sections.entries()) {
    for (const [itemIndex, item] of section.items.entries()) {
      const place = placeIn(issue.file, ['sections', sectionIndex, 'items', itemIndex]);
      const cut = item.indexOf('/');
      const collection = item.slice(0, cut) as CollectionName;
      const known = ids.get(collection);
      if (!known?.has(item.slice(cut + 1))) {
        const near = nearest(
          item,
          [...ids].flatMap(([name, set]) => [...set].map((id) => `${name}/${id}`)),
        );
        const values = {
          value: item,
          collection: known ? collection : '…',
          suggestion: near ? `→ ${near}` : '',
        };
        problems.push({ file: issue.file, ...place, code: 'unknownReference', values });
      } else if (seen.has(item)) {
        problems.push({ file: issue.file, ...place, code: 'duplicateItem', values: { value: item } });
      }
      seen.add(item);
    }
    for (const [locale, text] of Object.entries(issue.texts)) {
      if (text.sectionTitles[section.id]) continue;
      const file = issue.file.replace('.vi.', `.${locale}.`);
      const values = { value: section.id };
      const corrected = `  ${section.id}: "…"`;
      problems.push({
        file,
        ...placeIn(file, ['sectionTitles']),
        code: 'missingSectionTitle',
        values,
        corrected,
      });
    }
  }
}
