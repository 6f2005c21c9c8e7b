import type { HastNode } from 'satteri';
import type { Reader, Report as ReportOf } from '../checks/check.ts';
import { withMarksInside } from './bold.ts';

/**
 * What Markdown did not understand is printed as it was typed; what it understood too well is changed: a tilde between
 * figures strikes them out (“20~30” became “2030”), a date at the beginning of a line makes a list and loses its day.
 * Looked for in what the parser made; the corrected line is made of what was typed.
 */

/** What Word, PDF readers and messengers put before an item. */
const bullets = '•●▪◦‣⁃∙·○■□◆◇★☆✓✔✦➢➤►▶▸→⇒※・';

const asItem = (mark: string) => {
  const begins = new RegExp(`^(\\s*)${mark}`, 'u');
  return (line: string): string => line.replace(begins, '$1- ');
};

const codes = [
  'leftoverMark',
  'emphasisedFigures',
  'accidentalQuote',
  'lostDefinition',
  'struckOut',
  'accidentalList',
  'underlinedHeading',
  'emptyHeading',
  'skippedHeading',
  'addressTooLong',
] as const;
export type HalfParsedCode = (typeof codes)[number];
type Code = HalfParsedCode;

/** Is every sign of Markdown understood, and understood as it was meant? */
export const halfParsed: Reader<Code> = { reads: 'body', codes };

type Report = ReportOf<Code>;
type Element = Extract<HastNode, { type: 'element' }>;

