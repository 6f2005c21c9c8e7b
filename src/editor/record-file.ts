import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { differenceOf, placed, type Difference } from './difference.ts';
import { blockEntry, scalarText, spelled } from './yaml-spelling.ts';

/**
 * The file of a record as the editor changes it: text in, text out. A change is spliced into the text where it belongs,
 * so that what was not changed keeps its bytes, and a reviewer sees the lines that an editor meant.
 */

export type Path = readonly (string | number)[];

/** The keys that belong on the map at `path`, in their order: where a new one is put. */
export type KeyOrder = (path: Path) => readonly string[];

export type Fields = Readonly<Record<string, unknown>>;

/** A file in its parts: `head + yaml + tail` is the file. A file of fields only is all YAML. */
interface Parts {
  readonly head: string;
  readonly yaml: string;
  /** The closing `---` and its line end. */
  readonly foot: string;
  readonly body: string;
}

function partsOf(source: string): Parts {
  const found = /^(\uFEFF?---[ \t]*\r?\n)((?:[\s\S]*?\n)?)(---[ \t]*(?:\r?\n|$))/.exec(source);
  if (!found) return { head: '', yaml: source, foot: '', body: '' };
  const [whole, head = '', yaml = '', foot = ''] = found;
  return { head, yaml, foot, body: source.slice(whole.length) };
}

/** @throws a `SyntaxError` when the YAML has mistakes, or is no fields: then only the text itself can be edited */
function documentOf(yaml: string) {
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw new SyntaxError(error.message, { cause: error });
  const { contents } = document;
  if (contents !== null && !isMap(contents)) throw new SyntaxError('no fields');
  return { root: contents, data: (document.toJS() ?? {}) as Fields };
}

/**
 * What the fields of a file say, as YAML reads them: dates stay text.
 * @throws a `SyntaxError` when the YAML has mistakes
 */
export function fieldsOf(source: string): Fields {
  return documentOf(partsOf(source).yaml).data;
}

/** Whether a record is held back by choice; a file that cannot be read is not. */
export function isHeldBack(source: string): boolean {
  try {
    return fieldsOf(source)['draft'] === true;
  } catch {
    return false;
  }
}

/** The text below the fields. */
export function bodyOf(source: string): string {
  return partsOf(source).body;
}

/** The file with another text below its fields. Line ends become those of the file. */
export function withBody(source: string, body: string): string {
  const parts = partsOf(source);
  const text = source.includes('\r\n') ? body.replace(/\r?\n/g, '\r\n') : body;
  return parts.head + parts.yaml + parts.foot + text;
}

/**
 * The file with another value in one field; `undefined` takes it out, and an item of a list moves the others up. An empty
 * list or group is written out as such.
 * @param value as YAML reads it: a year alone is a number
 * @param order where new keys go; without it, to the end of their map
 * @throws a `SyntaxError` when the YAML has mistakes
 */
export function withField(source: string, path: Path, value: unknown, order?: KeyOrder): string {
  return withFields(source, placed(fieldsOf(source), path, value) as Fields, order);
}

/**
 * The file with these fields instead of its own. What the old ones and the new ones have in common keeps its bytes: an
 * item more in a list is one insertion.
 * @throws a `SyntaxError` when the YAML has mistakes
 */
export function withFields(source: string, fields: Fields, order: KeyOrder = () => []): string {
  const parts = partsOf(source);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  let { yaml } = parts;
  // One difference at a time, each found in the text that the last one left: no offset has to be carried along.
  for (let step = 0; step < mostSteps; step++) {
    const { root, data } = documentOf(yaml);
    const difference = differenceOf(data, fields);
    if (!difference) return parts.head + yaml + parts.foot + parts.body;
    yaml = splice(yaml, root, difference, order, lineEnd);
  }
  throw new RangeError('a value that YAML cannot say');
}

