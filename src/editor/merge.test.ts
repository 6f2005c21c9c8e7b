import fastCheck from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeVersions, type Side } from './merge.ts';
import { bodyOf, withBody, withField, type Path } from './record-file.ts';

const opened = `---
title: "Đón đoàn"
date: 2023-04-18
occasion: { id: vn-jp, year: 2023 }
places: [hue]
---

Một.

Hai, dài hơn,
trên hai dòng.

Ba.
`;
const withTitle = (text: string, title: string): string => withField(text, ['title'], title);
const inBody = (from: string, to: string): string => withBody(opened, bodyOf(opened).replace(from, to));
const merge = (mine: string, theirs: string, prefer: Side = 'mine') =>
  mergeVersions({ opened, mine, theirs }, prefer);

describe('what two people have changed in one file', () => {
  test.each<[string, Path, unknown, Path, unknown]>([
    ['two fields', ['title'], 'Tiếp đoàn', ['date'], '2023-05'],
    ['two parts of one field', ['occasion', 'year'], 2024, ['occasion', 'id'], 'vn-kr'],
    ['a field that one has added', ['countries'], ['JP'], ['title'], 'Tiếp đoàn'],
    ['a field that one has taken out', ['date'], undefined, ['places'], ['hue', 'da-nang']],
    ['the same field in the same way', ['title'], 'Tiếp đoàn', ['title'], 'Tiếp đoàn'],
  ])('goes together: %s', (_, mine, one, theirs, other) => {
    const both = withField(withField(opened, theirs, other), mine, one);
    expect(merge(withField(opened, mine, one), withField(opened, theirs, other))).toEqual({
      text: both,
      clashes: [],
    });
  });

  test('goes together when it is in different paragraphs, or a field and a paragraph', () => {
    expect(merge(inBody('Một.', 'Một!'), inBody('Ba.', 'Ba.\n\nBốn.'))).toEqual({
      text: withBody(opened, bodyOf(opened).replace('Một.', 'Một!').replace('Ba.', 'Ba.\n\nBốn.')),
      clashes: [],
    });
    expect(merge(withTitle(opened, 'A b'), inBody('Hai, ', 'Hai; '))).toEqual({
      text: withTitle(inBody('Hai, ', 'Hai; '), 'A b'),
      clashes: [],
    });
    expect(merge(inBody('Một.\n\n', ''), inBody('Ba.', 'Tư.'))).toEqual({
      text: withBody(opened, bodyOf(opened).replace('Một.\n\n', '').replace('Ba.', 'Tư.')),
      clashes: [],
    });
  });

  test('clashes when it is the same field, and both are told', () => {
    const [mine, theirs] = [withTitle(opened, 'Của tôi'), withTitle(opened, 'Của họ')];
    const clashes = [{ path: ['title'], mine: 'Của tôi', theirs: 'Của họ' }];
    expect(merge(mine, theirs)).toEqual({ text: mine, clashes });
    expect(merge(mine, theirs, 'theirs')).toEqual({ text: theirs, clashes });
    const gone = withField(opened, ['date'], undefined);
    expect(merge(withField(opened, ['date'], '2024'), gone).clashes).toEqual([
      { path: ['date'], mine: '2024', theirs: undefined },
    ]);
  });

  test('clashes when it is the same paragraph, and the rest goes together', () => {
    const mine = withTitle(inBody('Hai, ', 'Tôi, '), 'A b');
    const theirs = withField(inBody('Hai, ', 'Họ, '), ['date'], '2023-05');
    const { text, clashes } = merge(mine, theirs);
    expect(clashes).toEqual([
      { path: [], mine: 'Tôi, dài hơn,\ntrên hai dòng.\n\n', theirs: 'Họ, dài hơn,\ntrên hai dòng.\n\n' },
    ]);
    expect(text).toContain('title: "A b"');
    expect(text).toContain('date: 2023-05');
    expect(text).toContain('Tôi, dài');
    expect(text).not.toContain('Họ, dài');
    expect(merge(mine, theirs, 'theirs').text).toContain('Họ, dài');
  });

  test('of YAML with mistakes is one passage', () => {
    const broken = opened.replace('"Đón đoàn"', '"Đón');
    expect(merge(broken, withTitle(opened, 'A b'))).toMatchObject({ text: broken, clashes: [{ path: [] }] });
  });

  test('is lost by no merge: whatever one side alone has written is in the text', () => {
    const paragraph = fastCheck.stringMatching(/^[a-e]{1,3}$/);
    const body = fastCheck.array(paragraph, { maxLength: 6 }).map((list) => `\n${list.join('\n\n')}\n`);
    fastCheck.assert(
      fastCheck.property(body, body, body, (before, mine, theirs) => {
        const versions = {
          opened: `---\na: 1\n---\n${before}`,
          mine: `---\na: 1\n---\n${mine}`,
          theirs: `---\na: 1\n---\n${theirs}`,
        };
        const ours = mergeVersions(versions, 'mine');
        const same = mergeVersions({ ...versions, theirs: versions.opened }, 'theirs');
        expect(same).toEqual({ text: versions.mine, clashes: [] });
        // Without a clash it does not matter whom one prefers.
        if (ours.clashes.length === 0) expect(mergeVersions(versions, 'theirs')).toEqual(ours);
        // A word that only I have is mine, or stands in what clashes.
        const words = (text: string): Set<string> => new Set(text.match(/[a-e]+/g));
        const kept = words(bodyOf(ours.text) + ours.clashes.map((one) => String(one.mine)).join('\n'));
        for (const word of words(mine)) if (!words(before).has(word)) expect(kept).toContain(word);
        for (const word of words(theirs))
          if (!words(before).has(word))
            expect(
              words(bodyOf(ours.text) + ours.clashes.map((one) => String(one.theirs)).join('\n')),
            ).toContain(word);
      }),
      { numRuns: 300 },
    );
  });
});
