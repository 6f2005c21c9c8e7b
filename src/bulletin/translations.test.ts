import { describe, expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from '../model/dates.ts';
import type { Locale } from '../model/locales.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { boardOf, oldest, stampTranslation, tasksOf } from './translations.ts';
import { noticeOf, stateOf } from '../model/text-states.ts';

function day(text: string): KnownDate {
  const date = parseDate(text);
  if (!isKnownDate(date)) throw new Error(text);
  return date;
}

/** An activity whose original has the fingerprint `now`. */
function activity(
  id: string,
  translations: Partial<Record<Locale, { fingerprint?: string; translated?: string }>>,
  { date, updated }: { date?: string; updated?: string } = {},
): ArticleEntry<'activities'> {
  const text = { title: id, summary: id, body: { nodes: [], text: id }, ownFingerprint: 'now' };
  const texts = Object.fromEntries(
    Object.entries(translations).map(([locale, { fingerprint, translated }]) => [
      locale,
      { ...text, fingerprint, translated: translated && day(translated) },
    ]),
  );
  return {
    collection: 'activities',
    id,
    file: `content/activities/${id}/index.vi.mdx`,
    facts: { date: date && day(date), updated: updated && day(updated) },
    texts: { vi: text, ...texts },
  } as unknown as ArticleEntry<'activities'>;
}

const none = {
  stories: [],
  events: [],
  projects: [],
  partners: [],
  issues: [],
  units: [],
  places: [],
  occasions: [],
  documents: [],
  reports: [],
};
const entriesOf = (...activities: ArticleEntry<'activities'>[]): Entries => ({ ...none, activities });

describe('a text is', () => {
  const entry = activity('2023/a', { en: { fingerprint: 'now' }, lo: { fingerprint: 'before' }, km: {} });
  test.each([
    ['the original in Vietnamese', 'vi', 'original'],
    ['current when it was made from the original as it stands', 'en', 'current'],
    ['old when the original has changed since', 'lo', 'old'],
    ['unstamped when nobody said what it was made from', 'km', 'unstamped'],
    ['missing when there is none', 'fr', 'missing'],
  ] as const)('%s', (_, locale, state) => {
    expect(stateOf(entry, locale)).toBe(state);
  });
});

describe('the reader', () => {
  const old = { lo: { fingerprint: 'before', translated: '2026-03-01' } };

  test('of an old translation is told both days', () => {
    expect(noticeOf(activity('2023/a', old, { updated: '2026-05-20' }), 'lo')).toEqual({
      state: 'old',
      days: { translated: day('2026-03-01'), updated: day('2026-05-20') },
    });
  });

  test('is not told of an original that is older than the translation', () => {
    expect(noticeOf(activity('2023/a', old, { updated: '2026-02-28' }), 'lo')).toEqual({
      state: 'old',
      days: undefined,
    });
  });

  test('of the original is told nothing', () => {
    expect(noticeOf(activity('2023/a', old), 'vi')).toBeUndefined();
    expect(noticeOf(activity('2023/a', old), 'fr')).toBeUndefined();
  });
});

describe('the board', () => {
  const board = boardOf(
    entriesOf(
      activity('2023/a', { en: { fingerprint: 'now' }, lo: { fingerprint: 'before' } }, { date: '2023-04' }),
      activity('2023/b', { en: { fingerprint: 'now' }, lo: {} }, { date: '2023-11-02' }),
      activity('2022/c', { en: { fingerprint: 'now' }, lo: { fingerprint: 'now' } }, { date: '2022' }),
    ),
  );

  test('counts the texts of each language', () => {
    expect(board.counts.get('en')).toEqual({
      current: 3,
      old: 0,
      unstamped: 0,
      missing: 0,
      total: 3,
      percent: 100,
    });
    expect(board.counts.get('lo')).toEqual({
      current: 1,
      old: 1,
      unstamped: 1,
      missing: 0,
      total: 3,
      percent: 33,
    });
    expect(board.counts.get('km')?.missing).toBe(3);
  });

  test('does not say 100 percent before all is done', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      activity(`2023/${index}`, { en: index === 7 ? {} : { fingerprint: 'now' } }),
    );
    expect(boardOf(entriesOf(...many)).counts.get('en')?.percent).toBe(99);
  });

  test('gives a translator what is not current, newest first', () => {
    expect(tasksOf(board, 'en')).toEqual([]);
    expect(tasksOf(board, 'lo').map(({ file, state }) => `${file} ${state}`)).toEqual([
      'content/activities/2023/b/index.lo.mdx unstamped',
      'content/activities/2023/a/index.lo.mdx old',
    ]);
    expect(tasksOf(board, 'km').map(({ entry }) => entry.id)).toEqual(['2023/b', '2023/a', '2022/c']);
  });

  test('leaves out a record without a word to translate', () => {
    const empty = activity('2023/a', {});
    const vi = { ...empty.texts.vi, title: '', summary: '', body: { nodes: [], text: '' } };
    expect(boardOf(entriesOf({ ...empty, texts: { vi } })).counts.get('en')?.total).toBe(0);
  });
});

describe('a stamp', () => {
  const stamp = { fingerprint: '0123456789ab', translated: '2026-11-23' };

  test('is put at the end of the front matter and leaves every other byte alone', () => {
    expect(stampTranslation('---\ntitle: "A: b"\n---\n\nText --- text.\n\n---\n', stamp)).toBe(
      '---\ntitle: "A: b"\nfingerprint: "0123456789ab"\ntranslated: 2026-11-23\n---\n\nText --- text.\n\n---\n',
    );
  });

  test('replaces an earlier one where it stands', () => {
    expect(
      stampTranslation('---\nfingerprint: old\ntitle: A\ntranslated: 2025-01-01\n---\nfingerprint: x', stamp),
    ).toBe('---\nfingerprint: "0123456789ab"\ntitle: A\ntranslated: 2026-11-23\n---\nfingerprint: x');
  });

  test('keeps the line ends and the byte-order mark of the file', () => {
    expect(stampTranslation('\uFEFF---\r\ntitle: A\r\n---\r\n\r\nB\r\n', stamp)).toBe(
      '\uFEFF---\r\ntitle: A\r\nfingerprint: "0123456789ab"\r\ntranslated: 2026-11-23\r\n---\r\n\r\nB\r\n',
    );
  });

  test('fits into an empty front matter, and nowhere else', () => {
    expect(stampTranslation('---\n---\n', stamp)).toBe(
      '---\nfingerprint: "0123456789ab"\ntranslated: 2026-11-23\n---\n',
    );
    expect(stampTranslation('title: A\n', stamp)).toBeUndefined();
  });
});

describe('the translation longest out of date', () => {
  test('is the old one whose original was changed first', () => {
    const entries = entriesOf(
      activity('2023/late', { en: { fingerprint: 'before' } }, { updated: '2024-05-01' }),
      activity(
        '2023/early',
        { en: { fingerprint: 'now' }, lo: { fingerprint: 'before' } },
        { updated: '2024-02-01' },
      ),
    );
    expect(oldest(entries)).toMatchObject({ locale: 'lo', path: '/activities/2023/early/' });
  });

  test('is none where every translation is true to its original', () => {
    expect(oldest(entriesOf(activity('2023/a', { en: { fingerprint: 'now' } })))).toBeUndefined();
  });
});
