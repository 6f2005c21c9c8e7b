import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { digestOfCode } from '../../build/code-digest.ts';
import { digestOf, linkFile, placing } from '../../build/files.ts';
import { cacheFolder as caches } from '../../build/paths.ts';
import { openThread } from '../../build/thread.ts';
import { translator } from '../../i18n/translate.ts';
import type { Card } from './card.ts';
import { readColours } from './colours.ts';
import { faceFiles, unpackFaces } from './faces.ts';
import { isKept } from './kept-cards.ts';
import type { PainterSetting, PaintTask } from './painter.ts';

/**
 * Draws the share cards, without a browser (docs/decisions/0024-cards-without-a-browser.md): HarfBuzz shapes the texts,
 * the outlines are filled here. A card is kept by its content and by all that draws it: an unchanged one opens no font.
 */

export interface DrawOptions {
  /** Folder of the built site. */
  dist: string;
  /** The project's folder: its styles, its `node_modules`. */
  root: string;
  cards: readonly Card[];
  /** `false` draws everything anew. Default: `true`. */
  cache?: boolean;
  /** Default: `.cache/cards`. */
  cacheFolder?: string;
  /** Called with the number of cards that are there and of all, at first with none. */
  onCard?: (done: number, total: number) => void;
}

/** Writes all cards into `dist`, in which there are none. Throws where the style sheet lacks a colour, a font or a file cannot be read or written. */
export async function drawCards({
  dist,
  root,
  cards,
  cache = true,
  cacheFolder = join(caches, 'cards'),
  onCard,
}: DrawOptions): Promise<{ count: number; drawn: number }> {
  const colours = await readColours(root);
  const fontDigest = await digestOfFiles(faceFiles().map((file) => join(root, 'node_modules', file)));
  const setting = digestOf([
    fontDigest,
    digestOfCode(import.meta.dirname, { also, libraries }),
    JSON.stringify(colours),
  ]);
  const fonts = join(caches, 'fonts', fontDigest.slice(0, 16));
  let done = 0;
  onCard?.(done, cards.length);

  const place = placing(dist);
  function publish(tasks: readonly PaintTask[]): void {
    for (const { card, kept } of tasks) {
      linkFile(kept, place(card.out));
      onCard?.((done += 1), cards.length);
    }
  }

  const tasks = cards.map((card): PaintTask => ({
    card,
    kept: join(cacheFolder, card.out.replace(/[^\w.-]+/g, '_')),
    key: keyOf(card, setting),
  }));
  const wanting = tasks.filter(({ kept, key }) => !(cache && isKept(kept, key)));
  const wanted = new Set(wanting);
  publish(tasks.filter((task) => !wanted.has(task)));
  if (wanting.length === 0) return { count: cards.length, drawn: 0 };

  mkdirSync(cacheFolder, { recursive: true });
  await unpackFaces(root, fonts);
  const batches = inBatches(wanting).values();
  const painting = Array.from({ length: Math.min(availableParallelism(), mostPainters) }, async () => {
    const painterSetting: PainterSetting = { fonts, colours };
    const painter = openThread<readonly PaintTask[], undefined>(
      new URL('./painter.ts', import.meta.url),
      painterSetting,
    );
    try {
      for (const batch of batches) {
        await painter.ask(batch);
        publish(batch);
      }
    } finally {
      await painter.close();
    }
  });
  const ends = await Promise.allSettled(painting);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return { count: cards.length, drawn: wanting.length };
}

/** Cards for one message: few enough for a bar to move, enough for the messages not to count. */
const batchSize = 16;

const inBatches = <One>(all: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );

/** Each opens the fonts for itself and holds 75 MB: 1,200 cards took the same CPU time with one, two or four of them. */
const mostPainters = 4;

/** Libraries that have a word in a picture. */
const libraries = ['fontverter', 'harfbuzzjs', 'linebreak'] as const;
/** Code that has one and stands elsewhere: the cloth. */
const also = [join(import.meta.dirname, '../../model/weave.ts')];

const digestOfFiles = async (files: readonly string[]): Promise<string> =>
  digestOf(await Promise.all(files.map((file) => readFile(file))));

function keyOf({ out: _, ...content }: Card, setting: string): string {
  const t = translator(content.locale);
  return digestOf([setting, JSON.stringify([content, t('site.title'), t('site.publisher')])]);
}
