import type { Document, Element } from '@xmldom/xmldom';
import { RefusedWord } from './open-word.ts';
import type { Remark } from './remarks.ts';
import { childNamed, elementsNamed, fragment, isElement, isOn, replaceWith, valueOf } from './word-xml.ts';

/** What Word keeps in a text that is none, and text that it keeps where no reader looks for it. */

const typeOf = (mark: Element): string => mark.getAttribute('w:fldCharType') ?? '';

/**
 * Fields within fields, and tables of contents that are fields. Between `begin` and `separate` stands how a field is worked
 * out: what fields in there show is no text.
 */
function plainNestedFields(document: Document): number {
  const open: { code: string; shows: boolean }[] = [];
  let contents = 0;
  const gone: Element[] = [];
  const paragraphsOfContents = new Set<Element>();
  for (const run of elementsNamed(document, 'w:r')) {
    for (const child of [...run.childNodes].filter(isElement)) {
      if (child.nodeName === 'w:fldChar') {
        if (typeOf(child) === 'begin') open.push({ code: '', shows: false });
        else if (typeOf(child) === 'separate')
          open.splice(-1, 1, { code: open.at(-1)?.code ?? '', shows: true });
        else if (/^\s*TOC\b/.test(open.pop()?.code ?? '')) contents += 1;
      } else if (child.nodeName === 'w:instrText') {
        const last = open.at(-1);
        if (last) last.code += child.textContent ?? '';
      } else if (child.nodeName === 'w:t' && open.slice(0, -1).some(({ shows }) => !shows)) gone.push(child);
    }
    const inContents = open.some(({ code, shows }) => shows && /^\s*TOC\b/.test(code));
    const isMark = elementsNamed(run, 'w:t').length === 0;
    if (inContents && !isMark)
      for (let at = run.parentNode; at; at = at.parentNode)
        if (isElement(at) && at.nodeName === 'w:p') {
          paragraphsOfContents.add(at);
          break;
        }
  }
  for (const one of [...gone, ...paragraphsOfContents]) one.parentNode?.removeChild(one);
  return contents;
}

/** The words of Word itself in a form that nobody has filled in: “Click here to enter text”. */
function withoutPrompts(document: Document): void {
  for (const one of elementsNamed(document, 'w:sdt')) {
    const properties = childNamed(one, 'w:sdtPr');
    if (isOn(properties && childNamed(properties, 'w:showingPlcHdr'))) one.parentNode?.removeChild(one);
  }
}

/** A large first letter is a paragraph of its own before the one that it begins. */
function joinDropCaps(document: Document): void {
  for (const paragraph of elementsNamed(document, 'w:p')) {
    const properties = childNamed(paragraph, 'w:pPr');
    const frame = properties && childNamed(properties, 'w:framePr');
    if (!frame || !/^(?:drop|margin)$/.test(frame.getAttribute('w:dropCap') ?? '')) continue;
    let next = paragraph.nextSibling;
    while (next && !(isElement(next) && next.nodeName === 'w:p')) next = next.nextSibling;
    if (!next || !isElement(next)) continue;
    const first = [...next.childNodes].find((one) => one.nodeName !== 'w:pPr') ?? null;
    for (const run of [...paragraph.childNodes].filter((one) => one.nodeName !== 'w:pPr'))
      next.insertBefore(run, first);
    paragraph.parentNode?.removeChild(paragraph);
  }
}

/** Words with their reading above them (as in Japanese names) are the words. */
function plainRuby(document: Document): void {
  for (const ruby of elementsNamed(document, 'w:ruby').reverse()) {
    const words = childNamed(ruby, 'w:rubyBase');
    const run = ruby.parentNode;
    if (run && isElement(run)) replaceWith(run, words ? [...words.childNodes] : []);
  }
}

