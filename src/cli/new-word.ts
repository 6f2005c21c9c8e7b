import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Answers } from '../authoring/answers.ts';
import type { Known, NewFile } from '../authoring/made-on-the-way.ts';
import { questionsOf } from '../authoring/record-questions.ts';
import type { Proposal } from '../authoring/word/proposals.ts';
import { readWord, type WordArticle } from '../authoring/word/read-word.ts';
import {
  articleTypes,
  draftFromWord,
  proposalPlace,
  receivedDay,
  type ArticleType,
  type Sender,
} from '../authoring/word/word-record.ts';
import { writeTogether } from '../build/files.ts';
import { preparePhoto } from '../build/photo.ts';
import { readContentFolder } from '../content/disk.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import { todayInVietNam } from '../model/dates.ts';
import type { Entries } from '../model/entries.ts';
import type { EditorLocale } from '../model/locales.ts';
import { photoRights } from '../model/schemas/document.ts';
import { askRecord, faultText, questionText } from './ask-record.ts';
import { refuse, Refused, type CommandLine } from './command-line.ts';
import { findFile } from './new-photo.ts';
import { terminalAsker, type Asker, type Choice } from './questions.ts';
import { printProblems } from './print-problems.ts';
import type { Setting } from './setting.ts';

/** What `npm run new -- word` takes beside the flags of the record that the article becomes. */
export const wordOptions = {
  type: articleTypes,
  from: 'text',
  person: 'text',
  received: 'text',
  photos: photoRights,
} as const;

const say = (
  key: string,
  locale: EditorLocale,
  values: Readonly<Record<string, string | number>> = {},
): string => editorText(key as EditorKey, locale, values);

function printReading({ remarks, proposals }: WordArticle, locale: EditorLocale): void {
  for (const { code, values } of remarks) console.log(`• ${say(`word.remark.${code}`, locale, values)}`);
  if (proposals.length === 0) return;
  console.log(say('word.proposals', locale));
  for (const one of proposals)
    console.log(`  --${one.flag.padEnd(8)} ${one.value}\n${' '.repeat(13)}${proposalPlace(one, locale)}`);
}

/** Takes over what the editor says yes to: nothing is entered unasked. */
async function confirmed(
  { proposals }: WordArticle,
  given: Answers,
  asker: Asker,
  locale: EditorLocale,
): Promise<Answers> {
  const answers = new Map(given);
  const of = (flag: Proposal['flag']): Proposal[] =>
    answers.has(flag) ? [] : proposals.filter((one) => one.flag === flag);
  for (const flag of ['title', 'summary'] as const)
    for (const { value } of of(flag).slice(0, 1)) {
      const text = await asker.text(say(`new.ask.${flag}`, locale), { initial: value, required: true });
      answers.set(flag, [text]);
    }
  const choice = (one: Proposal): Choice => ({
    value: one.value,
    name: `${one.value}  (${proposalPlace(one, locale)})`,
  });
  const dates = of('date').map(choice);
  if (dates.length > 0) {
    const none: Choice = { value: '', name: say('word.noneOfThese', locale) };
    const date = await asker.one(say('new.ask.date', locale), [...dates, none]);
    if (date !== '') answers.set('date', [date]);
  }
  for (const flag of ['unit', 'partner', 'place'] as const) {
    const choices = of(flag).map(choice);
    const chosen =
      choices.length > 0 ? await asker.several(say(`new.ask.${flag}`, locale), choices, false) : [];
    if (chosen.length > 0) answers.set(flag, chosen);
  }
  return answers;
}

/** Who sent it: from flags, else asked for. */
function senderOf(line: CommandLine, file: string, entries: Entries, locale: EditorLocale): Sender {
  const spelled = line.value('received') ?? todayInVietNam();
  const received = receivedDay(spelled) ?? refuse('word.receivedUnknown', locale, { value: spelled });
  const from = line.value('from');
  if (from !== undefined && !entries.units.some(({ id }) => id === from))
    refuse('new.fault.reference', locale, { value: from, collection: 'units' });
  const photos = photoRights.find((one) => one === line.value('photos'));
  return { file, received, from, person: line.value('person'), photos };
}

