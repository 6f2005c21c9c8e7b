import type { EditorLocale } from '../model/locales.ts';
import type { Publishable } from './hold-back.ts';
import type { Problem } from './problems.ts';

/**
 * What has been read, handed over to the pages that show it: by the build once, by `astro dev` after each save. Astro
 * loads pages with a module loader of its own, in which this file is another module than in the command: the two meet
 * in one place of the process.
 */

/** What can be published, and all that is wrong. */
export interface Reading extends Publishable {
  readonly problems: readonly Problem[];
  /** The day for which it is shown, `YYYY-MM-DD`. */
  readonly today: string;
}

interface HandedOver {
  reading?: Reading;
  editor?: EditorLocale;
}

const place = Symbol.for('ban-tin-huu-nghi/hand-over');
const meeting: typeof globalThis & { [place]?: HandedOver } = globalThis;
const handed = (meeting[place] ??= {});

/** Gives the pages what has been read, in the place of what they had before. */
export function handOver(reading: Reading): void {
  handed.reading = reading;
}

/** The last that was handed over; `undefined` when nothing has been yet. */
export const handedOver = (): Reading | undefined => handed.reading;

/** Says that whoever looks at the pages writes them, and in which language to speak of faults. */
export function showToEditor(locale: EditorLocale): void {
  handed.editor = locale;
}

/** The language of the editor who looks at the pages; `undefined` when they are made for readers. */
export const editorLooking = (): EditorLocale | undefined => handed.editor;
