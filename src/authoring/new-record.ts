import { firstDay, isKnownDate, parseDate } from '../model/dates.ts';
import { plain, readAnswer, splitList, type AnswerFault, type Answers } from './answers.ts';
import type { Entries } from '../model/entries.ts';
import { toSlug } from '../model/letters.ts';
import {
  isArticleName,
  isRequired,
  questionsOf,
  recordTypes,
  shapeOf,
  type RecordTypeName,
  type Shape,
} from './record-questions.ts';
import { periodName } from '../model/periods.ts';
import { translation } from '../model/schemas/fields.ts';
import { bodyRequired, yearlyCollections } from '../model/schemas/index.ts';

/**
 * What the file of a new record contains: the answers as YAML in the order of the schema, every other field as a
 * comment with its own description, and the summary as a first paragraph.
 */

/** What a new record has beside the answers: an article that was written elsewhere. */
export interface Written {
  /** The text of the record, in the place of its summary. */
  readonly body: string;
  readonly notes: string;
  /** Lines for the editor below the fields, as comments. */
  readonly comments: readonly string[];
  /** Whether it is held back until an editor has cleared it. */
  readonly draft: boolean;
}

/** A new file, or everything that is missing (by flag) or wrong. */
export type Draft =
  | { readonly file: string; readonly text: string }
  | { readonly missing: readonly string[]; readonly faults: readonly FlagFault[] };

/** A fault in what was answered to one flag. */
export type FlagFault = AnswerFault & { readonly flag: string };

/**
 * What can stand in a field, in short: `[{ unit: …, role: lead | participate }]`. Lists and groups deeper inside are
 * left to the handbook: the line must stay readable.
 */
function example(shape: Shape, inner = false): string {
  if (shape.enum) return shape.enum.join(' | ');
  if (shape.type === 'array') return `[${shape.items ? example(shape.items, true) : '…'}]`;
  if (shape.properties) {
    const parts = Object.entries(shape.properties)
      .filter(([, one]) => !inner || (one.type !== 'array' && one.properties === undefined))
      .map(([key, one]) => `${key}: ${example(one)}`);
    return `{ ${parts.join(', ')} }`;
  }
  return shape.type === 'boolean' ? 'true' : '…';
}

/** The folders whose records can be named in the example of a field. */
function foldersIn({ reference, items, properties = {} }: Shape): string[] {
  const parts = items ? [items] : Object.values(properties).filter((one) => one.type !== 'array');
  return [...(reference?.to ?? []).map((name) => `content/${name}`), ...parts.flatMap(foldersIn)];
}

/** A field that may be written later, as comments: what it is for, and what to write without the `#`. */
function placeholder(key: string, shape: Shape, indent: string): string[] {
  const folders = [...new Set(foldersIn(shape))].join(', ');
  const description = [shape.description, folders && `(${folders})`].filter(Boolean).join(' ');
  const described = description === '' ? [] : description.split('\n').map((line) => `${indent}# ${line}`);
  return [...described, `${indent}# ${key}: ${example(shape)}`];
}

type FieldValue = string | readonly string[] | ReadonlyMap<string, string | readonly string[]>;

function list(items: readonly string[]): string {
  const block = items.some((item) => item.startsWith('{') || item.includes('\n'));
  return block ? items.map((item) => `\n  - ${item}`).join('') : ` [${items.join(', ')}]`;
}

function field(key: string, value: FieldValue, shape: Shape): string[] {
  if (typeof value === 'string') return [`${key}: ${value}`];
  if (!(value instanceof Map)) return [`${key}:${list(value as readonly string[])}`];
  const parts = value as ReadonlyMap<string, string | readonly string[]>;
  if (parts.size === 0) return [`${key}: {}`];
  const keys = new Set([...parts.keys(), ...Object.keys(shape.properties ?? {})]);
  const lines = [...keys].flatMap((part) => {
    const one = parts.get(part);
    if (one === undefined) return placeholder(part, shape.properties?.[part] ?? {}, '  ');
    return [`  ${part}: ${typeof one === 'string' ? one : `[${one.join(', ')}]`}`];
  });
  return [`${key}:`, ...lines];
}

/** Answers that need not be given because they follow from others. */
function withDefaults(
  type: RecordTypeName,
  given: Answers,
  entries: Entries,
): Map<string, readonly string[]> {
  const answers = new Map(given);
  const [spelledDate] = answers.get('date') ?? [];
  const known = spelledDate === undefined ? undefined : parseDate(spelledDate);
  const yearOfDate = known && isKnownDate(known) ? firstDay(known).slice(0, 4) : undefined;
  if (!answers.has('year') && yearOfDate !== undefined) answers.set('year', [yearOfDate]);
  const [kept] = answers.get('occasion') ?? [];
  const [folderYear] = answers.get('year') ?? [];
  if (kept !== undefined && !kept.includes(':') && folderYear !== undefined) {
    answers.set('occasion', [`${kept}:${folderYear}`]);
  }
  if (type === 'unit') {
    if (!answers.has('short')) answers.set('short', answers.get('title') ?? []);
    const last = Math.max(0, ...entries.units.map((one) => one.facts.order));
    if (!answers.has('order')) answers.set('order', [String(last + 1)]);
  }
  return answers;
}

