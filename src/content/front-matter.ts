import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Problem } from './problems.ts';

/** A place in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The YAML of one file, read with the core schema (dates stay text), with the place of every key and value. */
export interface YamlFacts {
  readonly data: unknown;
  /** The place of the value at `path`, or of the nearest enclosing thing that exists. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The place of the key `path.at(-1)`. */
  placeOfKey(path: readonly PropertyKey[]): Place;
}

type Report = (problem: Omit<Problem, 'file'>) => void;

/** Splits an MDX file into its front matter and its body. `undefined` when there is no front matter. */
export function splitFrontMatter(
  source: string,
): { yaml: string; body: string; bodyLine: number } | undefined {
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(source);
  if (!match) return undefined;
  const bodyLine = match[0].split('\n').length - (match[0].endsWith('\n') ? 0 : 1);
  return { yaml: match[1] ?? '', body: source.slice(match[0].length), bodyLine: Math.max(bodyLine, 1) };
}

/** “title: Trao học bổng: 60 suất”: the most frequent accident, with its cure. */
function colonInValue(line: string): { key: string; corrected: string } | undefined {
  const match = /^(\s*(?:- )?)([\w-]+):\s+(?!["'[{|>])(.*:(?:\s.*|$))$/.exec(line);
  return match
    ? { key: match[2] as string, corrected: `${match[1]}${match[2]}: ${JSON.stringify(match[3])}` }
    : undefined;
}

function reportYamlError(error: YAMLError, place: Place, lines: readonly string[], report: Report): void {
  const line = lines[place.line - 1] ?? '';
  const colon = colonInValue(line);
  if (error.message.startsWith('Missing closing')) {
    // The parser notices at the end of the file; the editor's mistake is the line with one quotation mark.
    const index = lines.findIndex((one) => (one.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1);
    const opened = lines[index] ?? line;
    const at = index < 0 ? place : { line: index + 1, column: opened.indexOf('"') + 1 };
    report({ ...at, code: 'yamlQuote', values: {}, corrected: `${opened}"` });
  } else if (error.code === 'DUPLICATE_KEY') {
    report({
      ...place,
      code: 'duplicateKey',
      values: { key: /^\s*(?:- )?([\w-]+)/.exec(line)?.[1] ?? line.trim() },
    });
  } else if (error.code === 'TAB_AS_INDENT') {
    report({ ...place, code: 'yamlTab', values: {}, corrected: line.replaceAll('\t', '  ') });
  } else if (colon) {
    report({ ...place, code: 'yamlColon', values: { key: colon.key }, corrected: colon.corrected.trim() });
  } else {
    report({ ...place, code: 'yaml', values: { detail: error.message.split('\n')[0] ?? error.code } });
  }
}

/** ` #` in an unquoted text starts a YAML comment, and the rest of the text is gone without a word. */
function reportLostText(document: Document, placeAt: (offset: number) => Place, report: Report): void {
  if (!isMap(document.contents)) return;
  for (const pair of document.contents.items) {
    if (!isPair(pair) || !isScalar(pair.key) || !isScalar(pair.value)) continue;
    const { value, comment, type, range } = pair.value;
    if (type !== 'PLAIN' || !comment || typeof value !== 'string' || !range) continue;
    report({
      ...placeAt(range[0]),
      code: 'yamlHash',
      values: { key: String(pair.key.value), lost: `#${comment}` },
      corrected: `${String(pair.key.value)}: ${JSON.stringify(`${value} #${comment}`)}`,
    });
  }
}

/**
 * Reads YAML and reports every accident in it.
 * @param firstLine the line of the file on which the YAML begins (1 for a YAML file, 2 behind `---`)
 * @returns `undefined` when the YAML cannot be used at all
 */
export function readYaml(yaml: string, firstLine: number, report: Report): YamlFacts | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter,
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: true,
  });
  const lines = yaml.split('\n');
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const seen = new Set<number>();
  for (const error of document.errors) {
    const { line, column } = placeAt(error.pos[0]);
    // One accident often produces several parser errors on its line; the first one says it.
    if (seen.has(line)) continue;
    seen.add(line);
    const inYaml = { line: line - firstLine + 1, column };
    reportYamlError(error, inYaml, lines, (problem) =>
      report({ ...problem, line: problem.line + firstLine - 1 }),
    );
  }
  if (document.errors.length > 0) return undefined;
  reportLostText(document, placeAt, report);

  const nodeAt = (path: readonly PropertyKey[]): { range?: [number, number, number] | null } | undefined => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    return typeof node === 'object' && node !== null
      ? (node as { range?: [number, number, number] | null })
      : undefined;
  };
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const range = nodeAt(path.slice(0, length))?.range;
      if (range) return placeAt(range[0]);
    }
    return { line: firstLine, column: 1 };
  };
  const placeOfKey = (path: readonly PropertyKey[]): Place => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (isMap(parent)) {
      for (const pair of parent.items) {
        if (isScalar(pair.key) && pair.key.value === path.at(-1) && pair.key.range)
          return placeAt(pair.key.range[0]);
      }
    }
    return placeOf(path);
  };
  return { data: document.toJS() as unknown, placeOf, placeOfKey };
}
