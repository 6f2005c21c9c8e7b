import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from './files.ts';
import { keyedStep, runSteps, step, type StepReport } from './steps.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

let build = 0;
/** Where a build works, anew for each, and what it keeps. */
const options = (force = false) => ({
  work: join(folder, `work-${(build += 1)}`),
  cache: join(folder, 'cache'),
  force,
});

describe('the order of steps', () => {
  test('a step gets what its needs made, in their order', async () => {
    const two = step('two', [], () => 2);
    const three = step('three', [], async () => 'three');
    const both = step('both', [three, two], ([text, number]) => `${text} ${number}`);
    expect(await runSteps([both], options())).toEqual(['three 2']);
  });

  test('a step that several need runs once', async () => {
    let runs = 0;
    const read = step('read', [], () => (runs += 1));
    const left = step('left', [read], ([count]) => count);
    const right = step('right', [read], ([count]) => count);
    expect(await runSteps([left, right], options())).toEqual([1, 1]);
    expect(runs).toBe(1);
  });

  test('steps that do not need each other run at once', async () => {
    // Each waits for the other: one after the other, neither would end.
    const meeting = Promise.withResolvers<undefined>();
    let here = 0;
    const arrive = async (): Promise<void> => {
      here += 1;
      if (here === 2) meeting.resolve(undefined);
      await meeting.promise;
    };
    const names = ['one', 'other'].map((name) => step(name, [], arrive));
    await runSteps(names, options());
    expect(here).toBe(2);
  });

  test('each step says its name and how long it took', async () => {
    const reports: StepReport[] = [];
    const slow = step('slow', [], () => delay(30));
    await runSteps([step('after', [slow], () => undefined)], options(), (report) => reports.push(report));
    expect(reports.map((one) => one.name)).toEqual(['slow', 'after']);
    expect(reports[0]?.milliseconds).toBeGreaterThan(20);
  });
});

describe('a step that fails', () => {
  test('is the error of the build, and keeps those that need it from running', async () => {
    let ran = false;
    const broken = step('broken', [], () => {
      throw new Error('no space left');
    });
    const after = step('after', [broken], () => {
      ran = true;
    });
    await expect(runSteps([after], options())).rejects.toThrow('no space left');
    expect(ran).toBe(false);
  });

  test('is told to those that still run, which are waited for', async () => {
    let ended = false;
    const broken = step('broken', [], async () => {
      await delay(5);
      throw new Error('first');
    });
    const long = step('long', [], async (_, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended = true;
    });
    await expect(runSteps([long, broken], options())).rejects.toThrow('first');
    expect(ended).toBe(true);
  });
});

describe('a step with a key', () => {
  let runs = 0;
  beforeEach(() => {
    runs = 0;
  });
  const pages = (key: string) =>
    keyedStep(
      'pages',
      [],
      () => key,
      async (_, out) => {
        runs += 1;
        writeFileSync(join(out, 'index.html'), key);
        return { count: 1 };
      },
    );
  const page = (from: string): string => readFileSync(join(from, 'index.html'), 'utf8');

  test('is not run again while its key is the same: files and result come from the last time', async () => {
    await runSteps([pages('a')], options());
    const reports: StepReport[] = [];
    const [again] = await runSteps([pages('a')], options(), (report) => reports.push(report));
    expect(runs).toBe(1);
    expect(reports).toMatchObject([{ name: 'pages', kept: true }]);
    expect({ page: page(again.folder), result: again.result }).toEqual({ page: 'a', result: { count: 1 } });
  });

  test('is run again when its key changes, and forgets the last time', async () => {
    await runSteps([pages('a')], options());
    const [b] = await runSteps([pages('b')], options());
    expect({ runs, page: page(b.folder) }).toEqual({ runs: 2, page: 'b' });
    await runSteps([pages('a')], options());
    expect(runs).toBe(3);
  });

  test('is run again by force', async () => {
    await runSteps([pages('a')], options());
    await runSteps([pages('a')], options(true));
    expect(runs).toBe(2);
  });

  test('what is published is no copy, and is made anew where somebody has written into it', async () => {
    const [first] = await runSteps([pages('a')], options());
    expect(statSync(join(first.folder, 'index.html')).nlink).toBe(2);
    writeFileSync(join(first.folder, 'index.html'), 'changed by a reader of the folder');
    const [again] = await runSteps([pages('a')], options());
    expect({ runs, page: page(again.folder) }).toEqual({ runs: 2, page: 'a' });
  });

  test('what is published may be replaced without changing what is kept', async () => {
    const [first] = await runSteps([pages('a')], options());
    await writeWhole(join(first.folder, 'index.html'), 'with the size of the PDF');
    const [again] = await runSteps([pages('a')], options());
    expect({ runs, page: page(again.folder) }).toEqual({ runs: 1, page: 'a' });
  });

  test('a change that leaves the size is seen by its time', async () => {
    const [first] = await runSteps([pages('a')], options());
    await delay(20);
    writeFileSync(join(first.folder, 'index.html'), 'b');
    const [again] = await runSteps([pages('a')], options());
    expect({ runs, page: page(again.folder) }).toEqual({ runs: 2, page: 'a' });
  });

  test('what was broken off while it was kept counts for nothing', async () => {
    await runSteps([pages('a')], options());
    rmSync(join(folder, 'cache/pages/record.json'));
    await runSteps([pages('a')], options());
    expect(runs).toBe(2);
  });

  test('keeps nothing of a run that failed', async () => {
    const failing = keyedStep(
      'pages',
      [],
      () => 'a',
      async () => {
        throw new Error('broken');
      },
    );
    await expect(runSteps([failing], options())).rejects.toThrow('broken');
    expect(existsSync(join(folder, 'cache/pages'))).toBe(false);
  });
});

