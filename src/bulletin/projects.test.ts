import { expect, test } from 'vitest';
import { filesOfCase, textOf } from '../tests/cases.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { openProjects, projectsOf, projectsOfUnit } from './projects.ts';

const good = textOf(filesOfCase('good'), 'content/projects/lop-hoc/index.vi.mdx');
const withState = (state: string): string => good.replace('state: asked', `state: ${state}`);
const bulletin = fixtureBulletin({
  'projects/da-xong/index.vi.mdx': withState('done'),
  'projects/dang-tim/index.vi.mdx': withState('seeking'),
  'projects/da-co/index.vi.mdx': withState('funded'),
});
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

test('what a donor can still help comes first', () => {
  expect(ids(projectsOf(bulletin))).toEqual(['dang-tim', 'lop-hoc', 'da-co', 'da-xong']);
});

test('only that is asked of a donor, and not before it was known', () => {
  expect(ids(openProjects(bulletin, 2023))).toEqual(['dang-tim', 'lop-hoc']);
  expect(openProjects(bulletin, 2022)).toEqual([]);
});

test('a union has the projects that it answers for, once each', () => {
  expect(projectsOfUnit(bulletin, 'quang-tri')).toHaveLength(4);
  expect(projectsOfUnit(bulletin, 'cum-3')).toEqual([]);
});
