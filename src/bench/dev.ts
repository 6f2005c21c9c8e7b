import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyProject, firstActivity, type Size, sizes } from './build.ts';
import { median, table } from './measure.ts';

/** How long `npm run dev` may take by the clock, in seconds: until it is ready, and until an edit is shown. */
const bars: Readonly<
  Record<Size, { readonly ready: number | undefined; readonly edit: number | undefined }>
> = {
  today: { ready: 4, edit: 1 },
  '6000': { ready: undefined, edit: undefined },
  '12000': { ready: undefined, edit: 2 },
};

/** Between two questions whether a page shows what was saved, in milliseconds. */
const rest = 10;

/**
 * Times `npm run dev` on a copy of the project: from its start until it says that it is ready, with nothing kept of an
 * earlier run and with what that has kept; the first page; and from the save of a text until its page, asked for at once,
 * shows it.
 * @param root the project folder
 * @param runs how many edits are timed
 * @param wanted which sizes
 * @param say gets a line of progress
 * @returns the table to print
 */
export async function benchDev(
  root: string,
  runs: number,
  say: (line: string) => void,
  { sizes: wanted }: { readonly sizes: readonly Size[] },
): Promise<string> {
  const rows = [['files', 'what', 'median s', 'range s', 'bar s', '']];
  for (const size of wanted) {
    const work = mkdtempSync(join(tmpdir(), 'bench-dev-'));
    const { ready, edit } = bars[size];
    try {
      const files = await copyProject(root, work, sizes[size]);
      const add = (what: string, seconds: readonly number[], bar?: number): void => {
        rows.push([String(files), what, ...cells(seconds, bar)]);
      };
      say(`dev: ${files} files, first start …`);
      const first = await startServer(work);
      await first.stop();
      add('first start', [first.seconds]);
      say(`dev: ${files} files, start …`);
      const server = await startServer(work);
      try {
        add('start', [server.seconds], ready);
        const { path, address } = firstActivity(work);
        add('first page', [await secondsUntil(server.origin + address, '')]);
        const edits: number[] = [];
        for (let run = 1; run <= runs; run++) {
          const word = `Lần sửa ${run}.`;
          writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()} ${word}\n`);
          edits.push(await secondsUntil(server.origin + address, word));
        }
        add('edit', edits, edit);
      } finally {
        await server.stop();
      }
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return table(rows);
}

function cells(unsorted: readonly number[], bar: number | undefined): string[] {
  const seconds = unsorted.toSorted((a, b) => a - b);
  const middle = median(seconds);
  return [
    middle.toFixed(2),
    seconds.length > 1 ? `${seconds[0]?.toFixed(2)}–${seconds.at(-1)?.toFixed(2)}` : '',
    bar === undefined ? '' : String(bar),
    bar === undefined ? '' : middle <= bar ? 'ok' : 'too slow',
  ];
}

/** From now until a page has been answered with these words in it. */
async function secondsUntil(address: string, words: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    const response = await fetch(address);
    const html = await response.text();
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
    if (html.includes(words)) return (performance.now() - began) / 1000;
    await pause(rest);
  }
}

interface Server {
  readonly origin: string;
  /** From its start until it said that it was ready. */
  readonly seconds: number;
  readonly stop: () => Promise<void>;
}

async function startServer(root: string): Promise<Server> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['src/cli/dev.ts', '--lang', 'en', '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await saysItsAddress(child, origin);
  const seconds = (performance.now() - began) / 1000;
  return {
    origin,
    seconds,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

function saysItsAddress(child: ChildProcess, origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes(origin)) resolve();
      });
    child.once('exit', (status) => reject(new Error(`The server ended with ${status}:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
