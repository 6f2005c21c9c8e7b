import { checkbox, input, search, select } from '@inquirer/prompts';
import { toSlug } from '../model/letters.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

/** Questions at the terminal, in the editor's language. */

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Who is asked. The tests answer by themselves. */
export interface Asker {
  /** A line of text; empty when it may be left out. */
  text(question: string, options?: { initial?: string; required?: boolean }): Promise<string>;
  yes(question: string): Promise<boolean>;
  one(question: string, choices: readonly Choice[]): Promise<string>;
  several(question: string, choices: readonly Choice[], required: boolean): Promise<string[]>;
  /** One of a long list, found by typing a part of its name, with or without accents. */
  find(question: string, choices: readonly Choice[]): Promise<string>;
}

/** True when somebody sits at both ends; without a terminal no question is asked. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Those whose name or value contains all words of `term`. `matching('quang tri', …)` finds “Quảng Trị”. */
export function matching(term: string | undefined, choices: readonly Choice[]): Choice[] {
  const words = toSlug(term ?? '')
    .split('-')
    .filter(Boolean);
  return choices.filter(({ value, name }) => {
    const text = `${toSlug(name)} ${value}`;
    return words.every((word) => text.includes(word));
  });
}

export function terminalAsker(locale: EditorLocale): Asker {
  const say = (key: EditorKey): string => editorText(key, locale);
  const theme = (help: EditorKey) => ({ style: { keysHelpTip: () => say(help) } });
  const pageSize = 12;
  return {
    text: (message, { initial, required = false } = {}) =>
      input({
        message,
        ...(initial !== undefined && { default: initial, prefill: 'editable' }),
        validate: (value) => !required || value.trim() !== '' || say('new.answerNeeded'),
      }),
    yes: (message) =>
      select({
        message,
        choices: [
          { value: true, name: say('new.yes') },
          { value: false, name: say('new.no') },
        ],
        theme: theme('new.help.one'),
      }),
    one: (message, choices) => select({ message, choices, pageSize, theme: theme('new.help.one') }),
    several: (message, choices, required) =>
      checkbox({
        message,
        choices,
        pageSize,
        validate: (chosen) => !required || chosen.length > 0 || say('new.answerNeeded'),
        shortcuts: { all: null, invert: null },
        theme: theme('new.help.several'),
      }),
    find: (message, choices) =>
      search<string>({
        message,
        pageSize,
        source(term) {
          const found = matching(term, choices);
          return found.length > 0 ? found : [{ value: '', name: say('new.nothingFound'), disabled: true }];
        },
        theme: theme('new.help.find'),
      }),
  };
}
