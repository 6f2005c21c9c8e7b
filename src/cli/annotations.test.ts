import { expect, test } from 'vitest';
import type { Problem } from '../content/problems.ts';
import { githubAnnotations, gitlabReport } from './annotations.ts';

const misspelt: Problem = {
  file: 'content/activities/2023/a, b: 5%/index.vi.mdx',
  line: 3,
  column: 1,
  code: 'misspeltField',
  values: { key: 'sumary', nearest: 'summary' },
  corrected: 'summary: "Giảm 5%"',
};

test('GitHub gets one command a problem, on one line, its signs escaped', () => {
  const [line] = githubAnnotations([misspelt], 'en');
  expect(line).toMatch(
    /^::error file=content\/activities\/2023\/a%2C b%3A 5%25\/index\.vi\.mdx,line=3,col=1,title=misspeltField::/,
  );
  expect(line).toContain('%0Asummary: "Giảm 5%25"');
  expect(line).not.toMatch(/[\r\n]/);
});

test('a message may hold colons and commas as they are', () => {
  const [line] = githubAnnotations([{ ...misspelt, corrected: 'places: [a, b]' }], 'vi');
  expect(line?.endsWith('places: [a, b]')).toBe(true);
});

test('GitLab gets description, check name, place, severity and a fingerprint', () => {
  expect(gitlabReport([misspelt], 'en')).toEqual([
    {
      description: expect.stringContaining('sumary'),
      check_name: 'misspeltField',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'major',
      location: { path: misspelt.file, lines: { begin: 3 } },
    },
  ]);
});

test('a fingerprint stays when the line moves, and is never given twice', () => {
  const moved = { ...misspelt, line: 9 };
  const [a] = gitlabReport([misspelt], 'en');
  const [b, c] = gitlabReport([moved, moved], 'vi');
  expect(b?.fingerprint).toBe(a?.fingerprint);
  expect(c?.fingerprint).not.toBe(b?.fingerprint);
});

test('GitLab is told that all is well by an empty list', () => {
  expect(gitlabReport([], 'vi')).toEqual([]);
});
