import { weakMemoize } from '../../model/memoize.ts';
import { browsePaths } from '../../model/paths.ts';
import { collectionNames } from '../../model/schemas/collections.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import { nearest } from '../nearest.ts';
import { derived, idsIn, indexed } from '../record-index.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does every link to a page of the site lead to one: to a list, to a record, or to a fixed page? */

const codes = ['deadLink'] as const;
type Code = (typeof codes)[number];

/** Pages of the site that are not records. */
const sitePages = [
  '/',
  '/search/',
  '/about/',
  '/contact/',
  '/contribute/',
  '/accessibility/',
  '/data/',
  '/projects/',
  '/translations/',
];

/** Records of these have no page of their own, but for those that `browsePaths` names. */
const withoutPages: readonly CollectionName[] = ['places', 'occasions', 'documents'];

const browsePathsIn = derived(collectionNames, ({ records }) => browsePaths(records));

type Ids = ReturnType<typeof idsIn>;

const recordPathsIn = weakMemoize((ids: Ids) => [
  ...sitePages,
  ...[...ids].flatMap(([name, own]) => [...own].map((id) => `/${name}/${id}/`)),
]);

/** A renamed partner is a dead link in a thousand texts: what was meant is looked for once. */
const meantIn = weakMemoize((_: Ids) => new Map<string, string | undefined>());

/** The pages that there are because of this record. */
function ownBrowsePaths({ record, others }: RecordSubject): ReadonlySet<string> {
  const own = indexed(record);
  const none = Object.fromEntries(collectionNames.map((name) => [name, []]));
  return browsePaths({ ...others.records, ...none, [record.collection]: own ? [own] : [] });
}

function leadsToPage(target: string, subject: RecordSubject): boolean {
  const { index, others } = subject;
  const path = target.replace(/[?#].*$/, '');
  if (sitePages.includes(path) || browsePathsIn(others).has(path)) return true;
  const [, name, id] = /^\/([a-z]+)\/(?:(.+)\/)?$/.exec(path) ?? [];
  const collection = name as CollectionName;
  const known = idsIn(index).get(collection);
  // A report has a page only where its record says so, and reports have no list.
  if (collection === 'reports')
    return index.records.reports.some((one) => one.id === id && one.facts?.published);
  if (known && !withoutPages.includes(collection) && (id === undefined || known.has(id))) return true;
  return ownBrowsePaths(subject).has(path);
}

function run(subject: RecordSubject, report: ReportInFile<Code>): void {
  const { record, index } = subject;
  for (const { file, yaml, body } of record.files) {
    for (const { target, line, column } of (yaml && body?.links) ?? []) {
      if (leadsToPage(target, subject)) continue;
      const ids = idsIn(index);
      const meant = meantIn(ids);
      if (!meant.has(target)) meant.set(target, nearest(target, recordPathsIn(ids)));
      const near = meant.get(target);
      const values = { value: target, suggestion: near ? `→ ${near}` : '' };
      report({ file, line, column, code: 'deadLink', values });
    }
  }
}

export const links: Check<'record', Code> = { looksAt: 'record', codes, run };
