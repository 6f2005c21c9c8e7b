import type { Element } from 'hast';
import { decodedLine } from '../../content/checks/encodings.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import { toSlug } from '../../model/letters.ts';
import { wordsOf, type Markup } from '../../model/markup.ts';
import { figureLine } from '../figure.ts';
import { openWord, RefusedWord, type WordRefusal } from './open-word.ts';
import { prepareWord } from './prepare.ts';
import { proposalsFor, type Paragraph, type Proposal } from './proposals.ts';
import type { Remark } from './remarks.ts';
import { readBlocks, type Block } from './word-blocks.ts';
import { wordHtml, type WordPicture } from './word-html.ts';
import { markdownOf } from './word-markdown.ts';

/**
 * An article that came as a Word file, as what a record is made of. Bytes in, plain data out: the command
 * `npm run new -- word` and a button in the editor are two callers of the same function.
 */

/** A paragraph, list, table or photo of the text, in order. */
export interface WordPart {
  /** What stands in the text of the record. */
  readonly markdown: string;
  /** What is read of it; empty for a photo. */
  readonly words: string;
}

/** A photo beside the text, under the name by which the text shows it. */
export interface WordPhoto {
  /** `anh-1.jpg`: whoever saves it makes it a JPEG. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface WordArticle {
  readonly parts: readonly WordPart[];
  readonly photos: readonly WordPhoto[];
  /** How many paragraphs it has, by which facts are cited. */
  readonly paragraphs: number;
  readonly proposals: readonly Proposal[];
  readonly remarks: readonly Remark[];
}

export type WordReading =
  | { readonly article: WordArticle }
  /** Why there is none: `word.refused.<reason>` says it in a sentence. */
  | { readonly refused: WordRefusal };

/** Kinds of picture that browsers and the printing house know. */
const readablePictures = /^image\/(?:jpe?g|png|gif|webp|bmp|tiff)$/;

/** The paragraphs of a block: a list or a table has one a row. */
function paragraphsOf(block: Block, first: boolean): Paragraph[] {
  if (block.kind === 'picture') return block.caption ? [{ words: block.caption, title: false }] : [];
  const { element } = block;
  const rows = (one: Element): Element[] =>
    one.children.flatMap((child) =>
      child.type !== 'element' ? [] : /^(?:li|tr)$/.test(child.tagName) ? [child] : rows(child),
    );
  const parts = /^(?:ul|ol|table)$/.test(element.tagName) ? rows(element) : [];
  if (parts.length > 0) return parts.map((one) => ({ words: separated(one), title: false }));
  return [{ words: block.words, title: block.title || (first && element.tagName === 'h1') }];
}

/** Words of a row, its cells apart. */
const separated = (row: Element): string =>
  row.children
    .map((child) => wordsOf([child as Markup]))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Headings of a text begin at the second level: the title is the first. */
function levelled(blocks: readonly Block[]): Block[] {
  const levels = blocks.flatMap((one, at) =>
    one.kind === 'text' && /^h[1-6]$/.test(one.element.tagName) && !(at === 0 && one.element.tagName === 'h1')
      ? [Number(one.element.tagName.slice(1))]
      : [],
  );
  const shift = 2 - Math.min(...levels, 6);
  return blocks.map((block, at) => {
    if (block.kind === 'picture' || !/^h[1-6]$/.test(block.element.tagName)) return block;
    if (at === 0 && block.element.tagName === 'h1') return block;
    const level = Math.min(
      6,
      Math.max(2, Number(block.element.tagName.slice(1)) + (levels.length > 0 ? shift : 0)),
    );
    return { ...block, element: { ...block.element, tagName: `h${level}` } };
  });
}

/** Reads a Word file. @throws RefusedWord */
async function read(bytes: Uint8Array, index: RecordIndex): Promise<WordArticle> {
  const prepared = prepareWord(openWord(bytes));
  const { tree, pictures } = await wordHtml(prepared.parts);
  const { blocks: found, remarks: lost } = readBlocks(tree);
  const blocks = levelled(found);
  const remarks: Remark[] = [...prepared.remarks, ...lost];
  const photos = new Map<number, WordPhoto>();
  const unreadable: string[] = [];
  let without = 0;
  const nameOf = (at: number, { contentType, bytes: own }: WordPicture): string => {
    const known = photos.get(at);
    if (known) return known.name;
    const name = `anh-${photos.size + 1}.jpg`;
    photos.set(at, { name, contentType, bytes: own });
    return name;
  };
  const parts = blocks.flatMap((block): WordPart[] => {
    if (block.kind === 'text') return [{ markdown: markdownOf(asBody(block.element)), words: block.words }];
    const picture = pictures[block.picture];
    if (!picture || !readablePictures.test(picture.contentType)) {
      unreadable.push(picture?.contentType ?? '?');
      return [];
    }
    const { alt, caption, credit } = block;
    if (alt === '') without += 1;
    return [{ markdown: figureLine(nameOf(block.picture, picture), { alt, caption, credit }), words: '' }];
  });
  for (const kind of unreadable) remarks.push({ code: 'pictureKind', values: { kind } });
  if (without > 0) remarks.push({ code: 'pictureWithoutAlt', values: { count: without } });
  const paragraphs = blocks.flatMap((block, at) => paragraphsOf(block, at === 0));
  paragraphs.forEach(({ words }, at) => {
    const decoded = decodedLine(words);
    if (decoded)
      remarks.push({
        code: 'oldFontUnsure',
        values: { paragraph: at + 1, encoding: decoded.encoding, text: decoded.text.slice(0, 120) },
      });
  });
  const proposals = proposalsFor(paragraphs, index);
  const title = proposals.find(({ flag }) => flag === 'title');
  if (title && title.value === title.value.toUpperCase() && title.value !== title.value.toLowerCase())
    remarks.push({ code: 'titleInCapitals', values: {} });
  return {
    parts,
    photos: [...photos.values()],
    paragraphs: paragraphs.length,
    proposals,
    remarks,
  };
}

/** A first heading that is not the title after all is one of the text. */
const asBody = (one: Element): Element => (one.tagName === 'h1' ? { ...one, tagName: 'h2' } : one);

/**
 * Reads an article in a Word file (`.docx`), wherever its bytes come from.
 * @param index the records that there are: unions, partners and places are looked for by their names
 * @returns the article, or why there is none; never throws for what is in the file
 */
export async function readWord(bytes: Uint8Array, index: RecordIndex): Promise<WordReading> {
  try {
    return { article: await read(bytes, index) };
  } catch (error) {
    if (error instanceof RefusedWord) return { refused: error.reason };
    // Nested without end: the reader gives up where the computer does.
    if (error instanceof RangeError) return { refused: 'broken' };
    throw error;
  }
}

/** The same words, whatever the capitals and spaces. */
const same = (a: string, b: string): boolean => toSlug(a) === toSlug(b);

/** The text of the record: without the paragraph that became its title. */
export function bodyOfArticle({ parts }: WordArticle, title: string): string {
  const body = parts.filter(({ words }, at) => !(at < 3 && words !== '' && same(words, title)));
  return `${body.map(({ markdown }) => markdown).join('\n\n')}\n`;
}