/** Signs that only Markdown, other dialects of it, Word, Excel and the web put into a text; and what they were to be. */
interface Sign {
  readonly sign: RegExp;
  readonly cure?: (line: string) => string | undefined;
}
const signs: readonly Sign[] = [
  { sign: /\*\*|(?<!\p{L})__(?=\p{L})|\*(?=[^\s*)\]][^*]*\*)/u, cure: withMarksInside },
  { sign: /\[\^[^\]\s]*\]/u, cure: (line) => line.replace(/\[\^[^\]\s]*\](?::\s*)?/gu, '') },
  {
    sign: /\]\s+\((?=https?:|www\.|\/|$)/u,
    cure: (line) => line.replace(/\]\s+\((?=https?:|www\.|\/)/gu, ']('),
  },
  {
    sign: /\)\[(?=https?:|www\.|\/)/u,
    cure: (line) => line.replace(/\(([^()]*)\)\[((?:https?:|www\.|\/)[^\]]*)\]/gu, '[$1]($2)'),
  },
  { sign: /\]\(|!\[|\]\[|\[\[/u },
  // Behind a bullet of Word's fonts it is told with that (`checks/private-use.ts`).
  { sign: /(?<![\uE000-\uF8FF])\t/u },
  // What a field of Word and a cell of Excel says when it has lost what it stood for, or shows how it is made.
  {
    sign: /#(?:REF|VALUE|DIV\/0|NAME|NULL|NUM)[!?]|#N\/A|#{4,}|(?<=\d)E\+\d+|Error! (?:Reference|Bookmark|Hyperlink|Not) |(?<!\p{L})(?:MERGEFORMAT|HYPERLINK "|PAGEREF|TOC \\)/u,
  },
  // Dotted lines of a form that nobody has filled in, and files of which a messenger kept the name.
  { sign: /…{2,}|\.{6,}|_{4,}|…\s*\/\s*…/u },
  { sign: /\[[^\]]+\.(?:jpe?g|png|heic|gif|mp4|docx?|xlsx?|pdf)\]|Comment(?:ed)? \[\w+\]:/iu },
  // Tags of a forum, tags written so that they are shown, letters by their numbers.
  { sign: /\[\/?(?:b|i|u|s|url|img|quote|size|color|center)(?:=[^\]]*)?\]/iu },
  {
    sign: /<\/?(?:b|i|u|p|a|br|em|strong|div|span|font|table|t[rdh]|img|h[1-6])(?:\s[^>]*)?\/?>|&lt;\/?\w+/iu,
  },
  {
    sign: /\\u[\da-f]{4}|=C[23]=[89AB][\dA-F]|=E1=B[A-F]=[\dA-F]{2}|(?<![/.]\S*)%(?:C[3-6]|E1%B[A-F])%[\dA-F]{2}/iu,
  },
  { sign: /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/u },
  { sign: /(?<=[\p{L}\p{N}])\^[^\s^]{1,8}\^|\$[^$\s]*[\\^_][^$]*\$/u },
  {
    sign: /】[(（](?=https?:|www\.|\/)/u,
    cure: (line) => line.replace(/【([^【】]*)】[(（]([^()（）]*)[)）]/gu, '[$1]($2)'),
  },
  { sign: /(?<![\p{L}\p{N}])\*(?=\p{L})(?!.*\*)|(?<![\p{L}\p{N}])`(?=[\p{L}\d])(?!.*`)/u },
  { sign: /(?<![\p{L}\p{N}]):[a-z]+(?:_[a-z]+)*:(?![\p{L}\p{N}])|==(?=\p{L})|(?<=\p{L})==/u },
  {
    sign: /&(?:nbsp|amp|lt|gt|quot|apos|[nm]dash|hellip|#\d{2,6}|#x[\da-f]{2,6})(?![\p{L}\p{N}])/iu,
    cure: (line) => line.replace(/&(?:amp;)*nbsp;?/gi, ' ').replace(/&amp;(?=\w+;)/g, '&'),
  },
];

/** The same, at the beginning of a line. */
const beginnings: readonly Sign[] = [
  // Words for a search in a social network are no headings.
  { sign: /^#\p{L}[\p{L}\p{N}_]*(?=$|\s+#)/u, cure: (line) => line.replace(/(?<!\S)#(?=\p{L})/gu, '\\#') },
  {
    sign: /^={2,6} (?=\S.*=$)|^h[1-6]\. (?=\p{Lu})/u,
    cure: (line) => line.replace(/^(?:={2,6}|h[1-6]\.) (.*?)(?: =+)?$/u, '## $1'),
  },
  { sign: /^#{1,6}(?=\p{L})/u, cure: (line) => line.replace(/^(\s*#{1,6})(?=\p{L})/u, '$1 ') },
  { sign: new RegExp(`^[${bullets}](?=\\s*\\S)`, 'u'), cure: asItem(`[${bullets}]\\s*`) },
  { sign: /^[–—−](?=\s*\p{L}|\s+\S)/u, cure: asItem('[–—−]\\s*') },
  // A dash of an office without a space, and letters that Word shows as bullets.
  { sign: /^[-+](?=\p{L})/u, cure: asItem('[-+]') },
  { sign: /^[vüØ§oq]\s+(?=\p{Lu}[\p{Ll}\p{M} ])/u, cure: asItem('[vüØ§oq]\\s+') },
  { sign: /^\|.*\|$/u },
  // Frames that a program without tables draws.
  { sign: /^(?:[│┃║├┌└┏┗╔╚╠]|\+[-=]{2,}\+)/u },
  { sign: /^\[toc\]$/iu },
  // Notes at the end of a document of Word.
  { sign: /^\[\d{1,3}\] ?(?=\S)/u },
  { sign: /^:::.*$/u },
];

/** What offices number entries with, besides what Markdown knows: `a)`, `i.`, `II/`, `(1)`, `1、`, `（一）`, `①`. */
const numbering =
  /^(?:(?:[a-zđ]|\d{1,2}|[ivx]{1,4}|[IVX]{1,4})[.)/]\s*(?=\p{L})|[(（](?:[a-zđ]|\d{1,2}|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）]\s*|(?:\d{1,2}|[一二三四五六七八九十]{1,3})、\s*|[①-⑳]\s*)(?=\S)/u;

/** Signs that tell only when two lines of one paragraph have them: entries, and rows of a table. */
const inRows: readonly Sign[] = [
  {
    sign: numbering,
    cure: (line) => line.trim().replace(numbering, '- '),
  },
  {
    // Not “1,200,300”: between figures a comma is no border.
    sign: /^[^,]+(?:(?:(?<!\d),(?![\s,])|,(?![\s,\d]))[^,]*){2,}$/u,
    cure: (line) => `| ${line.trim().split(',').join(' | ')} |`,
  },
  { sign: /(?<=\S) *\|(?= *\S)/u, cure: (line) => `| ${line.trim().replace(/\s*\|\s*/gu, ' | ')} |` },
  {
    sign: /(?<=\S)(?:;(?=[^\s;]))(?=[^;]*;\S)/u,
    cure: (line) => `| ${line.trim().split(';').join(' | ')} |`,
  },
];
/** As they were typed: the parser makes one space of many. */
const typedInRows = /\S {3,}(?=\S)/u;

/** Every mark that is not ASCII ends an address (real ones are written `%E3%80%82`); so does another script. */
const ends = String.raw`(?![\x00-\x7F])[\p{P}\p{S}]`;
const otherScript = String.raw`(?<=[A-Za-z\d])[\p{Script=Han}\p{Script=Lao}\p{Script=Khmer}\p{Script=Thai}]`;
const withinAddress = String.raw`(?:https?://|www\.)(?:(?!${ends}|${otherScript})[^\s\])<>])+`;
const swallowed = new RegExp(`${withinAddress}(?:${ends}|${otherScript})`, 'u');
const address = new RegExp(`(${withinAddress})`, 'gu');
/** The end of an address that was put into round brackets with the mark behind it. */
const swallowedInLink = new RegExp(`(?:${ends})+$`, 'u');

const textOf = (node: HastNode): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** A day or a year, not the number of an item: beyond 31, or a single item that is not the first. */
function isAccidental({ properties, children }: Element): boolean {
  const start = Number(properties['start'] ?? 1);
  const items = children.filter((one) => one.type === 'element');
  return start > 31 || (start !== 1 && items.length === 1) || items.some(beginsWithList);
}

/** “1. 1. 2024”: an item without words of its own, and a numbered list. */
const beginsWithList = ({ children }: Element): boolean =>
  isNumbered(children.find((one) => one.type !== 'text' || one.value.trim() !== ''));
const isNumbered = (node: HastNode | undefined): boolean => node?.type === 'element' && node.tagName === 'ol';

const isInLine = /^(?:a|em|strong|code|del|br|sub|sup)$/;

const lastLetter = (node: HastNode | undefined): string => (node ? (textOf(node).at(-1) ?? '') : '');
const firstLetter = (node: HastNode | undefined): string => (node ? (textOf(node).at(0) ?? '') : '');

/**
 * Reports what is half parsed, each kind once a paragraph.
 * @param source the body as it was typed
 * @param firstLine the line of the file on which the body begins
 */
export function reportHalfParsed(tree: HastNode, source: string, firstLine: number, report: Report): void {
  const lines = source.split('\n');
  // A sign behind a backslash was meant as it stands.
  const unescaped = lines.map((line) => line.replace(/\\[!-/:-@[-`{-~]/g, 'xx'));

  /** `line` counts from 0 within the body. */
  function tell(code: Code, line: number, value: string, cure?: (line: string) => string | undefined): void {
    const typed = lines[line] ?? '';
    const corrected = cure?.(typed);
    const column = Math.max(typed.indexOf(value), 0) + 1;
    const differs = corrected !== undefined && corrected !== typed;
    const shown = value === '\t' ? 'TAB' : value.trim() || '␣␣␣';
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
    const at = unescaped.slice(from, to).findIndex((line) => pattern.test(line));
    return from + Math.max(at, 0);
  }

  /** Of the heading before; the title of the page is the first. */
  let level = 1;

  /** Lines with signs of which one has been told: a sign may be in two pieces of a text. */
  const told = new Set<number>();

  /** Reports each line of a paragraph, an item or a cell that begins with such a sign. */
  function lookAtLines(block: Element): void {
    const own = block.children.filter((one) => one.type !== 'element' || isInLine.test(one.tagName));
    const typed = own.map(textOf).join('').split('\n');
    const first = (block.position?.start.line ?? 1) - 1;
    const rows = inRows.find(({ sign }) => typed.filter((line) => sign.test(line.trim())).length > 1);
    const aligned =
      typed.length > 1 && typed.every((_, at) => typedInRows.test(lines[first + at]?.trim() ?? ''));
    if (aligned)
      return tell('leftoverMark', first, '   ', (line) => `| ${line.trim().replace(/ {3,}/g, ' | ')} |`);
    for (const [at, line] of typed.entries()) {
      const one = [...beginnings, ...(rows ? [rows] : [])].find(({ sign }) => sign.test(line.trim()));
      const found = one?.sign.exec(line.trim())?.[0];
      const index = (block.position?.start.line ?? 1) - 1 + at;
      const isMeant = /^(?:[-*+>\s]|\d+[.)])*\\/.test(lines[index] ?? '');
      if (!one || found === undefined || told.has(index) || isMeant) continue;
      told.add(index);
      tell('leftoverMark', index, found, one.cure);
    }
  }

  /** `around`: the element whose lines are searched. */
  function look(node: HastNode, around: Element | undefined): void {
    if (node.type === 'text' && around) {
      for (const { sign, cure } of signs) {
        const found = sign.exec(node.value)?.[0];
        if (found === undefined) continue;
        const line = lineOf(around, sign);
        if (told.has(line) || !sign.test(unescaped[line] ?? '')) continue;
        told.add(line);
        return tell('leftoverMark', line, found, cure);
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
    if (
      tagName === 'strong' &&
      node.children.some((one) => one.type === 'element' && one.tagName === 'strong')
    )
      return tell('leftoverMark', lineOf(around ?? node, /\*\*/), '**', withMarksInside);
    if (tagName === 'blockquote' && /^\d/.test(text)) {
      const line = lineOf(node, />\s*\d/);
      return tell('accidentalQuote', line, (lines[line] ?? '').trim().slice(0, 40), (typed) =>
        typed.replace(/>(?=\s*\d)/, '\\>'),
      );
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
      const own = Number(tagName.slice(1));
      const right = Math.min(own, level + 1);
      level = own;
      if (right < own)
        tell('skippedHeading', line, '#'.repeat(own), (typed) => typed.replace(/#+/, '#'.repeat(right)));
    }
    if (tagName === 'a' && swallowed.test(text)) {
      const line = lineOf(around ?? node, swallowed);
      const withBrackets = (typed: string): string =>
        typed.replace(/[[［]([^[\]［］]+)[\]］][(（](https?:[^()（）\s]+)[)）]/gu, '[$1]($2)');
      const cure = (typed: string): string =>
        withBrackets(typed) !== typed
          ? withBrackets(typed)
          : typed.replace(address, (one: string, _: string, at: number) =>
              typed[at - 1] === '(' ? one : `[${one}](${one.replace(/^www/, 'https://www')})`,
            );
      return tell('addressTooLong', line, text, cure);
    }
    if (tagName === 'a') {
      const typed = decoded(String(node.properties['href'] ?? ''));
      const mark = /^https?:/.test(typed) ? swallowedInLink.exec(typed)?.[0] : undefined;
      if (mark !== undefined)
        return tell('addressTooLong', lineOf(around ?? node, /\]\(/), typed, (line) =>
          line.replace(`${mark})`, `)${mark}`),
        );
    }
    for (const [at, child] of node.children.entries()) {
      const emphasised = child.type === 'element' && /^(?:em|strong)$/.test(child.tagName);
      const between = `${lastLetter(node.children[at - 1])}${firstLetter(child)}${lastLetter(child)}${firstLetter(node.children[at + 1])}`;
      if (emphasised && /^\d{4}$/.test(between))
        return tell(
          'emphasisedFigures',
          lineOf(around ?? node, /\d\*+\d/),
          textOf(node).trim().slice(0, 40),
          (line) => line.replace(/(?<=\d)\*+(?=\d)/g, '×'),
        );
    }
    const isBlock = /^(?:p|li|h[1-6]|td|th|blockquote)$/.test(tagName);
    if (isBlock) lookAtLines(node);
    const block = isBlock ? node : around;
    node.children.forEach((child) => look(child, block ?? node));
  }

  look(tree, undefined);
  // `[Ảnh]: Huế` defines where a link leads that nobody made, and is gone.
  for (const [index, line] of lines.entries()) {
    const [, label] = /^ {0,3}\[([^\]^]+)\]:\s*\S/.exec(line) ?? [];
    if (label !== undefined && !source.includes('```'))
      tell('lostDefinition', index, line.trim().slice(0, 40), (typed) => typed.replace(/\]:/, '\\]:'));
  }
}

/** An address as it was typed, of which the parser made `%E3%80%82`. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
