import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { element, text } from '../model/markup.ts';
import editorTexts from '../i18n/editors/vi.json' with { type: 'json' };
import { wording } from './problems.ts';
import { toSlug } from './checks/file-names.ts';
import { readContentFolder } from './disk.ts';
import type { Content } from './read.ts';

/**
 * `cases/good` is a small complete content folder. Every other folder in `cases/` lies over it and has an
 * `expected.txt`: a line for each problem, `file:line:column code → corrected line`, and nothing else may be found.
 */
const cases = join(import.meta.dirname, '../tests/cases');
let work: string;
// A hundred folders are copied, or processes started: slow on a busy machine, and no fault.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'ban-tin-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const done = new Map<string, Content>();

function readCase(name: string): Content {
  const before = done.get(name);
  if (before) return before;
  const folder = join(work, name);
  cpSync(join(cases, 'good'), folder, { recursive: true });
  if (name !== 'good') cpSync(join(cases, name), folder, { recursive: true });
  const content = readContentFolder(folder);
  done.set(name, content);
  return content;
}

describe('a good folder', () => {
  test('has no problems', () => {
    expect(readCase('good').problems).toEqual([]);
  });

  test('gives facts once and a text for each language', () => {
    const { entries } = readCase('good');
    const scholarship = entries.activities.find((one) => one.id === '2023/hoc-bong');
    expect(scholarship?.facts).toMatchObject({
      categories: ['aid'],
      date: { start: { precision: 'day', year: 2023, month: 11, day: 2 } },
      units: [{ unit: 'quang-tri', role: 'lead' }],
      aid: [{ amount: 7200, currency: 'USD', direction: 'in', items: [{ count: 60, each: 120 }] }],
      sources: [{ document: 'bao-cao', line: 41 }],
    });
    expect(Object.keys(scholarship?.texts ?? {})).toEqual(['vi', 'lo']);
    expect(scholarship?.texts.lo?.title).toBe('ມອບທຶນການສຶກສາ 60 ທຶນ');
  });

  test('compiles bodies to trees and components, and never to code', () => {
    const { entries } = readCase('good');
    const partner = element('a', { href: '/partners/hvpf/' }, [text('HVPF')]);
    expect(entries.activities[0]?.texts.vi.body.nodes).toEqual([
      {
        markup: [element('p', {}, [text('Ngày 2/11/2023, '), partner, text(' trao 60 suất học bổng.')])],
      },
      {
        component: 'Note',
        attributes: { title: 'Chú ý' },
        children: [{ markup: [element('p', {}, [text('Mỗi suất 120 USD.')])] }],
      },
    ]);
  });

  // Quảng Nam: 30 delegations in one document, 27 in another.
  test('keeps two figures that disagree, each with its own source', () => {
    const visit = readCase('good').entries.activities.find((one) => one.id === '2023/tham');
    expect(visit?.facts.numbers.map(({ value, sources }) => [value, sources])).toEqual([
      [30, [{ document: 'bao-cao', line: 7 }]],
      [27, [{ document: 'bao-cao', line: 9 }]],
    ]);
  });

  test('leaves a record without a date without a date', () => {
    const visit = readCase('good').entries.activities.find((one) => one.id === '2023/tham');
    expect(visit?.facts.date).toBeUndefined();
  });

  test('gives the same fingerprint after a moved comma and another after a changed word', () => {
    const fingerprints = [' trao 60 suất', ', trao 60 suất', ' tặng 60 suất'].map((words) => {
      const folder = mkdtempSync(join(work, 'fingerprint-'));
      cpSync(join(cases, 'good'), folder, { recursive: true });
      const file = join(folder, 'content/activities/2023/hoc-bong/index.vi.mdx');
      const text = readFileSync(file, 'utf8').replace(' trao 60 suất', words);
      writeFileSync(file, text);
      return readContentFolder(folder).entries.activities[0]?.texts.vi.ownFingerprint;
    });
    expect(fingerprints[1]).toBe(fingerprints[0]);
    expect(fingerprints[2]).not.toBe(fingerprints[0]);
  });
});

const names = readdirSync(cases, { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'good')
  .map((one) => one.name)
  .sort();

describe('every accident is reported in its place, and nothing else', () => {
  test.each(names)('%s', (name) => {
    const { problems } = readCase(name);
    const found = problems.map(
      ({ file, line, column, code, corrected }) =>
        `${file}:${line}:${column} ${code}${corrected === undefined ? '' : ` → ${corrected}`}`,
    );
    const expected = readFileSync(join(cases, name, 'expected.txt'), 'utf8')
      .split('\n')
      .filter(Boolean);
    expect(found).toEqual(expected);
  });

  test('one bad record does not take the others with it', () => {
    const { entries } = readCase('date-impossible');
    expect(entries.activities.map((one) => one.id)).toEqual(['2023/tham']);
  });
});

/**
 * What editors read, case by case, so that a changed wording shows in review. After a change on purpose:
 * `npx vitest run src/content/read.test.ts --update`.
 */
describe('the wordings are those that were agreed on', () => {
  /**
   * Codes that no folder in git can bring about: a file that may not be read (see `disk.test.ts`), and the last resort
   * for a kind of fault that has no words yet.
   */
  const withoutCase = ['wrongType', 'unreadable'];

  test.each(['vi', 'en'] as const)('in %s', async (locale) => {
    const blocks = names.map((name) => {
      const lines = readCase(name).problems.flatMap((problem) => {
        const { what, fix, corrected } = wording(problem, locale);
        expect(`${what} ${fix}`).not.toMatch(/\{\{|undefined|\[object/);
        const place = `${problem.file}:${problem.line}:${problem.column}  ${problem.code}`;
        return [place, `    ${what}`, `    ${fix.trim()}`, ...(corrected ? [`        ${corrected}`] : [])];
      });
      return [`## ${name}`, ...lines].join('\n');
    });
    await expect(`${blocks.join('\n\n')}\n`).toMatchFileSnapshot(join(cases, `messages.${locale}.txt`));
  });

  test('and every message is met by a case', () => {
    const met = new Set<string>([...names.flatMap((name) => readCase(name).problems.map((one) => one.code))]);
    const codes = Object.keys(editorTexts).flatMap((key) => /^problem\.(\w+)$/.exec(key)?.[1] ?? []);
    expect(codes.filter((code) => !met.has(code))).toEqual(withoutCase);
  });
});

test('a folder name that can be an address is proposed from any title', () => {
  expect(toSlug('Trao học bổng Đợt 2')).toBe('trao-hoc-bong-dot-2');
});
