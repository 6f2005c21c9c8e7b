import type { Document, Element } from '@xmldom/xmldom';
import type { Remark } from './remarks.ts';
import {
  attribute,
  childNamed,
  elementsNamed,
  fragment,
  isElement,
  isOn,
  replaceWith,
  valueOf,
} from './word-xml.ts';

/**
 * Word says the same in several forms, of which the reader behind this (mammoth 1.13) knows one each; of the others it
 * loses what stands in them, without a word. Here all become the form that it knows.
 */

/** What the styles of a file say of their paragraphs. */
export interface ParagraphStyles {
  /** Of a style or one that it is based on: the style of Word's own headings, or the level of its outline. */
  heading(style: string): { readonly style: string } | { readonly level: number } | undefined;
  /** Of a style or one that it is based on: the list that it numbers. */
  list(style: string): { readonly list: string; readonly level: string } | undefined;
}

const headingName = /^heading ([1-6])$/i;

/** Reads `word/styles.xml`. */
export function paragraphStyles(document: Document | undefined): ParagraphStyles {
  const styles = new Map(
    (document ? elementsNamed(document, 'w:style') : []).map((style) => [
      style.getAttribute('w:styleId') ?? '',
      style,
    ]),
  );
  const first = <Found>(
    id: string,
    find: (style: Element, id: string) => Found | undefined,
  ): Found | undefined => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = styles.get(at);
      const found = style && find(style, at);
      if (found !== undefined) return found;
      at = valueOf(style, 'w:basedOn');
    }
    return undefined;
  };
  return {
    heading: (id) =>
      first(id, (style, at) => {
        if (headingName.test(valueOf(style, 'w:name') ?? '')) return { style: at };
        return levelIn(childNamed(style, 'w:pPr'));
      }),
    list: (id) =>
      first(id, (style) => {
        const properties = childNamed(style, 'w:pPr');
        const numbered = properties && childNamed(properties, 'w:numPr');
        const list = valueOf(numbered, 'w:numId');
        return list === undefined ? undefined : { list, level: valueOf(numbered, 'w:ilvl') ?? '0' };
      }),
  };
}

/** The level of the outline (0 to 5) that properties name; 9 is that of running text. */
function levelIn(properties: Element | undefined): { readonly level: number } | undefined {
  const level = Number(valueOf(properties, 'w:outlineLvl') ?? 9);
  return level < 6 ? { level } : undefined;
}

/** The ids of the styles that headings of a level get where the file has none of its own. */
const ownHeading = (level: number): string => `HeadingOfLevel${level + 1}`;

/** Styles for those: to stand in `word/styles.xml`. */
export const ownHeadings = (document: Document): Element[] =>
  [0, 1, 2, 3, 4, 5].flatMap((level) =>
    fragment(
      document,
      `<w:style w:type="paragraph" w:styleId="${ownHeading(level)}"><w:name w:val="heading ${level + 1}"/></w:style>`,
    ),
  );

/** Paragraphs that are headings or items by way of their style or outline say so themselves. */
function plainParagraphs(document: Document, styles: ParagraphStyles): void {
  for (const paragraph of elementsNamed(document, 'w:p')) {
    const properties = childNamed(paragraph, 'w:pPr');
    const named = properties && childNamed(properties, 'w:pStyle');
    const id = named?.getAttribute('w:val') ?? undefined;
    const heading = (id === undefined ? undefined : styles.heading(id)) ?? levelIn(properties);
    if (heading && properties) {
      const style = 'style' in heading ? heading.style : ownHeading(heading.level);
      if (named) named.setAttribute('w:val', style);
      else
        for (const one of fragment(document, `<w:pStyle w:val="${style}"/>`))
          properties.insertBefore(one, properties.firstChild);
      continue;
    }
    const list = id === undefined ? undefined : styles.list(id);
    if (!list || !properties || childNamed(properties, 'w:numPr')) continue;
    for (const one of fragment(
      document,
      `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.list}"/></w:numPr>`,
    ))
      properties.appendChild(one);
  }
}

/** A field in one element becomes one in several: a link stays one, of others the words stay. */
function plainFields(document: Document): void {
  for (const field of elementsNamed(document, 'w:fldSimple')) {
    const instruction = field.getAttribute('w:instr') ?? '';
    const words = [...field.childNodes];
    const mark = (type: string): Element[] =>
      fragment(document, `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`);
    const isLink = /^\s*HYPERLINK\b/i.test(instruction);
    const code = fragment(document, `<w:r><w:instrText>${attribute(instruction)}</w:instrText></w:r>`);
    replaceWith(
      field,
      isLink ? [...mark('begin'), ...code, ...mark('separate'), ...words, ...mark('end')] : words,
    );
  }
}