describe('a step that takes over what has not changed', () => {
  const always = (): boolean => true;
  /** A page that is taken over, and one that is made each time. */
  const pages = (key: string, basis: string, isWhole: (bytes: Uint8Array) => boolean = always) =>
    keyedStep<{ taken: boolean }, []>(
      'pages',
      [],
      () => ({ key, basis }),
      async (_, out, __, last) => {
        const taken = last?.take('a/same.html', isWhole) ?? false;
        mkdirSync(join(out, 'a'), { recursive: true });
        if (!taken) writeFileSync(join(out, 'a/same.html'), `same of ${key}`);
        writeFileSync(join(out, 'new.html'), `new of ${key}`);
        return { taken };
      },
    );
  const filesOf = (from: string): string[] =>
    ['a/same.html', 'new.html'].map((file) => readFileSync(join(from, file), 'utf8'));

  test('has it in its folder, and so has the cache', async () => {
    await runSteps([pages('1', 'code')], options());
    const [second] = await runSteps([pages('2', 'code')], options());
    expect(filesOf(second.folder)).toEqual(['same of 1', 'new of 2']);
    const [kept] = await runSteps([pages('2', 'code')], options());
    expect(filesOf(kept.folder)).toEqual(['same of 1', 'new of 2']);
    const [third] = await runSteps([pages('3', 'code')], options());
    expect(filesOf(third.folder)).toEqual(['same of 1', 'new of 3']);
  });

  test('is offered nothing of another basis, nor by force', async () => {
    await runSteps([pages('1', 'code')], options());
    const [other] = await runSteps([pages('2', 'other code')], options());
    expect(other.result).toEqual({ taken: false });
    const [forced] = await runSteps([pages('3', 'other code')], options(true));
    expect(forced.result).toEqual({ taken: false });
  });

  test('takes no file that somebody has changed in the cache', async () => {
    await runSteps([pages('1', 'code')], options());
    writeFileSync(join(folder, 'cache/pages/files/a/same.html'), 'changed');
    const isWhole = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes) === 'same of 1';
    const [second] = await runSteps([pages('2', 'code', isWhole)], options());
    expect(filesOf(second.folder)).toEqual(['same of 2', 'new of 2']);
  });

  test('takes no file that somebody has changed where it is published', async () => {
    await runSteps([pages('1', 'code')], options());
    const [second] = await runSteps([pages('2', 'code')], options());
    writeFileSync(join(second.folder, 'a/same.html'), 'changed');
    const isWhole = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes) === 'same of 1';
    const [third] = await runSteps([pages('3', 'code', isWhole)], options());
    expect(filesOf(third.folder)).toEqual(['same of 3', 'new of 3']);
  });

  test('takes a file that has another time and the same bytes, as one from an archive', async () => {
    await runSteps([pages('1', 'code')], options());
    utimesSync(join(folder, 'cache/pages/files/a/same.html'), 1, 1);
    const isWhole = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes) === 'same of 1';
    const [second] = await runSteps([pages('2', 'code', isWhole)], options());
    expect(second.result).toEqual({ taken: true });
  });

  test('what is given back is made anew, though the folder was emptied meanwhile', async () => {
    const anew = keyedStep<null, []>(
      'pages',
      [],
      () => ({ key: 'b', basis: 'same code' }),
      async (_, out, __, last) => {
        last?.take('a/same.html', always);
        last?.giveBack();
        expect(existsSync(join(out, 'a/same.html'))).toBe(false);
        rmSync(join(out, 'a'), { recursive: true });
        expect(last?.take('a/same.html', always)).toBe(true);
        last?.giveBack();
        writeFileSync(join(out, 'a/same.html'), 'other');
        return null;
      },
    );
    await runSteps([pages('a', 'same code')], options());
    await runSteps([anew], options());
    expect(readFileSync(join(folder, 'cache/pages/files/a/same.html'), 'utf8')).toBe('other');
  });
});
