import { choiceName } from '../authoring/choice-names.ts';
import { readAnswer, type AnswerFault, type Answers } from '../authoring/answers.ts';
import { draftRecord, slugOf } from '../authoring/new-record.ts';
import { requiredQuestions, typeToMake, withMade, type Known } from '../authoring/made-on-the-way.ts';
import type { Entries } from '../model/entries.ts';
import { yearlyCollections, type CollectionName } from '../model/schemas/index.ts';
import {
  choicesFor,
  referenceOf,
  isRequired,
  questionsOf,
  recordTypes,
  type Question,
  type RecordTypeName,
} from '../authoring/record-questions.ts';
import { countriesIn } from '../model/countries.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';
import { printProblems } from './print-problems.ts';
import { StepBack, Unlisted, type Asker, type Choice } from './questions.ts';

/** Asks for a new record what no flag has answered yet. The answers are spelled as the flags would be. */

/** The wording of a question: `Ngày diễn ra …`. */
export function questionText(question: Question, locale: EditorLocale): string {
  return editorText(question.ask ?? (`new.ask.${question.flag}` as EditorKey), locale);
}

/** What is wrong with an answer, and the right spelling where it is known. */
export function faultText({ key, values, suggestion }: AnswerFault, locale: EditorLocale): string {
  const fault = editorText(key, locale, values);
  return suggestion === undefined ? fault : `${fault} → ${suggestion}`;
}

/** The field that is chosen within an element of a list. */
const chosenIn: Readonly<Record<string, string>> = {
  units: 'role',
  partners: 'role',
  aid: 'state',
  numbers: 'of',
};

function nameOfChoice(value: string, question: Question, locale: EditorLocale): string {
  const path: readonly string[] = question.path ?? [];
  const within = chosenIn[path[0] ?? ''];
  return choiceName(within === undefined ? path : [...path, within], value, locale);
}

interface Asking {
  readonly type: RecordTypeName;
  readonly asker: Asker;
  readonly locale: EditorLocale;
  /** What can be named so far: each record that is made on the way is added, and taken out by a step back. */
  known: Known;
  /** What is known of the name of the record beforehand. */
  readonly name?: string;
}

/** The records of a collection by name: those with a title by it, the others by their Vietnamese name. */
export function recordsOf(collection: CollectionName, entries: Entries): Choice[] {
  return entries[collection].map((entry) => {
    const names = 'names' in entry.facts ? entry.facts.names.vi : undefined;
    const title = 'texts' in entry && 'title' in entry.texts.vi ? entry.texts.vi.title : undefined;
    return { value: entry.id, name: `${title ?? names ?? entry.id}  (${entry.id})` };
  });
}

/** The records that an answer can name, each spelled as the field wants it. */
function namedRecords(type: RecordTypeName, question: Question, entries: Entries): Choice[] {
  const { to, form } = referenceOf(type, question);
  return to.flatMap((name) =>
    recordsOf(name, entries).map((one) =>
      form === 'path' ? { ...one, value: `${name}/${one.value}` } : one,
    ),
  );
}

/** Whether what is not in the list can be made. */
const makesRecords = (question: Question, { type }: Asking): boolean =>
  typeToMake(type, question) !== undefined;

/**
 * One record by its name. Where it is none of the list and may be made on the way, it is: its required questions are asked.
 * A step back from the first of them leads to the list.
 */
async function chooseRecord(
  message: string,
  choices: readonly Choice[],
  question: Question,
  asking: Asking,
): Promise<string> {
  const { type, asker, locale } = asking;
  const wanted = typeToMake(type, question);
  if (wanted === undefined) return asker.find(message, choices);
  const offer = (typed: string): string =>
    editorText(wanted === 'partner' ? 'new.makePartner' : 'new.makeDocument', locale, {
      value: typed || '…',
    });
  for (;;) {
    const found = await asker.findOrName(message, choices, offer);
    if (!(found instanceof Unlisted)) return found;
    try {
      return await makeRecord(wanted, found.name, asking);
    } catch (error) {
      if (!(error instanceof StepBack)) throw error;
    }
  }
}

