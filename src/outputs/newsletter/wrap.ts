import { graphemes } from '../../i18n/intl.ts';
import type { Locale } from '../../model/locales.ts';
import { lineStarts } from '../cards/lines.ts';

/** Plain text in lines of a width, also where no spaces part the words. */

/** What takes two columns where letters are of one width: Chinese letters, their stops, full-width signs. */
const wide = /^[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u;

/** Columns that a text takes; marks stand on their letter. */
export const columnsOf = (text: string): number =>
  [...graphemes(text)].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);

/**
 * Breaks a text where a line of its language may end. What cannot be broken stands alone, as wide as it is.
 * @param width in columns
 * @param names of places, which stay whole in Lao and Khmer (`bulletin/place-names.ts`)
 */
export function wrap(text: string, locale: Locale, width: number, names: readonly string[] = []): string[] {
  const lines: string[] = [];
  let [line, from] = ['', 0];
  for (const next of lineStarts(text, locale, names)) {
    const part = text.slice(from, next);
    if (line !== '' && columnsOf((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
    from = next;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
