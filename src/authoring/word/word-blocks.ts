import type { Element, ElementContent, Root } from 'hast';
import { element, text, wordsOf, type Markup } from '../../model/markup.ts';
import { hasClass } from './word-html.ts';
import type { Remark } from './remarks.ts';
import { cleanText, tidyEmphasis, trimmed } from './running-text.ts';

/** From what Word files hold to what a text of the bulletin may hold: a list of blocks, and what was lost on the way. */

export interface PictureBlock {
  readonly kind: 'picture';
  /** Place in the list of pictures. */
  readonly picture: number;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}

export interface TextBlock {
  readonly kind: 'text';
  readonly element: Element;
  /** What is read of it. */
  readonly words: string;
  /** It is in the style of a title. */
  readonly title: boolean;
}

export type Block = PictureBlock | TextBlock;

const headingName = /^h[1-6]$/;
const wordsIn = (one: Element): string => wordsOf([one]).replace(/\s+/g, ' ').trim();

/** Reads blocks one after another; `remarks` fills as it goes. */
export function readBlocks(tree: Root): { blocks: Block[]; remarks: Remark[] } {
  const counts = { linkDropped: 0, boldHeadings: 0, typedLists: 0, mergedCells: 0, footnotes: 0 };
  const notes: { id: string; words: Markup[] }[] = [];
  const top = tree.children.filter((one): one is Element => one.type === 'element');

  /** The running text within an element: no blocks, no pictures. */
  function inline(children: readonly ElementContent[]): Markup[] {
    const kept = children.flatMap((child): Markup[] => {
      if (child.type === 'text') return [text(cleanText(child.value))];
      if (child.type !== 'element') return [];
      const inner = () => inline(child.children);
      switch (child.tagName) {
        case 'a': {
          const href = String(child.properties['href'] ?? '');
          const note = /^#((?:foot|end)note-\d+)$/.exec(href)?.[1];
          if (note !== undefined) return [text(`[${notes.findIndex(({ id }) => id === note) + 1}]`)];
          if (/^(?:https?:\/\/|mailto:)/i.test(href) && wordsOf(inner()).trim() !== '')
            return [element('a', { href }, inner())];
          // A bookmark is no address; anything else would lead into somebody's computer.
          if (href !== '' && !href.startsWith('#')) counts.linkDropped += 1;
          return inner();
        }
        case 'strong':
        case 'em':
        case 'del':
          return [element(child.tagName, {}, inner())];
        case 'br':
          return [element('br', {}, [])];
        case 'sup':
        case 'sub':
          return inner();
        case 'img':
          return [];
        default:
          return inner();
      }
    });
    return tidyEmphasis(kept);
  }

  function listOf(list: Element): Element {
    const items = list.children
      .filter((one): one is Element => one.type === 'element' && one.tagName === 'li')
      .map((item) => {
        const nested = item.children
          .filter((one): one is Element => one.type === 'element' && /^[ou]l$/.test(one.tagName))
          .map(listOf);
        const own = item.children.filter((one) => !(one.type === 'element' && /^[ou]l$/.test(one.tagName)));
        return element('li', {}, [...trimmed(inline(own)), ...nested]);
      });
    return element(list.tagName, {}, items);
  }

  /** A table with one row of heads and cells of one line each; a cell over several places stands in the first. */
  function tableOf(table: Element): Element | undefined {
    /** How many rows below are still taken by a cell above, by column. */
    const taken: number[] = [];
    const rows = elementsIn(table, 'tr').map((row) => {
      let column = 0;
      /** Places that cells above have taken. */
      const passed = (): Markup[][] => {
        const empty: Markup[][] = [];
        for (; (taken[column] ?? 0) > 0; column += 1) {
          taken[column] = (taken[column] ?? 0) - 1;
          empty.push([]);
        }
        return empty;
      };
      const cells = row.children
        .filter((one): one is Element => one.type === 'element' && /^t[hd]$/.test(one.tagName))
        .flatMap((cell) => {
          const before = passed();
          const wide = Number(cell.properties['colSpan'] ?? 1);
          const high = Number(cell.properties['rowSpan'] ?? 1);
          if (wide > 1 || high > 1) counts.mergedCells += 1;
          for (let at = 0; at < wide; at += 1) taken[column + at] = high - 1;
          column += wide;
          const paragraphs = cell.children.flatMap((one, at) => [
            ...(at > 0 ? [text(' ')] : []),
            ...(one.type === 'element' ? inline(one.children) : []),
          ]);
          const own = trimmed(paragraphs.filter((one) => one.type === 'text' || one.tagName !== 'br'));
          return [...before, own, ...Array.from({ length: wide - 1 }, (): Markup[] => [])];
        });
      return [...cells, ...passed()];
    });
    const width = Math.max(0, ...rows.map((row) => row.length));
    const [head, ...body] = rows;
    if (!head || width === 0) return undefined;
    const line = (name: string, row: readonly Markup[][]) =>
      element(
        'tr',
        {},
        Array.from({ length: width }, (_, at) => element(name, {}, row[at] ?? [])),
      );
    return element('table', {}, [
      element('thead', {}, [line('th', head)]),
      ...(body.length > 0
        ? [
            element(
              'tbody',
              {},
              body.map((row) => line('td', row)),
            ),
          ]
        : []),
    ]);
  }

  const elementsIn = (within: Element, name: string): Element[] =>
    within.children.flatMap((one) =>
      one.type !== 'element' ? [] : [...(one.tagName === name ? [one] : []), ...elementsIn(one, name)],
    );

  // Notes first: their places in the text name them by number.
  const isNotes = (one: Element): boolean =>
    one.tagName === 'ol' &&
    one.children.some(
      (item) => item.type === 'element' && /^(?:foot|end)note-/.test(String(item.properties['id'] ?? '')),
    );
  for (const list of top.filter(isNotes))
    for (const item of list.children)
      if (item.type === 'element') notes.push({ id: String(item.properties['id']), words: [] });
  for (const list of top.filter(isNotes))
    for (const item of list.children) {
      if (item.type !== 'element') continue;
      const note = notes.find(({ id }) => id === item.properties['id']);
      const paragraphs = item.children.filter((one): one is Element => one.type === 'element');
      const words = paragraphs.flatMap((one, at) => [
        ...(at > 0 ? [text(' ')] : []),
        // The arrow back to the place of the note.
        ...inline(
          one.children.filter(
            (child) =>
              !(child.type === 'element' && /^#(?:foot|end)note-ref-/.test(String(child.properties['href']))),
          ),
        ),
      ]);
      note?.words.push(...trimmed(words));
    }
  counts.footnotes = notes.length;

  const blocks: Block[] = [];
  const push = (one: Element, title = false): void => {
    const words = wordsIn(one);
    if (words !== '') blocks.push({ kind: 'text', element: one, words, title });
  };
  const hasHeadings = top.some((one) => headingName.test(one.tagName));

  function paragraph(one: Element): void {
    const pictures = elementsIn(one, 'img');
    const parts = trimmed(inline(one.children));
    if (parts.length > 0) {
      const words = wordsOf(parts).replace(/\s+/g, ' ').trim();
      const [only] = parts;
      const bold = parts.length === 1 && only?.type === 'element' && only.tagName === 'strong';
      const previous = blocks.at(-1);
      if (hasClass(one, 'caption') && previous?.kind === 'picture' && pictures.length === 0) {
        blocks[blocks.length - 1] = withCaption(previous, words);
        return;
      }
      if (previous?.kind === 'picture' && previous.caption === undefined && isCaption(parts, words)) {
        blocks[blocks.length - 1] = withCaption(previous, words);
      } else if (
        bold &&
        !hasHeadings &&
        blocks.length > 0 &&
        words.length <= 100 &&
        !/[.:;,!?…]$/.test(words)
      ) {
        counts.boldHeadings += 1;
        push(element('h2', {}, only.children));
      } else push(element('p', {}, parts), hasClass(one, 'title'));
    }
    for (const image of pictures) {
      const alt = cleanText(String(image.properties['alt'] ?? '')).trim();
      blocks.push({
        kind: 'picture',
        picture: Number(String(image.properties['src']).slice(1)),
        alt,
        caption: undefined,
        credit: undefined,
      });
    }
  }

  /** A table that only puts pictures beside each other, with what is said of each below it. @returns whether it is one */
  function picturesWithCaptions(table: Element): boolean {
    const rows = elementsIn(table, 'tr').map((row) =>
      row.children.filter((one): one is Element => one.type === 'element' && /^t[hd]$/.test(one.tagName)),
    );
    const isPicture = (cell: Element | undefined): boolean =>
      cell !== undefined && elementsIn(cell, 'img').length > 0;
    const isEmpty = (cell: Element): boolean => !isPicture(cell) && wordsIn(cell) === '';
    const layout = rows.every((row, at) =>
      row.every((cell, column) => isPicture(cell) || isEmpty(cell) || isPicture(rows[at - 1]?.[column])),
    );
    if (!layout || !rows.flat().some(isPicture)) return false;
    rows.forEach((row, at) =>
      row.filter(isPicture).forEach((cell) => {
        for (const child of cell.children) if (child.type === 'element') paragraph(child);
        const below = rows[at + 1]?.[row.indexOf(cell)];
        const last = blocks.at(-1);
        if (below && !isPicture(below) && !isEmpty(below) && last?.kind === 'picture')
          blocks[blocks.length - 1] = withCaption(last, wordsIn(below));
      }),
    );
    return true;
  }

  for (const one of top.filter((each) => !isNotes(each))) {
    if (headingName.test(one.tagName)) {
      const parts = trimmed(inline(one.children));
      // The size of a heading is its own emphasis.
      const plain = parts.flatMap((part) =>
        part.type === 'element' && part.tagName === 'strong' ? (part.children as Markup[]) : [part],
      );
      push(element(one.tagName, {}, plain), false);
    } else if (/^[ou]l$/.test(one.tagName)) push(listOf(one));
    else if (one.tagName === 'table') {
      const cells = elementsIn(one, 'td').concat(elementsIn(one, 'th'));
      // A frame around text, as letterheads and photos have it.
      if (cells.length === 1 || cells.every((cell) => elementsIn(cell, 'img').length > 0))
        for (const cell of cells)
          for (const child of cell.children) {
            if (child.type === 'element') paragraph(child);
          }
      else if (!picturesWithCaptions(one)) {
        const table = tableOf(one);
        if (table) push(table);
        // No cell of a text can hold a picture: it stands below the table.
        for (const image of elementsIn(one, 'img')) paragraph(element('p', {}, [image]));
      }
    } else if (one.tagName === 'blockquote') {
      const paragraphs = one.children.filter((child): child is Element => child.type === 'element');
      push(
        element(
          'blockquote',
          {},
          paragraphs.map((child) => element('p', {}, trimmed(inline(child.children)))),
        ),
      );
    } else paragraph(one);
  }

  const joined = typedLists(blocks, counts);
  if (notes.length > 0) {
    const items = notes.map(({ words }, at) => element('p', {}, [text(`[${at + 1}] `), ...words]));
    for (const item of items) append(joined, item);
  }
  const remarks = Object.entries(counts).flatMap(([code, count]): Remark[] =>
    count > 0 ? [{ code: code as keyof typeof counts, values: { count } }] : [],
  );
  return { blocks: joined, remarks };
}

/** A block that is no title. */
function append(blocks: Block[], one: Element): void {
  blocks.push({ kind: 'text', element: one, words: wordsIn(one), title: false });
}

/** “Ảnh: …”, “Hình 1. …”, or a short line all in italics: what stands below a photo. */
function isCaption(parts: readonly Markup[], words: string): boolean {
  const [only] = parts;
  const italic = parts.length === 1 && only?.type === 'element' && only.tagName === 'em';
  return words.length <= 250 && (italic || /^(?:ảnh|hình|photo)(?:\s+\d+)?\s*[:.]/i.test(words));
}

/** @example “Ảnh 1. Trao quà. Ảnh: Liên hiệp” → caption “Trao quà.”, credit “Liên hiệp” */
function withCaption(picture: PictureBlock, words: string): PictureBlock {
  const plain = words.replace(/^(?:ảnh|hình)\s+\d+\s*[:.]\s*/i, '');
  const [, before = '', credit] = /^(.*?)\(?(?:ảnh|nguồn ảnh|photo)\s*:\s*(.+?)\)?\.?$/i.exec(plain) ?? [];
  if (credit === undefined) return { ...picture, caption: plain };
  return { ...picture, caption: before.trim() || undefined, credit: credit.trim() };
}

/** Typed dashes, and what Word’s fonts of signs show as bullets. */
const bullet = /^(?:[-–—•+*▪●○■□◆➢⮚✓✔❖]|\u00B7|[\uF000-\uF0FF])\s+/u;

/** Paragraphs that begin with a typed dash, one after another, are a list. */
function typedLists(blocks: readonly Block[], counts: { typedLists: number }): Block[] {
  const result: Block[] = [];
  let items: Element[] = [];
  const flush = (): void => {
    if (items.length > 1) {
      counts.typedLists += 1;
      append(result, element('ul', {}, items));
    } else
      for (const item of items) {
        append(result, element('p', {}, [text('– '), ...(item.children as Markup[])]));
      }
    items = [];
  };
  for (const block of blocks) {
    const first =
      block.kind === 'text' && block.element.tagName === 'p' ? block.element.children[0] : undefined;
    if (block.kind === 'text' && first?.type === 'text' && bullet.test(first.value)) {
      const rest = [text(first.value.replace(bullet, '')), ...(block.element.children.slice(1) as Markup[])];
      items.push(element('li', {}, rest));
    } else {
      flush();
      result.push(block);
    }
  }
  flush();
  return result;
}
