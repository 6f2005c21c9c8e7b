import { firstDay, lastDay, type KnownDate } from './dates.ts';
import type { ArticleEntry } from './entries.ts';
import { originalLocale, type Locale } from './locales.ts';

/** How a text stands to its original. */

/**
 * `current`: made from the original as it stands. `old`: the original has changed since. `unstamped`: there is a
 * translation, but nobody has said which original it was checked against.
 */
export const textStates = ['original', 'current', 'old', 'unstamped', 'missing'] as const;
export type TextState = (typeof textStates)[number];

export function stateOf(entry: ArticleEntry, locale: Locale): TextState {
  if (locale === originalLocale) return 'original';
  const text = entry.texts[locale];
  if (!text) return 'missing';
  if (text.fingerprint === undefined) return 'unstamped';
  return text.fingerprint === entry.texts.vi.ownFingerprint ? 'current' : 'old';
}

/** What the reader of a text should know of it; both days only where they are known and in order. */
export interface Notice {
  readonly state: Exclude<TextState, 'original' | 'missing'>;
  readonly days: { readonly translated: KnownDate; readonly updated: KnownDate } | undefined;
}

/** @returns `undefined` for an original and where there is no text */
export function noticeOf(entry: ArticleEntry, locale: Locale): Notice | undefined {
  const state = stateOf(entry, locale);
  if (state === 'original' || state === 'missing') return undefined;
  const translated = entry.texts[locale]?.translated;
  const { updated } = entry.facts;
  const known = translated && updated && lastDay(updated) >= firstDay(translated);
  return { state, days: known ? { translated, updated } : undefined };
}

/** Path of a text from the project folder, whether it is there or not. */
export function textFile(entry: ArticleEntry, locale: Locale): string {
  return entry.file.replace(/\.vi\.mdx$/, `.${locale}.mdx`);
}
