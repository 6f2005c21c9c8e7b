import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messageCodes } from '../../i18n/editors.ts';
import { caseNames, casesFolder } from '../../tests/cases.ts';
import { checks, problemCodes, readers } from './index.ts';

/** Codes by the folders of bad content that have them. */
const met = new Map<string, string[]>();
for (const name of caseNames) {
  for (const line of readFileSync(join(casesFolder, name, 'expected.txt'), 'utf8')
    .split('\n')
    .filter(Boolean)) {
    const code = /:\d+:\d+ (\w+)/.exec(line)?.[1] ?? line;
    met.set(code, [...(met.get(code) ?? []), name]);
  }
}

/**
 * Codes that no folder in git should bring about, and where they are met: in `disk.test.ts` what only a disk has, in
 * `bad-files.test.ts` what would keep people from fetching this project, is too large for it, or has no file; and the
 * last resort for a kind of fault that has no words yet.
 */
const withoutCase = [
  ...['unreadable', 'linkForFile', 'folderForFile', 'notAFile'],
  ...['reservedName', 'longPath', 'tooLarge', 'noContent', 'programFault'],
  'wrongType',
].sort();

describe('the list of checks', () => {
  test('names every problem that the messages have words for, and no other', () => {
    expect([...problemCodes].sort()).toEqual([...messageCodes].sort());
    expect(problemCodes.length).toBeGreaterThan(90);
  });

  test('has a folder of bad content for every problem', () => {
    expect(problemCodes.filter((code) => !met.has(code)).sort()).toEqual(withoutCase);
  });

  test('knows every problem that a folder of bad content expects', () => {
    expect(met.size).toBeGreaterThan(90);
    expect([...met.keys()].filter((code) => !(problemCodes as readonly string[]).includes(code))).toEqual([]);
  });

  test('says of each check what it looks at and what it can find, nothing twice', () => {
    expect(checks.length).toBeGreaterThan(readers.length);
    for (const check of checks) {
      expect(check.codes.length).toBeGreaterThan(0);
      expect(new Set(check.codes).size).toBe(check.codes.length);
      expect('looksAt' in check ? check.looksAt : check.reads).toBeTruthy();
    }
  });
});
