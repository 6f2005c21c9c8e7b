import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOnDisk } from '../content/disk.ts';
import { fileOfBytes, type ContentFiles } from '../content/files.ts';
import { checkRecord, readContent } from '../content/read.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { textOf, withText as withWholeText } from '../tests/cases.ts';
import { fieldsOf } from './record-file.ts';
import { accepted, commitMessage, deeds, settled, todayInVietNam, translationsConcerned } from './save.ts';

/** `files` with the text at `path` changed. */
const withText = (files: ContentFiles, path: string, change: (text: string) => string): ContentFiles =>
  withWholeText(files, path, change(textOf(files, path)));

/** A record of the fixture with a translation that is current. */
const all = filesOnDisk(join(import.meta.dirname, '../tests/fixtures/bulletin'));
const { index } = readContent(all);
const today = '2026-11-29';

function entryOf(files: ContentFiles): ArticleEntry {
  const { entry } = checkRecord(files, index);
  if (!entry || !('texts' in entry)) throw new Error('no sound record');
  return entry as ArticleEntry;
}

const folder = [...all.keys()]
  .filter((path) => /activities\/.*\.en\.mdx$/.test(path))
  .map((path) => path.slice(0, path.lastIndexOf('/') + 1))
  .find((one) => {
    const { entry } = checkRecord(new Map([...all].filter(([path]) => path.startsWith(one))), index);
    return (
      entry &&
      'texts' in entry &&
      entry.texts.en?.fingerprint === entry.texts.vi.ownFingerprint &&
      entry.texts.en.translated
    );
  });
const files = new Map([...all].filter(([path]) => folder !== undefined && path.startsWith(folder)));
const before = entryOf(files);
const english = before.file.replace('.vi.', '.en.');
const edited = withText(files, before.file, (text) => text.replace(/^summary: "/m, 'summary: "Sửa '));
const after = entryOf(edited);
const texts = new Map([...edited.keys()].map((path) => [path, textOf(edited, path)]));
const filesOf = (of: ReadonlyMap<string, string>): ContentFiles =>
  new Map([...of].map(([path, text]) => [path, fileOfBytes(new TextEncoder().encode(text))]));
const problemsOf = (of: ReadonlyMap<string, string>) => checkRecord(filesOf(of), index).problems;

describe('the one question', () => {
  test('is asked when the Vietnamese words have changed, for the translations that there are', () => {
    expect(translationsConcerned(before, after)).toContain('en');
  });

  test('is not asked for a moved comma, a fact, a new record or a record without translations', () => {
    const comma = entryOf(
      withText(files, before.file, (text) => text.replace(/^summary: "/m, 'summary: ", ')),
    );
    expect(translationsConcerned(before, comma)).toEqual([]);
    expect(translationsConcerned(undefined, after)).toEqual([]);
    const alone = new Map([...edited].filter(([path]) => path === before.file));
    expect(translationsConcerned(before, entryOf(alone))).toEqual([]);
  });

  test('is not asked for a translation that was accepted in the same save', () => {
    const text = accepted(texts.get(english) ?? '', after, today);
    const now = entryOf(withText(edited, english, () => text ?? ''));
    expect(translationsConcerned(before, now)).not.toContain('en');
  });

  test('answered “a typing error” leaves the translations current, and the day as it was', () => {
    const now = settled({ before, after, texts, today }, 'typingError');
    expect(problemsOf(now)).toEqual([]);
    expect(translationsConcerned(before, entryOf(filesOf(now)))).toEqual([]);
    const changed = [...now].filter(([path, text]) => texts.get(path) !== text).map(([path]) => path);
    expect(changed).toContain(english);
    expect(changed).not.toContain(before.file);
    const [was, is] = [texts.get(english) ?? '', now.get(english) ?? ''].map((text) => text.split('\n'));
    expect(is?.filter((line, at) => line !== was?.[at])).toEqual([
      `fingerprint: "${after.texts.vi.ownFingerprint}"`,
    ]);
  });

  test('answered “the meaning” writes the day down, and touches no translation', () => {
    const now = settled({ before, after, texts, today }, 'meaning');
    expect(problemsOf(now)).toEqual([]);
    expect(fieldsOf(now.get(before.file) ?? '')['updated']).toBe(today);
    expect([...now].filter(([path, text]) => texts.get(path) !== text).map(([path]) => path)).toEqual([
      before.file,
    ]);
  });

  test('not answered leaves what the check complains of', () => {
    expect(problemsOf(texts).map(({ code }) => code)).toContain('updatedUnknown');
  });
});

describe('a translation that is accepted', () => {
  test('is stamped with the original and the day; twice on one day changes nothing', () => {
    const once = accepted(texts.get(english) ?? '', after, today) ?? '';
    expect(fieldsOf(once)).toMatchObject({ fingerprint: after.texts.vi.ownFingerprint, translated: today });
    expect(accepted(once, after, today)).toBe(once);
    expect(accepted(once, after, '2026-11-30')).not.toBe(once);
  });
});

describe('the message of a save', () => {
  test.each(deeds)('%s is a line of Vietnamese with the title and the editor', (deed) => {
    const message = commitMessage(deed, 'Đón đoàn\nHVPF', 'Trần An');
    expect(message).toMatch(/“Đón đoàn HVPF” – Trần An$/);
    expect(commitMessage(deed, 'Đón đoàn HVPF', ' ')).toMatch(/”$/);
  });

  test('is short enough for a list of commits', () => {
    expect(commitMessage('edit', 'a'.repeat(60), '')).toContain('a'.repeat(60));
    expect(commitMessage('edit', 'a'.repeat(61), '')).toContain(`${'a'.repeat(59)}…`);
  });
});

test('today is the day in Viet Nam', () => {
  expect(todayInVietNam(new Date('2026-11-28T16:59:00Z'))).toBe('2026-11-28');
  expect(todayInVietNam(new Date('2026-11-28T17:00:00Z'))).toBe('2026-11-29');
});
