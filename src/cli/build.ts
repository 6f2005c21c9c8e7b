import { runCommand } from './command-line.ts';

/**
 * `npm run build [-- --lang en] [-- --force] [-- --hold-back] [-- --verify]`: the whole site with its PDFs and books into `dist/`.
 * `--force` uses no cache. Exits with 1 when anything is wrong, but for a machine without a browser, which makes no PDFs;
 * content problems stop it before anything is made, unless `--hold-back` publishes the rest and lists what was held back.
 * The site is made in `dist.next/` and put in the place of `dist/` at the end: a build that breaks off leaves `dist/` as
 * it was. `--verify` builds from nothing beside it then, and exits with 1 when a byte differs.
 */
const shape = { options: { force: 'switch', 'hold-back': 'switch', verify: 'switch' } } as const;

// Imported when it is needed: `runCommand` has compiled code kept.
await runCommand('build.usage', shape, async (line) => (await import('./build-site.ts')).buildSite(line));
