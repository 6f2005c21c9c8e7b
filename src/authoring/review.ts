import { missingTerms, termsIn, termsIndexed, type TermIndex } from '../content/checks/glossary.ts';
import { figuresIn } from '../content/figures.ts';
import { fingerprint } from '../content/fingerprint.ts';
import type { RecordIndex } from '../content/record-index.ts';
import { firstDay } from '../model/dates.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { isLocale, type Locale } from '../model/locales.ts';
import { textFile } from '../model/text-states.ts';

/** What a reader who knows the language should look at: doubtful passages of translations beside their originals. */

/** Why a passage is doubtful. Nothing here is a fault: what a machine can judge is told by the check. */
export type Doubt =
  /** The original names a term of the glossary or a record; no agreed rendering stands in this passage. */
  | { readonly kind: 'term'; readonly value: string; readonly agreed: readonly string[] }
  /** A name that no record or glossary gives, and that was written in other letters or translated. */
  | { readonly kind: 'name'; readonly value: string }
  /** An amount with a number word, which languages count differently: “3,4 tỷ” is 34亿. */
  | { readonly kind: 'amount'; readonly value: string };

/** A title, summary or paragraph of a translation. */
export interface Passage {
  /** `activities/2023/don-hvpf` */
  readonly record: string;
  /** Of the translation, from the project folder. */
  readonly file: string;
  /** Where it stands in the file. */
  readonly line: number;
  /** Changes with its words, so that an answer is never laid on other words than those that were read. */
  readonly mark: string;
  readonly original: string;
  readonly translation: string;
  readonly doubts: readonly Doubt[];
  /** What the record names as its sources: `quang-tri-2023:19`. */
  readonly sources: readonly string[];
}

/** A translation that has been read by a native reader since it was last changed or accepted. */
export function isReviewed(entry: ArticleEntry, locale: Locale): boolean {
  const { reviewed, translated } = entry.texts[locale] ?? {};
  return reviewed !== undefined && (translated === undefined || firstDay(reviewed) >= firstDay(translated));
}

type Words = ArticleEntry['texts']['vi'];
const paragraphs = ({ body }: Words): string[] => body.text.split('\n').filter((one) => one.trim() !== '');

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
/** So many letters tell a paragraph from the others. */
const beginning = 12;

/**
 * The line at which each text begins: lines of the file are searched in order, for a paragraph is one line there.
 * @returns the line after the last one found where the letters stand on none: in an attribute, or wrapped
 */
function linesOf(texts: readonly string[], source: string): number[] {
  const lines = source.split('\n').map(lettersOf);
  let from = 0;
  return texts.map((text) => {
    const wanted = lettersOf(text).slice(0, beginning);
    const at = lines.findIndex((line, index) => index >= from && line.includes(wanted));
    if (at >= 0) from = at;
    return from + 1;
  });
}

/** What begins with a capital before a name and is none: “Trường Tiểu học”, “Tháng Bảy”, “THPT”. */
const noName =
  /^(?:(?:Ban|Bộ|Dịp|Đoàn|Giám|Hội|Năm|Ngày|Nhân|Phó|Phòng|Quý|Sở|Tháng|Thứ|Tỉnh|Tổ|Trung|Trường|Ủy|\p{Lu}{2,})(?: |$))+/u;

/** Two or more words with capitals: “Phú Thứ”, “Hans Victor Selder”. */
function namesIn(original: string): Set<string> {
  const found = original.matchAll(/\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)+/gu);
  return new Set([...found].map(([name]) => name.replace(noName, '')).filter((name) => name.includes(' ')));
}

/** Why a passage is doubtful; empty where nothing in it is. */
export function doubtsIn(original: string, translation: string, locale: Locale, terms: TermIndex): Doubt[] {
  const named = termsIn(original, terms);
  const unknown = named.reduce((rest, { spelling }) => rest.replaceAll(spelling, '·'), original);
  const names = namesIn(unknown);
  const amounts = new Set(figuresIn(original).flatMap(({ step, typed }) => (step > 0 ? [typed.trim()] : [])));
  return [
    ...missingTerms(named, translation, locale).map(({ term, agreed }): Doubt => ({
      kind: 'term',
      value: term,
      agreed,
    })),
    ...[...names]
      .filter((name) => !translation.includes(name))
      .map((value): Doubt => ({ kind: 'name', value })),
    ...[...amounts].map((value): Doubt => ({ kind: 'amount', value })),
  ];
}

/**
 * Every passage of a translation, doubtful or not, in the order of the file.
 * @param source the file of the translation, whole
 * @returns none where there is no such translation
 */
export function passagesOf(
  entry: ArticleEntry,
  locale: Locale,
  source: string,
  index: RecordIndex,
): Passage[] {
  const text = entry.texts[locale];
  if (!text) return [];
  const { vi } = entry.texts;
  const own = paragraphs(text);
  const originals = paragraphs(vi);
  const title = (words: Words): string => ('title' in words ? (words.title ?? '') : '');
  const pairs = [
    [title(text), title(vi)],
    [text.summary ?? '', vi.summary ?? ''],
    // Paragraphs that were joined or parted have the whole original beside them.
    ...own.map((one, at) => [
      one,
      own.length === originals.length ? (originals[at] ?? '') : originals.join('\n'),
    ]),
  ].filter(([translation]) => translation !== '');
  const lines = linesOf(
    pairs.map(([translation = '']) => translation),
    source,
  );
  const sources = 'sources' in entry.facts ? (entry.facts.sources ?? []) : [];
  return pairs.map(([translation = '', original = ''], at) => ({
    record: `${entry.collection}/${entry.id}`,
    file: textFile(entry, locale),
    line: lines[at] ?? 1,
    mark: fingerprint({ body: { text: translation } }).slice(0, 8),
    original,
    translation,
    doubts: doubtsIn(original, translation, locale, termsIndexed(index)),
    sources: sources.map((one) => `${one.document}:${one.line}`),
  }));
}

/** What stands before a reader's answer, and what it is found by whatever a word processor makes of the file. */
export const answerCode = ({ file, line, mark }: Passage): string => `${file}:${line} ${mark}`;

/** What a reader wrote of one passage. */
export interface Answer {
  readonly file: string;
  readonly locale: Locale;
  /** Where the passage stood when the sheet was made. */
  readonly line: number;
  readonly mark: string;
  readonly words: string;
}

/**
 * The answers in the words of a sheet that came back: “content/…/index.km.mdx:12 4f2c1a9b [[ answer ]]”. Where the
 * closing brackets were lost, an answer ends at the next code.
 * @param words of the whole sheet, however it was saved
 * @returns `asked`: how many passages the sheet has; none means that it is no sheet
 */
export function readAnswers(words: string): { readonly asked: number; readonly answers: readonly Answer[] } {
  const code = /(content\/\S+\.(\w+)\.mdx):(\d+)\s+([0-9a-f]{8})\s*\[\[/g;
  const found = [...words.matchAll(code)];
  const answers = found.flatMap(
    ({ 0: whole, 1: file = '', 2: locale = '', 3: line, 4: mark = '', index }, at) => {
      const [answer = ''] = words.slice(index + whole.length, found[at + 1]?.index).split(']]');
      const written = answer.replace(/\s+/g, ' ').trim();
      return written === '' || !isLocale(locale)
        ? []
        : [{ file, locale, line: Number(line), mark, words: written }];
    },
  );
  return { asked: found.length, answers };
}
