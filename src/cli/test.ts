import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './command-line.ts';
import { readReport } from './test-report.ts';
import { projectRoot } from '../build/paths.ts';

/**
 * `npm test [-- --force]`: format, lint, types, content, unit tests, the build, and the tests over the built site in
 * a real browser. All steps run, so that one run tells everything; `--force` builds without any cache. The last line
 * is `N passed, N failed`: a test each, and one for each step that is not a test run.
 */
const work = mkdtempSync(join(tmpdir(), 'ban-tin-test-'));
let passed = 0;
let failed = 0;
/** What failed, told once more at the end: a log of thousands of lines is read from there. */
const failures: string[] = [];
/** What passed only at the second try: no failure, but somebody should know. */
const retried: string[] = [];

/** What steps are run with: a process that cannot reach another machine, and writes down in `attempts` that it tried. */
const guard = pathToFileURL(join(projectRoot, 'src/tests/no-network.ts')).href;
const attempts = join(work, 'network-attempts');
const withoutNetwork = {
  NODE_OPTIONS: [process.env['NODE_OPTIONS'], `--import ${guard}`].filter(Boolean).join(' '),
  NETWORK_ATTEMPTS: attempts,
};

/** Runs a program of this project with Node; its output goes to the terminal. */
function run(
  title: string,
  program: string,
  args: readonly string[],
  setting: NodeJS.ProcessEnv = {},
): boolean {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(process.execPath, [join(projectRoot, program), ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...setting },
  });
  return status === 0;
}

/** Fails too when the program reached for another machine: no command of this project does. */
function step(title: string, program: string, args: readonly string[]): boolean {
  rmSync(attempts, { force: true });
  const ended = run(title, program, args, withoutNetwork);
  const reached = existsSync(attempts) ? readFileSync(attempts, 'utf8') : '';
  if (reached) console.error(`Reached for other machines:\n${reached}`);
  const good = ended && !reached;
  if (good) passed += 1;
  else failed += 1;
  if (!good) failures.push(title);
  return good;
}

/** A run of vitest, counted test by test. A file that cannot even be loaded counts as one failure. */
function tests(title: string, args: readonly string[]): void {
  const report = join(work, 'report.json');
  rmSync(report, { force: true });
  // Vitest leaves one core to itself; much of these tests is waiting, for a browser or a server.
  const workers = `--maxWorkers=${availableParallelism()}`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const good = run(title, 'node_modules/vitest/vitest.mjs', ['run', ...args, workers, ...reporters]);
  const counted = readReport(report);
  passed += counted.passed;
  failed += Math.max(counted.failed.length, good ? 0 : 1);
  failures.push(...counted.failed);
  retried.push(...counted.retried);
  if (!good && counted.failed.length === 0) failures.push(title);
  // A run that finds no tests must not pass for a good one.
  if (good && counted.passed === 0) {
    failed += 1;
    failures.push(`${title}: no test ran`);
  }
}

await runCommand('test.usage', { options: { force: 'switch' } }, (line) => {
  const siteTests = 'src/tests/site';
  step('Format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']);
  step('Lint', 'node_modules/eslint/bin/eslint.js', ['.']);
  step('Types', 'node_modules/astro/bin/astro.mjs', ['check']);
  step('Content', 'src/cli/check.ts', []);
  tests('Unit tests', ['--exclude', `${siteTests}/**`, '--exclude', 'node_modules/**']);
  if (step('Build', 'src/cli/build.ts', line.has('force') ? ['--force'] : []))
    // A browser on a busy machine loses a race now and then; what is wrong is wrong twice.
    tests('The built site', [siteTests, '--retry=1']);
  else console.log('\nThe site was not built: its tests cannot run.');

  rmSync(work, { recursive: true, force: true });
  if (retried.length > 0) console.log(`\n── Passed at the second try\n${retried.join('\n')}`);
  if (failures.length > 0) console.log(`\n── Failed\n${failures.join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
});
