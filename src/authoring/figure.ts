import { originalLocale, type Locale } from '../model/locales.ts';
import type { ArticleEntry } from '../model/entries.ts';

/** The line of a text that shows a photo. */

/** What is said of a photo in one language. */
export interface PhotoTexts {
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/**
 * The line that shows the photo in a text.
 * @example figureLine('le-trao.jpg', { alt: 'Học sinh' }) // => '<Figure src="./le-trao.jpg" alt="Học sinh" />'
 */
export function figureLine(name: string, texts: PhotoTexts): string {
  // MDX reads attributes as HTML does: a straight quotation mark inside one is written &quot;.
  const quoted = (text: string): string =>
    text.trim().normalize('NFC').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const { alt, caption, credit } = texts;
  const more = Object.entries({ caption, credit })
    .filter(([, text]) => text !== undefined && text.trim() !== '')
    .map(([key, text]) => ` ${key}="${quoted(text as string)}"`)
    .join('');
  return `<Figure src="./${name}" alt="${quoted(alt)}"${more} />`;
}

/** A file's text with `line` as its last paragraph. */
export function withFigure(text: string, line: string): string {
  return `${text.trimEnd()}\n\n${line}\n`;
}

/** The languages in which the record has a text, and which need a text for the photo. */
export function photoLanguages(entry: ArticleEntry): Locale[] {
  const others = Object.keys(entry.texts).filter((code) => code !== originalLocale) as Locale[];
  return [originalLocale, ...others];
}