/** Asks for a record that another one names, until it can stand among the others. @returns its id */
async function makeRecord(type: RecordTypeName, name: string, asking: Asking): Promise<string> {
  const { asker, locale } = asking;
  for (;;) {
    const inner: Asking = { type, asker, locale, known: asking.known, name };
    const answers = await askQuestions(requiredQuestions(type), new Map(), inner);
    // A name of other letters than ours gives no address.
    if (slugOf(answers.get('title')?.[0] ?? '') === '')
      answers.set('slug', [await asker.text(editorText('new.ask.slug', locale), { required: true })]);
    const draft = draftRecord(type, answers, inner.known.entries);
    const added = 'file' in draft ? withMade(inner.known, draft) : draft;
    if ('id' in added) {
      asking.known = added.known;
      return added.id;
    }
    if ('taken' in added) console.error(editorText('new.taken', locale, { file: added.taken }));
    else if ('problems' in added) printProblems(added.problems, locale);
    else {
      for (const flag of added.missing) console.error(editorText('new.fault.empty', locale, { flag }));
      for (const fault of added.faults) console.error(faultText(fault, locale));
    }
  }
}

/** Chooses from a list again and again until “no more”; the same record twice only if `again`. */
async function collect(
  message: string,
  choices: readonly Choice[],
  question: Question,
  asking: Asking,
  required: boolean,
  then: (value: string) => Promise<string> = async (value) => value,
  again = false,
): Promise<string[]> {
  const found: string[] = [];
  const stop: Choice = { value: '', name: editorText('new.noMore', asking.locale) };
  for (;;) {
    const left = choices.filter((one) => again || !found.some((value) => value.split(':')[0] === one.value));
    const offered = required && found.length === 0 ? left : [stop, ...left];
    if (left.length === 0 && !makesRecords(question, asking)) return found;
    const value = await chooseRecord(message, offered, question, asking);
    if (value === '') return found;
    found.push(await then(value));
  }
}

async function askOnce(question: Question, asking: Asking): Promise<string[]> {
  const { type, asker, locale } = asking;
  const { entries } = asking.known;
  const message = questionText(question, locale);
  const required = isRequired(type, question);
  const several = question.several ?? false;
  const stop: Choice = { value: '', name: editorText('new.leaveOut', locale) };
  const pick = async (choices: readonly Choice[]): Promise<string[]> =>
    several
      ? collect(message, choices, question, asking, required)
      : [await chooseRecord(message, required ? choices : [stop, ...choices], question, asking)];

  const records = (): Choice[] => namedRecords(type, question, entries);

  switch (question.kind) {
    case 'choice': {
      const choices = choicesFor(type, question).map((value) => ({
        value,
        name: nameOfChoice(value, question, locale),
      }));
      if (several) return asker.several(message, choices, required);
      return [await asker.one(message, required ? choices : [stop, ...choices])];
    }
    case 'yes':
      return (await asker.yes(message)) ? ['true'] : [];
    case 'country':
      return pick(countriesIn(locale).map(({ code, name }) => ({ value: code, name: `${name}  (${code})` })));
    case 'reference':
      return records().length === 0 && !makesRecords(question, asking) ? [] : pick(records());
    case 'participant': {
      const none: Choice = { value: '', name: editorText('new.noRole', locale) };
      const roles = choicesFor(type, question).map((value) => ({
        value,
        name: nameOfChoice(value, question, locale),
      }));
      return collect(message, records(), question, asking, required, async (id) => {
        const role = await asker.one(editorText('new.ask.role', locale, { value: id }), [none, ...roles]);
        return role === '' ? id : `${id}:${role}`;
      });
    }
    case 'aid':
    case 'count': {
      const found: string[] = [];
      const choices = choicesFor(type, question).map((value) => ({
        value,
        name: nameOfChoice(value, question, locale),
      }));
      for (;;) {
        const typed = await asker.text(message);
        if (typed.trim() === '') return found;
        const what = editorText(`new.ask.${question.kind}What`, locale, { value: typed });
        const answer = `${typed}:${await asker.one(what, choices)}`;
        const fault = readAnswer(type, question, answer, entries);
        if (typeof fault === 'string') found.push(answer);
        else console.error(faultText(fault, locale));
      }
    }
    case 'occasion': {
      if (records().length === 0) return [];
      const id = await asker.find(message, [stop, ...records()]);
      if (id === '') return [];
      return [`${id}:${await asker.text(editorText('new.ask.occasionYear', locale), { required: true })}`];
    }
    case 'source':
      return collect(
        message,
        records(),
        question,
        asking,
        required,
        async (id) => {
          const line = editorText('new.ask.line', locale, { value: id });
          return `${id}:${(await asker.text(line, { required: true })).trim()}`;
        },
        true,
      );
    case 'section': {
      const items = records();
      const sections: string[] = [];
      for (;;) {
        const title = await asker.text(message, { required: sections.length === 0 });
        if (title.trim() === '') return sections;
        const chosen = await collect(editorText('new.ask.item', locale), items, question, asking, true);
        sections.push(`${title}: ${chosen.join(', ')}`);
      }
    }
    default: {
      const initial = question.flag === 'title' ? asking.name : undefined;
      return [await asker.text(message, { required, ...(initial !== undefined && { initial }) })];
    }
  }
}

