import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ArticleEntry } from '../model/entries.ts';
import { nearest } from '../content/nearest.ts';
import { readContent } from '../content/read.ts';
import {
  boardOf,
  stampTranslation,
  stateOf,
  textFile,
  translationLocales,
} from '../bulletin/translations.ts';
import { isKnownDate, parseDate } from '../model/dates.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import { type EditorLocale, type Locale } from '../model/locales.ts';
import { boardLines, taskLines } from './board.ts';
import { printProblems, projectRoot } from './report.ts';

/**
 * `npm run translations`: the board, every record by language.
 * `… -- --lang km`: what the Khmer translator has to do.
 * `… -- accept <entry> <locale …>`: stamps checked translations with the fingerprint of the Vietnamese text and the
 *   day (today in Viet Nam, or `--date 2026-11-23`). `accept --all <locale …>` stamps all that are not current.
 * `--messages en` speaks English. Exits with 1 when something was refused; nothing is stamped then.
 */
const { values: options, positionals } = parseArgs({
  options: {
    lang: { type: 'string' },
    messages: { type: 'string' },
    all: { type: 'boolean', default: false },
    date: { type: 'string' },
  },
  allowPositionals: true,
});
const locale: EditorLocale = options.messages === 'en' ? 'en' : 'vi';
const say = (key: EditorKey, values: Record<string, string | number> = {}): void =>
  console.log(editorText(key, locale, values));
function refuse(key: EditorKey, values: Record<string, string | number> = {}): void {
  console.error(editorText(key, locale, values));
  process.exitCode = 1;
}

const { entries, problems } = readContent(projectRoot);
const board = boardOf(entries);
const records = new Map<string, ArticleEntry>(
  board.parts.flatMap((part) =>
    part.entries.map((entry): [string, ArticleEntry] => [`${entry.collection}/${entry.id}`, entry]),
  ),
);

/** The language, or `undefined` after saying that it is none. */
function translationLocale(code: string): Locale | undefined {
  const found = translationLocales.find((one) => one === code);
  if (!found) refuse('translations.unknownLocale', { value: code, allowed: translationLocales.join(', ') });
  return found;
}

/** `content/activities/2023/x/index.lo.mdx`, `/activities/2023/x/` and `activities/2023/x` are one record. */
const recordName = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)?(content\/)?/, '')
    .replace(/(\/index\.\w+\.mdx|\/)$/, '');

/** Today in Viet Nam, `YYYY-MM-DD`. */
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(new Date());

/** Problems that stand in the way of a stamp: those of the translation and of its original. */
function problemsOf(entry: ArticleEntry, language: Locale) {
  const files = [entry.file, textFile(entry, language)];
  // A day that is missing because the original has changed is what a new stamp cures.
  return problems.filter((one) => files.includes(one.file) && one.code !== 'updatedUnknown');
}

interface Wanted {
  readonly entry: ArticleEntry;
  readonly language: Locale;
}

/** The texts to stamp, or `undefined` after saying why not. */
function wantedTexts([, ...args]: readonly string[]): Wanted[] | undefined {
  const codes = options.all ? args : args.slice(1);
  const [path] = args;
  if (codes.length === 0 || path === undefined) return void refuse('translations.acceptUsage');
  const languages = codes.map(translationLocale).filter((code) => code !== undefined);
  if (languages.length < codes.length) return undefined;
  if (options.all) {
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
      return void refuse('translations.hasProblems', { file: `content/${name}/` });
    }
    const near = nearest(name, [...records.keys()]);
    return void refuse('translations.unknownEntry', { value: path, suggestion: near ? `→ ${near}` : '' });
  }
  return languages.map((language) => ({ entry, language }));
}

function accept(): void {
  const day = options.date ?? today();
  const date = parseDate(day);
  if (!isKnownDate(date) || date.end || date.start.precision !== 'day') {
    return refuse('translations.badDay', { value: day });
  }
  const wanted = wantedTexts(positionals);
  if (!wanted) return;
  const refused = wanted.filter(({ entry, language }) => {
    const file = textFile(entry, language);
    const own = problemsOf(entry, language);
    if (own.length > 0) {
      printProblems(own, locale);
      refuse('translations.hasProblems', { file });
    } else if (!entry.texts[language]) refuse('translations.noText', { file });
    else return false;
    return true;
  });
  if (refused.length > 0) return;
  for (const { entry, language } of wanted) {
    const file = textFile(entry, language);
    const path = join(projectRoot, file);
    const stamp = { fingerprint: entry.texts.vi.ownFingerprint, translated: day };
    const stamped = stampTranslation(readFileSync(path, 'utf8'), stamp);
    if (stamped === undefined) return refuse('translations.hasProblems', { file });
    writeFileSync(path, stamped);
    say('translations.accepted', { file, day });
  }
  say('translations.acceptedCount', { count: wanted.length });
}

function showBoard(): void {
  const language = options.lang === undefined ? undefined : translationLocale(options.lang);
  if (options.lang !== undefined && language === undefined) return;
  const columns = Math.max(process.stdout.columns ?? 80, 80);
  const lines = language ? taskLines(board, language, locale) : boardLines(board, locale, columns);
  console.log(lines.join('\n'));
  const faulty = [...new Set(problems.map((one) => one.file))];
  if (faulty.length > 0) {
    console.log('');
    say('translations.faulty', { count: faulty.length, files: faulty.slice(0, 10).join(', ') });
  }
}

const [command] = positionals;
if (command === 'accept') accept();
else if (command === undefined) showBoard();
else refuse('translations.unknownCommand', { value: command });
