import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all below it use, out of /proc: the browser and the indexer of a build included. Linux only. */

export interface TreeUse {
  /** Processor seconds, user and system. */
  readonly seconds: number;
  /** Largest resident memory of all processes together; what several share counts once. */
  readonly megabytes: number;
}

interface Seen {
  readonly parent: number;
  readonly seconds: number;
}

/** Every process with its parent and the processor seconds of its own; none where there is no /proc. */
function processes(): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return seen;
  }
  for (const name of names) {
    try {
      // Behind the name in brackets: state, parent, …, user and system time in hundredths of a second.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      seen.set(Number(name), {
        parent: Number(fields[1]),
        seconds: (Number(fields[11]) + Number(fields[12])) / 100,
      });
    } catch {
      // It has ended meanwhile.
    }
  }
  return seen;
}

/** Processor seconds of each process below `root`, without its own. */
export function descendants(root: number, all = processes()): Map<number, number> {
  const below = (pid: number): boolean => {
    const parent = all.get(pid)?.parent;
    return parent !== undefined && (parent === root || below(parent));
  };
  return new Map([...all].filter(([pid]) => below(pid)).map(([pid, { seconds }]) => [pid, seconds]));
}

function megabytesOf(pid: number): number {
  try {
    const [, kilobytes = 0] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

/** Watches a process from now until `end`: its time five times a second, its memory, which is dearer to ask for, once. */
export function watchTree(root: number): { end: () => TreeUse } {
  /** Last seen of each process: most are gone before they could be asked at the end. */
  const seconds = new Map<number, number>();
  let megabytes = 0;
  const look = (): void => {
    const all = processes();
    for (const [pid, used] of descendants(root, all)) seconds.set(pid, used);
    const own = all.get(root);
    if (own) seconds.set(root, own.seconds);
  };
  const weigh = (): void => {
    const now = [root, ...descendants(root).keys()].reduce((sum, pid) => sum + megabytesOf(pid), 0);
    megabytes = Math.max(megabytes, now);
  };
  const timers = [setInterval(look, 200), setInterval(weigh, 1000)];
  return {
    end() {
      timers.forEach(clearInterval);
      return { seconds: [...seconds.values()].reduce((sum, one) => sum + one, 0), megabytes };
    },
  };
}

/** Processor seconds of all children of this process that have ended (Linux). */
export function childSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return Number.NaN;
  }
}
