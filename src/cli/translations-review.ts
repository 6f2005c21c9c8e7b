import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { isReviewed, passagesOf, readAnswers, type Passage } from '../authoring/review.ts';
import { writeWhole } from '../build/files.ts';
import { recordsOf, type Board } from '../bulletin/translations.ts';
import type { Content } from '../content/read.ts';
import { editorText } from '../i18n/editors.ts';
import { todayInVietNam } from '../model/dates.ts';
import type { EditorLocale, Locale } from '../model/locales.ts';
import { textFile } from '../model/text-states.ts';
import { reviewSheet } from '../authoring/review-sheet.ts';
import { refuse } from './command-line.ts';

/** `npm run translations -- --review km` writes what a native reader should see, `--answers <file>` reads what came back. */

/** So many passages are an hour for one reader. */
export const usualCount = 60;

export interface Reviewing {
  /** The project folder. */
  readonly root: string;
  readonly content: Content;
  readonly board: Board;
  readonly locale: EditorLocale;
}

/** Every passage in one language, of the newest record first. */
function allPassages(
  { root, content, board }: Reviewing,
  language: Locale,
): { passage: Passage; reviewed: boolean }[] {
  return recordsOf(board)
    .filter((entry) => entry.texts[language])
    .flatMap((entry) => {
      const source = readFileSync(join(root, textFile(entry, language)), 'utf8');
      const reviewed = isReviewed(entry, language);
      return passagesOf(entry, language, source, content.index).map((passage) => ({ passage, reviewed }));
    });
}

/** Writes the sheet and prints where it is. */
export async function writeReview(reviewing: Reviewing, language: Locale, count: number): Promise<void> {
  const { root, locale } = reviewing;
  const doubtful = allPassages(reviewing, language)
    .filter(({ passage, reviewed }) => !reviewed && passage.doubts.length > 0)
    .map(({ passage }) => passage);
  if (doubtful.length === 0) {
    console.log(editorText('review.nothing', locale, { language }));
    return;
  }
  const passages = doubtful.slice(0, count);
  const sheet = { locale: language, passages, doubtful: doubtful.length, day: todayInVietNam() };
  const file = join(root, 'reports', `review-${language}.html`);
  await writeWhole(file, reviewSheet(sheet, locale));
  const values = { shown: passages.length, doubtful: doubtful.length, file: relative(process.cwd(), file) };
  console.log(editorText('review.written', locale, values));
}

/** Elements after which a new word begins. */
const apart = ['p', 'div', 'br', 'td', 'th', 'tr', 'li', 'h1', 'h2'];

function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const words = node.children.map(wordsIn).join('');
  return node.type === 'element' && apart.includes(node.tagName) ? ` ${words} ` : words;
}

/** Browsers and Word name the letters that they save in within the first lines; all else is UTF-8. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /charset=["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  const order =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : named;
  try {
    return new TextDecoder(order).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Prints what was answered, with the file and line that each answer belongs to. Refuses a file that is no sheet. */
export function showAnswers(reviewing: Reviewing, path: string): void {
  const { locale } = reviewing;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(path));
  } catch {
    return refuse('review.noFile', locale, { file: path });
  }
  // Word, LibreOffice and PDF: they are all able to save as HTML or plain text.
  if (/^(?:PK|%PDF|\u00D0\u00CF)/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4)))) {
    return refuse('review.notHtml', locale, { file: path });
  }
  const source = decoded(bytes);
  const words = /<(?:html|body|p|div)\b/i.test(source) ? wordsIn(fromHtml(source)) : source;
  const { asked, answers } = readAnswers(words);
  if (asked === 0) refuse('review.noCodes', locale, { file: path });

  const languages = new Map<Locale, readonly Passage[]>();
  const passagesIn = (language: Locale): readonly Passage[] => {
    const known = languages.get(language) ?? allPassages(reviewing, language).map(({ passage }) => passage);
    languages.set(language, known);
    return known;
  };
  for (const answer of answers) {
    const now = passagesIn(answer.locale).find(
      ({ file, mark }) => file === answer.file && mark === answer.mark,
    );
    const place = `${answer.file}:${now?.line ?? answer.line}`;
    console.log(now ? place : `${place} ${editorText('review.changed', locale)}`);
    if (now) console.log(`    ${editorText('review.now', locale, { text: now.translation })}`);
    console.log(`    ${editorText('review.answered', locale, { text: answer.words })}\n`);
  }
  console.log(editorText('review.answers', locale, { answered: answers.length, asked }));
}
