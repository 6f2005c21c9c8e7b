import { browsePaths } from '../../model/paths.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import { nearest } from '../nearest.ts';
import { derived, idsIn, type RecordIndex } from '../record-index.ts';
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

const browsePathsIn = derived(({ records }) => browsePaths(records));

const recordPathsIn = derived((index) => [
  ...sitePages,
  ...[...idsIn(index)].flatMap(([name, ids]) => [...ids].map((id) => `/${name}/${id}/`)),
]);

/** A renamed partner is a dead link in a thousand texts: what was meant is looked for once. */
const meantIn = derived(() => new Map<string, string | undefined>());

function leadsToPage(target: string, index: RecordIndex): boolean {
  const path = target.replace(/[?#].*$/, '');
  if (sitePages.includes(path) || browsePathsIn(index).has(path)) return true;
  const [, name, id] = /^\/([a-z]+)\/(?:(.+)\/)?$/.exec(path) ?? [];
  const collection = name as CollectionName;
  const known = idsIn(index).get(collection);
  if (!known || withoutPages.includes(collection)) return false;
  // A report has a page only where its record says so, and reports have no list.
  if (collection === 'reports')
    return index.records.reports.some((one) => one.id === id && one.facts?.published);
  return id === undefined || known.has(id);
}

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  for (const { file, yaml, body } of record.files) {
    for (const { target, line, column } of (yaml && body?.links) ?? []) {
      if (leadsToPage(target, index)) continue;
      const meant = meantIn(index);
      if (!meant.has(target)) meant.set(target, nearest(target, recordPathsIn(index)));
      const near = meant.get(target);
      const values = { value: target, suggestion: near ? `→ ${near}` : '' };
      report({ file, line, column, code: 'deadLink', values });
    }
  }
}

export const links: Check<'record', Code> = { looksAt: 'record', codes, run };
