import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The command as editors and pipelines run it: a process of its own over a content folder of its own. */
const cases = join(import.meta.dirname, '../tests/cases');
let work: string;
let good: string;
let bad: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'check-'));
  good = join(work, 'good');
  bad = join(work, 'bad');
  for (const folder of [good, bad]) cpSync(join(cases, 'good'), folder, { recursive: true });
  cpSync(join(cases, 'three-bad-files'), bad, { recursive: true });
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** Runs the check in `work`, where a report would be written, without the variables of a pipeline that runs us. */
function check(
  root: string,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
) {
  const program = join(import.meta.dirname, 'check.ts');
  return spawnSync(process.execPath, [program, '--root', root, ...args], {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_ACTIONS: '', GITLAB_CI: '', NO_COLOR: '1', ...env },
  });
}

describe('a good folder', () => {
  test('is praised, and the check succeeds', () => {
    const { status, stdout, stderr } = check(good);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/14 .*15 /);
  });

  test('leaves GitLab an empty report', () => {
    check(good, { env: { GITLAB_CI: 'true' } });
    expect(JSON.parse(readFileSync(join(work, 'gl-code-quality-report.json'), 'utf8'))).toEqual([]);
  });
});

describe('a folder with three bad files', () => {
  test('fails the check, which names each file once above its problems', () => {
    const { status, stdout, stderr } = check(bad);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const headings = stderr.split('\n').filter((line) => line.startsWith('content/'));
    expect(headings).toEqual([
      'content/activities/2023/hoc-bong/index.lo.mdx',
      'content/activities/2023/hoc-bong/index.vi.mdx',
      'content/issues/2023-2/index.vi.mdx',
    ]);
    expect(stderr).toMatch(/^ {2}5:7 {5}\S/m);
  });

  test('is told of in Vietnamese, and in English on request', () => {
    expect(check(bad).stderr).toContain('2026-02-31');
    expect(check(bad, { args: ['--lang', 'en'] }).stderr).not.toBe(check(bad).stderr);
  });

  test('appears beside its lines on GitHub', () => {
    const { status, stdout } = check(bad, { env: { GITHUB_ACTIONS: 'true' } });
    expect(status).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(stdout).toMatch(
      /^::error file=content\/activities\/2023\/hoc-bong\/index\.vi\.mdx,line=5,col=7,/m,
    );
  });

  test('becomes a Code Quality report on GitLab', () => {
    expect(check(bad, { env: { GITLAB_CI: 'true' } }).status).toBe(1);
    const report: unknown = JSON.parse(readFileSync(join(work, 'gl-code-quality-report.json'), 'utf8'));
    expect(report).toHaveLength(3);
  });
});
