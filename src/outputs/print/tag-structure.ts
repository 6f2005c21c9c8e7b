/**
 * Tells the structure of a PDF what Chromium leaves out of it: the bodies of list entries, facts as lists, the contents
 * as contents, languages other than the document's, and the spaces at which lines were broken (ISO 14289-1, 7.2, 7.6).
 */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import { countLetters, spacesIn } from './letters.ts';
import { matchPassages, type Passage } from './passages.ts';
import type { Run } from './searchable-text.ts';
import { nodesOf, setType, structureOf, typeOf, wrap, type StructureNode } from './structure-tree.ts';

/** A text of the structure: what was drawn of it, and what the page says there. */
interface Leaf {
  readonly node: StructureNode;
  readonly runs: readonly Run[];
  readonly passage: Passage | undefined;
}

/**
 * Changes the structure in place.
 * @param runs what the pages say (`makeSearchable`)
 * @returns the runs behind which a space belongs
 */
export function tagStructure(pdf: PDFDocument, runs: readonly Run[], passages: readonly Passage[]): Run[] {
  const tree = structureOf(pdf);
  const leaves = leavesOf(tree, runs, passages);
  const passageOf = new Map(leaves.map(({ node, passage }) => [node, passage]));
  tagLanguages(tree, passageOf);
  tagFacts(pdf, tree, passageOf);
  tagContents(pdf, tree, passageOf);
  tagLists(pdf, tree);
  tagTables(tree);
  return leaves.flatMap((leaf, index) => brokenAtSpaces(leaf, leaves[index + 1]));
}

function leavesOf(
  tree: readonly StructureNode[],
  runs: readonly Run[],
  passages: readonly Passage[],
): Leaf[] {
  const runsOf = Map.groupBy(runs, ({ page, number }) => `${page} ${number ?? ''}`);
  const texts = nodesOf(tree).flatMap((node) => {
    const own = node.marks.flatMap(({ page, number }) => runsOf.get(`${page} ${number}`) ?? []);
    return own.length > 0 ? [{ node, runs: own }] : [];
  });
  const matched = matchPassages(
    texts.map((one) => one.runs.map(({ text }) => text).join('')),
    passages,
  );
  return texts.map((one, index) => ({ ...one, passage: matched[index] }));
}

/** The runs of a text behind which the page has a space and the PDF, being at the end of a line there, has none. */
function brokenAtSpaces({ runs, passage }: Leaf, after: Leaf | undefined): Run[] {
  if (!passage) return [];
  const spaces = spacesIn(passage.words);
  let letters = 0;
  return runs.filter(({ text }, index) => {
    letters += countLetters(text);
    const next = runs[index + 1] ?? after?.runs[0];
    const last = index === runs.length - 1;
    const wanted = spaces.has(letters) || (last && passage.spaced);
    return wanted && !/\s$/.test(text) && !/^\s/.test(next?.text ?? '');
  });
}

type PassageOf = ReadonlyMap<StructureNode, Passage | undefined>;

/** The passages of the texts in an element. */
const passagesIn = (node: StructureNode, passageOf: PassageOf): (Passage | undefined)[] =>
  nodesOf([node]).flatMap((one) => (passageOf.has(one) ? [passageOf.get(one)] : []));

/** Says the language of the outermost elements that are in one of their own throughout. */
function tagLanguages(nodes: readonly StructureNode[], passageOf: PassageOf): void {
  for (const node of nodes) {
    const found = passagesIn(node, passageOf);
    const [language] = found.map((one) => one?.language);
    if (language !== undefined && found.every((one) => one?.language === language)) {
      node.dict.set(PDFName.of('Lang'), PDFString.of(language));
    } else if (found.some((one) => one?.language !== undefined)) tagLanguages(node.children, passageOf);
  }
}

/** Facts are a list: each name is the label of an entry, what follows it its body. */
function tagFacts(pdf: PDFDocument, tree: readonly StructureNode[], passageOf: PassageOf): void {
  for (const node of nodesOf(tree)) {
    if (typeOf(node) !== 'NonStruct') continue;
    const parts = node.children.map((child) => passagesIn(child, passageOf).find((one) => one)?.part);
    if (parts[0] !== 'term' || !parts.includes('definition')) continue;
    const entries: StructureNode[][] = [];
    node.children.forEach((child, index) => {
      if (parts[index] === 'term') entries.push([]);
      entries.at(-1)?.push(child);
    });
    setType(node, 'L');
    const made = wrap(
      pdf,
      node,
      entries.map((nodes) => ({ type: 'LI', nodes })),
    );
    entries.forEach(([name, ...facts], index) => {
      const entry = made[index];
      if (!name || !entry) return;
      setType(name, 'Lbl');
      if (facts.length > 0) wrap(pdf, entry, [{ type: 'LBody', nodes: facts }]);
    });
  }
}

/** An entry of a list holds its label and its body, nothing else (ISO 32000-1, table 336). */
function tagLists(pdf: PDFDocument, tree: readonly StructureNode[]): void {
  for (const node of nodesOf(tree)) {
    if (typeOf(node) !== 'LI') continue;
    const nodes = node.children.filter((child) => typeOf(child) !== 'Lbl' && typeOf(child) !== 'LBody');
    if (nodes.length > 0) wrap(pdf, node, [{ type: 'LBody', nodes }]);
  }
}

/** The contents of the issue: entries that refer to where something begins. */
function tagContents(pdf: PDFDocument, tree: readonly StructureNode[], passageOf: PassageOf): void {
  for (const node of nodesOf(tree)) {
    if (typeOf(node) !== 'L') continue;
    const found = passagesIn(node, passageOf).filter((one) => one !== undefined);
    if (found.length === 0 || found.some(({ part }) => part !== 'contents')) continue;
    setType(node, 'TOC');
    for (const entry of node.children) {
      setType(entry, 'TOCI');
      wrap(pdf, entry, [{ type: 'Reference', nodes: entry.children }]);
    }
  }
}

/**
 * A cell spans no more columns than the table has. Chromium leaves out cells without words, such as that of a bar beside
 * its number, and the heading above both still spans them.
 */
function tagTables(tree: readonly StructureNode[]): void {
  for (const node of nodesOf(tree)) {
    if (typeOf(node) !== 'Table') continue;
    const rows = nodesOf([node]).filter((one) => typeOf(one) === 'TR');
    const spans = rows.map((row) => row.children.map((cell) => columnSpan(cell)));
    const width = Math.max(
      0,
      ...spans.filter((row) => row.every((one) => (one?.columns ?? 1) === 1)).map((row) => row.length),
    );
    for (const row of width > 0 ? spans : []) {
      let excess = row.reduce((sum, one) => sum + (one?.columns ?? 1), 0) - width;
      for (const cell of row) {
        if (!cell || excess <= 0) continue;
        const taken = Math.min(excess, cell.columns - 1);
        cell.set(cell.columns - taken);
        excess -= taken;
      }
    }
  }
}

/** How many columns a cell spans, where it is said. */
function columnSpan({
  dict,
}: StructureNode): { columns: number; set: (columns: number) => void } | undefined {
  const key = PDFName.of('ColSpan');
  const attributes = dict.lookup(PDFName.of('A'));
  const all = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
  for (const one of all) {
    const found = dict.context.lookup(one);
    const columns = found instanceof PDFDict ? found.lookup(key) : undefined;
    if (!(found instanceof PDFDict) || !(columns instanceof PDFNumber)) continue;
    return { columns: columns.asNumber(), set: (value) => found.set(key, PDFNumber.of(value)) };
  }
  return undefined;
}
