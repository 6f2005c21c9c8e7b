/**
 * Runs in the page: keeps the first lines of an item, or what stands in their place, on the page of its headline.
 *
 * What cannot be broken at the head of a text (facts, a photograph, a note) asks for its whole height there, or the headline
 * would stay alone at the foot. Where all that belongs together is higher than a page, Chromium breaks it anywhere, photographs
 * too: so the opening photograph gives way, its words beside it, and where that is not enough the text begins the next page.
 * @param textHeight of a page, in millimetres
 */
export function keepFirstLines(textHeight: number): void {
  const pixels = (millimetres: number) => (millimetres * 96) / 25.4;
  /** A photograph is not made lower than this. */
  const least = pixels(60);
  // A rounding must not make it too high.
  const page = pixels(textHeight) - 4;
  const top = (element: Element) => element.getBoundingClientRect().top;

  // Nothing is measured between two writings: the browser would lay the page out anew for each.
  const items = [...document.querySelectorAll<HTMLElement>('.item:has(> .first-lines)')].map((item) => {
    const photo = item.querySelector<HTMLElement>(':scope > .lead-photo > figure');
    const image = photo?.querySelector<HTMLElement>('img');
    item.style.removeProperty('--first-lines');
    item.classList.remove('apart');
    photo?.classList.remove('reduced');
    if (image) image.style.maxHeight = '';
    return { item, photo, image };
  });
  const measured = items.map(({ item, image }) => {
    const [lines, body] = [item.querySelector(':scope > .first-lines'), item.querySelector(':scope > .body')];
    if (!lines || !body || getComputedStyle(lines).display === 'none') return undefined;
    const first = body.firstElementChild;
    const whole = first?.matches('figure, .facts, .note, table, blockquote') ? first : undefined;
    const height = Math.max(
      lines.getBoundingClientRect().height,
      whole
        ? whole.getBoundingClientRect().height + Number.parseFloat(getComputedStyle(whole).marginBottom)
        : 0,
    );
    // The first item of a part stands below its title.
    const isFirst = item.parentElement?.querySelector(':scope > .item') === item;
    const start = item.parentElement && isFirst ? item.parentElement : item;
    const excess = top(lines) + height - top(start) - page;
    return { height, excess, lower: (image?.getBoundingClientRect().height ?? 0) - excess };
  });
  items.forEach(({ item, photo, image }, index) => {
    const found = measured[index];
    if (!found) return;
    const { height, excess, lower } = found;
    if (excess > 0 && photo && image && lower >= least && !photo.matches('.portrait')) {
      photo.classList.add('reduced');
      image.style.maxHeight = `${lower}px`;
    } else if (excess > 0) {
      item.classList.add('apart');
      return;
    }
    item.style.setProperty('--first-lines', `${height}px`);
  });
}
