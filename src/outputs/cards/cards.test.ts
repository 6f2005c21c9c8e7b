import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import { localeCodes } from '../../model/locales.ts';
import { cardBody } from './card-page.ts';
import { cardHeight, cardPath, cardsOf, cardWidth, type Card } from './card.ts';
import { drawCards } from './draw-cards.ts';

const root = join(import.meta.dirname, '../../..');
const { entries } = readContentFolder(join(root, 'src/tests/cases/good'));
const cards = cardsOf(createBulletin(entries));
const card = (out: string): Card => {
  const found = cards.find((one) => one.out === out);
  if (!found) throw new Error(`no card ${out}`);
  return found;
};

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'ban-tin-cards-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

test('the card of a page stands beside it', () => {
  expect(cardPath('/partners/hvpf/')).toBe('/partners/hvpf/card.png');
});

test('there is a card for each text, for each name in each language, and for the site in each language', () => {
  const outs = cards.map((one) => one.out);
  expect(new Set(outs).size).toBe(outs.length);
  expect(outs).toContain('lo/activities/2023/hoc-bong/card.png');
  expect(outs).not.toContain('km/activities/2023/hoc-bong/card.png');
  expect(outs.filter((out) => /^(..\/)?partners\/hvpf\/card\.png$/.test(out)).length).toBe(
    localeCodes.length,
  );
  expect(outs.filter((out) => /^(..\/)?card\.png$/.test(out)).length).toBe(localeCodes.length);
});

test('the cloth of a card is as wide as the card, in one piece or in strips of an issue’s countries', () => {
  const countries = ['CU', 'JP', 'LA', 'US'];
  const activities = entries.activities.map((one) => ({ ...one, facts: { ...one.facts, countries } }));
  const many = cardsOf(createBulletin({ ...entries, activities }));
  expect(many.find((one) => one.out === 'issues/2023-2/card.png')?.cloths.length).toBe(4);
  const widths = many.map((one) => one.cloths.reduce((sum, cloth) => sum + cloth.width, 0));
  expect(new Set(widths)).toEqual(new Set([121]));
});

test('text on a card is text, whatever it contains', () => {
  expect(cardBody({ ...card('card.png'), title: '<b> & "x"' })).toContain('&lt;b&gt; &amp; &quot;x&quot;');
});

const draw = (list: Card[]) =>
  drawCards({ dist: join(work, 'dist'), root, cards: list, cacheFolder: join(work, 'cache') });
const lao = 'lo/activities/2023/hoc-bong/card.png';

test('cards are drawn once, then taken from the cache until their content changes', async () => {
  const list = [card(lao), card('km/partners/hvpf/card.png')];
  expect(await draw(list)).toEqual({ count: 2, drawn: 2 });
  const file = readFileSync(join(work, 'dist', lao));
  expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: cardWidth, height: cardHeight });
  expect(file.length).toBeLessThan(60_000);
  expect(await draw(list)).toEqual({ count: 2, drawn: 0 });
  expect(readFileSync(join(work, 'dist', lao)).equals(file)).toBe(true);
  expect(await draw([{ ...card(lao), title: 'ຫົວຂໍ້ໃໝ່' }])).toEqual({ count: 1, drawn: 1 });
  expect(readFileSync(join(work, 'dist', lao)).equals(file)).toBe(false);
});

test('a title that fits at no size is cut: it neither stops the build nor comes near the masthead', async () => {
  const title = 'rất dài '.repeat(120);
  expect(await draw([{ ...card('card.png'), out: 'long.png', title }])).toEqual({ count: 1, drawn: 1 });
  // The white above the rule of the masthead.
  const strip = { left: 0, top: cardHeight - 98, width: cardWidth, height: 10 };
  const file = join(work, 'dist', 'long.png');
  const { channels } = await sharp(await sharp(file).extract(strip).png().toBuffer()).stats();
  for (const { min, max } of channels) expect(max).toBe(min);
});
