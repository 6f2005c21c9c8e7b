import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../build/paths.ts';
import { NoSuchMoment } from '../content/day-of-reading.ts';
import { nearest } from '../content/nearest.ts';
import { ContentError } from '../content/problems.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import { editorLocales, type EditorLocale } from '../model/locales.ts';
import { printProblems } from './print-problems.ts';

/** The one way in which a command reads what was typed after its name, and ends. */

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

/** What may stand behind an option: nothing (`switch`), any text, or one of a list. */
export type OptionValue = 'switch' | 'text' | readonly string[];

export interface CommandShape {
  /** How many words at the most: `accept activities/2023/x km` has three. Default: none. */
  readonly words?: number;
  /** By name without the two hyphens; each may stand several times. Every command has `--lang` and `--help` too. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** What fills the placeholders of its usage. */
  readonly usageValues?: Readonly<Record<string, string>>;
  /** Where the first word decides: what the command takes with these words, of the options above. */
  readonly narrowed?: (words: readonly string[]) => CommandShape;
}

/** What was typed, read but not yet judged: what `new` takes depends on its first word. */
export interface CommandLine {
  /** Language of the messages: Vietnamese, or English with `--lang en`. */
  readonly locale: EditorLocale;
  readonly words: readonly string[];
  /** Values by option. A switch that is on has the value `true`, an option whose value was forgotten has none. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  has(option: string): boolean;
  /** The last value of an option, or `undefined` where it was not given. */
  value(option: string): string | undefined;
}

/** What every command takes. */
const sharedOptions = { lang: editorLocales, help: 'switch' } as const satisfies Record<string, OptionValue>;

/**
 * Reads words and options. Not `parseArgs` of Node: it takes `--title --date 2026` for the title “--date”, where an
 * editor has only forgotten the title.
 * @param args without Node and the program: `process.argv.slice(2)`
 * @param options every option that may come, to tell a value from a word
 */
export function readCommandLine(
  args: readonly string[],
  options: Readonly<Record<string, OptionValue>> = {},
): CommandLine {
  const known: Readonly<Record<string, OptionValue>> = { ...sharedOptions, ...options };
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) {
      words.push(arg);
      continue;
    }
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    const next = args[index + 1];
    const follows = kind !== undefined && kind !== 'switch' && inline === undefined && next !== undefined;
    const value = kind === 'switch' ? 'true' : follows && !next.startsWith('--') ? next : inline;
    if (follows && value === next) index++;
    values.set(name, [...(values.get(name) ?? []), ...(value === undefined ? [] : [value])]);
  }
  return {
    locale: values.get('lang')?.at(-1) === 'en' ? 'en' : 'vi',
    words,
    values,
    has: (option) => values.has(option),
    value: (option) => values.get(option)?.at(-1),
  };
}

/**
 * Refuses options that a command does not know, with the nearest that it does, options without their value or with
 * one that is not of their list, and surplus words: an unquoted title falls apart into them.
 */
function checkCommandLine(
  { words, values, locale }: CommandLine,
  { words: wordCount = 0, options = {} }: CommandShape,
): void {
  const allowed: Readonly<Record<string, OptionValue>> = { ...options, ...sharedOptions };
  for (const [name, given] of values) {
    const option = `--${name}`;
    const kind = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (kind === undefined) {
      const near = nearest(name, Object.keys(allowed));
      const all = Object.keys(allowed).map((one) => `--${one}`);
      const suggestion = near === undefined ? '' : `→ --${near}`;
      refuse('cli.unknownOption', locale, { option, suggestion, allowed: all.join(' ') });
    }
    if (given.length === 0) refuse('cli.optionWithoutValue', locale, { option });
    const wrong = Array.isArray(kind) ? given.find((value) => !kind.includes(value)) : undefined;
    if (wrong !== undefined && Array.isArray(kind)) {
      refuse('cli.wrongValue', locale, { option, value: wrong, allowed: kind.join(', ') });
    }
  }
  if (words.length > wordCount) {
    refuse('cli.surplusWord', locale, { word: words.slice(wordCount).join(' ') });
  }
}

/** A whole number of at least 1 behind an option. */
export function countOf(line: CommandLine, option: string, otherwise: number): number {
  const value = line.value(option);
  if (value === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(value)) refuse('cli.notANumber', line.locale, { option: `--${option}`, value });
  return Number(value);
}

/** What the system says no with, and the sentence for it. */
const systemFaults: Readonly<Record<string, EditorKey>> = {
  EACCES: 'cli.noAccess',
  EPERM: 'cli.noAccess',
  EROFS: 'cli.noAccess',
  ENOSPC: 'cli.diskFull',
  EDQUOT: 'cli.diskFull',
};

/**
 * Runs a command to its end and sets the exit code.
 * @param usage how it is used: what `--help` prints
 * @param shape what it takes
 * @param command resolves to `false` when something was wrong that it has told itself
 */
export async function runCommand(
  usage: EditorKey,
  shape: CommandShape,
  command: (line: CommandLine) => unknown,
): Promise<void> {
  // What the command imports when it needs it: types are taken off and code is compiled when it has changed.
  enableCompileCache(join(cacheFolder, 'node'));
  const line = readCommandLine(process.argv.slice(2), shape.options);
  try {
    if (line.has('help')) {
      console.log(editorText(usage, line.locale, shape.usageValues));
      return;
    }
    checkCommandLine(line, shape.narrowed?.(line.words) ?? shape);
    if ((await command(line)) === false) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ContentError) return printProblems(error.problems, line.locale);
    const sentence = failureText(error, line.locale);
    if (sentence === undefined) throw error;
    console.error(sentence);
  }
}

/** What an error means for the person at the command; `undefined` for a fault of the program, whose trace is shown. */
function failureText(error: unknown, locale: EditorLocale): string | undefined {
  if (error instanceof Refused) return error.message;
  if (!(error instanceof Error)) return undefined;
  if (error instanceof NoSuchMoment) return editorText('cli.noSuchMoment', locale, { value: error.message });
  // Ctrl+C at a question.
  if (error.name === 'ExitPromptError') return editorText('cli.stopped', locale);
  const { code, path } = error as NodeJS.ErrnoException;
  const key = systemFaults[code ?? ''];
  return key && editorText(key, locale, { file: path ?? '' });
}
