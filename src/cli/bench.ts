import { availableParallelism } from 'node:os';
import { benchCheck } from '../bench/check.ts';
import { benchPages } from '../bench/pages.ts';
import { benchPrint } from '../bench/print.ts';
import { benchSearch } from '../bench/search.ts';
import { flagValue, projectRoot } from './report.ts';

/**
 * `npm run bench -- <name> [--runs 5]`: times a part of the machine and prints a table with the bar beside it. A
 * slow machine is no failure, so it exits with 0 whatever the figures; with 1 when the measured program failed.
 */
const benches = {
  check: benchCheck,
  pages: benchPages,
  print: benchPrint,
  search: benchSearch,
};

const name = process.argv[2] ?? '';
const runs = Number(flagValue(process.argv, '--runs') ?? 5);
if (!Object.hasOwn(benches, name) || !Number.isInteger(runs) || runs < 1) {
  console.error(`npm run bench -- <${Object.keys(benches).join('|')}> [--runs 5]`);
  process.exitCode = 1;
} else {
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  console.log(await benches[name as keyof typeof benches](projectRoot, runs, console.log));
}
