import type { YAMLError } from 'yaml';
import type { Fault, Reader } from '../checks/check.ts';

/**
 * What an editor did when the YAML parser gives up. The parser speaks of scalars and nodes, and often notices lines
 * too late; each mistake here is recognised from the line that was typed, and comes with its cure.
 */

const codes = [
  'duplicateKey',
  'numberSpelled',
  'smartQuotes',
  'yaml',
  'yamlApostrophe',
  'yamlBackslash',
  'yamlBracket',
  'yamlColon',
  'yamlComma',
  'yamlCopy',
  'yamlHash',
  'yamlIndent',
  'yamlInnerQuote',
  'yamlNoColon',
  'yamlNotFields',
  'yamlQuote',
  'yamlSecondDocument',
  'yamlSign',
  'yamlSpace',
  'yamlTab',
] as const;
export type YamlCode = (typeof codes)[number];

/** Does the YAML say what was meant? */
export const yaml: Reader<YamlCode> = { reads: 'YAML', codes };

/** A mistake on line `index` (0-based) of the YAML. */
export interface Mistake extends Pick<Fault<YamlCode>, 'code' | 'values' | 'corrected'> {
  readonly index: number;
  /** 0-based. */
  readonly offset: number;
}

/** `  - title: Trao học bổng: 60 suất` → lead `  - `, key `title`, value `Trao học bổng: 60 suất`. */
const keyAndValue = /^(\s*(?:- )?)([\w-]+):[ \t]+(.*?)\s*$/;
const quotationMarks = '“”„‟«»‘’‚‹›″"';

/** Straight double quotes around a text, marks inside it escaped. `quoted('a: b') // => '"a: b"'` */
export const quoted = (value: string): string => JSON.stringify(value);

/** `“abc”`, `“abc"`, `«abc»` → `abc`; `undefined` when the marks belong to the text itself. */
export function withoutSmartQuotes(value: string): string | undefined {
  const match = new RegExp(`^([${quotationMarks}])([^${quotationMarks}]*)([${quotationMarks}])$`, 'u').exec(
    value,
  );
  if (!match) return undefined;
  const [, opening, text, closing] = match;
  return opening === '"' && closing === '"' ? undefined : text?.trim();
}

