import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../build/paths.ts';
import { readReport } from './test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'ban-tin-report-'));
const report = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  const write = (name: string, text: string) =>
    writeFileSync(join(folder, name), `import { expect, test, beforeAll } from 'vitest';\n${text}\n`);
  write('good.test.mjs', "test('holds', () => expect(1).toBe(1)); test.skip('waits', () => {});");
  write(
    'bad.test.mjs',
    "test('holds too', () => expect(1).toBe(1));\ntest('is wrong', () => expect(1).toBe(2));",
  );
  write('late.test.mjs', "let tries = 0;\ntest('holds late', { retry: 1 }, () => expect(++tries).toBe(2));");
  write('broken.test.mjs', "throw new Error('cannot be loaded');");
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const place = ['--root', projectRoot, '--dir', folder, '--config', join(projectRoot, 'vitest.config.ts')];
  spawnSync(process.execPath, [vitest, 'run', ...place, '--reporter=json', `--outputFile.json=${report}`]);
});

test('each failed test is named with its file and its reason, and a file that cannot be loaded too', () => {
  const { passed, failed } = readReport(report);
  expect(passed).toBe(3);
  expect(failed).toHaveLength(2);
  expect(failed.join('\n')).toMatch(/bad\.test\.mjs: is wrong\n {2}.*expected 1 to be 2/);
  expect(failed.join('\n')).toMatch(/broken\.test\.mjs\n {2}.*cannot be loaded/);
});

test('what passed only at the second try is named with what went wrong at the first', () => {
  const { retried } = readReport(report);
  expect(retried).toHaveLength(1);
  expect(retried[0]).toMatch(/late\.test\.mjs: holds late\n {2}.*expected 1 to be 2/);
});

test('a run that left no report passed nothing', () => {
  expect(readReport(join(folder, 'none.json'))).toEqual({ passed: 0, failed: [], retried: [] });
});
