/**
 * Runs in the page: keeps the contents on one page. What is too long for it goes, the least first: the summaries of brief
 * items, of others, the pictures of those that lead nothing, the summaries of leads. Of a kind all go: one would be missed.
 * @param textHeight of a page, in millimetres
 */
export function keepContentsOnPage(textHeight: number): void {
  const contents = document.querySelector('nav.contents');
  if (!contents) return;
  const kinds = [
    'li.brief > .summary',
    'li:not(.lead, .brief) > .summary',
    'li:not(.lead) > .picture',
    'li.lead > .summary',
  ].map((kind) => [...contents.querySelectorAll<HTMLElement>(kind)]);
  const show = (parts: readonly HTMLElement[], isShown: boolean) => {
    for (const part of parts) {
      part.hidden = !isShown;
      if (part.matches('.picture')) part.parentElement?.classList.toggle('pictured', isShown);
    }
  };
  show(kinds.flat(), true);
  // A rounding must not make it too high.
  const most = (textHeight * 96) / 25.4 - 2;
  const isTooHigh = () => contents.getBoundingClientRect().height > most;
  for (const parts of kinds) {
    if (!isTooHigh()) return;
    show(parts, false);
  }
  // A second page has room for all.
  if (isTooHigh()) show(kinds.flat(), true);
}
