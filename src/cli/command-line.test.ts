import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { readCommandLine } from './command-line.ts';

const root = join(import.meta.dirname, '../..');
const options = { title: 'text', only: ['office', 'press'], tentative: 'switch' } as const;
const read = (...args: string[]) => readCommandLine(args, options);

describe('words and options', () => {
  test('a value follows its option, or stands behind an equals sign', () => {
    expect(read('activity', '--title', 'Trao quà').value('title')).toBe('Trao quà');
    expect(read('--title=Trao quà', 'activity').value('title')).toBe('Trao quà');
    expect(read('--title', 'Trao quà', 'activity').words).toEqual(['activity']);
  });

  test('a switch takes no word for its value', () => {
    const line = read('--tentative', 'activity');
    expect({ words: line.words, on: line.has('tentative') }).toEqual({ words: ['activity'], on: true });
  });

  test('an option whose value was forgotten does not take the next option for it', () => {
    const line = read('--title', '--tentative');
    expect({ title: line.values.get('title'), on: line.has('tentative') }).toEqual({ title: [], on: true });
  });

  test('an option may stand several times', () => {
    expect(read('--only', 'office', '--only', 'press').values.get('only')).toEqual(['office', 'press']);
  });

  test('messages are Vietnamese unless English is asked for', () => {
    expect([read().locale, read('--lang', 'en').locale]).toEqual(['vi', 'en']);
  });

  test('the name of a method of objects is no option', () => {
    expect(read('--toString', 'x').words).toEqual(['x']);
  });
});

/** Every command of the project that is a program of ours. */
const commands = Object.entries(packageFile.scripts).flatMap(([name, script]) => {
  const program = /^node (src\/cli\/[\w-]+\.ts)$/.exec(script)?.[1];
  return program === undefined ? [] : [{ name, program }];
});

function run(program: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

describe.each(commands)('npm run $name', ({ program }) => {
  test('refuses an option that it does not know, and names those that it does', () => {
    const { status, stdout, stderr } = run(program, '--lnag', 'en');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('--lnag');
    expect(stderr).toContain('--lang');
  });

  test('refuses a language that it has no messages in', () => {
    const { status, stderr } = run(program, '--lang', 'km');
    expect(status).toBe(1);
    expect(stderr).toMatch(/km.*vi, en/s);
  });

  test('says how it is used, in both languages', () => {
    const vietnamese = run(program, '--help');
    const english = run(program, '--help', '--lang', 'en');
    expect([vietnamese.status, english.status]).toEqual([0, 0]);
    expect(vietnamese.stdout).toMatch(/npm (run|test)/);
    expect(english.stdout).toMatch(/npm (run|test)/);
    expect(english.stdout).not.toBe(vietnamese.stdout);
  });
});

test('a word too many is refused', () => {
  const { status, stderr } = run('src/cli/check.ts', 'content');
  expect({ status, named: stderr.includes('content') }).toEqual({ status: 1, named: true });
});

test('an option without its value is refused', () => {
  expect(run('src/cli/check.ts', '--root')).toMatchObject({ status: 1, stdout: '' });
});
