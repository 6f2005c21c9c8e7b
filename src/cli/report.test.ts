import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The command as a clerk runs it, over a content folder of its own. */

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'report-'));
  cpSync(join(import.meta.dirname, '../tests/cases/good'), work, { recursive: true });
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'report.ts'), '--root', work, ...args], {
    cwd: work,
    encoding: 'utf8',
  });

test('prints the path of the Word file that it wrote', () => {
  const { status, stdout } = run('quang-tri', '2023');
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'reports/bao-cao-quang-tri-2023.docx\n' });
  const bytes = readFileSync(join(work, 'reports/bao-cao-quang-tri-2023.docx'));
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

test('makes the formats that are asked for, and no others', () => {
  const { status, stdout } = run('cum-3', '2023', '--format', 'html');
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'reports/bao-cao-cum-3-2023.html\n' });
  expect(readFileSync(join(work, 'reports/bao-cao-cum-3-2023.html'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(existsSync(join(work, 'reports/bao-cao-cum-3-2023.docx'))).toBe(false);
});

test('lists with --trace the record and source behind each line, and the records that stand in none', () => {
  writeFileSync(
    join(work, 'content/reports/quang-tri-2023.yaml'),
    'unit: quang-tri\nperiod: 2023\nsections:\n  - title: "Viện trợ"\n    contents: [aid]\n',
  );
  const { stdout, stderr } = run('quang-tri', '2023', '--trace');
  expect(stdout).toMatch(/← activities\/2023\/hoc-bong · bao-cao:41/);
  expect(stdout).toMatch(/activities\/2023\/tham · bao-cao:7/);
  expect(stderr).toContain('1 hồ sơ');
});

describe('says what to write instead of', () => {
  test.each([
    ['nothing at all', [], ['quang-tri 2023', 'cum-3']],
    ['a union alone', ['quang-tri'], ['quang-tri 2023']],
    ['a misspelt union', ['quang-trii', '2023'], ['“quang-trii”', '→ quang-tri', 'cum-3']],
    ['an association or unknown union', ['paris', '2023'], ['“paris”', 'quang-tri']],
    ['a period that is none', ['quang-tri', '2023-H3'], ['“2023-H3”', '2023-H1']],
    ['a day', ['quang-tri', '2023-05-01'], ['2023-05']],
    ['an option that it does not know', ['quang-tri', '2023', '--trase'], ['--trase', '--trace']],
    ['a format that there is not', ['quang-tri', '2023', '--format', 'docx,odt'], ['odt', 'docx, pdf, html']],
    ['a word too many', ['quang-tri', '2023', 'H1'], ['H1']],
  ] as const)('%s', (_, args, words) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test('content with problems, which are told, and writes nothing', () => {
    const file = join(work, 'content/reports/cum-3-2024.yaml');
    writeFileSync(file, 'unit: cum-33\nperiod: 2024\n');
    const { status, stderr } = run('cum-3', '2024');
    rmSync(file);
    expect(status).toBe(1);
    expect(stderr).toContain('content/reports/cum-3-2024.yaml');
    expect(existsSync(join(work, 'reports/bao-cao-cum-3-2024.docx'))).toBe(false);
  });
});

test('takes a union by its Vietnamese name, in whatever accents', () => {
  expect(run('Quang Tri', '2023-H1').stdout).toBe('reports/bao-cao-quang-tri-2023-h1.docx\n');
});

test('leaves out what is a draft, and says so', () => {
  const file = join(work, 'content/activities/2023/hoc-bong/index.vi.mdx');
  const whole = readFileSync(file, 'utf8');
  const told = (): { stdout: string; stderr: string } => run('quang-tri', '2023', '--trace');
  expect(told().stdout).toContain('activities/2023/hoc-bong');
  writeFileSync(file, whole.replace('sources:', 'draft: true\nsources:'));
  const { stdout, stderr } = told();
  writeFileSync(file, whole);
  expect(stdout).not.toContain('activities/2023/hoc-bong');
  expect(stderr).toMatch(/draft: true.*activities\/2023\/hoc-bong/);
});
