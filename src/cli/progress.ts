import { editorText, type EditorKey } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

/** How far work is that takes longer than two seconds: a bar on a terminal, a line every ten seconds in a log. */

/** Milliseconds after which work counts as long, between two lines of a log, between two pictures of a bar. */
const [long, logPause, barPause] = [2000, 10_000, 100];
const barWidth = 20;

/** Named in the dictionary: `progress.name.cards`. */
export type WorkName =
  Extract<EditorKey, `progress.name.${string}`> extends `progress.name.${infer Name}` ? Name : never;

export interface Progress {
  /** So much of a piece of work is done; with all of it, it is no longer shown. It begins with the first call. */
  at(name: WorkName, done: number, total: number): void;
  /** Writes a line, on a terminal above the bar. */
  say(line: string): void;
  /** The same, as an error. */
  warn(line: string): void;
  /** Takes the bar away. */
  end(): void;
}

interface Work {
  readonly began: number;
  readonly done: number;
  readonly total: number;
  /** When a log last heard of it. */
  readonly said: number;
}

export interface ProgressOptions {
  readonly locale: EditorLocale;
  /** Default: the standard output. */
  readonly stream?: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number;
}

/** How long the rest will take if it goes on as it did: `remaining(30, 100, 6000) // => 14` seconds. */
export const remaining = (done: number, total: number, milliseconds: number): number =>
  Math.round(((milliseconds / done) * (total - done)) / 1000);

export function openProgress({
  locale,
  stream = process.stdout,
  now = () => performance.now(),
}: ProgressOptions): Progress {
  const onTerminal = stream.isTTY === true && process.env['TERM'] !== 'dumb';
  const works = new Map<WorkName, Work>();
  let shown = '';
  let drawn = -Infinity;

  function wordsOf(
    name: WorkName,
    { done, total, began }: Work,
    time: number,
  ): Record<string, string | number> {
    const values = { name: editorText(`progress.name.${name}`, locale), done, total };
    if (done === 0) return { ...values, left: '' };
    const seconds = remaining(done, total, time - began);
    const left =
      seconds < 100
        ? editorText('progress.seconds', locale, { count: seconds })
        : editorText('progress.minutes', locale, { count: Math.round(seconds / 60) });
    return { ...values, left: editorText('progress.left', locale, { left }) };
  }

  function clear(): void {
    if (shown !== '') stream.write('\r\u001B[K');
    shown = '';
  }

  function drawBar(time: number): void {
    if (time - drawn < barPause) return;
    drawn = time;
    const bars = [...works].flatMap(([name, work]) => {
      if (time - work.began < long) return [];
      const full = Math.round((work.done / work.total) * barWidth);
      const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
      return [editorText('progress.bar', locale, { ...wordsOf(name, work, time), bar }).trimEnd()];
    });
    // A line that wraps could not be taken back.
    const line = bars.reduce((all, bar) => {
      const longer = all === '' ? bar : `${all}   ${bar}`;
      return longer.length < (stream.columns ?? 80) ? longer : all;
    }, '');
    if (line === shown) return;
    clear();
    stream.write(line);
    shown = line;
  }

  function tellLog(time: number): void {
    for (const [name, work] of works) {
      if (time - work.said < logPause) continue;
      works.set(name, { ...work, said: time });
      stream.write(`  ${editorText('progress.line', locale, wordsOf(name, work, time)).trimEnd()}\n`);
    }
  }

  const show = (): void => (onTerminal ? drawBar : tellLog)(now());
  // Also while nothing is done: a log shows that the work still runs.
  const timer = setInterval(show, 1000).unref();

  function write(out: (line: string) => void, line: string): void {
    clear();
    out(line);
    drawn = -Infinity;
    show();
  }

  return {
    at(name, done, total) {
      const time = now();
      const { began = time, said = time } = works.get(name) ?? {};
      if (done >= total) works.delete(name);
      else works.set(name, { began, said, done, total });
      if (works.size === 0) clear();
      else show();
    },
    say: (line) => write(console.log, line),
    warn: (line) => write(console.error, line),
    end() {
      clearInterval(timer);
      clear();
    },
  };
}