/** More than any record has entries. What is not done by then is a value that no YAML is read back as, such as NaN. */
const mostSteps = 5000;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function splice(
  yaml: string,
  root: YAMLMap | null,
  difference: Difference,
  order: KeyOrder,
  lineEnd: string,
): string {
  const { path } = difference;
  const last = path.at(-1);
  const parent = root && nodeAt(root, path.slice(0, -1));
  let edit: Edit;
  if (!parent || last === undefined) {
    // Not one field yet, only comments perhaps.
    const gap = yaml === '' || yaml.endsWith('\n') ? '' : lineEnd;
    const added = blockEntry(String(last), difference.value, 0, lineEnd);
    edit = { from: yaml.length, to: yaml.length, text: `${gap}${added}${lineEnd}` };
  } else if (difference.kind === 'replace') edit = replacement(yaml, parent, last, difference.value, lineEnd);
  else if (difference.kind === 'remove') edit = removal(yaml, parent, last);
  else if (parent.flow) edit = flowInsertion(yaml, parent, last, difference.value, order(path.slice(0, -1)));
  else edit = blockInsertion(yaml, parent, last, difference.value, order(path.slice(0, -1)), lineEnd);
  return yaml.slice(0, edit.from) + edit.text + yaml.slice(edit.to);
}

type Container = YAMLMap | YAMLSeq;

function nodeAt(root: YAMLMap, path: Path): Container | undefined {
  const node: unknown = path.length === 0 ? root : root.getIn(path, true);
  return isCollection(node) && (isMap(node) || isSeq(node)) ? node : undefined;
}

/** The entries of a map or list, as spans of text. A value that is not there is empty, at the end of its key. */
interface Entry {
  readonly key: string | number;
  readonly start: number;
  readonly value: Node | undefined;
  readonly valueStart: number;
  readonly end: number;
}

