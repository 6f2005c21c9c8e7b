import { checkbox, input, search, select } from '@inquirer/prompts';
import { toSlug } from '../model/letters.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

/** Questions at the terminal, in the editor's language. */

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** The answer was: the question before once more. */
export class StepBack extends Error {}

/** What was typed is in no list: the name of something that is to be made. */
export class Unlisted {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Who is asked; every method may throw a `StepBack`. The tests answer by themselves. */
export interface Asker {
  /** A line of text; empty when it may be left out. */
  text(question: string, options?: { initial?: string; required?: boolean }): Promise<string>;
  yes(question: string): Promise<boolean>;
  one(question: string, choices: readonly Choice[]): Promise<string>;
  several(question: string, choices: readonly Choice[], required: boolean): Promise<string[]>;
  /** One of a long list, found by typing a part of its name, with or without accents. */
  find(question: string, choices: readonly Choice[]): Promise<string>;
  /** As `find`, and what is typed may be the name of something new. @param offer how that is offered below the list */
  findOrName(
    question: string,
    choices: readonly Choice[],
    offer: (typed: string) => string,
  ): Promise<string | Unlisted>;
}

/** True when somebody sits at both ends; without a terminal no question is asked. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/**
 * Those in whose name each word of `term` begins a word, best first: the whole name or its id, the beginning of the name,
 * then anywhere. Never within a word: “hoa” is not “Thoan”.
 * @example matching('quang tri', choices) // “Quảng Trị”, then “Hội người cao tuổi Quảng Trị”
 */
export function matching(term: string | undefined, choices: readonly Choice[]): Choice[] {
  const typed = (term ?? '').trim();
  const wanted = toSlug(typed);
  // Letters of other scripts have no slug.
  if (wanted === '') return choices.filter(({ name }) => name.includes(typed));
  const words = wanted.split('-');
  const ranked = choices.flatMap((choice) => {
    const rank = rankOf(choice, wanted, words);
    return rank === undefined ? [] : [{ choice, rank }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

/** Lower is better; `undefined` for one that does not match. */
function rankOf({ value, name }: Choice, wanted: string, words: readonly string[]): number | undefined {
  // “Nhật Bản  (JP)”: the code stands behind the name.
  const own = toSlug(name.replace(/\s+\([^)]*\)$/, ''));
  const id = toSlug(value.slice(value.lastIndexOf('/') + 1));
  if (own === wanted || id === wanted) return 0;
  const begins = (text: string): boolean => text.startsWith(wanted);
  if (begins(own)) return 1;
  if (begins(id) || own.includes(`-${wanted}-`) || own.endsWith(`-${wanted}`)) return 2;
  const all = [...own.split('-'), ...toSlug(value).split('-')];
  return words.every((word) => all.some((one) => one.startsWith(word))) ? 3 : undefined;
}

/** @param steps whether there is a question before to go back to; the asker then offers it */
export function terminalAsker(locale: EditorLocale, steps = false): Asker {
  const say = (key: EditorKey): string => editorText(key, locale);
  const theme = (help: EditorKey) => ({ style: { keysHelpTip: () => say(help) } });
  const pageSize = 12;
  /** What is typed, or stands last in every list, to get to the question before. */
  const back: Choice = { value: '<', name: say('new.back') };
  const backs = steps ? [back] : [];
  async function answered<Value>(answer: Promise<Value>): Promise<Value> {
    const value = await answer;
    if (!steps) return value;
    if (value === back.value || (Array.isArray(value) && value.includes(back.value))) throw new StepBack();
    return value;
  }
  return {
    text: (message, { initial, required = false } = {}) =>
      answered(
        input({
          message,
          ...(initial !== undefined && { default: initial, prefill: 'editable' }),
          validate: (value) => !required || value.trim() !== '' || say('new.answerNeeded'),
        }),
      ),
    yes: async (message) =>
      (await answered(
        select({
          message,
          choices: [{ value: 'yes', name: say('new.yes') }, { value: 'no', name: say('new.no') }, back],
          theme: theme('new.help.one'),
        }),
      )) === 'yes',
    one: (message, choices) =>
      answered(select({ message, choices: [...choices, ...backs], pageSize, theme: theme('new.help.one') })),
    several: (message, choices, required) =>
      answered(
        checkbox({
          message,
          choices: [...choices, ...backs],
          pageSize,
          validate: (chosen) => !required || chosen.length > 0 || say('new.answerNeeded'),
          shortcuts: { all: null, invert: null },
          theme: theme('new.help.several'),
        }),
      ),
    find: (message, choices) =>
      answered(
        search<string>({
          message,
          pageSize,
          source(term) {
            const found = matching(term, choices);
            const nothing = { value: '', name: say('new.nothingFound'), disabled: true };
            return [...(found.length > 0 ? found : [nothing]), ...backs];
          },
          theme: theme('new.help.find'),
        }),
      ),
    findOrName: (message, choices, offer) =>
      answered(
        search<string | Unlisted>({
          message,
          pageSize,
          source(term) {
            const typed = (term ?? '').trim();
            const newcomer = { value: new Unlisted(typed), name: offer(typed) };
            return [...matching(term, choices), newcomer, ...backs];
          },
          theme: theme('new.help.find'),
        }),
      ),
  };
}
