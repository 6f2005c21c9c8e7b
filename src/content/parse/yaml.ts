import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import { readVietnameseAmount } from './amounts.ts';
import type { Reader, Report as ReportOf } from '../checks/check.ts';
import { joinedLines } from './spaces.ts';
import {
  lineReplacing,
  spanOf,
  yamlFacts,
  type DottedNumber,
  type PlainYaml,
  type TextPosition,
  type YamlFacts,
  type YamlPlaces,
} from './yaml-facts.ts';
import { mistakeAt, mistakeOn, quoted, withoutSmartQuotes, type YamlCode } from './yaml-mistakes.ts';

type Report = ReportOf<YamlCode>;

/** Is there front matter? `splitFrontMatter` finds out. */
export const frontMatter: Reader<'noFrontMatter'> = { reads: 'front matter', codes: ['noFrontMatter'] };

/** Splits an MDX file into its front matter and its body. `undefined` when there is no front matter. */
export function splitFrontMatter(
  source: string,
): { yaml: string; body: string; bodyLine: number } | undefined {
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(source);
  if (!match) return undefined;
  const bodyLine = match[0].split('\n').length - (match[0].endsWith('\n') ? 0 : 1);
  return { yaml: match[1] ?? '', body: source.slice(match[0].length), bodyLine: Math.max(bodyLine, 1) };
}

interface Walk {
  readonly yaml: string;
  readonly report: Report;
  readonly positionAt: (offset: number) => TextPosition;
  readonly dotted: DottedNumber[];
}

function keyOf(parents: readonly unknown[]): string {
  const pair = parents.findLast((one) => isPair(one) && isScalar(one.key)) as Pair<Scalar> | undefined;
  return String(pair?.key.value ?? '');
}

function pathOf(parents: readonly unknown[], last: number | string | null): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (const [depth, one] of parents.entries()) {
    if (isPair(one) && isScalar(one.key)) path.push(String(one.key.value));
    else if (isNode(one) && 'items' in one && !isMap(one)) {
      const child = parents[depth + 1];
      path.push(child === undefined ? (last as number) : (one.items as unknown[]).indexOf(child));
    }
  }
  return path;
}

/** Mistakes that the parser takes for something else without a word: a lost text, a mark, a decimal. */
function walkScalar(
  node: Scalar,
  key: number | string | null,
  parents: readonly unknown[],
  walk: Walk,
): void {
  const { yaml, report, positionAt, dotted } = walk;
  const span = spanOf(node);
  if (key === 'key' || !span || node.type !== 'PLAIN') return;
  const name = keyOf(parents);
  if (typeof node.value === 'number' && node.source?.includes('.')) {
    dotted.push({ path: pathOf(parents, key), source: node.source, ...positionAt(span.start) });
    return;
  }
  if (typeof node.value !== 'string') return;
  // ` #` in an unquoted text starts a comment, and the rest of the text is gone.
  const corrected = (text: string): { corrected?: string } => {
    const line = lineReplacing(yaml, span, quoted(text));
    return line === undefined ? {} : { corrected: line };
  };
  if (node.comment) {
    const lost = `#${node.comment}`;
    const whole = lineReplacing(yaml, span, quoted(`${node.value} ${lost}`)) ?? '';
    const cut = whole.lastIndexOf(lost);
    report({
      ...positionAt(span.start),
      code: 'yamlHash',
      values: { key: name, lost },
      corrected: whole.slice(0, cut).trimEnd(),
    });
    return;
  }
  const wrapped = withoutSmartQuotes(node.value);
  if (wrapped !== undefined)
    report({ ...positionAt(span.start), code: 'smartQuotes', values: { key: name }, ...corrected(wrapped) });
  if (node.tag !== undefined || node.anchor !== undefined) {
    const mark = yaml.lastIndexOf(node.tag !== undefined ? '!' : '&', span.start);
    // `!!str Đón đoàn` says of which type the text is; `!Đón` begins with its sign.
    const from = yaml[mark - 1] === '!' ? mark - 1 : mark;
    const whole = from < mark ? yaml.slice(span.start, span.end) : yaml.slice(from, span.end);
    const line = lineReplacing(yaml, { start: from, end: span.end }, quoted(whole));
    report({
      ...positionAt(from),
      code: 'yamlSign',
      values: { key: name, sign: yaml.slice(mark, mark + 1) },
      ...(line !== undefined && { corrected: line }),
    });
  }
}

/** `{ vi: Hà Nội, Việt Nam }`: inside braces a comma ends the value, and the rest becomes a key without one. */
function walkPair(pair: Pair, parents: readonly unknown[], walk: Walk): boolean {
  const map = parents.at(-1);
  if (!isMap(map) || !map.flow || !isScalar(pair.key) || pair.value !== null) return false;
  const index = map.items.indexOf(pair);
  const before = map.items[index - 1];
  const key = spanOf(pair.key);
  if (!before || !key || !isScalar(before.key) || !isScalar(before.value) || before.value.type !== 'PLAIN')
    return false;
  const start = before.value.range?.[0];
  if (start === undefined) return false;
  const typed = walk.yaml.slice(start, key.end);
  const amount = typeof before.value.value === 'number' ? readVietnameseAmount(typed)?.amount : undefined;
  const cured = amount === undefined ? quoted(typed) : String(amount);
  const line = lineReplacing(walk.yaml, { start, end: key.end }, cured);
  walk.report({
    ...walk.positionAt(start),
    code: amount === undefined ? 'yamlComma' : 'numberSpelled',
    values: { key: String(before.key.value), value: typed },
    ...(line !== undefined && { corrected: line }),
  });
  map.items.splice(index, 1);
  return true;
}

