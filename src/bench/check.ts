import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateContent } from './content.ts';
import { measure, median, table } from './measure.ts';

/** How long `npm run check` may take, by number of text files; in seconds, on two cores. */
const bars: readonly (readonly [files: number, seconds: number])[] = [
  [2400, 2],
  [12_000, 8],
];

/**
 * Times the whole check, start of Node included, over generated folders that have no problem.
 * @param root the project folder
 * @param runs how often each folder is checked
 * @param say gets a line of progress
 * @returns the table to print
 */
export async function benchCheck(root: string, runs: number, say: (line: string) => void): Promise<string> {
  const rows = [['files', 'median s', 'range s', 'bar s', 'CPU s', 'memory MB', '']];
  for (const [files, bar] of bars) {
    const work = mkdtempSync(join(tmpdir(), 'bench-check-'));
    try {
      const written = await generateContent(root, work, files);
      say(`check: ${written} files × ${runs} runs …`);
      const { seconds, processor, megabytes } = measure(
        join(root, 'src/cli/check.ts'),
        ['--root', work],
        runs,
      );
      const middle = median(seconds);
      const range = `${seconds[0]?.toFixed(2)}–${seconds.at(-1)?.toFixed(2)}`;
      const verdict = middle <= bar ? 'ok' : 'too slow';
      rows.push([
        String(written),
        middle.toFixed(2),
        range,
        String(bar),
        median(processor).toFixed(2),
        megabytes.toFixed(0),
        verdict,
      ]);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return table(rows);
}
