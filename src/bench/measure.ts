import { spawnSync } from 'node:child_process';

/** A program run several times as a process of its own. */
export interface Measurement {
  /** Wall-clock seconds of each run, shortest first. */
  readonly seconds: readonly number[];
  /** Seconds of processor time of each run, all cores together, least first: a busy machine does not lengthen them. */
  readonly processor: readonly number[];
  /** Largest resident set of any run, in megabytes. */
  readonly megabytes: number;
}

/** Tells what the process used, on its way out. */
const reporter = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));",
)}`;

/** Runs `program` with Node `runs` times; throws when it fails, for a failed run measures nothing. */
export function measure(program: string, args: readonly string[], runs: number): Measurement {
  const results = Array.from({ length: runs }, () => {
    const began = performance.now();
    const { status, output, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', reporter, program, ...args],
      { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    const seconds = (performance.now() - began) / 1000;
    if (status !== 0)
      throw new Error(`${program} ended with ${status}:\n${(stderr || stdout).slice(0, 2000)}`);
    const used = JSON.parse(output[3] ?? '') as NodeJS.ResourceUsage;
    const processor = (used.userCPUTime + used.systemCPUTime) / 1e6;
    return { seconds, processor, megabytes: used.maxRSS / 1024 };
  });
  return {
    seconds: results.map((one) => one.seconds).sort((a, b) => a - b),
    processor: results.map((one) => one.processor).sort((a, b) => a - b),
    megabytes: Math.max(...results.map((one) => one.megabytes)),
  };
}

/** Middle of an ascending list. `median([1, 2, 9]) // => 2` */
export function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Columns in line, the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   '),
    )
    .join('\n');
}
