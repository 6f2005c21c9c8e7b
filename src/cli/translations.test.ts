import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The command as a clerk runs it, over a content folder of its own. */

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'review-'));
  cpSync(join(import.meta.dirname, '../tests/fixtures/bulletin'), work, { recursive: true });
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'translations.ts'), '--root', work, ...args], {
    cwd: work,
    encoding: 'utf8',
  });

const codes = /content\/\S+\.en\.mdx:\d+ [0-9a-f]{8} \[\[/g;

describe('doubtful passages', () => {
  test('are written to one file, of which the lines are those of the texts; the answers lead back to them', () => {
    const { status, stdout } = run('--review', 'en', '--lang', 'en');
    expect({ status, stdout }).toMatchObject({ status: 0 });
    expect(stdout).toContain('reports/review-en.html');
    const sheet = readFileSync(join(work, 'reports/review-en.html'), 'utf8');
    const [first = ''] = sheet.match(codes) ?? [];
    const [, file = '', line] = /^(\S+):(\d+) /.exec(first) ?? [];
    const translation = readFileSync(join(work, file), 'utf8').split('\n')[Number(line) - 1] ?? '';

    // What Word makes of the cell: letters as references, words parted by tags and line ends.
    const answered = sheet.replace('<br></div>', 'N<b>gh</b>&#x0129;a\nl&agrave;</div>');
    writeFileSync(join(work, 'back.html'), answered);
    const back = run('--answers', 'back.html', '--lang', 'en');
    expect(back.status).toBe(0);
    expect(back.stdout).toContain(`${file}:${line}\n`);
    expect(back.stdout).toContain('answer: Nghĩa là');
    const [, now = ''] = /now: (.*)/.exec(back.stdout) ?? [];
    expect(now).not.toBe('');
    expect(translation.replace(/\]\([^)]*\)|[*[]/g, '')).toContain(now.slice(0, 20));
  });

  test('are as many as was asked for', () => {
    run('--review', 'en', '--count', '1');
    expect(readFileSync(join(work, 'reports/review-en.html'), 'utf8').match(codes)).toHaveLength(1);
  });

  test('that were changed since are told with the line at which they stood', () => {
    writeFileSync(join(work, 'old.txt'), 'content/activities/2020/x/index.en.mdx:7 00000000 [[ better ]]');
    const { status, stdout } = run('--answers', 'old.txt', '--lang', 'en');
    expect(status).toBe(0);
    expect(stdout).toContain('content/activities/2020/x/index.en.mdx:7 (changed since it was sent');
    expect(stdout).toContain('answer: better');
  });
});

describe('a text that a native reader has read whole', () => {
  test('is stamped so, and is asked about no more', () => {
    run('--review', 'en');
    const sheet = readFileSync(join(work, 'reports/review-en.html'), 'utf8');
    const [, entry = ''] = /content\/(\S+)\/index\.en\.mdx:\d+ /.exec(sheet) ?? [];
    const { status } = run('accept', entry, 'en', '--reviewed', '--date', '2026-12-05');
    expect(status).toBe(0);
    const file = readFileSync(join(work, `content/${entry}/index.en.mdx`), 'utf8');
    expect(file).toMatch(/^translated: 2026-12-05\nreviewed: 2026-12-05$/m);
    run('--review', 'en');
    expect(readFileSync(join(work, 'reports/review-en.html'), 'utf8')).not.toContain(`content/${entry}/`);
  });
});

describe('says what to do instead', () => {
  test.each([
    ['of a file that is not there', 'none.html', 'none.html'],
    ['of a Word file', 'back.docx', '.html'],
    ['of a file that is no sheet', 'other.txt', '[['],
  ])('%s', (_, file, word) => {
    writeFileSync(join(work, 'back.docx'), 'PK\u0003\u0004');
    writeFileSync(join(work, 'other.txt'), 'OK');
    const { status, stdout, stderr } = run('--answers', file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});
