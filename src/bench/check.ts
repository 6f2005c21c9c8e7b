import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject, sizes, type Size } from './build.ts';
import { measure, median, table } from './measure.ts';

/** How long `npm run check` may take where texts are kept that have not changed; in seconds, on two cores. */
const bars: Readonly<Partial<Record<Size, number>>> = { today: 2, '12000': 8 };

/**
 * Times the whole check, start of Node included, on copies of the project: once with nothing kept of an earlier run, as
 * after `git clone`, and then as it is run while somebody writes.
 * @param root the project folder
 * @param runs how often each is checked again
 * @param say gets a line of progress
 * @param options.sizes today's content, and more that is generated of it
 * @returns the table to print
 */
export async function benchCheck(
  root: string,
  runs: number,
  say: (line: string) => void,
  { sizes: wanted }: { readonly sizes: readonly Size[] },
): Promise<string> {
  const rows = [['files', 'check', 'median s', 'range s', 'bar s', 'CPU s', 'memory MB', '']];
  for (const size of wanted) {
    const work = mkdtempSync(join(tmpdir(), 'bench-check-'));
    try {
      const files = await copyProject(root, work, sizes[size]);
      const check = (what: string, times: number, bar?: number): void => {
        say(`check: ${files} files, ${what} × ${times} …`);
        const { seconds, processor, megabytes } = measure(join(work, 'src/cli/check.ts'), [], times);
        const middle = median(seconds);
        rows.push([
          String(files),
          what,
          middle.toFixed(2),
          times > 1 ? `${seconds[0]?.toFixed(2)}–${seconds.at(-1)?.toFixed(2)}` : '',
          bar === undefined ? '' : String(bar),
          median(processor).toFixed(2),
          megabytes.toFixed(0),
          bar === undefined ? '' : middle <= bar ? 'ok' : 'too slow',
        ]);
      };
      check('first', 1);
      check('again', runs, bars[size]);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return table(rows);
}
