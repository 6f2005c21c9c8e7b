/** What stands at the foot of a page that would stay half empty. */

/** A tail is as high as this at most, in millimetres, and is not shown where less than the smaller number is free. */
export const tailHeight = { most: 82, room: 42 };

/** Free paper at the foot of a page. */
export interface Gap {
  section: string;
  item?: string;
  /** Number of the page. */
  page: number;
  /** Millimetres. */
  free: number;
  /** Whether the page has a photograph. */
  photo: boolean;
  /** Whether a brief item follows, which would have had to be broken to stand there. */
  brief?: boolean;
}

/**
 * Runs in the page: gives the free paper at the end of a section, or below an item, to what waits for it. One cloth after the
 * other takes another form, so that no two pages end alike: a band over both columns, one column at the outer edge, three
 * strips, two halves.
 */
export function fillFeet({ gaps, most, room }: { gaps: Gap[]; most: number; room: number }): void {
  const forms = [
    { name: 'band', most, pieces: 1 },
    { name: 'column', most: 130, pieces: 1 },
    { name: 'strips', most: 62, pieces: 3 },
    { name: 'halves', most, pieces: 2 },
  ];
  /** Which part of the cloth each piece shows. */
  const parts = ['xMidYMid', 'xMinYMin', 'xMaxYMax'];
  let shown = 0;
  for (const { section: id, item, free, photo } of gaps.sort((a, b) => a.page - b.page)) {
    const section = document.getElementById(id);
    // A millimetre less: a rounding must not make a page.
    const left = free - 1;
    const foot = item ? undefined : section?.querySelector<HTMLElement>(':scope > [data-foot]');
    if (foot && left > 0) foot.style.marginTop = `calc(${getComputedStyle(foot).marginTop} + ${left}mm)`;
    let tail = section?.querySelector<HTMLElement>(':scope > [data-tail]');
    if (!tail || photo || left < room) continue;
    if (item) {
      // The next item begins on the next page.
      const before = document.getElementById(item);
      const own = tail.cloneNode(true) as HTMLElement;
      own.removeAttribute('data-tail');
      own.style.breakBefore = 'avoid';
      before?.after(own);
      tail = own;
    }
    const form = forms[shown++ % forms.length];
    if (!form) continue;
    const height = Math.min(form.most, left - 10);
    tail.hidden = false;
    tail.classList.add(form.name);
    tail.style.height = `${height}mm`;
    tail.style.marginTop = `${left - height}mm`;
    const cloth = tail.querySelector('svg');
    for (let piece = 1; cloth && piece < form.pieces; piece++) {
      const other = cloth.cloneNode(true) as Element;
      other.setAttribute('preserveAspectRatio', `${parts[piece]} slice`);
      tail.append(other);
    }
  }
}
