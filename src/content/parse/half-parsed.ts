import type { HastNode } from 'satteri';
import type { Reader, Report as ReportOf } from '../checks/check.ts';

/**
 * What Markdown did not understand is printed as it was typed; what it understood too well is changed: a tilde between
 * figures strikes them out (“20~30” became “2030”), a date at the beginning of a line makes a list and loses its day.
 * Looked for in what the parser made; the corrected line is made of what was typed.
 */

const codes = [
  'leftoverMark',
  'struckOut',
  'accidentalList',
  'underlinedHeading',
  'emptyHeading',
  'addressTooLong',
] as const;
export type HalfParsedCode = (typeof codes)[number];
type Code = HalfParsedCode;

/** Is every sign of Markdown understood, and understood as it was meant? */
export const halfParsed: Reader<Code> = { reads: 'body', codes };

type Report = ReportOf<Code>;
type Element = Extract<HastNode, { type: 'element' }>;

/** Signs that only Markdown, other dialects of it, Word and Excel put into a text; and what they were to be. */
const signs: readonly { readonly sign: RegExp; readonly cure?: (line: string) => string }[] = [
  { sign: /\*\*|(?<!\p{L})__(?=\p{L})/u },
  { sign: /\[\^[^\]\s]*\]/u, cure: (line) => line.replace(/\[\^[^\]\s]*\](?::\s*)?/gu, '') },
  { sign: /\]\(|!\[/u },
  { sign: /^#{1,6}(?=\p{L})/mu, cure: (line) => line.replace(/^(\s*#{1,6})(?=\p{L})/u, '$1 ') },
  { sign: /\t/u },
  { sign: /^[ ]*[•●▪◦‣](?=[ ]*\S)/mu, cure: (line) => line.replace(/^(\s*)[•●▪◦‣]\s*/u, '$1- ') },
  { sign: /^[ ]*[–—](?=[ ]+\S)/mu, cure: (line) => line.replace(/^(\s*)[–—]\s+/u, '$1- ') },
  { sign: /^:::.*$/mu },
];

/** Marks at which an address ends, though nothing stands between them: of Chinese, Khmer and Lao, and quotes. */
const ends = '。，、；：！？）》」』”»។៕ຯ';
const swallowed = new RegExp(`(?:https?://|www\\.)[^\\s${ends}]*[${ends}]`, 'u');
const address = new RegExp(`((?:https?://|www\\.)[^\\s${ends}]*)`, 'u');

const textOf = (node: HastNode): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** A day or a year, not the number of an item: beyond 31, or a single item that is not the first. */
function isAccidental({ properties, children }: Element): boolean {
  const start = Number(properties['start'] ?? 1);
  const items = children.filter((one) => one.type === 'element').length;
  return start > 31 || (start !== 1 && items === 1);
}

/**
 * Reports what is half parsed, each kind once a paragraph.
 * @param source the body as it was typed
 * @param firstLine the line of the file on which the body begins
 */
export function reportHalfParsed(tree: HastNode, source: string, firstLine: number, report: Report): void {
  const lines = source.split('\n');

  /** `line` counts from 0 within the body. */
  function tell(code: Code, line: number, value: string, cure?: (line: string) => string): void {
    const typed = lines[line] ?? '';
    const corrected = cure?.(typed);
    const column = Math.max(typed.indexOf(value), 0) + 1;
    const differs = corrected !== undefined && corrected !== typed;
    const shown = value === '\t' ? 'TAB' : value.trim();
    report({
      line: line + firstLine,
      column,
      code,
      values: { value: shown },
      ...(differs && { corrected }),
    });
  }

  /** The first line of the element, from 0, that `pattern` is on. */
  function lineOf(node: Element, pattern: RegExp): number {
    const from = (node.position?.start.line ?? 1) - 1;
    const to = node.position?.end.line ?? lines.length;
    const at = lines.slice(from, to).findIndex((line) => pattern.test(line));
    return from + Math.max(at, 0);
  }

  /** `around`: the element whose lines are searched. */
  function look(node: HastNode, around: Element | undefined): void {
    if (node.type === 'text' && around) {
      for (const { sign, cure } of signs) {
        const found = sign.exec(node.value)?.[0];
        if (found !== undefined) return tell('leftoverMark', lineOf(around, sign), found, cure);
      }
    }
    if (!('children' in node)) return;
    if (node.type !== 'element') return node.children.forEach((child) => look(child, around));
    const { tagName } = node;
    const text = textOf(node).trim();
    if (tagName === 'code' || tagName === 'pre') return;
    if (tagName === 'del') {
      const cure = (line: string): string => line.replace(/(?<=\d\s?)~(?=\s?\d)/g, '–');
      return tell('struckOut', lineOf(around ?? node, /~/), `~${text}~`, cure);
    }
    if (tagName === 'ol' && isAccidental(node)) {
      const line = lineOf(node, /\d[.)]/);
      const cure = (typed: string): string => typed.replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
      return tell('accidentalList', line, (lines[line] ?? '').trim().slice(0, 40), cure);
    }
    if (/^h[1-6]$/.test(tagName)) {
      const line = lineOf(node, /\S/);
      if (text === '') return tell('emptyHeading', line, (lines[line] ?? '').trim());
      if (!(lines[line] ?? '').includes('#')) return tell('underlinedHeading', line, text);
    }
    if (tagName === 'a' && swallowed.test(text)) {
      const line = lineOf(around ?? node, swallowed);
      const cure = (typed: string): string => typed.replace(address, (one) => `[${one}](${one})`);
      return tell('addressTooLong', line, text, cure);
    }
    const block = /^(?:p|li|h[1-6]|td|th|blockquote)$/.test(tagName) ? node : around;
    node.children.forEach((child) => look(child, block ?? node));
  }

  look(tree, undefined);
}
