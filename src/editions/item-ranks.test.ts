import { describe, expect, test } from 'vitest';
import type { Rank } from '../model/ranks.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { ranksOf } from './item-ranks.ts';

const activity = (letters: number, front = '') => `---
title: "Trao quà"
summary: "Trao quà."
categories: [aid]
date: 2023-11-02
${front}
sources: [bao-cao:41]
---

${'ô'.repeat(letters)}
`;
const aid = 'aid: [{ amount: 5000000, currency: VND, state: disbursed }]';

/** The ranks of activities, by their texts. */
function ranked(texts: readonly string[], said: Readonly<Record<string, Rank>> = {}): readonly Rank[] {
  const ids = texts.map((_, at) => `2023/mot-${at}`);
  const titles = ['Trao quà', 'Họp mặt', 'Khám mắt'];
  const files = texts.map((text, at) => [
    `activities/${ids[at]}/index.vi.mdx`,
    text.replaceAll('Trao quà', titles[at] ?? '').replace('2023-11-02', `2023-11-0${at + 2}`),
  ]);
  const bulletin = fixtureBulletin(Object.fromEntries(files) as Record<string, string>);
  const ranks = new Map(Object.entries(said).map(([at, rank]) => [`activities/2023/mot-${at}`, rank]));
  return ranksOf(
    ids.map((id) => bulletin.get('activities', id)),
    ranks,
    'vi',
  );
}

describe('the rank of an item', () => {
  test('is brief up to 800 letters', () => {
    expect(ranked([activity(800)])).toEqual(['brief']);
    expect(ranked([activity(801)])).toEqual(['standard']);
  });
  test('is that of the lead for the longest of several, the earlier of two', () => {
    expect(ranked([activity(1000), activity(2000), activity(2000)])).toEqual([
      'standard',
      'lead',
      'standard',
    ]);
  });
  test('goes by aid as by 300 letters', () => {
    expect(ranked([activity(1300), activity(1001, aid)])).toEqual(['standard', 'lead']);
    expect(ranked([activity(1300), activity(1000, aid)])).toEqual(['lead', 'standard']);
  });
  test('is what the issue says; where it says who leads no other does', () => {
    expect(ranked([activity(2000), activity(100)], { 1: 'lead' })).toEqual(['standard', 'lead']);
    expect(ranked([activity(2000), activity(1000)], { 0: 'brief' })).toEqual(['brief', 'lead']);
    expect(ranked([activity(2000), activity(1000)], { 0: 'standard', 1: 'brief' })).toEqual([
      'standard',
      'brief',
    ]);
  });
  test('is brief in a section of short items: none of them leads', () => {
    expect(ranked([activity(100), activity(200)])).toEqual(['brief', 'brief']);
  });
  test('of a section with a single item is not that of a lead', () => {
    expect(ranked([activity(2000)])).toEqual(['standard']);
  });
});