function entriesOf(container: Container): Entry[] {
  if (isSeq(container)) {
    return container.items.map((item, key) => {
      const node = item as Node;
      const [start, end] = [startOf(node), endOf(node)];
      return { key, start, value: node, valueStart: start, end };
    });
  }
  return container.items.map(({ key, value }) => {
    const name = key as Node;
    const node = (value ?? undefined) as Node | undefined;
    const written = node && endOf(node) > startOf(node) ? node : undefined;
    return {
      key: isScalar(name) ? String(name.value) : '',
      start: startOf(name),
      value: node,
      // A key without a value has its colon behind it.
      valueStart: written ? startOf(written) : (node?.range?.[0] ?? endOf(name) + 1),
      end: written ? endOf(written) : Math.max(node?.range?.[1] ?? 0, endOf(name) + 1),
    };
  });
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Where the text of a node ends: of a block, with its last entry. Blank lines and comments behind it are not its own. */
function endOf(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) return entriesOf(node).at(-1)?.end ?? startOf(node);
  return node.range?.[1] ?? 0;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** Behind the line end of the line in which `at` stands, or the end of the text. */
function nextLine(text: string, at: number): number {
  // The text of a block scalar ends with its line end.
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
const columnOf = (text: string, at: number): number => at - lineStart(text, at);
const startsLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === '';

function replacement(
  yaml: string,
  parent: Container,
  last: string | number,
  value: unknown,
  lineEnd: string,
): Edit {
  const entry = entriesOf(parent).find((one) => one.key === last);
  if (!entry) throw new RangeError(`no ${last}`);
  const { value: old, valueStart: start, end } = entry;
  if (old && isScalar(old) && end > start && !(typeof value === 'object' && value !== null)) {
    // A block scalar (`|`) goes with its line end, which the new value does not bring.
    const to = yaml[end - 1] === '\n' ? end - (yaml[end - 2] === '\r' ? 2 : 1) : end;
    return { from: start, to, text: scalarText(value, old.type) };
  }
  if (parent.flow || isSeq(parent))
    return { from: start, to: end, text: spaced(yaml, start, spelled(value)) };
  // From behind the colon, since a block begins on a line of its own and a scalar does not.
  const colon = yaml.indexOf(':', endOfKey(parent, last)) + 1;
  const whole = blockEntry(String(last), value, columnOf(yaml, entry.start), lineEnd);
  const text = whole.slice(blockEntry(String(last), '', 0, lineEnd).lastIndexOf(':') + 1);
  return { from: colon, to: Math.max(colon, end), text };
}

const spaced = (yaml: string, at: number, text: string): string =>
  /[\s[{]/.test(yaml[at - 1] ?? ' ') ? text : ` ${text}`;

function endOfKey(map: Container, last: string | number): number {
  if (!isMap(map)) return 0;
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === last);
  return pair ? endOf(pair.key as Node) : 0;
}

function removal(yaml: string, parent: Container, last: string | number): Edit {
  const entries = entriesOf(parent);
  const index = entries.findIndex((one) => one.key === last);
  const [before, entry, after] = [entries[index - 1], entries[index], entries[index + 1]];
  if (!entry) throw new RangeError(`no ${last}`);
  if (parent.flow) {
    if (after) return { from: entry.start, to: after.start, text: '' };
    if (before) return { from: before.end, to: entry.end, text: '' };
    return { from: startOf(parent), to: endOf(parent), text: isMap(parent) ? '{}' : '[]' };
  }
  if (entries.length === 1 && parent.range) {
    // A block without an entry would be nothing at all.
    const text = isMap(parent) ? '{}' : '[]';
    const whole = blockStart(yaml, parent, entry);
    // The fields of a whole file may all be gone.
    if (whole === 0) return { from: lineStart(yaml, entry.start), to: nextLine(yaml, entry.end), text: '' };
    const upTo = yaml[entry.end - 1] === '\n' ? entry.end - 1 : entry.end;
    return { from: whole, to: upTo, text: ` ${text}` };
  }
  const start = isSeq(parent) ? dashBefore(yaml, entry.start) : entry.start;
  if (startsLine(yaml, start))
    return { from: lineStart(yaml, start), to: nextLine(yaml, entry.end), text: '' };
  // The first of a map in a list, behind the dash: `- unit: a`. The next key moves up to it.
  return { from: start, to: after ? after.start : entry.end, text: '' };
}

/** Where the dash of a list's entry stands. */
const dashBefore = (yaml: string, at: number): number => yaml.lastIndexOf('-', at - 1);

/** Where the text of a block begins that stands behind `key:` or `-`; 0 for the fields of a file. */
function blockStart(yaml: string, parent: Container, first: Entry): number {
  const start = isSeq(parent) ? dashBefore(yaml, first.start) : first.start;
  return yaml.slice(0, start).trimEnd().length;
}

/** Which entry a new one stands behind: the last of those that come before it by `order`; `-1` for none. */
function placeOf(entries: readonly Entry[], key: string | number, order: readonly string[]): number {
  if (typeof key === 'number') return Math.min(key, entries.length) - 1;
  const rank = order.indexOf(key);
  if (rank < 0) return entries.length - 1;
  return entries.findLastIndex((one) => {
    const other = order.indexOf(String(one.key));
    return other >= 0 && other < rank;
  });
}

function flowInsertion(
  yaml: string,
  parent: Container,
  key: string | number,
  value: unknown,
  order: readonly string[],
): Edit {
  const entries = entriesOf(parent);
  const text = isMap(parent) ? `${scalarText(String(key))}: ${spelled(value)}` : spelled(value);
  if (entries.length === 0) {
    return { from: startOf(parent), to: endOf(parent), text: isMap(parent) ? `{ ${text} }` : `[${text}]` };
  }
  const place = placeOf(entries, key, order);
  const [before, first] = [entries[place], entries[0]];
  // A list that is broken over lines goes on as it is.
  const gapAt = (at: number): string =>
    startsLine(yaml, at)
      ? yaml.slice(
          yaml.lastIndexOf('\n', at - 1) - (yaml[yaml.lastIndexOf('\n', at - 1) - 1] === '\r' ? 1 : 0),
          at,
        )
      : ' ';
  if (before) return { from: before.end, to: before.end, text: `,${gapAt(before.start)}${text}` };
  const at = first?.start ?? startOf(parent) + 1;
  return { from: at, to: at, text: `${text},${gapAt(at)}` };
}

function blockInsertion(
  yaml: string,
  parent: Container,
  key: string | number,
  value: unknown,
  order: readonly string[],
  lineEnd: string,
): Edit {
  const entries = entriesOf(parent);
  const place = placeOf(entries, key, order);
  const [before, first] = [entries[place], entries[0]];
  const start = isSeq(parent) ? dashBefore(yaml, first?.start ?? 0) : (first?.start ?? 0);
  const indent = columnOf(yaml, start);
  const text = isSeq(parent) ? `- ${spelled(value)}` : blockEntry(String(key), value, indent, lineEnd);
  if (!before) return { from: start, to: start, text: `${text}${lineEnd}${' '.repeat(indent)}` };
  const at = nextLine(yaml, before.end);
  const gap = at > 0 && yaml[at - 1] !== '\n' ? lineEnd : '';
  return { from: at, to: at, text: `${gap}${' '.repeat(indent)}${text}${gap === '' ? lineEnd : ''}` };
}