/** Asks one question until the answer can be used; a corrected spelling is offered. */
async function ask(question: Question, asking: Asking): Promise<string[]> {
  const { type, asker, locale, known } = asking;
  for (;;) {
    asking.known = known;
    const answers = (await askOnce(question, asking)).filter((one) => one.trim() !== '');
    const faults = answers
      .map((one) => readAnswer(type, question, one, asking.known.entries))
      .filter((one): one is AnswerFault => typeof one !== 'string');
    const [fault] = faults;
    if (!fault) return answers;
    const { suggestion } = fault;
    if (
      question.kind === 'date' &&
      suggestion !== undefined &&
      (await asker.yes(editorText('new.offer', locale, { suggestion })))
    ) {
      return [suggestion];
    }
    console.error(faultText(fault, locale));
  }
}

/**
 * Asks one question after the other; who steps back is asked the one before once more, and what was made since is forgotten.
 * @throws {StepBack} who steps back from the first
 */
async function askQuestions(
  questions: readonly Question[],
  given: Answers,
  asking: Asking,
): Promise<Map<string, readonly string[]>> {
  const answers = new Map(given);
  /** The questions that were asked, by their place, with what was known before each. */
  const asked: { at: number; known: Known }[] = [];
  for (let at = 0; at < questions.length;) {
    const question = questions[at] as Question;
    // The year of the folder follows from the date.
    const needsYear = yearlyCollections.includes(recordTypes[asking.type].collection) && !answers.has('date');
    if (question.flag === 'year' && !needsYear) {
      at += 1;
      continue;
    }
    const { known } = asking;
    try {
      const found = await ask(question, asking);
      if (found.length > 0) answers.set(question.flag, found);
      asked.push({ at, known });
      at += 1;
    } catch (error) {
      const before = error instanceof StepBack ? asked.pop() : undefined;
      if (!before) throw error;
      ({ at } = before);
      asking.known = before.known;
      for (const one of questions.slice(at)) answers.delete(one.flag);
    }
  }
  return answers;
}

/** What was answered, and what can be named then: the records that were made on the way are not written yet. */
export interface AskedRecord {
  /** The given answers together with those to every other question of this kind of record. */
  readonly answers: Answers;
  readonly known: Known;
}

/** Asks what no flag has answered; there is no way back from the first question. */
export async function askRecord(
  type: RecordTypeName,
  given: Answers,
  known: Known,
  asker: Asker,
  locale: EditorLocale,
): Promise<AskedRecord> {
  const questions = questionsOf(type).filter((one) => !given.has(one.flag) && !one.silent);
  for (;;) {
    const asking: Asking = { type, asker, locale, known };
    try {
      return { answers: await askQuestions(questions, given, asking), known: asking.known };
    } catch (error) {
      if (!(error instanceof StepBack)) throw error;
    }
  }
}