/** Ends of lines, pages and columns never join the words on both sides. */
function plainBreaks(document: Document): void {
  for (const one of elementsNamed(document, 'w:cr')) replaceWith(one, fragment(document, '<w:br/>'));
  for (const one of elementsNamed(document, 'w:br'))
    if (/^(?:page|column)$/.test(one.getAttribute('w:type') ?? ''))
      replaceWith(one, fragment(document, '<w:t xml:space="preserve"> </w:t>'));
}

/** “m2” with its figure raised. */
function plainSuperscripts(document: Document): void {
  const raised: Readonly<Record<string, string>> = { '2': '²', '3': '³' };
  for (const run of elementsNamed(document, 'w:r')) {
    const now = raised[run.textContent ?? ''];
    if (now === undefined || valueOf(childNamed(run, 'w:rPr'), 'w:vertAlign') !== 'superscript') continue;
    for (const one of elementsNamed(run, 'w:t')) one.textContent = now;
  }
}

/** Cells within cells that nobody makes by hand: the tree of such a file is deeper than what reads it can go. */
const deepest = 50;

/** How many cells an element lies in. @throws RefusedWord for more than can be read */
function depthInCells(element: Element): number {
  let depth = 0;
  for (let at = element.parentNode; at; at = at.parentNode) if (at.nodeName === 'w:tc') depth += 1;
  if (depth > deepest) throw new RefusedWord('broken');
  return depth;
}

/** A table within a cell: a line of the cell for each of its rows. @returns how many there were */
function plainNestedTables(document: Document): number {
  const inner = elementsNamed(document, 'w:tbl').filter((one) => depthInCells(one) > 0);
  for (const table of inner.reverse()) {
    const rows = elementsNamed(table, 'w:tr').map((row) => {
      const line = fragment(document, '<w:p/>');
      const cells = elementsNamed(row, 'w:tc');
      cells.forEach((cell, at) => {
        for (const one of line) {
          if (at > 0)
            for (const comma of fragment(document, '<w:r><w:t xml:space="preserve">, </w:t></w:r>'))
              one.appendChild(comma);
          for (const paragraph of elementsNamed(cell, 'w:p'))
            for (const child of [...paragraph.childNodes].filter((each) => each.nodeName !== 'w:pPr'))
              one.appendChild(child);
        }
      });
      return line;
    });
    replaceWith(table, rows.flat());
  }
  return inner.length;
}

/**
 * Takes out pictures whose bytes are not in the file: linked ones, and those that were lost on the way.
 * @param isThere whether a relation leads to a part of the file
 */
function withoutLostPictures(document: Document, isThere: (relation: string) => boolean): number {
  let lost = 0;
  for (const blip of elementsNamed(document, 'a:blip')) {
    blip.removeAttribute('r:link');
    if (isThere(blip.getAttribute('r:embed') ?? '')) continue;
    lost += 1;
    for (let at = blip.parentNode; at; at = at.parentNode)
      if (at.nodeName === 'w:drawing') {
        at.parentNode?.removeChild(at);
        break;
      }
  }
  for (const image of elementsNamed(document, 'v:imagedata')) {
    if (isThere(image.getAttribute('r:id') ?? '')) continue;
    lost += 1;
    image.parentNode?.removeChild(image);
  }
  return lost;
}

/**
 * Brings what is no text, and text in odd places, into plain paragraphs, behind `plainForms`.
 * @returns what an editor should know of
 */
export function oddForms(document: Document, isThere: (relation: string) => boolean): Remark[] {
  const contentsTable = plainNestedFields(document);
  withoutPrompts(document);
  plainRuby(document);
  joinDropCaps(document);
  plainBreaks(document);
  plainSuperscripts(document);
  const nestedTables = plainNestedTables(document);
  const lostPictures = withoutLostPictures(document, isThere);
  return Object.entries({ contentsTable, nestedTables, lostPictures }).flatMap(([code, count]): Remark[] =>
    count > 0 ? [{ code: code as Remark['code'], values: { count } }] : [],
  );
}
