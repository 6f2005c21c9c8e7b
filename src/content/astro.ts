import { createBulletin, type Bulletin } from '../bulletin/bulletin.ts';
import { weakMemoize } from '../model/memoize.ts';
import { handedOver, type Reading } from './hand-over.ts';
import type { HeldBack } from './hold-back.ts';

/** The bridge to Astro's pages: what was handed over, as a `Bulletin`. */

function reading(): Reading {
  const given = handedOver();
  if (!given) throw new Error('Pages were asked for before any content was handed over.');
  return given;
}

const bulletinOf = weakMemoize(createBulletin);

/** The bulletin for a page: made once from each reading, so once in a build and after each save in `astro dev`. */
export async function loadBulletin(): Promise<Bulletin> {
  return bulletinOf(reading().entries);
}

/** What was held back, sorted by record. */
export async function loadHeldBack(): Promise<readonly HeldBack[]> {
  return reading().held;
}
