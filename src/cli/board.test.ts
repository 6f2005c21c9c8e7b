import { expect, test } from 'vitest';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { boardOf } from '../bulletin/translations.ts';
import { boardLines, taskLines } from './board.ts';

function activity(id: string, fingerprints: Record<string, string | undefined>): ArticleEntry<'activities'> {
  const text = { title: `Bài ${id}`, summary: '', body: { nodes: [], text: id }, ownFingerprint: 'now' };
  const texts = Object.fromEntries(
    Object.entries(fingerprints).map(([locale, fingerprint]) => [locale, { ...text, fingerprint }]),
  );
  return {
    collection: 'activities',
    id,
    file: `content/activities/${id}/index.vi.mdx`,
    facts: {},
    texts: { vi: text, ...texts },
  } as unknown as ArticleEntry<'activities'>;
}

const board = boardOf({
  stories: [],
  events: [],
  partners: [],
  issues: [],
  projects: [],
  activities: [
    activity('2023/a', { en: 'now', lo: 'before', km: undefined }),
    activity(`2024/${'mot-ten-rat-dai-'.repeat(8)}`, { en: 'now' }),
  ],
} as unknown as Entries);

test('the board has a sign for every text and fits into 80 columns', () => {
  for (const locale of ['vi', 'en'] as const) {
    const lines = boardLines(board, locale, 80);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.find((line) => line.includes('2023/a'))?.replace(/ +/g, ' ')).toBe(' 2023/a ◆ ● ○ ? · ·');
    expect(lines.find((line) => line.startsWith('  2024/'))).toMatch(/… {3}◆ {3}● {3}· {3}· {3}· {3}·$/);
  }
});

test('a name that just fits its column stands whole, one letter more is cut', () => {
  const lineOf = (id: string) => {
    const one = {
      stories: [],
      events: [],
      partners: [],
      issues: [],
      projects: [],
      activities: [activity(id, {})],
    };
    return boardLines(boardOf(one as unknown as Entries), 'en', 80).find((line) =>
      line.startsWith('  2024/'),
    );
  };
  // 80 columns less six of four for the languages and two of indentation.
  const fits = `2024/${'a'.repeat(49)}`;
  expect(lineOf(fits)).toMatch(new RegExp(`^ {2}${fits} {3}◆`));
  expect(lineOf(`${fits}b`)).toMatch(new RegExp(`^ {2}${fits.slice(0, -1)}… {3}◆`));
});

test('the counts name the number of records and what is current in each language', () => {
  const lines = boardLines(board, 'en', 80).map((line) => line.trim().replace(/ +/g, ' '));
  expect(lines).toContain('Activities (2) 2 100% 0 0% 0 0% 0 0% 0 0%');
  expect(lines).toContain('All (2) 2 100% 0 0% 0 0% 0 0% 0 0%');
});

test('a translator sees the file to write and the command to run', () => {
  const lines = taskLines(board, 'lo', 'en').map((line) => line.trim());
  expect(lines).toContain('content/activities/2023/a/index.lo.mdx');
  expect(lines).toContain('npm run translations -- accept activities/2023/a lo');
  expect(lines.filter((line) => line.startsWith('npm run new -- translation activities/2024/'))).toHaveLength(
    1,
  );
});

test('a translator who has done everything is told so', () => {
  expect(taskLines(board, 'en', 'en')).toHaveLength(1);
});
