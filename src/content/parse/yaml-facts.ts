import { isMap, isNode, isScalar, type Document, type Node, type Scalar } from 'yaml';

/** The YAML of one file, with its places. */

/** A place in a file; both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** A number that was typed with a dot, which YAML reads as decimals: `75.000` is 75. */
export interface DottedNumber extends TextPosition {
  readonly path: readonly PropertyKey[];
  readonly source: string;
}

/** The YAML of one file, read with the core schema (dates stay text), with the place of every key and value. */
export interface YamlFacts {
  readonly data: unknown;
  /** The place of the value at `path`, or of the nearest enclosing thing that exists. */
  positionOf(path: readonly PropertyKey[]): TextPosition;
  /** The place of the key `path.at(-1)`. */
  positionOfKey(path: readonly PropertyKey[]): TextPosition;
  /** The value at `path` as it was typed, if it stands on one line. */
  sourceOf(path: readonly PropertyKey[]): string | undefined;
  /** The whole line of the file as it reads with `text` in place of the value, if that stands on one line. */
  lineWith(path: readonly PropertyKey[], text: string): string | undefined;
  /** The same with the key replaced. */
  lineWithKey(path: readonly PropertyKey[], text: string): string | undefined;
  readonly dottedNumbers: readonly DottedNumber[];
  /** What all this is made of. */
  readonly plain: PlainYaml;
}

/** YAML as plain data, which can be kept: places in it are found again when somebody asks for them. */
export interface PlainYaml {
  readonly yaml: string;
  readonly firstLine: number;
  readonly data: unknown;
  readonly dottedNumbers: readonly DottedNumber[];
}

/** YAML as it was parsed, with the places of its nodes. */
export interface YamlPlaces {
  readonly document: Document;
  readonly positionAt: (offset: number) => TextPosition;
}

/** Text from offset `start` to `end`, and the lines that it stands on. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The line around `span` with `text` instead of it; `undefined` when it runs over several lines or is empty. */
export function lineReplacing(yaml: string, { start, end }: Span, text: string): string | undefined {
  if (end <= start || yaml.slice(start, end).includes('\n')) return undefined;
  const from = yaml.lastIndexOf('\n', start - 1) + 1;
  const to = yaml.indexOf('\n', end);
  return (yaml.slice(from, start) + text + yaml.slice(end, to < 0 ? undefined : to)).trimEnd();
}

export const spanOf = (node: Node): Span | undefined =>
  node.range ? { start: node.range[0], end: node.range[1] } : undefined;

/**
 * YAML with its places.
 * @param places asked each time, and only when a place is asked for
 */
export function yamlFacts(plain: PlainYaml, places: () => YamlPlaces): YamlFacts {
  const { yaml, firstLine, data, dottedNumbers } = plain;
  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    const node: unknown =
      path.length === 0 ? places().document.contents : places().document.getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  const positionOf = (path: readonly PropertyKey[]): TextPosition => {
    for (let length = path.length; length >= 0; length--) {
      const range = nodeAt(path.slice(0, length))?.range;
      if (range) return places().positionAt(range[0]);
    }
    return { line: firstLine, column: 1 };
  };
  const keyAt = (path: readonly PropertyKey[]): Scalar | undefined => {
    const parent = nodeAt(path.slice(0, -1));
    if (!isMap(parent)) return undefined;
    const pair = parent.items.find((one) => isScalar(one.key) && String(one.key.value) === path.at(-1));
    return pair?.key as Scalar | undefined;
  };
  const spanAt = (path: readonly PropertyKey[]): Span | undefined => {
    const node = nodeAt(path);
    return node && spanOf(node);
  };
  return {
    data,
    positionOf,
    positionOfKey(path) {
      const range = keyAt(path)?.range;
      return range ? places().positionAt(range[0]) : positionOf(path);
    },
    sourceOf(path) {
      const span = spanAt(path);
      const source = span && yaml.slice(span.start, span.end);
      return source === undefined || source.includes('\n') ? undefined : source;
    },
    lineWith(path, text) {
      const span = spanAt(path);
      return span && lineReplacing(yaml, span, text);
    },
    lineWithKey(path, text) {
      const key = keyAt(path);
      const span = key && spanOf(key);
      return span && lineReplacing(yaml, span, text);
    },
    dottedNumbers,
    plain,
  };
}
