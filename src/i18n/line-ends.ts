/** What stands after a word and belongs to its line: Khmer and Latin stops, closing brackets and quotation marks. */
const closing = /[\p{Pe}\p{Pf},.;:!?%។៕៖]/u;
const beforeClosing = new RegExp(
  // A letter or its mark, not the stops, which are of the Khmer script too.
  `(?<=(?=[\\p{L}\\p{M}])[\\p{Script=Lao}\\p{Script=Khmer}](?:</(?:a|em|strong)>)?)(?=${closing.source})`,
  'gu',
);

/**
 * Keeps closing marks on the line of their Lao or Khmer word.
 *
 * Firefox looks for words in a run of these scripts by itself and may end a line after the run, whatever follows
 * (seen in version 153; Chromium does not). Of the invisible characters that could bind the two, it heeds the
 * zero-width joiner alone, not the word joiner. For the screen only: in print Chromium breaks lines, and the text
 * of the PDF stays as it was written.
 * @param html text, or our own serialiser's HTML
 */
export const bindClosing = (html: string): string => html.replace(beforeClosing, '\u200D');
