import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateContent } from './content.ts';
import { buildWithHugo, findHugo } from './hugo.ts';
import { table } from './measure.ts';
import { childSeconds, watchTree, type TreeUse } from './process-tree.ts';

/** How a build begins, what it may cost in processor seconds by number of files, and what is done before it. */
interface Case {
  readonly name: string;
  readonly bars: Readonly<Record<Size, number | undefined>>;
  readonly prepare: (root: string) => void;
  readonly command: readonly string[];
}

/** `today` is the real content; more files are generated of it. */
export const sizes = { today: undefined, '6000': 6000, '12000': 12_000 };
export type Size = keyof typeof sizes;
export const buildSizes = Object.keys(sizes) as Size[];

/** Megabytes of the whole process tree. */
const memoryBars: Readonly<Record<Size, number>> = { today: 1500, '6000': 2000, '12000': 2000 };

const clear = (root: string, ...folders: string[]): void => {
  for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true });
};

const build = ['src/cli/build.ts'] as const;
const cases: readonly Case[] = [
  {
    name: 'pages alone',
    bars: { today: 22, '6000': undefined, '12000': undefined },
    prepare: (root) => clear(root, '.cache', 'dist'),
    command: ['src/bench/pages-alone.ts'],
  },
  {
    name: 'from nothing',
    bars: { today: 110, '6000': undefined, '12000': undefined },
    prepare: (root) => clear(root, '.cache', 'dist'),
    command: build,
  },
  {
    // `npm ci` empties `node_modules`, in which nothing of ours is kept.
    name: 'nothing changed',
    bars: { today: 12, '6000': undefined, '12000': undefined },
    prepare: () => {},
    command: build,
  },
  { name: 'one word', bars: { today: 15, '6000': 20, '12000': 30 }, prepare: addWord, command: build },
];

/** The Vietnamese text of the first activity, and the address of its page. */
export function firstActivity(root: string): { readonly path: string; readonly address: string } {
  const activities = join(root, 'content/activities');
  const [file] = readdirSync(activities, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.vi.mdx'))
    .sort();
  if (file === undefined) throw new Error('There is no activity to add a word to.');
  return { path: join(activities, file), address: `/activities/${dirname(file).replaceAll('\\', '/')}/` };
}

/** A short sentence at the end of an activity's text, of which Markdown makes nothing. */
function addWord(root: string): void {
  const { path } = firstActivity(root);
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()} Vậy.\n`);
}

/**
 * Builds a copy of the project from nothing, again, and after a word, on today's content and on more that is generated
 * of it, and the same texts with Hugo where that is installed.
 * @param root the project folder
 * @param wanted which sizes
 * @param say gets a line of progress
 * @returns the table to print
 */
export async function benchBuild(
  root: string,
  wanted: readonly Size[],
  say: (line: string) => void,
): Promise<string> {
  const rows = [['files', 'build', 'pages', 'CPU s', 'ms a page', 'bar s', '', 'memory MB', 'bar MB', '']];
  const hugo = findHugo();
  if (hugo === undefined) say('build: Hugo is not installed, so that there is nothing to compare with');
  for (const size of wanted) {
    const work = mkdtempSync(join(tmpdir(), 'bench-build-'));
    try {
      const project = join(work, 'project');
      const files = await copyProject(root, project, sizes[size]);
      for (const { name, bars, prepare, command } of cases) {
        say(`build: ${files} files, ${name} …`);
        prepare(project);
        const used = await run(project, command);
        say(`build: ${used.seconds.toFixed(1)} CPU s, ${used.megabytes.toFixed(0)} MB`);
        rows.push(rowOf(files, name, countPages(join(project, 'dist')), used, bars[size], memoryBars[size]));
      }
      if (hugo !== undefined) {
        say(`build: ${files} files, ${hugo} …`);
        const site = join(work, 'hugo');
        mkdirSync(site);
        const { pages, ...used } = await buildWithHugo(join(project, 'content'), site);
        rows.push(rowOf(files, hugo, pages, used));
      }
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return table(rows);
}

const verdict = (value: number, bar: number | undefined): string =>
  bar === undefined ? '' : value <= bar ? 'ok' : 'too much';

function rowOf(
  files: number,
  name: string,
  pages: number,
  { seconds, megabytes }: TreeUse,
  bar?: number,
  memoryBar?: number,
): string[] {
  return [
    String(files),
    name,
    String(pages),
    seconds.toFixed(1),
    ((1000 * seconds) / pages).toFixed(1),
    bar === undefined ? '' : String(bar),
    verdict(seconds, bar),
    megabytes.toFixed(0),
    memoryBar === undefined ? '' : String(memoryBar),
    verdict(megabytes, memoryBar),
  ];
}

/**
 * The project as it is after `npm ci`, with nothing kept. Packages are those of the project itself.
 * @returns the number of its text files
 */
export async function copyProject(root: string, to: string, files: number | undefined): Promise<number> {
  for (const name of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(to, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction');
  if (files !== undefined) return generateContent(root, to, files);
  cpSync(join(root, 'content'), join(to, 'content'), { recursive: true });
  const names = readdirSync(join(to, 'content'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(?:mdx|yaml)$/.test(name)).length;
}

const countPages = (dist: string): number =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html')).length;

/** Runs a command of the project to its end; throws when it fails, for a failed build measures nothing. */
async function run(project: string, command: readonly string[]): Promise<TreeUse> {
  const child = spawn(process.execPath, [...command], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)));
  const began = childSeconds();
  const watch = watchTree(child.pid ?? 0);
  const [status] = (await once(child, 'exit')) as [number | null];
  const used = watch.end();
  // The last moments of each process are between two looks; what nobody waited for is not among those that have ended.
  const seconds = Math.max(used.seconds, childSeconds() - began || 0);
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}:\n${said}`);
  return { ...used, seconds };
}
