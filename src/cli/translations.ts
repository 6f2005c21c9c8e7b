import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ArticleEntry } from '../model/entries.ts';
import { nearest } from '../content/nearest.ts';
import type { Problem } from '../content/problems.ts';
import { readContentFolder } from '../content/disk.ts';
import { boardOf, stampTranslation, type Board } from '../bulletin/translations.ts';
import { stateOf, textFile } from '../model/text-states.ts';
import { isKnownDate, parseDate, todayInVietNam } from '../model/dates.ts';
import { editorText } from '../i18n/editors.ts';
import { type EditorLocale, type Locale, translationLocales } from '../model/locales.ts';
import { boardLines, taskLines } from './board.ts';
import { countOf, refuse, runCommand, type CommandLine } from './command-line.ts';
import { writeWhole } from '../build/files.ts';
import { projectRoot } from '../build/paths.ts';
import { printProblems } from './print-problems.ts';
import { showAnswers, usualCount, writeReview } from './translations-review.ts';

/**
 * `npm run translations`: the board, every record by language.
 * `… -- --to km`: what the Khmer translator has to do.
 * `… -- accept <entry> <locale …>`: stamps checked translations with the fingerprint of the Vietnamese text and the
 *   day (today in Viet Nam, or `--date 2026-11-23`). `accept --all <locale …>` stamps all that are not current.
 *   With `--reviewed` it is also written down that a native reader has read the whole.
 * `… -- --review km`: the doubtful passages of translations that no native reader has seen, newest first, as one HTML
 *   file to send to a reader; `--count 20` for fewer than usual.
 * `… -- --answers <file>`: what the reader answered, with the file and line that each answer belongs to.
 * Exits with 1 when something was refused; nothing is stamped then.
 */
const shape = {
  words: 2 + translationLocales.length,
  options: {
    to: translationLocales,
    all: 'switch',
    date: 'text',
    reviewed: 'switch',
    review: translationLocales,
    count: 'text',
    answers: 'text',
    root: 'text',
  },
} as const;

/** What the command works on: what was typed, and the content as it stands. */
interface Translating {
  readonly line: CommandLine;
  /** The project folder. */
  readonly root: string;
  readonly board: Board;
  readonly problems: readonly Problem[];
}

function translationLocale(code: string, locale: EditorLocale): Locale {
  const found = translationLocales.find((one) => one === code);
  const values = { value: code, allowed: translationLocales.join(', ') };
  return found ?? refuse('translations.unknownLocale', locale, values);
}

/** `content/activities/2023/x/index.lo.mdx`, `/activities/2023/x/` and `activities/2023/x` are one record. */
const recordName = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)?(content\/)?/, '')
    .replace(/(\/index\.\w+\.mdx|\/)$/, '');

/** Problems that stand in the way of a stamp: those of the translation and of its original. */
function problemsOf({ entry, language }: Wanted, problems: readonly Problem[]): Problem[] {
  const files = [entry.file, textFile(entry, language)];
  // A day that is missing because the original has changed is what a new stamp cures.
  return problems.filter((one) => files.includes(one.file) && one.code !== 'updatedUnknown');
}

interface Wanted {
  readonly entry: ArticleEntry;
  readonly language: Locale;
}

/** The texts to stamp. */
function wantedTexts({ line, board, problems }: Translating): Wanted[] {
  const { locale } = line;
  const [, ...args] = line.words;
  const codes = line.has('all') ? args : args.slice(1);
  const [path] = args;
  if (codes.length === 0 || path === undefined) return refuse('translations.acceptUsage', locale);
  const languages = codes.map((code) => translationLocale(code, locale));
  const records = new Map<string, ArticleEntry>(
    board.parts.flatMap((part) =>
      part.entries.map((entry): [string, ArticleEntry] => [`${entry.collection}/${entry.id}`, entry]),
    ),
  );
  if (line.has('all')) {
    return [...records.values()].flatMap((entry) =>
      languages
        .filter((language) => ['old', 'unstamped'].includes(stateOf(entry, language)))
        .map((language) => ({ entry, language })),
    );
  }
  const name = recordName(path);
  const entry = records.get(name);
  if (!entry) {
    const own = problems.filter((one) => one.file.startsWith(`content/${name}/`));
    if (own.length > 0) {
      printProblems(own, locale);
      refuse('translations.hasProblems', locale, { file: `content/${name}/` });
    }
    const near = nearest(name, [...records.keys()]);
    refuse('translations.unknownEntry', locale, { value: path, suggestion: near ? `→ ${near}` : '' });
  }
  return languages.map((language) => ({ entry, language }));
}

async function accept(translating: Translating): Promise<boolean> {
  const { line, root, problems } = translating;
  const { locale } = line;
  const day = line.value('date') ?? todayInVietNam();
  const date = parseDate(day);
  if (!isKnownDate(date) || date.end || date.start.precision !== 'day') {
    refuse('translations.badDay', locale, { value: day });
  }
  const wanted = wantedTexts(translating);
  // All that stands in the way is told at once.
  const refused = wanted.filter((one) => {
    const file = textFile(one.entry, one.language);
    const own = problemsOf(one, problems);
    if (own.length > 0) printProblems(own, locale);
    else if (one.entry.texts[one.language]) return false;
    const key = own.length > 0 ? 'translations.hasProblems' : 'translations.noText';
    console.error(editorText(key, locale, { file }));
    return true;
  });
  if (refused.length > 0) return false;
  for (const { entry, language } of wanted) {
    const file = textFile(entry, language);
    const path = join(root, file);
    const stamp = {
      fingerprint: entry.texts.vi.ownFingerprint,
      translated: day,
      ...(line.has('reviewed') && { reviewed: day }),
    };
    const stamped = stampTranslation(readFileSync(path, 'utf8'), stamp);
    if (stamped === undefined) return refuse('translations.hasProblems', locale, { file });
    await writeWhole(path, stamped);
    console.log(editorText('translations.accepted', locale, { file, day }));
  }
  console.log(editorText('translations.acceptedCount', locale, { count: wanted.length }));
  return true;
}

function showBoard({ line, board, problems }: Translating): void {
  const { locale } = line;
  const to = line.value('to');
  const columns = Math.max(process.stdout.columns ?? 80, 80);
  const lines =
    to === undefined
      ? boardLines(board, locale, columns)
      : taskLines(board, translationLocale(to, locale), locale);
  console.log(lines.join('\n'));
  const faulty = [...new Set(problems.map((one) => one.file))];
  if (faulty.length > 0) {
    const values = { count: faulty.length, files: faulty.slice(0, 10).join(', ') };
    console.log(`\n${editorText('translations.faulty', locale, values)}`);
  }
}

await runCommand('translations.usage', shape, (line) => {
  const root = resolve(line.value('root') ?? projectRoot);
  const content = readContentFolder(root);
  const { entries, problems } = content;
  const translating = { line, root, board: boardOf(entries), problems };
  const reviewing = { root, content, board: translating.board, locale: line.locale };
  const [command] = line.words;
  const answers = line.value('answers');
  if (answers !== undefined) return showAnswers(reviewing, answers);
  const review = line.value('review');
  if (review !== undefined) {
    const count = countOf(line, 'count', usualCount);
    return writeReview(reviewing, translationLocale(review, line.locale), count);
  }
  if (command === 'accept') return accept(translating);
  if (command !== undefined) refuse('translations.unknownCommand', line.locale, { value: command });
  return showBoard(translating);
});
