import { mdxToHast, type HastNode } from 'satteri';
import { carrierOf } from '../content/hold-back.ts';
import { referencesIn } from '../model/references.ts';
import type { CollectionName } from '../model/schemas/collections.ts';
import { factsSchema } from '../model/schemas/index.ts';
import { bare, definitionOf, type Schema } from '../model/schemas/structure.ts';
import { linkedRecord, type RecordPath } from './editor-index.ts';
import { bodyOf, fieldsOf, withBody, withField, type Path } from './record-file.ts';

/** Before a record is deleted, what points to it is mended: nothing may name what is not there. */

/**
 * A file without the record that is to be deleted: the unit is taken out of the list, the words of a link stay without the
 * link.
 * @param collection of the record whose file this is
 * @param target the record that goes
 * @returns the mended text; `undefined` when a required field names the record, so that somebody has to choose another first
 * @throws a `SyntaxError` when the YAML has mistakes
 */
export function withoutRecord(
  text: string,
  collection: CollectionName,
  target: RecordPath,
): string | undefined {
  const fields = withoutReferences(text, collection, target);
  if (fields === undefined) return undefined;
  const body = bodyOf(fields);
  const unlinked = withoutLinks(body, target);
  return unlinked === body ? fields : withBody(fields, unlinked);
}

function withoutReferences(text: string, collection: CollectionName, target: RecordPath): string | undefined {
  const schema = factsSchema(collection);
  let mended = text;
  // One at a time: an item that goes moves the others up.
  for (;;) {
    const fields = fieldsOf(mended);
    const reference = [...referencesIn(schema, fields)].find(
      (one) => `${one.collection}/${one.id}` === target,
    );
    if (!reference) return mended;
    const path = goesWith(mended, carrierOf(reference.path) as Path, schema);
    if (!path) return undefined;
    mended = withField(mended, path, undefined);
  }
}

/**
 * What goes when the value at `path` goes: a list that has nothing in it then, and an item that cannot be without it. A
 * section goes with its last item.
 * @returns `undefined` when the record cannot be without it
 */
function goesWith(text: string, path: Path, schema: Schema): Path | undefined {
  const whole = emptied(fieldsOf(withField(text, path, undefined)), path);
  if (typeof whole.at(-1) === 'number' || !isRequired(schema, whole)) return whole;
  const item = whole.findLastIndex((part) => typeof part === 'number');
  return item < 0 ? undefined : goesWith(text, whole.slice(0, item + 1), schema);
}

/** Can the field at `path` not be left out? */
function isRequired(schema: Schema, path: Path): boolean {
  const parts = path.filter((part) => typeof part === 'string');
  let here: Schema[] = [schema];
  for (const part of parts.slice(0, -1)) here = here.flatMap((one) => fieldIn(one, part));
  const fields = here.flatMap((one) => fieldIn(one, parts.at(-1) ?? ''));
  return (
    fields.length > 0 && fields.every((one) => !['optional', 'default'].includes(definitionOf(one).type))
  );
}

/** The schema of a field of a group, or of the groups in a list. */
function fieldIn(schema: Schema, key: string): Schema[] {
  return bare(schema).flatMap((one) => {
    const definition = definitionOf(one);
    if (definition.type === 'array') return fieldIn(definition.element, key);
    if (definition.type !== 'object') return [];
    const field = definition.shape[key];
    return field ? [field] : [];
  });
}

/** The path of what has nothing in it any more once `carrier` is gone: the list, and the group that had only that list. */
function emptied(fields: unknown, carrier: Path): Path {
  for (let length = 1; length < carrier.length; length++) {
    const path = carrier.slice(0, length);
    const value = path.reduce<unknown>(
      (data, key) => (data as Record<string | number, unknown>)[key],
      fields,
    );
    if (typeof value === 'object' && value !== null && !somethingIn(value)) return path;
  }
  return carrier;
}

const somethingIn = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Object.values(value).some(somethingIn);

/** The text with the words of its links to a record, and without the links. */
function withoutLinks(body: string, target: RecordPath): string {
  const tree = mdxToHast(body, { features: { frontmatter: false, gfm: { footnotes: false } } });
  const links: { from: number; to: number; words: string }[] = [];
  const visit = (node: HastNode): void => {
    if (!('children' in node)) return;
    if (node.type === 'element' && node.tagName === 'a') {
      const [first, last] = [node.children[0]?.position, node.children.at(-1)?.position];
      const { position } = node;
      if (position && linkedRecord(String(node.properties['href'] ?? '')) === target) {
        const [from, to] = [position.start.offset, position.end.offset];
        const words = first && last ? body.slice(first.start.offset, last.end.offset) : '';
        if (from !== undefined && to !== undefined) links.push({ from, to, words });
        return;
      }
    }
    for (const child of node.children) visit(child as HastNode);
  };
  visit(tree);
  return links.reduceRight((text, { from, to, words }) => text.slice(0, from) + words + text.slice(to), body);
}