/** A mistake that one line shows by itself. */
function onLine(line: string): Omit<Mistake, 'index'> | undefined {
  const [, lead = '', key = '', value = ''] = keyAndValue.exec(line) ?? [];
  const offset = line.length - line.trimStart().length;
  if (/^ *\t/.test(line)) {
    return { offset: 0, code: 'yamlTab', values: {}, corrected: line.replaceAll('\t', '  ') };
  }
  const noSpace = /^(\s*(?:- )?)([A-Za-z][\w-]*):([^\s:/].*)$/.exec(line);
  if (noSpace) {
    const corrected = `${noSpace[1]}${noSpace[2]}: ${noSpace[3]}`;
    return { offset, code: 'yamlSpace', values: { key: noSpace[2] as string }, corrected };
  }
  if (key === '') return undefined;
  const at = { offset: line.indexOf(value, lead.length + key.length + 1), values: { key } };
  const wrapped = withoutSmartQuotes(value);
  if (wrapped !== undefined) {
    return { ...at, code: 'smartQuotes', corrected: `${lead}${key}: ${quoted(wrapped)}` };
  }
  const inner = /^"(.*)"$/.exec(value)?.[1];
  if (inner !== undefined && /(?<!\\)"/.test(inner)) {
    const [first = '', ...others] = inner.split(/(?<!\\)"/);
    const curly = first + others.map((part, index) => (index % 2 === 0 ? '“' : '”') + part).join('');
    return { ...at, code: 'yamlInnerQuote', corrected: `${lead}${key}: "${curly}"` };
  }
  const apostrophe = /^'(.*)'$/.exec(value)?.[1];
  if (apostrophe !== undefined && /(?<!')'(?!')/.test(apostrophe)) {
    return { ...at, code: 'yamlApostrophe', corrected: `${lead}${key}: ${quoted(apostrophe)}` };
  }
  if (inner !== undefined && /\\(?!["\\/bfnrtuxN_LPe0av ])/.test(inner)) {
    const doubled = inner.replace(/\\(?!["\\])/g, '\\\\');
    return { ...at, code: 'yamlBackslash', corrected: `${lead}${key}: "${doubled}"` };
  }
  if (/^["']/.test(value)) return undefined;
  const sign = /^(?:[*&!@`%|>{[]|[?-] )/.exec(value)?.[0].trim();
  if (sign !== undefined && !/^[[{].*[\]}]$/.test(value) && !isOpenBracket(value)) {
    return { ...at, code: 'yamlSign', values: { key, sign }, corrected: `${lead}${key}: ${quoted(value)}` };
  }
  if (/:(?:\s|$)/.test(value) && !/^[[{]/.test(value)) {
    return { ...at, code: 'yamlColon', corrected: `${lead}${key}: ${quoted(value)}` };
  }
  return undefined;
}

/** A list or group that was begun and not closed on its line: `places: [a, b`. */
function isOpenBracket(line: string): boolean {
  const count = (sign: string): number => line.split(sign).length - 1;
  return count('[') > count(']') || count('{') > count('}');
}

/** A quotation mark that is opened and not closed: the mistake is on the line with an odd number of them. */
function openQuote(lines: readonly string[]): Mistake | undefined {
  for (const [index, line] of lines.entries()) {
    const [, lead = '', key = '', value = ''] = keyAndValue.exec(line) ?? [];
    const double = (line.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;
    const single = !double && /^'[^']*$/.test(value);
    if (!double && !single) continue;
    const mark = double ? '"' : "'";
    const offset = line.indexOf(mark);
    const wrapped = withoutSmartQuotes(value);
    if (wrapped !== undefined)
      return {
        index,
        offset,
        code: 'smartQuotes',
        values: { key },
        corrected: `${lead}${key}: ${quoted(wrapped)}`,
      };
    if (double && !value.startsWith('"') && key !== '')
      return {
        index,
        offset,
        code: 'yamlInnerQuote',
        values: { key },
        corrected: `${lead}${key}: ${quoted(value)}`,
      };
    return { index, offset, code: 'yamlQuote', values: { mark }, corrected: `${line.trimEnd()}${mark}` };
  }
  return undefined;
}

/** A line that stands further in than the ones around it, below a line that already has its value. */
function badIndent(lines: readonly string[], index: number): Mistake | undefined {
  const next = lines[index + 1] ?? '';
  const indent = (line: string): number => line.length - line.trimStart().length;
  const here = lines[index] ?? '';
  if (!keyAndValue.test(here) || !/^\s*[\w-]+:/.test(next) || indent(next) <= indent(here)) return undefined;
  const corrected = ' '.repeat(indent(here)) + next.trimStart();
  return { index: index + 1, offset: indent(next), code: 'yamlIndent', values: {}, corrected };
}

/** A mistake that line `index` (0-based) shows by itself, where the parser sees nothing wrong. */
export function mistakeOn(lines: readonly string[], index: number): Mistake | undefined {
  const line = lines[index] ?? '';
  const own = onLine(line);
  return own ? { index, ...own } : withoutColon(line, index);
}

/** A line that is neither a field nor an element of a list: `countries [JP]`. */
function withoutColon(line: string, index: number): Mistake | undefined {
  const typed = line.trim();
  if (typed === '' || typed.includes(':') || typed.startsWith('-')) return undefined;
  const offset = line.length - line.trimStart().length;
  const [, key, value] = /^([a-zA-Z]+)(?: *(?:=>?|：|:=) *| +)(.*)$/.exec(typed) ?? [];
  const corrected =
    key !== undefined && typed.length < 60 ? `${' '.repeat(offset)}${key}: ${value}` : undefined;
  const values = { value: typed };
  return { index, offset, code: 'yamlNoColon', values, ...(corrected !== undefined && { corrected }) };
}

/** What happened where the parser reports `error`, on line `index` (0-based) and in `column` (from 1). */
export function mistakeAt(
  error: YAMLError,
  index: number,
  lines: readonly string[],
  column: number,
): Mistake {
  const line = lines[index] ?? '';
  const offset = line.length - line.trimStart().length;
  if (error.message.startsWith('Missing closing') && /quote$/.test(error.message)) {
    const found = openQuote(lines);
    if (found) return found;
  }
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^["']?([\w-]+)/.exec(line.slice(column - 1))?.[1] ?? line.trim();
    return { index, offset: column - 1, code: 'duplicateKey', values: { key } };
  }
  const own = onLine(line);
  if (own) return { index, ...own };
  const indented = badIndent(lines, index) ?? badIndent(lines, index - 1);
  if (indented) return indented;
  const opened = lines.slice(0, index + 1).findLastIndex(isOpenBracket);
  if (/^Flow|end with a [\]}]/.test(error.message) && opened >= 0) {
    const text = (lines[opened] as string).trimEnd();
    const closing = text.lastIndexOf('{') > text.lastIndexOf('[') ? '}' : ']';
    const corrected = closing === '}' ? `${text} }` : `${text}]`;
    return {
      index: opened,
      offset: Math.max(text.lastIndexOf('{'), text.lastIndexOf('[')),
      code: 'yamlBracket',
      values: { closing },
      corrected,
    };
  }
  const bare = withoutColon(line, index);
  if (bare) return bare;
  return {
    index,
    offset,
    code: 'yaml',
    values: { detail: line.trim() || (error.message.split('\n')[0] ?? '') },
  };
}