/** A title as an address: whole words, short enough for every file system. */
export function slugOf(title: string): string {
  const whole = toSlug(title);
  return whole.length <= 60 ? whole : whole.slice(0, 61).replace(/-[^-]*$/, '');
}

/** Where a record lies: its file from the project folder, or the flag that is still missing. */
function fileOf(type: RecordTypeName, answers: Answers): { file: string } | { missing: string } {
  const { collection } = recordTypes[type];
  const one = (flag: string): string | undefined => answers.get(flag)?.[0];
  const inYear = yearlyCollections.includes(collection);
  const folderYear = one('year');
  if (inYear && folderYear === undefined) return { missing: 'date' };
  // An issue is called after its number, a report after who reports on what; everything else after its title.
  const period = parseDate(one('date') ?? '');
  const own =
    type === 'issue' && one('year')
      ? `${one('year')}-${one('number') ?? ''}`
      : type === 'report' && one('unit') && isKnownDate(period)
        ? `${one('unit')}-${periodName(period)}`
        : one('title');
  const name = slugOf(one('slug') ?? own ?? '');
  if (name === '') return { missing: one('title')?.trim() ? 'slug' : 'title' };
  const folder = ['content', collection, ...(inYear ? [folderYear] : [])].join('/');
  return { file: isArticleName(collection) ? `${folder}/${name}/index.vi.mdx` : `${folder}/${name}.yaml` };
}

/**
 * A new record from its answers: where it lies and what it says.
 * @param written an article that is there already
 * @returns what is missing or wrong instead, all of it at once
 */
export function draftRecord(
  type: RecordTypeName,
  given: Answers,
  entries: Entries,
  written?: Written,
): Draft {
  const answers = withDefaults(type, given, entries);
  const missing = new Set<string>();
  const faults: FlagFault[] = [];
  const fields = new Map<string, FieldValue>();
  const put = (path: readonly string[], value: string | readonly string[]): void => {
    const [first = '', second] = path;
    if (second === undefined) fields.set(first, value);
    else fields.set(first, new Map([...((fields.get(first) as Map<string, string>) ?? []), [second, value]]));
  };

  for (const question of questionsOf(type)) {
    const spelled = answers.get(question.flag) ?? [];
    const splits = question.several && !['text', 'name', 'section', 'aid', 'count'].includes(question.kind);
    const values = splits ? spelled.flatMap(splitList) : spelled;
    if (values.length === 0) {
      if (isRequired(type, question)) missing.add(question.flag);
      continue;
    }
    const read = values.map((value) => readAnswer(type, question, value, entries));
    const unread = read.filter((one): one is AnswerFault => typeof one !== 'string');
    faults.push(...unread.map((fault) => ({ ...fault, flag: question.flag })));
    const good = read.filter((one): one is string => typeof one === 'string');
    if (!question.path || good.length === 0) continue;
    if (question.kind === 'name') {
      for (const one of good) put(['names', one.slice(0, 2)], one.slice(4));
    } else put(question.path, question.several ? good : (good.at(-1) as string));
    if (question.kind === 'section') {
      for (const value of values) {
        const title = value.slice(0, value.lastIndexOf(':')).trim().normalize('NFC');
        put(['sectionTitles', plain(toSlug(title))], JSON.stringify(title));
      }
    }
  }
  const place = fileOf(type, answers);
  if ('missing' in place && !answers.has(place.missing)) missing.add(place.missing);
  if (missing.size > 0 || faults.length > 0 || 'missing' in place) return { missing: [...missing], faults };

  if (written) fields.set('notes', JSON.stringify(written.notes));
  if (written?.draft) fields.set('draft', 'true');
  const shape = shapeOf(recordTypes[type].collection);
  const lines = Object.entries(shape.properties ?? {}).flatMap(([key, one]) => {
    if (key in translation) return [];
    const value = fields.get(key);
    if (value !== undefined) return field(key, value, one);
    const canBeEmpty = one.properties !== undefined && (one.required ?? []).length === 0;
    if (shape.required?.includes(key) && canBeEmpty) return field(key, new Map(), one);
    return placeholder(key, one, '');
  });
  const { collection } = recordTypes[type];
  if (!isArticleName(collection)) return { file: place.file, text: `${lines.join('\n')}\n` };
  const [summary = ''] = answers.get('summary') ?? [];
  const first = bodyRequired.includes(collection) ? `\n${paragraph(summary)}\n` : '';
  const body = written ? `\n${written.body}` : first;
  lines.push(...(written?.comments ?? []).map((line) => `# ${line}`));
  return { file: place.file, text: `---\n${lines.join('\n')}\n---\n${body}` };
}

/** A sentence as a paragraph of MDX: signs that mean markup there are escaped. */
function paragraph(sentence: string): string {
  return sentence
    .trim()
    .normalize('NFC')
    .replace(/[\\<{}*_`[\]]/g, '\\$&')
    .replace(/^([#>+-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
