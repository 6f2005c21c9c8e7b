import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Known, NewFile } from '../authoring/made-on-the-way.ts';
import { draftRecord } from '../authoring/new-record.ts';
import { articleTypes } from '../authoring/word/word-record.ts';
import { nearest } from '../content/nearest.ts';
import { readContentFolder } from '../content/disk.ts';
import {
  isArticleName,
  questionsOf,
  recordTypes,
  type RecordTypeName,
} from '../authoring/record-questions.ts';
import { editorText } from '../i18n/editors.ts';
import { askRecord, faultText, questionText } from './ask-record.ts';
import { refuse, Refused, runCommand, type CommandLine, type CommandShape } from './command-line.ts';
import { newPhoto, photoOptions } from './new-photo.ts';
import { newTranslation } from './new-translation.ts';
import { newWord, wordOptions } from './new-word.ts';
import { hasTerminal, terminalAsker } from './questions.ts';
import { writeTogether } from '../build/files.ts';
import { projectRoot } from '../build/paths.ts';
import { printProblems } from './print-problems.ts';
import type { Setting } from './setting.ts';

/**
 * `npm run new`: a new record, also from a Word file, a translation of one, or a photo in one. Asks at a terminal; takes flags everywhere.
 *
 *     npm run new -- activity --title "…" --summary "…" --category aid --date 2026-11-20 --source quang-tri-2023:38
 *     npm run new -- translation activities/2026/x lo
 *     npm run new -- photo activities/2026/x IMG_1234.HEIC --alt "…"
 *     npm run new -- word bai-viet.docx --from quang-nam
 *
 * `--root <folder>` names another project folder. Never overwrites a file. Exits with 1 when nothing was made.
 */
const typeNames = Object.keys(recordTypes) as RecordTypeName[];
const commands = [...typeNames, 'translation', 'photo', 'word'] as const;
type Command = (typeof commands)[number];

const root = { root: 'text' } as const;

/** The options of one kind of record: a question each. */
const optionsOf = (type: RecordTypeName): CommandShape['options'] =>
  Object.fromEntries(
    questionsOf(type).map(({ flag, kind }) => [flag, kind === 'yes' ? 'switch' : 'text'] as const),
  );

/** What each command takes. */
const shapes: ReadonlyMap<string, CommandShape> = new Map<Command, CommandShape>([
  ...typeNames.map((type): [Command, CommandShape] => [
    type,
    { words: 1, options: { ...root, ...optionsOf(type) } },
  ]),
  ['translation', { words: 3, options: root }],
  ['photo', { words: 3, options: { ...root, ...photoOptions } }],
  [
    'word',
    {
      words: 2,
      options: { ...root, ...wordOptions, ...Object.assign({}, ...articleTypes.map(optionsOf)) },
    },
  ],
]);

/** Without a command, or with one that does not exist, which is told first. */
const anything: CommandShape = {
  words: Number.POSITIVE_INFINITY,
  options: Object.assign({}, ...[...shapes.values()].map(({ options }) => options)),
};

async function newRecord(type: RecordTypeName, line: CommandLine, setting: Setting): Promise<void> {
  const { root, locale, terminal } = setting;
  const { collection } = recordTypes[type];
  const questions = questionsOf(type);
  const { entries, index } = readContentFolder(root);

  let draft = draftRecord(type, line.values, entries);
  let made: readonly NewFile[] = [];
  if (!('file' in draft) && terminal) {
    // What a flag says and nobody can use is asked for, too.
    const usable = new Map(line.values);
    for (const fault of draft.faults) {
      console.error(faultText(fault, locale));
      usable.delete(fault.flag);
    }
    const known: Known = { entries, index, made: [] };
    const asked = await askRecord(type, usable, known, terminalAsker(locale, true), locale);
    draft = draftRecord(type, asked.answers, asked.known.entries);
    ({ made } = asked.known);
  }
  if (!('file' in draft)) {
    const missing = draft.missing.map((flag) => {
      const question = questions.find((one) => one.flag === flag);
      return `  --${flag.padEnd(12)} ${question ? questionText(question, locale) : ''}`;
    });
    const lines = [
      ...draft.faults.map((fault) => faultText(fault, locale)),
      ...(missing.length > 0 ? [editorText('new.missing', locale), ...missing] : []),
    ];
    throw new Refused(lines.join('\n'));
  }

  const { file } = draft;
  const target = join(root, file);
  const isArticle = isArticleName(collection);
  if (existsSync(isArticle ? dirname(target) : target)) refuse('new.exists', locale, { file });
  const newcomers = [...made, draft];
  await writeTogether(newcomers.map((one) => ({ path: join(root, one.file), content: one.text })));
  for (const one of newcomers) console.log(editorText('new.made', locale, { file: one.file }));
  const written = new Set(newcomers.map((one) => one.file));
  const problems = readContentFolder(root).problems.filter((one) => written.has(one.file));
  if (problems.length > 0) printProblems(problems, locale);
  const entry = file.replace(/^content\/|\/index\.vi\.mdx$|\.yaml$/g, '');
  console.log(editorText(isArticle ? 'new.nextArticle' : 'new.nextReference', locale, { entry }));
}

const allCommands = commands.join(', ');

/** What is to be made: the first word, or the answer to the first question. */
async function chooseCommand(word: string | undefined, { locale, terminal }: Setting): Promise<Command> {
  const found = commands.find((one) => one === word);
  if (found) return found;
  if (word !== undefined) {
    const near = nearest(word, commands);
    const values = { word, suggestion: near === undefined ? '' : `→ ${near}`, allowed: allCommands };
    refuse('new.unknownType', locale, values);
  }
  if (!terminal) refuse('new.usage', locale, { allowed: allCommands });
  const choices = commands.map((value) => ({ value, name: editorText(`new.type.${value}`, locale) }));
  return (await terminalAsker(locale).one(editorText('new.ask.what', locale), choices)) as Command;
}

await runCommand(
  'new.usage',
  {
    ...anything,
    usageValues: { allowed: allCommands },
    narrowed: ([word = '']) => shapes.get(word) ?? anything,
  },
  async (line) => {
    const setting: Setting = {
      root: resolve(line.value('root') ?? projectRoot),
      locale: line.locale,
      terminal: hasTerminal(),
    };
    const command = await chooseCommand(line.words[0], setting);
    if (command === 'translation') await newTranslation(line, setting);
    else if (command === 'photo') await newPhoto(line, setting);
    else if (command === 'word') await newWord(line, setting);
    else await newRecord(command, line, setting);
  },
);
