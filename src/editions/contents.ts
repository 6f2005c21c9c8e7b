import type { IssueItem, IssueSection } from './issue-sections.ts';

export interface ContentsEntry {
  /** Of the section or item. */
  readonly id: string;
  readonly title: string;
  /** Of an item: one that leads its part has its summary below its title and its picture beside it. */
  readonly item?: IssueItem;
}

/** Entries of the contents that belong together; a part's have its title above them. */
export interface ContentsGroup {
  readonly title?: string;
  readonly entries: readonly ContentsEntry[];
}

/** The contents of an issue: its letter, its items by part, and together what follows them. */
export function contentsOf(sections: readonly IssueSection[]): ContentsGroup[] {
  const together = (list: readonly IssueSection[]): ContentsGroup[] =>
    list.length === 0 ? [] : [{ entries: list.map(({ id, title }) => ({ id, title })) }];
  const parts = sections.filter((section) => section.kind === 'part');
  return [
    ...together(sections.filter(({ kind }) => kind === 'letter')),
    ...parts.map(({ title, items }) => ({
      title,
      entries: items.map((item) => ({ id: item.id, title: item.article.title, item })),
    })),
    ...together(sections.filter(({ kind }) => kind !== 'letter' && kind !== 'part')),
  ];
}
