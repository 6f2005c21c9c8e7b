import { workerData } from 'node:worker_threads';
import { answerMessages } from '../../build/thread.ts';
import type { Card } from './card.ts';
import { openFaces } from './faces.ts';
import { layoutCard } from './layout.ts';
import { paintCard, type Colours } from './picture.ts';

/**
 * The thread that paints: a card comes in, its picture goes out. Painting is all arithmetic, for which the build would
 * stand still otherwise.
 */

export interface PainterSetting {
  /** Where `unpackFaces` has written the fonts. */
  readonly fonts: string;
  readonly colours: Colours;
}

const { fonts, colours } = workerData as PainterSetting;
const facesOf = openFaces(fonts);

answerMessages((card: Card) => paintCard(card, layoutCard(card, facesOf), colours));
