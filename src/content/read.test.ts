import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { element, text } from '../model/markup.ts';
import { caseNames as names, casesFolder, filesOfCase, textOf, withText } from '../tests/cases.ts';
import { wording } from './problems.ts';
import { readContent } from './read.ts';
import type { Content } from './read.ts';

const done = new Map<string, Content>();

function readCase(name: string): Content {
  const content = done.get(name) ?? readContent(filesOfCase(name), '2026-11-30');
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
    const good = filesOfCase('good');
    const file = 'content/activities/2023/hoc-bong/index.vi.mdx';
    const fingerprints = [' trao 60 suất', ', trao 60 suất', ' tặng 60 suất'].map((words) => {
      const text = textOf(good, file).replace(' trao 60 suất', words);
      return readContent(withText(good, file, text)).entries.activities[0]?.texts.vi.ownFingerprint;
    });
    expect(fingerprints[1]).toBe(fingerprints[0]);
    expect(fingerprints[2]).not.toBe(fingerprints[0]);
  });
});

describe('every mistake is reported in its place, and nothing else', () => {
  test.each(names)('%s', (name) => {
    const { problems } = readCase(name);
    const found = problems.map(
      ({ file, line, column, code, corrected }) =>
        `${file}:${line}:${column} ${code}${corrected === undefined ? '' : ` → ${corrected}`}`,
    );
    const expected = readFileSync(join(casesFolder, name, 'expected.txt'), 'utf8')
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
    await expect(`${blocks.join('\n\n')}\n`).toMatchFileSnapshot(join(casesFolder, `messages.${locale}.txt`));
  });
});
