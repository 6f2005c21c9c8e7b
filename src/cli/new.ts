import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { draftRecord } from '../authoring/new-record.ts';
import { nearest } from '../content/nearest.ts';
import { readContent } from '../content/read.ts';
import {
  isArticleName,
  questionsOf,
  recordTypes,
  type RecordTypeName,
} from '../authoring/record-questions.ts';
import { editorText } from '../i18n/editors.ts';
import { askRecord, faultText, questionText } from './ask-record.ts';
import { checkFlags, readFlags, refuse, Refused, type Flags } from './flags.ts';
import { newPhoto, photoFlags } from './new-photo.ts';
import { newTranslation } from './new-translation.ts';
import { hasTerminal, terminalAsker } from './questions.ts';
import { editorLocale, printProblems, projectRoot } from './report.ts';
import type { Setting } from './setting.ts';

/**
 * `npm run new`: a new record, a translation of one, or a photo in one. Asks at a terminal; takes flags everywhere.
 *
 *     npm run new -- activity --title "…" --summary "…" --category aid --date 2026-11-20 --source quang-tri-2023:38
 *     npm run new -- translation activities/2026/x lo
 *     npm run new -- photo activities/2026/x IMG_1234.HEIC --alt "…"
 *
 * `--root <folder>` names another project folder. Never overwrites a file. Exits with 1 when nothing was made.
 */
const typeNames = Object.keys(recordTypes) as RecordTypeName[];
const commands = [...typeNames, 'translation', 'photo'] as const;
type Command = (typeof commands)[number];

const sharedFlags = ['lang', 'root'];
const switches = ['help', 'tentative', 'insert'];

/** Every flag of every command: a flag's value can only be told from a word when the flag is known. */
const allFlags = [
  ...sharedFlags,
  ...photoFlags,
  ...typeNames.flatMap((type) => questionsOf(type).map((one) => one.flag)),
].filter((flag) => !switches.includes(flag));

async function newRecord(type: RecordTypeName, flags: Flags, setting: Setting): Promise<void> {
  const { root, locale, terminal } = setting;
  const { collection } = recordTypes[type];
  const questions = questionsOf(type);
  checkFlags(flags, [...sharedFlags, ...questions.map((one) => one.flag)], 1, locale);
  const { entries } = readContent(root);

  let draft = draftRecord(type, flags.values, entries);
  if (!('file' in draft) && draft.faults.length === 0 && terminal) {
    const answers = await askRecord(type, flags.values, entries, terminalAsker(locale), locale);
    draft = draftRecord(type, answers, entries);
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

  const { file, text } = draft;
  const target = join(root, file);
  const isArticle = isArticleName(collection);
  if (existsSync(isArticle ? dirname(target) : target)) refuse('new.exists', locale, { file });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: 'wx' });
  console.log(editorText('new.made', locale, { file }));
  const problems = readContent(root).problems.filter((one) => one.file === file);
  if (problems.length > 0) printProblems(problems, locale);
  const entry = file.replace(/^content\/|\/index\.vi\.mdx$|\.yaml$/g, '');
  console.log(editorText(isArticle ? 'new.nextArticle' : 'new.nextReference', locale, { entry }));
}

/** What is to be made: the first word, or the answer to the first question. */
async function chooseCommand(
  word: string | undefined,
  { locale, terminal }: Setting,
  help: boolean,
): Promise<Command | undefined> {
  const usage = editorText('new.usage', locale, { allowed: commands.join(', ') });
  if (help) {
    console.log(usage);
    return undefined;
  }
  const found = commands.find((one) => one === word);
  if (found) return found;
  if (word !== undefined) {
    const near = nearest(word, commands);
    const values = { word, suggestion: near === undefined ? '' : `→ ${near}`, allowed: commands.join(', ') };
    refuse('new.unknownType', locale, values);
  }
  if (!terminal) throw new Refused(usage);
  const choices = commands.map((value) => ({ value, name: editorText(`new.type.${value}`, locale) }));
  return (await terminalAsker(locale).one(editorText('new.ask.what', locale), choices)) as Command;
}

const locale = editorLocale(process.argv);
try {
  const flags = readFlags(process.argv.slice(2), allFlags, switches);
  const [root] = flags.values.get('root') ?? [];
  const setting: Setting = { root: resolve(root ?? projectRoot), locale, terminal: hasTerminal() };
  const command = await chooseCommand(flags.words[0], setting, flags.values.has('help'));
  if (command === 'translation') await newTranslation(flags, setting);
  else if (command === 'photo') await newPhoto(flags, setting);
  else if (command !== undefined) await newRecord(command, flags, setting);
} catch (error) {
  if (error instanceof Refused) console.error(error.message);
  // Ctrl+C at a question.
  else if (error instanceof Error && error.name === 'ExitPromptError') {
    console.error(editorText('new.stopped', locale));
  } else throw error;
  process.exitCode = 1;
}
