import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContentFolder } from '../content/disk.ts';

let work: string;
const record = 'content/reports/quang-tri-2023.yaml';
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const line = (time: string, path: string): string =>
  `203.0.113.7 - - [${time} +0700] "GET ${path} HTTP/1.1" 200 10 "-" "${agent}"\n`;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'visits-'));
  cpSync(join(import.meta.dirname, '../tests/cases/good'), work, { recursive: true });
  writeFileSync(join(work, 'access.log'), line('15/Dec/2023:10:05:00', '/about/'));
  writeFileSync(join(work, 'access.log.1.gz'), gzipSync(line('15/Dec/2023:10:00:00', '/')));
  writeFileSync(join(work, 'other.log'), '{"path":"/"}\n');
  writeFileSync(join(work, 'broken.gz'), 'no archive');
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'visits.ts'), '--root', work, ...args], {
    cwd: work,
    encoding: 'utf8',
  });

test('reads logs, packed ones too, oldest first in whatever order they are named, and each once', () => {
  const { status, stdout } = run('access.log', 'access.log.1.gz', './access.log');
  expect(status).toBe(0);
  expect(stdout).toContain('2023-12  Tiếng Việt: 1 lượt truy cập, 2 trang');
  expect(stdout).not.toContain('203.0.113');
});

test('writes into a report, whose other words stay, and again replaces the month', () => {
  const before = readFileSync(join(work, record), 'utf8');
  const twice = [1, 2].map(() => run('access.log', '--report', 'quang-tri-2023').status);
  expect(twice).toEqual([0, 0]);
  const after = readFileSync(join(work, record), 'utf8');
  expect(after).toBe(`${before}visits:\n  - { month: 2023-12, language: vi, visits: 1, pages: 1 }\n`);
  writeFileSync(
    join(work, record),
    after.replace('visits:\n', '# Của máy chủ.\nvisits:\n') + 'notes: "Xem lại." # sau\n',
  );
  expect(run('access.log', '--report', 'quang-tri-2023').status).toBe(0);
  expect(readFileSync(join(work, record), 'utf8')).toBe(
    `${before}# Của máy chủ.\nvisits:\n  - { month: 2023-12, language: vi, visits: 1, pages: 1 }\nnotes: "Xem lại." # sau\n`,
  );
  const { problems } = readContentFolder(work);
  expect(problems).toEqual([]);
});

describe('says what to do', () => {
  test.each([
    ['without a log', [], 'access.log'],
    ['where a log is not there', ['missing.log'], 'missing.log'],
    ['where an archive is broken', ['broken.gz'], 'broken.gz'],
    ['where a log is in another format', ['other.log'], 'combined'],
    [
      'where there is no such report',
      ['access.log', '--report', 'hue-2023'],
      'content/reports/hue-2023.yaml',
    ],
  ] as const)('%s', (_, args, word) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});