/** A text over several lines: YAML puts a space at each line end, which Chinese, Lao and Khmer have no use for. */
function joinLines(node: Scalar, yaml: string): void {
  const span = spanOf(node);
  if (!span || typeof node.value !== 'string') return;
  const typed = yaml.slice(span.start, span.end);
  if (!typed.includes('\n')) return;
  const lines = (
    node.type === 'BLOCK_FOLDED'
      ? typed.slice(typed.indexOf('\n'))
      : node.type === 'PLAIN'
        ? typed
        : typed.slice(1, -1)
  ).trim();
  const folded = lines.replace(/[ \t]*\n[ \t]*/g, ' ');
  if (node.value.trim() === folded) node.value = node.value.replace(folded, () => joinedLines(lines));
}

function walkDocument(document: Document, walk: Walk): void {
  visit(document, {
    Pair(_, pair, parents) {
      return walkPair(pair, parents, walk) ? visit.SKIP : undefined;
    },
    Scalar(key, node, parents) {
      joinLines(node, walk.yaml);
      walkScalar(node, key, parents, walk);
    },
  });
}

/** The first `*name`, or list or group called `&name`, of a document. A text that begins with `&` is another mistake. */
function firstCopy(document: Document): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Alias: (_, node) => ((found = node), visit.BREAK),
    Collection: (_, node) => (node.anchor === undefined ? undefined : ((found = node), visit.BREAK)),
  });
  return found;
}

/** Parses YAML, with its mistakes. */
function parseYaml(yaml: string, firstLine: number): YamlPlaces & { readonly lineCounter: LineCounter } {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter,
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const positionAt = (offset: number): TextPosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  return { document, positionAt, lineCounter };
}

/** The line, from 0, on which YAML ends a file before its end: what follows is read by nobody. */
function secondDocument(yaml: string): number | undefined {
  if (!/^(?:---|\.{3})/m.test(yaml)) return undefined;
  const lines = yaml.split('\n');
  const first = lines.findIndex((line) => !/^(?:---\s*|\s*#.*|\s*|%.*)$/.test(line));
  const at = lines.findIndex((line, index) => index >= first && /^(?:---|\.{3})(?:\s|$)/.test(line));
  return first < 0 || at < 0 ? undefined : at;
}

/** YAML that has been read before, mistakes and all: it is parsed again when a place in it is asked for. */
export function recallYaml(plain: PlainYaml): YamlFacts {
  const { yaml, firstLine } = plain;
  let known: YamlPlaces | undefined;
  const places = (): YamlPlaces => {
    if (known) return known;
    const { document, positionAt } = parseYaml(yaml, firstLine);
    walkDocument(document, { yaml, report: () => {}, positionAt, dotted: [] });
    return (known = { document, positionAt });
  };
  return yamlFacts(plain, places);
}

/**
 * Reads YAML and reports every mistake in it.
 * @param firstLine the line of the file on which the YAML begins (1 for a YAML file, 2 behind `---`)
 * @returns `undefined` when the YAML cannot be used at all
 */
export function readYaml(yaml: string, firstLine: number, report: Report): YamlFacts | undefined {
  const { document, positionAt, lineCounter } = parseYaml(yaml, firstLine);
  if (document.errors.length > 0) {
    const lines = yaml.split('\n');
    const seen = new Set<number>();
    for (const error of document.errors) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      const { index, offset, ...mistake } = mistakeAt(error, line - 1, lines, col);
      // One mistake often produces several parser errors, on its line and the next; the first one says it.
      if (seen.has(line - 1) || seen.has(index)) continue;
      // What follows a mistake that nobody recognises is the parser's confusion, not the editor's.
      const unknown = mistake.code === 'yaml';
      if (unknown && seen.size > 0) break;
      seen.add(line - 1).add(index);
      report({ line: index + firstLine, column: offset + 1, ...mistake });
      if (unknown) break;
    }
    return undefined;
  }
  const second = secondDocument(yaml);
  if (second !== undefined) {
    report({ line: second + firstLine, column: 1, code: 'yamlSecondDocument', values: {} });
    return undefined;
  }
  if (document.contents !== null && !isMap(document.contents)) {
    const place = positionAt(document.contents.range?.[0] ?? 0);
    const index = place.line - firstLine;
    const lines = yaml.split('\n');
    const { code, values, corrected } = mistakeOn(lines, index) ?? {
      code: 'yamlNotFields' as const,
      values: { value: (lines[index] ?? '').trim() },
    };
    report({ ...place, code, values, ...(corrected !== undefined && { corrected }) });
    return undefined;
  }
  // Copies of copies can grow to any size, and no form of the bulletin needs one.
  const copy = firstCopy(document);
  if (copy) {
    const sign = isAlias(copy) ? '*' : '&';
    report({ ...positionAt(copy.range?.[0] ?? 0), code: 'yamlCopy', values: { sign } });
    return undefined;
  }
  const dottedNumbers: DottedNumber[] = [];
  walkDocument(document, { yaml, report, positionAt, dotted: dottedNumbers });
  const data = document.toJS() as unknown;
  return yamlFacts({ yaml, firstLine, data, dottedNumbers }, () => ({ document, positionAt }));
}
