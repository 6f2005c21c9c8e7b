/** What an editor should know of a Word file that was read (`word.remark.*` in the messages for editors). */
export const remarkCodes = [
  'oldFont',
  'oldFontUnsure',
  'insertions',
  'deletions',
  'comment',
  'textBoxes',
  'equations',
  'drawings',
  'objects',
  'hidden',
  'contentsTable',
  'chunks',
  'macros',
  'outside',
  'lostPictures',
  'pictureKind',
  'pictureWithoutAlt',
  'linkDropped',
  'boldHeadings',
  'typedLists',
  'mergedCells',
  'nestedTables',
  'footnotes',
  'titleInCapitals',
] as const;

export interface Remark {
  readonly code: (typeof remarkCodes)[number];
  readonly values: Readonly<Record<string, string | number>>;
}
