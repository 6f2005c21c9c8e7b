import { nearest } from '../content/nearest.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

/** A command that cannot do what it was asked: the message is for the editor, and the command ends with 1. */
export class Refused extends Error {}

/** A refusal in the editor's language. */
export function refuse(
  key: EditorKey,
  locale: EditorLocale,
  values: Readonly<Record<string, string | number>> = {},
): never {
  throw new Refused(editorText(key, locale, values));
}

export interface Flags {
  readonly words: readonly string[];
  /** Values by flag; a switch that is on has the value `true`, a flag whose value was forgotten has none. */
  readonly values: Map<string, string[]>;
}

/**
 * Reads the words and flags of a command line. A flag may stand several times. Not `parseArgs` of Node: it takes
 * `--title --date 2026` for the title “--date”, where an editor has only forgotten the title.
 * @param known flags that take a value, `switches` those that take none
 */
export function readFlags(
  args: readonly string[],
  known: readonly string[],
  switches: readonly string[],
): Flags {
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) {
      words.push(arg);
      continue;
    }
    const next = args[index + 1];
    const follows = known.includes(name) && inline === undefined && next !== undefined;
    const value = switches.includes(name) ? 'true' : follows && !next.startsWith('--') ? next : inline;
    if (follows && value === next) index++;
    values.set(name, [...(values.get(name) ?? []), ...(value === undefined ? [] : [value])]);
  }
  return { words, values };
}

/**
 * Refuses flags that a command does not know, with the nearest that it does, flags without their value, and
 * surplus words: an unquoted title falls apart into them.
 */
export function checkFlags(
  { words, values }: Flags,
  allowed: readonly string[],
  wordCount: number,
  locale: EditorLocale,
): void {
  for (const [name, given] of values) {
    const flag = `--${name}`;
    if (!allowed.includes(name)) {
      const near = nearest(name, allowed);
      const all = allowed.map((one) => `--${one}`).join(' ');
      const suggestion = near === undefined ? '' : `→ --${near}`;
      refuse('new.unknownFlag', locale, { flag, suggestion, allowed: all });
    }
    if (given.length === 0) refuse('new.flagWithoutValue', locale, { flag });
  }
  if (words.length > wordCount) {
    refuse('new.surplusWord', locale, { word: words.slice(wordCount).join(' ') });
  }
}
