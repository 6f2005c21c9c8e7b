/**
 * The running heads of a printed issue.
 *
 * Chromium prints the margin boxes of named pages, but it does not know `string-set` or `running()`: a margin box
 * cannot take its words from the text. So each section of an issue gets a page name of its own and rules that carry
 * its words, made here from the issue.
 */
import type { IssueEdition } from '../../editions/issue.ts';

export interface RunningHead {
  /** Name of the page, which is the id of the section that is set on it: `part-aid`. */
  page: string;
  /** Ids of the sections that run on below it, on a page of the same name. */
  also?: readonly string[];
  /** Stands on right-hand pages, outside. */
  section: string;
  /** Stands on left-hand pages, outside: masthead and number of the issue. */
  issueLine: string;
}

/**
 * The heads of an issue: each section has its title, and the right page of the figures that of the left one. The text of
 * a page of the site and the sources run on below the section before them, and share its head.
 */
export function issueHeads({ title: issueLine, contents, sections }: IssueEdition): RunningHead[] {
  return [
    { page: 'contents', section: contents.title, issueLine },
    ...sections.reduce<RunningHead[]>((heads, { kind, id, title }) => {
      const before = heads.at(-1);
      const runsOn = kind === 'page' || kind === 'sources';
      if (!runsOn || !before) return [...heads, { page: id, section: title, issueLine }];
      const shared = {
        ...before,
        section: kind === 'page' ? `${before.section} · ${title}` : before.section,
        also: [...(before.also ?? []), id],
      };
      return [...heads.slice(0, -1), shared];
    }, []),
    ...sections
      .filter(({ kind }) => kind === 'figures')
      .map(({ title }) => ({ page: 'facing-figures', section: title, issueLine })),
  ];
}

/**
 * The text of a `<style>` element. Type, colour and size of the heads are in `print-issue.css`.
 *
 * @example
 * runningHeads([{ page: 'part-aid', section: 'Viện trợ', issueLine: 'Bản tin hữu nghị · Số 2' }])
 * // => '#part-aid { page: part-aid; }
 * //     @page part-aid:left { @top-left { content: "Bản tin hữu nghị · Số 2"; } }
 * //     @page part-aid:right { @top-right { content: "Viện trợ"; } }'
 */
export function runningHeads(heads: readonly RunningHead[]): string {
  return heads
    .map(({ page, also = [], section, issueLine }) => {
      if (!/^[a-z][a-z0-9-]*$/.test(page)) {
        throw new Error(
          `"${page}" cannot name a printed page. Use lower-case ASCII letters, digits and hyphens, as in "part-aid".`,
        );
      }
      return [
        `${[page, ...also].map((id) => `#${id}`).join(', ')} { page: ${page}; }`,
        `@page ${page}:left { @top-left { content: ${cssString(issueLine)}; } }`,
        `@page ${page}:right { @top-right { content: ${cssString(section)}; } }`,
      ].join('\n');
    })
    .join('\n');
}

/** A CSS string that is safe inside `<style>` too: `</style` must not end the element. */
function cssString(text: string): string {
  const oneLine = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  // The space ends the escape and is no part of the text.
  return `"${oneLine.replace(/[\\"<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
