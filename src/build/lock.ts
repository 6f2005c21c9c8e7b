import { readFileSync, rmSync, statSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * One build at a time. The lock is a file with the process that holds it; a process that is gone, or has not touched
 * its lock for two minutes, holds nothing.
 */

const staleAfter = 120_000;
const touchEvery = 10_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Whether the file at `path` is held by a process that lives. */
function holderOf(path: string): Holder | undefined {
  let holder: Holder;
  try {
    if (Date.now() - statSync(path).mtimeMs > staleAfter) return undefined;
    holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
  // Of a process on another machine that shares the folder, only its touches tell.
  if (holder.host !== hostname()) return holder;
  try {
    process.kill(holder.pid, 0);
    return holder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? holder : undefined;
  }
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Waits until nobody else holds the lock, and takes it.
 * @param path the lock's file
 * @param onWait is told once who holds it
 * @returns gives the lock back; a process that ends without has lost it too
 */
export async function takeLock(path: string, onWait: (pid: number) => void): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryLock(path)) {
    const holder = holderOf(path);
    if (!holder) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    await delay(500);
  }
  const touch = setInterval(() => utimesSync(path, new Date(), new Date()), touchEvery);
  touch.unref();
  return () => {
    clearInterval(touch);
    rmSync(path, { force: true });
  };
}
