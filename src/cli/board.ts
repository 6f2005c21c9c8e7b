import { tasksOf, type Board, type Count } from '../bulletin/translations.ts';
import { textStates, stateOf, type TextState } from '../model/text-states.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import {
  localeCodes,
  locales,
  type EditorLocale,
  type Locale,
  translationLocales,
} from '../model/locales.ts';
import { translator } from '../i18n/translate.ts';

/** The board of translations as lines for a terminal, at most `columns` wide. Vietnamese letters are one column each. */

/** Signs for the states; the legend names them in words. */
const signs: Readonly<Record<TextState, string>> = {
  original: '◆',
  current: '●',
  old: '○',
  unstamped: '?',
  missing: '·',
};

const localeColumn = 4;
/** `12000 100%` and a gap. */
const countColumn = 12;

/** Cut and filled to exactly `width` columns. */
function fit(text: string, width: number): string {
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, Math.max(width - 1, 0))}…`;
}

function countCells(counts: ReadonlyMap<Locale, Count>): string {
  return translationLocales
    .map((locale) => {
      const { current = 0, percent = 0 } = counts.get(locale) ?? {};
      return `${current} ${`${percent}%`.padStart(4)}`.padStart(countColumn);
    })
    .join('');
}

/** Entry × language, a block for each collection, then the counts and the legend. */
export function boardLines(board: Board, locale: EditorLocale, columns: number): string[] {
  const t = translator(locale);
  const say = (key: EditorKey): string => editorText(key, locale);
  const lines: string[] = [];
  const idWidth = columns - localeCodes.length * localeColumn;
  const heads = localeCodes.map((code) => code.padStart(localeColumn)).join('');
  for (const { collection, entries } of board.parts) {
    if (entries.length === 0) continue;
    lines.push(fit(`${t(`nav.${collection}`)} · content/${collection}`, idWidth) + heads);
    for (const entry of entries) {
      const cells = localeCodes.map((code) => signs[stateOf(entry, code)].padStart(localeColumn)).join('');
      lines.push(fit(`  ${entry.id}`, idWidth) + cells);
    }
    lines.push('');
  }
  const nameWidth = columns - translationLocales.length * countColumn;
  const countLine = (name: string, total: number, counts: ReadonlyMap<Locale, Count>): string =>
    fit(`  ${name} (${total})`, nameWidth) + countCells(counts);
  lines.push(
    fit(say('translations.counts'), nameWidth) +
      translationLocales.map((code) => code.padStart(countColumn)).join(''),
  );
  let all = 0;
  for (const { collection, entries, counts } of board.parts) {
    all += entries.length;
    if (entries.length > 0) lines.push(countLine(t(`nav.${collection}`), entries.length, counts));
  }
  lines.push(countLine(say('translations.all'), all, board.counts), '');
  for (const state of textStates) lines.push(`${signs[state]} ${say(`translations.state.${state}`)}`);
  return lines;
}

/** What one translator has to do, newest records first, with the file to write. */
export function taskLines(board: Board, language: Locale, locale: EditorLocale): string[] {
  const tasks = tasksOf(board, language);
  const { current = 0, total = 0, percent = 0 } = board.counts.get(language) ?? {};
  const values = { language: locales[language].name, current, total, percent, count: tasks.length };
  if (tasks.length === 0) return [editorText('translations.nothingToDo', locale, values)];
  const lines = [editorText('translations.tasks', locale, values), ''];
  for (const { entry, state, file } of tasks) {
    const { vi } = entry.texts;
    const name = 'title' in vi ? vi.title : 'names' in entry.facts ? entry.facts.names.vi : entry.id;
    const command = state === 'missing' ? 'new -- translation' : 'translations -- accept';
    lines.push(
      `${signs[state]} ${name}`,
      `    ${file}`,
      `    ${editorText(`translations.task.${state}`, locale)}`,
      `    npm run ${command} ${entry.collection}/${entry.id} ${language}`,
      '',
    );
  }
  return lines;
}
