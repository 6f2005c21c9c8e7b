import { describe, expect, test } from 'vitest';
import { filesOfCase, textOf } from '../tests/cases.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { comingUp } from './coming-up.ts';

const file = 'projects/lop-hoc/index.vi.mdx';
const good = textOf(filesOfCase('good'), `content/${file}`);
/** The projects that the issue of 2023-2 names when its one project says so. */
const named = (from = '', to = '', locale: 'vi' | 'lo' = 'vi') => {
  const bulletin = fixtureBulletin({ [file]: good.replace(from, to) });
  return comingUp(bulletin, bulletin.get('issues', '2023-2'), locale).projects;
};

describe('a printed issue names a project that looks for a donor', () => {
  test('with its place', () => {
    expect(named()).toEqual([
      { text: 'Xây hai lớp học', lang: 'vi', path: '/projects/lop-hoc/', where: 'Trường' },
    ]);
  });

  test.each(['seeking', 'asked'])('while it is “%s”', (state) => {
    expect(named('state: asked', `state: ${state}`)).toHaveLength(1);
  });

  test.each(['funded', 'done', 'withdrawn'])('and no more when it is “%s”', (state) => {
    expect(named('state: asked', `state: ${state}`)).toEqual([]);
  });

  test('known by the end of the year of the issue, not after it', () => {
    expect(named('date: 2023', 'date: 2024')).toEqual([]);
    expect(named('date: 2023', 'date: 2022')).toHaveLength(1);
  });

  test('in a language that it can be read in', () => {
    expect(named('', '', 'lo')).toEqual([]);
  });
});
