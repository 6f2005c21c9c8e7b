import type { Bulletin } from '../bulletin/bulletin.ts';
import { recordedBulletin } from '../bulletin/recorded.ts';
import { weakMemoize } from '../model/memoize.ts';
import { noteRead } from '../model/reads.ts';
import type { Entries } from '../model/entries.ts';
import { todayIs, type Today } from '../model/today.ts';
import { handedOver, type Reading } from './hand-over.ts';
import type { HeldBack } from './hold-back.ts';

/** The bridge to Astro's pages: what was handed over, as a `Bulletin`. */

function reading(): Reading {
  const given = handedOver();
  if (!given) throw new Error('Pages were asked for before any content was handed over.');
  return given;
}

const bulletinOf = weakMemoize((entries: Entries): Bulletin => recordedBulletin(entries).bulletin);

/**
 * The bulletin for a page: made once from each reading, so once in a build and after each save in `astro dev`. It notes
 * what the page asks of it.
 */
export async function loadBulletin(): Promise<Bulletin> {
  return bulletinOf(reading().entries);
}

/** The day for which the pages are made. It notes what a page asks of it. */
export async function loadToday(): Promise<Today> {
  return todayIs(reading().today);
}

/** What was held back, sorted by record. */
export async function loadHeldBack(): Promise<readonly HeldBack[]> {
  noteRead('held');
  return reading().held;
}
