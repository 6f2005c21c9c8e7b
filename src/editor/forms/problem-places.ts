import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { splitFrontMatter } from '../../content/parse/yaml.ts';
import type { Problem } from '../../content/problems.ts';
import type { Path } from '../record-file.ts';

/**
 * Where in a form a problem belongs. The check knows lines and columns of a file; a form knows fields. What is missing
 * stands on no line of its own, and is placed by its name.
 */

/** A problem with the field that it is about, in the text (`body`), or neither (`undefined`: shown above the form). */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly path: Path | 'body' | undefined;
}

/** The keys and positions that lead to what stands at `offset`. */
function pathAt(node: unknown, offset: number): Path {
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const from = pair.key.range?.[0] ?? Infinity;
      const to = (isNode(pair.value) ? pair.value.range?.[2] : undefined) ?? pair.key.range?.[2] ?? -1;
      if (offset >= from && offset < Math.max(to, from + 1))
        return [String(pair.key.value), ...(isNode(pair.value) ? pathAt(pair.value, offset) : [])];
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const range = isNode(item) ? item.range : undefined;
      if (range && offset >= range[0] && offset < Math.max(range[2], range[0] + 1))
        return [index, ...pathAt(item, offset)];
    }
  }
  return [];
}

const lastKey = (path: Path): string | undefined =>
  path.filter((one): one is string => typeof one === 'string').at(-1);

/** The field that is missing: `key` in the group around the place. */
function missingAt(path: Path, { values }: Problem): Path {
  const key = String(values['key']);
  const group = values['group'];
  if (group === undefined || group === '') return [key];
  // The place of an empty group is its first key: go up to the group that is named.
  for (let length = path.length; length > 0; length--) {
    const around = path.slice(0, length);
    if (lastKey(around) !== group) continue;
    // Within a list the group is an element of it.
    const element = path[length];
    return typeof element === 'number' ? [...around, element, key] : [...around, key];
  }
  return [String(group), key];
}

/**
 * Gives each problem of one file its field.
 * @param text the file as it stands
 * @param isYaml a file of facts alone, without front matter
 */
export function placeProblems(
  text: string,
  isYaml: boolean,
  problems: readonly Problem[],
): readonly PlacedProblem[] {
  const source = text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  const parts = isYaml ? { yaml: source, bodyLine: Infinity } : splitFrontMatter(source);
  if (!parts) return problems.map((problem) => ({ problem, path: undefined }));
  const firstLine = isYaml ? 1 : 2;
  const lineCounter = new LineCounter();
  let contents: Node | null = null;
  try {
    contents = parseDocument(parts.yaml, { schema: 'core', lineCounter, logLevel: 'silent' }).contents;
  } catch {
    // Of what cannot be read at all every problem stands above the form.
  }
  return problems.map((problem) => {
    if (problem.line >= parts.bodyLine) return { problem, path: 'body' };
    const start = lineCounter.lineStarts[problem.line - firstLine];
    const path = start === undefined ? [] : pathAt(contents, start + problem.column - 1);
    if (problem.code === 'missingField' || problem.code === 'missingInnerField')
      return { problem, path: missingAt(path, problem) };
    return { problem, path: path.length > 0 ? path : undefined };
  });
}
