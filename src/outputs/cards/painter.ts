import { workerData } from 'node:worker_threads';
import { answerMessages } from '../../build/thread.ts';
import type { Card } from './card.ts';
import { openFaces } from './faces.ts';
import { keepPicture } from './kept-cards.ts';
import { layoutCard } from './layout.ts';
import { paintCard, type Colours } from './picture.ts';

/**
 * The thread that paints: cards come in, and are written. Painting is all arithmetic, for which the build would stand
 * still otherwise.
 */

export interface PainterSetting {
  /** Where `unpackFaces` has written the fonts. */
  readonly fonts: string;
  readonly colours: Colours;
}

/** A card, where it is kept, and a digest of all that it is made of. */
export interface PaintTask {
  readonly card: Card;
  readonly kept: string;
  readonly key: string;
}

const { fonts, colours } = workerData as PainterSetting;
const facesOf = openFaces(fonts);

answerMessages((tasks: readonly PaintTask[]): undefined => {
  for (const { card, kept, key } of tasks)
    keepPicture(kept, key, paintCard(card, layoutCard(card, facesOf), colours));
});