async function typeOf(line: CommandLine, { locale, terminal }: Setting): Promise<ArticleType> {
  const given = articleTypes.find((one) => one === line.value('type'));
  if (given || !terminal) return given ?? 'activity';
  const choices = articleTypes.map((value) => ({ value, name: say(`new.type.${value}`, locale) }));
  return (await terminalAsker(locale).one(say('new.ask.what', locale), choices)) as ArticleType;
}

/** Photos of the article as JPEG; those that cannot be read are told. */
async function preparedPhotos(article: WordArticle, locale: EditorLocale): Promise<Map<string, Uint8Array>> {
  const photos = new Map<string, Uint8Array>();
  for (const { name, bytes } of article.photos) {
    const photo = await preparePhoto(bytes);
    if (typeof photo === 'string') refuse('new.photoBroken', locale, { file: name });
    photos.set(name, photo.data);
  }
  return photos;
}

/**
 * `npm run new -- word <file> [--type story] [--from quang-nam] [--person "…"] [--received 2026-11-20] [--photos own]`,
 * and the flags of the record: an article that came as a Word file becomes a record, its photos, and the document that
 * it cites. Nothing is written unless the record is whole.
 */
export async function newWord(line: CommandLine, setting: Setting): Promise<void> {
  const { root, locale, terminal } = setting;
  const [, spelled] = line.words;
  if (spelled === undefined) return refuse('new.usageWord', locale);
  const path = findFile(spelled, root);
  if (path === undefined) return refuse('word.missing', locale, { file: spelled });
  const { entries, index } = readContentFolder(root);
  const sender = senderOf(line, basename(path), entries, locale);
  const reading = await readWord(readFileSync(path), index);
  if ('refused' in reading)
    throw new Refused(say(`word.refused.${reading.refused}`, locale, { file: spelled }));
  const { article } = reading;
  printReading(article, locale);

  const type = await typeOf(line, setting);
  let answers: Answers = line.values;
  let draft = draftFromWord(type, article, answers, sender, entries);
  let made: readonly NewFile[] = [];
  if (!('files' in draft) && draft.faults.length === 0 && terminal) {
    const asker = terminalAsker(locale);
    answers = await confirmed(article, answers, asker, locale);
    // The document itself is the source, unless a flag names another.
    const known: Known = { entries, index, made: [] };
    const asked = await askRecord(type, new Map([['source', []], ...answers]), known, asker, locale);
    answers = new Map([...asked.answers].filter(([flag, values]) => flag !== 'source' || values.length > 0));
    draft = draftFromWord(type, article, answers, sender, asked.known.entries);
    ({ made } = asked.known);
  }
  if (!('files' in draft)) {
    const missing = draft.missing.map((flag) => {
      const question = questionsOf(type).find((one) => one.flag === flag);
      const proposal = article.proposals.find((one) => one.flag === flag);
      const hint = proposal
        ? ` ← ${JSON.stringify(proposal.value)} (${proposalPlace(proposal, locale)})`
        : '';
      return `  --${flag.padEnd(12)} ${question ? questionText(question, locale) : ''}${hint}`;
    });
    const lines = [
      ...draft.faults.map((fault) => faultText(fault, locale)),
      ...(missing.length > 0 ? [say('new.missing', locale), ...missing] : []),
    ];
    throw new Refused(lines.join('\n'));
  }

  const [record, document] = draft.files;
  const folder = dirname(record.file);
  for (const file of [folder, document.file])
    if (existsSync(join(root, file))) refuse('new.exists', locale, { file });
  const photos = await preparedPhotos(article, locale);
  const newcomers = [
    ...[...made, ...draft.files].map(({ file, text }) => ({ file, content: text })),
    ...[...photos].map(([name, content]) => ({ file: `${folder}/${name}`, content })),
  ];
  await writeTogether(newcomers.map(({ file, content }) => ({ path: join(root, file), content })));
  for (const { file } of newcomers) console.log(say('new.made', locale, { file }));
  const written = new Set(newcomers.map(({ file }) => file));
  const problems = readContentFolder(root).problems.filter((one) => written.has(one.file));
  if (problems.length > 0) printProblems(problems, locale);
  console.log(say('word.next', locale, { entry: folder.replace(/^content\//, '') }));
}
