import sharp, { type Sharp } from 'sharp';
import type { IssueEdition } from '../../editions/issue.ts';
import type { Dye } from '../../model/weave.ts';
import type { Rgb } from '../cards/indexed-png.ts';
import { paintBand } from '../cards/band.ts';

/** The cover of a book as a picture, which shelves show: above the words of the issue's share card, below a photograph or cloth. */

/** In pixels: three to four, as shelves have it. */
const width = 1200;
const height = 1600;
/** Of a thread, in pixels: as on the card. */
const thread = 10;

/** A photograph is a JPEG, cloth a PNG: each is smaller so, and cloth sharper. */
export const coverFile = ({ cover }: Pick<IssueEdition, 'cover'>): string =>
  cover.image ? 'cover.jpg' : 'cover.png';

export interface CoverParts {
  /** The share card; without one the cover has no words. */
  readonly card: Uint8Array | undefined;
  /** The cover photograph of the issue. */
  readonly photo: Uint8Array | undefined;
  readonly dyes: Readonly<Record<Dye, Rgb>>;
}

/** Draws the cover of an issue: the same bytes for the same parts. */
export async function drawCover(
  { record, cover: { bands } }: IssueEdition,
  { card, photo, dyes }: CoverParts,
): Promise<Uint8Array> {
  const words = card && (await pixelsOf(sharp(card)));
  const below = height - (words?.info.height ?? 0);
  const picture = photo
    ? sharp(photo).resize({ width, height: below, fit: 'cover' })
    : sharp(
        paintBand(record.replace('issues/', ''), bands, dyes, {
          width: width / thread,
          height: below / thread,
          thread,
        }),
      );
  const shown = await pixelsOf(picture);
  // One below the other, by hand: laying pictures upon one another reckons with how transparent each of their dots is.
  const rows = Buffer.concat([...(words ? [words.data] : []), shown.data]);
  const whole = sharp(rows, { raw: { width, height, channels: 3 } });
  return photo
    ? whole.jpeg({ quality: 82, mozjpeg: true }).toBuffer()
    : whole.png({ compressionLevel: 9 }).toBuffer();
}

const pixelsOf = (picture: Sharp) =>
  picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
