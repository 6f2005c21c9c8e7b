/** One result as it stands in the list: its cloth or picture, what it is, and the lines in which the query was found. */
import type { Category } from '../../model/categories.ts';
import { mirrors, weaveQuarter } from '../../model/weave.ts';
import type { SearchResult } from './client.ts';
import type { ResultCard } from './record.ts';

/** In threads, as in the lists of the site. */
const width = 45;
const height = 17;
const svg = 'http://www.w3.org/2000/svg';

function clothOf(
  { seed, category }: NonNullable<ResultCard['cloth']>,
  countries: readonly string[],
): SVGElement {
  const cloth = weaveQuarter({
    seed,
    category: (category ?? 'peace-friendship') as Category,
    countries,
    width,
    height,
  });
  const element = <Name extends keyof SVGElementTagNameMap>(
    name: Name,
    attributes: Readonly<Record<string, string>>,
    ...children: SVGElement[]
  ) => {
    const made = document.createElementNS(svg, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  return element(
    'svg',
    {
      class: 'weave',
      viewBox: `0 0 ${width} ${height}`,
      'shape-rendering': 'crispEdges',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    element('path', { fill: `var(--${cloth.ground})`, d: `M0 0h${width}v${height}H0z` }),
    ...mirrors(width, height).map((transform) =>
      element(
        'g',
        { transform },
        ...cloth.paths.map(({ dye, data }) => element('path', { fill: `var(--${dye})`, d: data })),
      ),
    ),
  );
}

/** `base` is where the site begins. Built node by node; only the excerpt is HTML, which the client has escaped. */
export function resultItem(
  { url, title, excerptHtml, card, image }: SearchResult,
  base: string,
): HTMLLIElement {
  const line = document.createElement('p');
  line.className = 'about';
  const part = (...nodes: (Node | string)[]) => {
    if (line.childNodes.length > 0) line.append(' · ');
    line.append(...nodes);
  };
  for (const text of [card.category ?? card.kind, card.date, ...card.unions]) if (text) part(text);
  for (const [, name, flag] of card.countries) {
    if (flag === undefined) {
      part(name);
      continue;
    }
    const picture = document.createElement('img');
    Object.assign(picture, { src: base + flag, alt: '', className: 'flag' });
    part(picture, name);
  }
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title || url;
  const excerpt = document.createElement('p');
  excerpt.className = 'excerpt';
  excerpt.innerHTML = excerptHtml;
  const words = document.createElement('div');
  words.append(link, line, excerpt);

  const item = document.createElement('li');
  if (image) {
    const picture = document.createElement('img');
    Object.assign(picture, { src: image, alt: '', loading: 'lazy', className: 'weave' });
    item.append(picture);
  } else if (card.cloth) {
    item.append(
      clothOf(
        card.cloth,
        card.countries.map(([code]) => code),
      ),
    );
  }
  item.append(words);
  return item;
}
