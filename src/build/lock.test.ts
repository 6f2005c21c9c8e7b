import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.ts';

let work: string;
let path: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(work, 'cache/build.lock');
});
afterEach(() => {
  rmSync(work, { recursive: true, force: true });
});

const nobody = (): never => {
  throw new Error('nobody holds the lock');
};

test('the second build waits for the first, and says so once', async () => {
  const release = await takeLock(path, nobody);
  const waits: number[] = [];
  const second = takeLock(path, (pid) => waits.push(pid));
  await expect.poll(() => waits).toEqual([process.pid]);
  release();
  (await second)();
  expect({ waits, left: existsSync(path) }).toEqual({ waits: [process.pid], left: false });
});

test('a process that was killed holds nothing', async () => {
  const program = join(import.meta.dirname, 'lock.ts');
  const script = `
    const { takeLock } = await import(${JSON.stringify(program)});
    await takeLock(${JSON.stringify(path)}, () => {});
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(path)).toBe(true);
  (await takeLock(path, nobody))();
});

test('a process on another machine holds the lock while it touches it', async () => {
  const release = await takeLock(path, nobody);
  writeFileSync(path, JSON.stringify({ pid: 1, host: `not-${hostname()}` }));
  const waits: number[] = [];
  const second = takeLock(path, (pid) => waits.push(pid));
  await expect.poll(() => waits).toEqual([1]);
  const minutes = (count: number): Date => new Date(Date.now() - count * 60_000);
  utimesSync(path, minutes(1.9), minutes(1.9));
  expect(await Promise.race([second, 'waiting'])).toBe('waiting');
  utimesSync(path, minutes(2.1), minutes(2.1));
  (await second)();
  release();
});
