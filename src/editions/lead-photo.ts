import type { BodyNode, PhotoSize } from '../model/body.ts';

/** A photograph or another component as the text has it. */
export type Component = Extract<BodyNode, { component: string }>;

const isPhoto = (node: BodyNode): node is Component => 'component' in node && node.component === 'Figure';

const sizeOf = (node: BodyNode): PhotoSize | undefined =>
  isPhoto(node) ? (node.attributes['size'] as PhotoSize | undefined) : undefined;

/**
 * The photograph that opens an article on paper, between headline and facts, and the text without it: the one that is
 * as large as a page, or the one that stands before the first words, unless it is to stay in a column. A brief item
 * begins with its first one, wherever it stands.
 */
export function leadPhoto(
  body: readonly BodyNode[],
  brief = false,
): { readonly lead?: Component; readonly rest: readonly BodyNode[] } {
  const lead = brief ? body.find(isPhoto) : (body.find((node) => sizeOf(node) === 'page') ?? body[0]);
  if (!lead || !isPhoto(lead) || (sizeOf(lead) === 'column' && !brief)) return { rest: body };
  return { lead, rest: body.filter((node) => node !== lead) };
}

/** The first photograph of a text, in a gallery too. */
export function firstPhoto(body: readonly BodyNode[]): Component | undefined {
  for (const node of body) {
    if ('markup' in node) continue;
    const found = node.component === 'Figure' ? node : firstPhoto(node.children);
    if (found) return found;
  }
  return undefined;
}

/** The first words set large of a text, and the text without them. */
export function leadQuote(body: readonly BodyNode[]): {
  readonly quote?: Component;
  readonly rest: readonly BodyNode[];
} {
  const quote = body.find((node): node is Component => 'component' in node && node.component === 'PullQuote');
  return quote ? { quote, rest: body.filter((node) => node !== quote) } : { rest: body };
}

/** So many times as broad as high, a photograph shows nothing in a column: a row of people, a wide land. */
const panorama = 2;
/** As many pixels over both columns are 140 to the inch. */
const leastWide = 960;

/** The size of a photograph: what its author says, or what its place and shape ask for, as far as it is sharp enough. */
export function photoSize(
  { width, height }: { readonly width: number; readonly height: number },
  said: string | undefined,
  leads: boolean,
): PhotoSize {
  if (said) return said as PhotoSize;
  return width >= leastWide && (leads || width >= panorama * height) ? 'wide' : 'column';
}
