import type { Body } from '../model/body.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { locales, type Locale } from '../model/locales.ts';
import { elementsOf } from '../model/markup.ts';
import type { Rank } from '../model/ranks.ts';

/** The rank of each item of a section: what the issue says of it, and otherwise what the item itself asks for. */

type Item = ArticleEntry<'activities'> | ArticleEntry<'stories'>;

/** As many letters fill about a third of a printed page. */
const briefLetters = { Latn: 800, Laoo: 450, Khmr: 450, Hans: 300 };

/** Whether a text is short and has no table, no quotation and at most one picture, which is not to be large. */
export function isShort(body: Body | undefined, locale: Locale): boolean {
  return (
    body !== undefined &&
    body.text.length <= briefLetters[locales[locale].script] &&
    body.nodes.filter((node) => 'component' in node).length <= 1 &&
    body.nodes.every((node) =>
      'markup' in node
        ? elementsOf(node.markup).every(({ tagName }) => tagName !== 'table' && tagName !== 'blockquote')
        : node.component === 'Figure' && (node.attributes['size'] ?? 'column') === 'column',
    )
  );
}

/** What a photograph and a sum of money are worth, in letters of text. */
const worth = { photo: 500, aid: 300 };

/** How much an item has to tell: that of its Vietnamese text, so that every language has the same lead. */
function weightOf({ collection, facts, texts }: Item): number {
  const { text, nodes } = texts.vi.body;
  const photos = nodes.filter((node) => 'component' in node && node.component === 'Figure').length;
  const hasAid = collection === 'activities' && facts.aid.length > 0;
  return text.length + photos * worth.photo + (hasAid ? worth.aid : 0);
}

/**
 * In the order of the items. Of several of which none is said to lead the weightiest does, the earlier of two; a short
 * activity is brief.
 * @param said by the path of an item
 */
export function ranksOf(
  items: readonly Item[],
  said: ReadonlyMap<string, Rank>,
  locale: Locale,
): readonly Rank[] {
  const saidOf = ({ collection, id }: Item) => said.get(`${collection}/${id}`);
  const own = items.map((item): Rank => {
    const short = item.collection === 'activities' && isShort(item.texts[locale]?.body, locale);
    return saidOf(item) ?? (short ? 'brief' : 'standard');
  });
  if (items.length < 2 || own.includes('lead')) return own;
  // What is brief leads nothing, unless the issue says so.
  const weights = items.map((item, at) =>
    saidOf(item) === undefined && own[at] === 'standard' ? weightOf(item) : 0,
  );
  const lead = weights.indexOf(Math.max(...weights));
  return own.map((rank, at) => (at === lead && weights[at] !== 0 ? 'lead' : rank));
}
