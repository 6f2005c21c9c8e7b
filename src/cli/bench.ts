import { availableParallelism } from 'node:os';
import { benchBuild, buildSizes } from '../bench/build.ts';
import { benchBulletin } from '../bench/bulletin.ts';
import { benchCheck } from '../bench/check.ts';
import { benchDev } from '../bench/dev.ts';
import { benchEditor } from '../bench/editor.ts';
import { benchPages } from '../bench/pages.ts';
import { benchPrint } from '../bench/print.ts';
import { benchSearch } from '../bench/search.ts';
import { isLocale, localeCodes } from '../model/locales.ts';
import { countOf, refuse, runCommand } from './command-line.ts';
import { projectRoot } from '../build/paths.ts';

/**
 * `npm run bench -- <name> [--runs 5]`: times a part of the machine and prints a table with the bar beside it. A
 * slow machine is no failure, so it exits with 0 whatever the figures; with 1 when the measured program failed.
 */
const benches = {
  build: (
    root: string,
    _runs: number,
    say: (line: string) => void,
    { sizes }: { sizes: typeof buildSizes },
  ) => benchBuild(root, sizes, say),
  bulletin: benchBulletin,
  check: benchCheck,
  dev: benchDev,
  editor: benchEditor,
  pages: benchPages,
  print: benchPrint,
  search: benchSearch,
};

const options = {
  runs: 'text',
  pages: 'text',
  languages: 'text',
  alone: 'switch',
  misses: 'switch',
  files: 'switch',
  seed: 'text',
  sizes: 'text',
} as const;

await runCommand('bench.usage', { words: 1, options }, async (line) => {
  const [name = ''] = line.words;
  if (!Object.hasOwn(benches, name)) refuse('bench.usage', line.locale);
  // Each run of the editor at a host takes half a minute, and is the median of many keystrokes by itself.
  const runs = countOf(line, 'runs', name === 'editor' ? 1 : 5);
  const search = {
    pages: countOf(line, 'pages', 1000),
    languages: line.value('languages')?.split(',').filter(isLocale) ?? localeCodes,
    alone: line.has('alone'),
    misses: line.has('misses'),
    files: line.has('files'),
    seed: countOf(line, 'seed', 1),
    sizes: buildSizes.filter((size) => line.value('sizes')?.split(',').includes(size) ?? true),
  };
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  console.log(await benches[name as keyof typeof benches](projectRoot, runs, console.log, search));
});
