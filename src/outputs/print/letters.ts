/** What is neither a space nor drawn. */
const unseen = /[\s\u00AD\u200B\u2060\uFEFF]/;

/**
 * The letters of a text by which it is known again: without spaces and hyphens that may be or not, whatever the style
 * sheet makes of its capitals.
 *
 * @example
 * foldedLetters('Con\u00ADtents of  IT') // => 'contentsofit'
 */
export const foldedLetters = (text: string): string =>
  text.normalize('NFC').replace(new RegExp(unseen, 'g'), '').toLowerCase();

/**
 * Behind how many letters of a text a space stands, each accent with its letter.
 *
 * @example
 * spacesIn('one two ') // => Set { 3, 6 }
 */
export function spacesIn(text: string): Set<number> {
  const found = new Set<number>();
  let letters = 0;
  for (const one of text.normalize('NFC')) {
    if (/\s/.test(one)) found.add(letters);
    else if (!unseen.test(one)) letters++;
  }
  return found;
}

/** How many letters a text has. */
export const countLetters = (text: string): number =>
  [...text.normalize('NFC')].filter((one) => !unseen.test(one)).length;