/** Of what is there once for old versions and once for new ones, the new stays. */
function plainAlternatives(document: Document): void {
  for (const one of elementsNamed(document, 'mc:AlternateContent').reverse()) {
    const chosen = childNamed(one, 'mc:Choice') ?? childNamed(one, 'mc:Fallback');
    replaceWith(one, chosen ? [...chosen.childNodes] : []);
  }
}

/** A picture of the file in the one form in which it is read. */
const drawingOf = (document: Document, relation: string, description: string): Element[] =>
  fragment(
    document,
    `<w:drawing><wp:inline><wp:docPr id="1" name="" descr="${attribute(description)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${attribute(relation)}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
  );

/** The text boxes in an element that do not lie in one another. */
const boxesIn = (within: Element): Element[] =>
  elementsNamed(within, 'w:txbxContent').filter((box) => {
    for (let at = box.parentNode; at && at !== within; at = at.parentNode)
      if (at.nodeName === 'w:txbxContent') return false;
    return true;
  });

/** Whether an element lies in a text box within `within`, and so goes with it. */
function isBoxed(element: Element, within: Element): boolean {
  for (let at = element.parentNode; at && at !== within; at = at.parentNode)
    if (at.nodeName === 'w:txbxContent') return true;
  return false;
}

/** Pictures of a group, pictures of old versions and boxes of new ones: each by itself. */
function plainDrawings(document: Document): void {
  const own = (within: Element, name: string): Element[] =>
    elementsNamed(within, name).filter((one) => !isBoxed(one, within));
  for (const shape of ['w:drawing', 'w:pict'].flatMap((name) => elementsNamed(document, name)).reverse()) {
    const described = own(shape, 'wp:docPr')[0]?.getAttribute('descr') ?? '';
    const blips = own(shape, 'a:blip').flatMap((blip) => {
      const relation = blip.getAttribute('r:embed');
      const picture = blip.parentNode?.parentNode;
      const properties = picture && isElement(picture) ? elementsNamed(picture, 'pic:cNvPr')[0] : undefined;
      return relation ? [{ relation, words: properties?.getAttribute('descr') || described }] : [];
    });
    const images = own(shape, 'v:imagedata').flatMap((image) => {
      const relation = image.getAttribute('r:id');
      const parent = image.parentNode;
      const alt = parent && isElement(parent) ? parent.getAttribute('alt') : undefined;
      return relation ? [{ relation, words: alt || image.getAttribute('o:title') || '' }] : [];
    });
    const boxes = boxesIn(shape);
    const pictures = [...blips, ...images];
    if (pictures.length + boxes.length === 0) continue;
    replaceWith(shape, [
      ...pictures.flatMap(({ relation, words }) => drawingOf(document, relation, words)),
      ...boxes.flatMap((box) => {
        const made = fragment(document, '<w:pict><v:shape><v:textbox/></v:shape></w:pict>');
        for (const one of made) elementsNamed(one, 'v:textbox')[0]?.appendChild(box);
        return made;
      }),
    ]);
  }
}

/** Takes out what is no part of the text, and says so. */
function withoutAsides(document: Document): Remark[] {
  const hidden = elementsNamed(document, 'w:r').filter((run) => {
    const properties = childNamed(run, 'w:rPr');
    return isOn(properties && childNamed(properties, 'w:vanish'));
  });
  const contents = elementsNamed(document, 'w:sdt').filter((one) =>
    elementsNamed(one, 'w:docPartGallery').some(
      (gallery) => gallery.getAttribute('w:val') === 'Table of Contents',
    ),
  );
  const chunks = elementsNamed(document, 'w:altChunk');
  for (const one of [...hidden, ...contents, ...chunks]) one.parentNode?.removeChild(one);
  const words = hidden.filter((one) => elementsNamed(one, 'w:t').length > 0);
  return (
    [
      ['hidden', words.length],
      ['contentsTable', contents.length],
      ['chunks', chunks.length],
    ] as const
  ).flatMap(([code, count]) => (count > 0 ? [{ code, values: { count } }] : []));
}

/**
 * Brings one part of running text into the forms that can be read.
 * @returns what was taken out of it
 */
export function plainForms(document: Document, styles: ParagraphStyles): Remark[] {
  plainAlternatives(document);
  plainDrawings(document);
  plainFields(document);
  plainParagraphs(document, styles);
  return withoutAsides(document);
}
