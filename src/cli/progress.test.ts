import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openProgress, remaining, type Progress } from './progress.ts';

let time = 0;
let written = '';
let progress: Progress;
const open = (isTTY: boolean, columns = 100): Progress =>
  openProgress({
    locale: 'en',
    now: () => time,
    stream: { isTTY, columns, write: (text: string) => (written += text) },
  });

beforeEach(() => {
  [time, written] = [0, ''];
  vi.stubEnv('TERM', 'xterm');
});
afterEach(() => {
  progress.end();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What stands in the last line of a terminal. */
const bar = (): string => written.split('\r\u001B[K').at(-1) ?? '';

test('work of two seconds has a bar with its count and the time that is left, shorter work has none', () => {
  progress = open(true);
  progress.at('cards', 0, 200);
  time = 1999;
  progress.at('cards', 40, 200);
  expect(written).toBe('');
  time = 2100;
  progress.at('cards', 50, 200);
  expect(bar()).toBe('Share cards █████░░░░░░░░░░░░░░░ 50/200 · 6 s left');
  time = 2150;
  progress.at('cards', 60, 200);
  expect(bar()).toContain('50/200');
  time = 2200;
  progress.at('cards', 199, 200);
  expect(bar()).toContain('199/200 · 0 s left');
  progress.at('cards', 200, 200);
  expect(bar()).toBe('');
});

test('two pieces of work stand beside one another where the terminal is wide enough', () => {
  const one = 'Share cards ██████████░░░░░░░░░░ 5/10 · 5 s left';
  const other = 'PDFs ██░░░░░░░░░░░░░░░░░░ 1/10 · 46 s left';
  const both = `${one}   ${other}`;
  for (const [columns, line] of [
    [both.length + 1, both],
    [both.length, one],
  ] as const) {
    [time, written] = [0, ''];
    progress = open(true, columns);
    progress.at('cards', 0, 10);
    progress.at('print', 0, 10);
    time = 5000;
    progress.at('cards', 5, 10);
    time = 5050;
    progress.at('print', 1, 10);
    time = 5100;
    progress.at('print', 1, 10);
    expect(bar()).toBe(line);
    progress.end();
  }
});

test('a log has a line every ten seconds, also while nothing is done, and none of shorter work', () => {
  vi.useFakeTimers();
  progress = open(false);
  progress.at('print', 0, 132);
  time = 9999;
  progress.at('print', 3, 132);
  expect(written).toBe('');
  time = 10_000;
  progress.at('print', 3, 132);
  expect(written).toBe('  PDFs: 3 of 132 · 7 min left\n');
  time = 19_999;
  vi.advanceTimersByTime(1000);
  expect(written.split('\n').length).toBe(2);
  time = 20_000;
  vi.advanceTimersByTime(1000);
  expect(written.split('\n').length).toBe(3);
  vi.useRealTimers();
});

test('nothing is said of the time that is left before anything is done', () => {
  progress = open(false);
  progress.at('search', 0, 10);
  time = 10_000;
  progress.at('search', 0, 10);
  expect(written).toBe('  Search index: 0 of 10\n');
});

test('a line is written above the bar, which then stands below it again', () => {
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => (written += `${line}\n`));
  progress = open(true);
  progress.at('cards', 0, 10);
  time = 3000;
  progress.at('cards', 5, 10);
  const before = bar();
  progress.say('Hello');
  expect(log).toHaveBeenCalledExactlyOnceWith('Hello');
  expect(written.endsWith(`${before}\r\u001B[KHello\n${before}`)).toBe(true);
});

test('the rest takes as long as what is done took', () => {
  expect(remaining(30, 100, 6000)).toBe(14);
  expect(remaining(100, 100, 6000)).toBe(0);
});
