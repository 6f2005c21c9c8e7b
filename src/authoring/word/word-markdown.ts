import type { Element } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';

/** Blocks as the Markdown of a record's text. */

/** As Prettier and the rest of the content write it. */
const options: Options = {
  bullet: '-',
  emphasis: '_',
  resourceLink: true,
  rule: '-',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    // Signs that begin a tag or an expression in MDX.
    {
      unsafe: [
        { character: '<', inConstruct: 'phrasing' },
        { character: '{', inConstruct: 'phrasing' },
        { character: '}', inConstruct: 'phrasing' },
      ],
    },
  ],
};

/** @example markdownOf(<h2>Trao quà</h2>) // => '## Trao quà' */
export function markdownOf(block: Element): string {
  return toMarkdown(toMdast({ type: 'root', children: [block] }), options).trim();
}
