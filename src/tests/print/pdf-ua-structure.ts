/**
 * What the public profile of veraPDF (PDFUA-1) asks of the structure of a file, by its numbers: clause of ISO 14289-1 and
 * test. For tests.
 */
import { elementsOf, type StructureElement } from './structure.ts';

/** Which elements may stand in which; the number of the rule. */
const parents: Readonly<Record<string, readonly [rule: string, allowed: readonly string[]]>> = {
  TR: ['7.2-4', ['Table', 'THead', 'TBody', 'TFoot']],
  THead: ['7.2-5', ['Table']],
  TBody: ['7.2-6', ['Table']],
  TFoot: ['7.2-7', ['Table']],
  TH: ['7.2-8', ['TR']],
  TD: ['7.2-9', ['TR']],
  LI: ['7.2-17', ['L']],
  LBody: ['7.2-18', ['LI']],
  TOCI: ['7.2-26', ['TOC']],
};

/** What may stand in an element, nothing else. */
const children: Readonly<Record<string, readonly [rule: string, allowed: readonly string[]]>> = {
  Table: ['7.2-3', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']],
  TR: ['7.2-10', ['TH', 'TD']],
  THead: ['7.2-36', ['TR']],
  TBody: ['7.2-37', ['TR']],
  TFoot: ['7.2-38', ['TR']],
  L: ['7.2-19', ['L', 'LI', 'Caption']],
  LI: ['7.2-20', ['Lbl', 'LBody']],
  TOC: ['7.2-27', ['TOC', 'TOCI', 'Caption']],
};

/** @param role the standard type that a type stands for */
export function nestingFailures(structure: StructureElement, role: (type: string) => string): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  const levels = new Set<string>();
  for (const element of elementsOf(structure)) {
    const type = role(element.type);
    const kids = element.children.map((child) => role(child.type));
    const count = (wanted: string) => kids.filter((one) => one === wanted).length;
    if (!element.parented) found.push(`7.1-12 ${element.type} does not name its parent`);
    for (const kid of kids) {
      const [rule, allowed] = children[type] ?? [];
      if (allowed && !allowed.includes(kid)) found.push(`${rule ?? ''} ${kid} in ${type}: ${element.text}`);
      const [other, expected] = parents[kid] ?? [];
      if (expected && !expected.includes(type)) found.push(`${other ?? ''} ${kid} in ${type}`);
    }
    if (type === 'Table') {
      if (count('THead') > 1) found.push('7.2-11 more than one THead');
      if (count('TFoot') > 1) found.push('7.2-12 more than one TFoot');
      if (count('TFoot') > 0 && count('TBody') === 0) found.push('7.2-13 TFoot without TBody');
      if (count('THead') > 0 && count('TBody') === 0) found.push('7.2-14 THead without TBody');
      if (kids.slice(1, -1).includes('Caption')) found.push('7.2-16 a Caption in the middle of a table');
      if (count('Caption') > 1) found.push('7.2-39 more than one Caption');
      found.push(...gridFailures(element, role));
    }
    if (type === 'L' && kids.slice(1).includes('Caption')) found.push('7.2-40 a Caption late in a list');
    if (type === 'TOC' && kids.slice(1).includes('Caption')) found.push('7.2-28 a Caption late in a TOC');
    if (element.language !== undefined && !/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(element.language))
      found.push(`7.2-29 ${element.language} is no language tag`);
    if (count('H') > 1) found.push('7.4.4-1 more than one H');
    if (/^H\d?$/.test(type)) levels.add(type === 'H' ? 'H' : 'Hn');
    if (type === 'Formula' && !element.alt) found.push('7.7-1 a formula without words');
    if (type === 'Note') {
      if (!element.id) found.push('7.9-1 a note without ID');
      else if (ids.has(element.id)) found.push(`7.9-2 the ID ${element.id} twice`);
      ids.add(element.id ?? '');
    }
  }
  if (levels.size > 1) found.push('7.4.4-2 both H and H1 to H6');
  return found;
}

/** Every row has as many cells as the first, and every column as many rows, those that span several counted (7.2-41 to 43). */
function gridFailures(table: StructureElement, role: (type: string) => string): string[] {
  const rows = [...elementsOf(table)].filter(({ type }) => role(type) === 'TR');
  const taken = rows.map(() => new Set<number>());
  const found: string[] = [];
  rows.forEach((row, number) => {
    let column = 0;
    for (const { span } of row.children) {
      while (taken[number]?.has(column)) column++;
      for (let down = 0; down < span.rows; down++) {
        const below = taken[number + down];
        if (!below) found.push('7.2-41 a cell spans more rows than there are');
        for (let across = 0; across < span.columns; across++) {
          if (below?.has(column + across)) found.push('7.2-15 two cells in one place');
          below?.add(column + across);
        }
      }
    }
  });
  const [first] = taken;
  const uneven = taken.some((columns) => columns.size !== first?.size);
  return uneven ? [...found, `7.2-42 rows of different lengths: ${table.text.slice(0, 40)}`] : found;
}
