/**
 * Makes what stands in the columns of a text a whole number of lines high, so that the lines of both columns stand on
 * one grid. Chromium has no `line-height-step`, and CSS cannot round a height that follows from the content.
 *
 * Runs in the page, after its type was set and before it is printed; running it again changes nothing.
 */
export function snapToGrid(): void {
  const blocks = '.body > :is(figure, blockquote, table, .note, .pull-quote), .item.brief > .facts';
  const found = [...document.querySelectorAll<HTMLElement>(blocks)];
  for (const block of found) block.style.minHeight = '';
  const heights = found.map((block) => {
    const body = block.closest('.item')?.querySelector('.body') ?? block.parentElement;
    const line = Number.parseFloat(body ? getComputedStyle(body).lineHeight : '');
    const below = Number.parseFloat(getComputedStyle(block).marginBottom);
    // A hundredth less: the sums of rounded heights may be that much too large.
    const lines = Math.ceil((block.getBoundingClientRect().height + below - 0.01) / line);
    return lines * line - below;
  });
  // Nothing is written before everything is measured: the browser would lay the page out anew for each.
  found.forEach((block, index) => (block.style.minHeight = `${heights[index]}px`));
}
