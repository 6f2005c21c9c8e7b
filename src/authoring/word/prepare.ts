import { XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { isSyllable } from '../../content/checks/encodings.ts';
import { decodeOldFont, oldEncodingOf, type OldEncoding } from '../../content/parse/old-encodings.ts';
import type { Remark } from './remarks.ts';
import type { WordParts } from './open-word.ts';
import { oddForms } from './odd-forms.ts';
import { ownHeadings, paragraphStyles, plainForms } from './plain-forms.ts';
import { childNamed, elementsNamed, isElement, parseXml, valueOf } from './word-xml.ts';

/**
 * What has to be known of a Word file before it is read as text: letters in old fonts become Unicode, what is not text
 * is named, what is written in a rare form is put into the common one, and whatever leads out of the file is taken out.
 */

const encoder = new TextEncoder();

/** The parts in which running text stands. */
const textParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;
const stylesParts = /^word\/styles\d*\.xml$/;

/** The font that a run's properties name for Latin letters. */
function fontIn(properties: Element | undefined): string | undefined {
  const fonts = properties && childNamed(properties, 'w:rFonts');
  // Letters beyond ASCII, which old fonts draw as Vietnamese ones, are those of `hAnsi`.
  const named = ['w:hAnsi', 'w:ascii', 'w:cs'].flatMap((name) => fonts?.getAttribute(name) ?? []);
  return named.find((font) => oldEncodingOf(font)) ?? fonts?.getAttribute('w:ascii') ?? named[0];
}

/** The font of each style, its own or that of the style which it is based on; `undefined` as a key is the default. */
function fontsOfStyles(parts: WordParts): (style: string | undefined) => string | undefined {
  const bytes = [...parts].find(([name]) => stylesParts.test(name))?.[1];
  if (!bytes) return () => undefined;
  const document = parseXml(bytes);
  const [defaults] = elementsNamed(document, 'w:rPrDefault');
  const standard = defaults && fontIn(childNamed(defaults, 'w:rPr'));
  const styles = new Map(
    elementsNamed(document, 'w:style').map((style) => {
      const based = childNamed(style, 'w:basedOn')?.getAttribute('w:val');
      return [style.getAttribute('w:styleId') ?? '', { font: fontIn(childNamed(style, 'w:rPr')), based }];
    }),
  );
  const plain = elementsNamed(document, 'w:style').find(
    (style) => style.getAttribute('w:type') === 'paragraph' && style.getAttribute('w:default') === '1',
  );
  const fontOf = (id: string | undefined, seen: ReadonlySet<string>): string | undefined => {
    const style = id === undefined ? undefined : styles.get(id);
    if (!style || id === undefined || seen.has(id)) return undefined;
    return style.font ?? fontOf(style.based ?? undefined, new Set([...seen, id]));
  };
  return (id) => fontOf(id ?? plain?.getAttribute('w:styleId') ?? undefined, new Set()) ?? standard;
}

interface OldRun {
  readonly texts: readonly Element[];
  readonly encoding: OldEncoding;
  readonly capitals: boolean;
}

/**
 * Words of Unicode that were typed in an old font, among others of that font: Word shows them in another face. In a text
 * with letters that only Unicode has, what is a Vietnamese word as it stands was meant so.
 */
function withUnicodeWords(typed: string, decoded: string): string {
  if (!/[\u0100-\uFFFF]/.test(typed)) return decoded;
  const words = typed.split(/(\s+)/);
  const now = decoded.split(/(\s+)/);
  if (words.length !== now.length) return decoded;
  const isUnicode = (word: string): boolean =>
    /[\u0100-\uFFFF]/.test(word) || isSyllable(word.replace(/[^\p{L}\p{M}]/gu, ''));
  return words.map((word, at) => (isUnicode(word) ? word : now[at])).join('');
}

/** Letters of old fonts in one part become Unicode. A letter and its mark may stand in two runs. @returns how many runs */
function decodeFonts(document: Document, fontOfStyle: ReturnType<typeof fontsOfStyles>): Set<OldEncoding> {
  const found = new Set<OldEncoding>();
  for (const paragraph of elementsNamed(document, 'w:p')) {
    const paragraphStyle = valueOf(childNamed(paragraph, 'w:pPr'), 'w:pStyle');
    const runs = elementsNamed(paragraph, 'w:r').flatMap((run): OldRun[] => {
      const properties = childNamed(run, 'w:rPr');
      const font =
        fontIn(properties) ??
        (valueOf(properties, 'w:rStyle') ? fontOfStyle(valueOf(properties, 'w:rStyle')) : undefined) ??
        fontOfStyle(paragraphStyle);
      const old = font === undefined ? undefined : oldEncodingOf(font);
      const texts = [...run.childNodes].filter(isElement).filter((one) => one.nodeName === 'w:t');
      return old && texts.length > 0 ? [{ texts, ...old }] : [];
    });
    const texts = runs.flatMap(({ texts, ...old }) => texts.map((element) => ({ element, ...old })));
    // Taken out of a paragraph within a paragraph (a text box) once, not twice.
    const fresh = texts.filter(({ element }) => element.getAttribute('decoded') !== '1');
    const typed = fresh.map(({ element }) => element.textContent ?? '');
    const written = decodeOldFont(
      fresh.map(({ encoding, capitals }, at) => ({ text: typed[at] ?? '', encoding, capitals })),
    );
    fresh.forEach(({ element, encoding }, at) => {
      element.textContent = withUnicodeWords(typed[at] ?? '', written[at] ?? '');
      element.setAttribute('decoded', '1');
      found.add(encoding);
    });
  }
  return found;
}

/** Relations that lead out of the file, but for links that a reader follows. */
function closeRelations(document: Document): number {
  const outside = elementsNamed(document, 'Relationship').filter(
    (one) =>
      one.getAttribute('TargetMode') === 'External' &&
      !(one.getAttribute('Type') ?? '').endsWith('/hyperlink'),
  );
  for (const one of outside) one.parentNode?.removeChild(one);
  return outside.length;
}

/** Whether a relation of a part leads to another part of the file. */
function relationsOf(parts: WordParts, part: string): (relation: string) => boolean {
  const bytes = parts.get(part.replace(/[^/]+$/, '_rels/$&.rels'));
  const inside = (bytes ? elementsNamed(parseXml(bytes), 'Relationship') : []).flatMap((one) => {
    const target = one.getAttribute('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^(?:\.\/)+/, '')}`;
    const known = parts.has(path) || parts.has(path.replace(/^word\/\.\.\//, ''));
    return one.getAttribute('TargetMode') !== 'External' && known ? [one.getAttribute('Id') ?? ''] : [];
  });
  const ids = new Set(inside);
  return (relation) => ids.has(relation);
}

const wordsIn = (element: Element): string =>
  elementsNamed(element, 'w:t')
    .map((one) => one.textContent ?? '')
    .join('')
    .trim();

/** What is in the file beside plain text, in the order in which an editor will want to look at it. */
function remarksOf(documents: readonly Document[], parts: WordParts): Remark[] {
  const count = (...names: string[]): number =>
    documents.reduce(
      (sum, document) => sum + names.reduce((part, name) => part + elementsNamed(document, name).length, 0),
      0,
    );
  const counted = (code: Remark['code'], number: number): Remark[] =>
    number > 0 ? [{ code, values: { count: number } }] : [];
  const comments = parts.get('word/comments.xml');
  const said = comments ? elementsNamed(parseXml(comments), 'w:comment') : [];
  const macros = [...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  return [
    ...counted('insertions', count('w:ins', 'w:moveTo')),
    ...counted('deletions', count('w:del', 'w:moveFrom')),
    ...said.map((comment): Remark => {
      const author = comment.getAttribute('w:author') ?? '';
      return { code: 'comment', values: { author, text: wordsIn(comment) } };
    }),
    ...counted(
      'textBoxes',
      new Set(documents.flatMap((one) => elementsNamed(one, 'w:txbxContent').map(wordsIn))).size,
    ),
    ...counted('equations', count('m:oMath')),
    ...counted('drawings', count('c:chart', 'dgm:relIds')),
    ...counted('objects', count('o:OLEObject')),
    ...(macros ? [{ code: 'macros', values: {} } as const] : []),
  ];
}

/**
 * The parts with letters of old fonts as Unicode and nothing that leads outside.
 * @throws RefusedWord for a part that is not XML
 */
export function prepareWord(parts: WordParts): { parts: WordParts; remarks: readonly Remark[] } {
  const prepared = new Map<string, Uint8Array>();
  const documents: Document[] = [];
  const asides: Remark[] = [];
  const encodings = new Set<OldEncoding>();
  let outside = 0;
  const fontOfStyle = fontsOfStyles(parts);
  const stylesPart = [...parts].find(([name]) => stylesParts.test(name))?.[1];
  const styles = paragraphStyles(stylesPart && parseXml(stylesPart));
  const serialise = (document: Document): Uint8Array =>
    encoder.encode(new XMLSerializer().serializeToString(document));
  for (const [name, bytes] of parts) {
    if (textParts.test(name)) {
      const document = parseXml(bytes);
      documents.push(document);
      for (const one of decodeFonts(document, fontOfStyle)) encodings.add(one);
      for (const one of elementsNamed(document, 'w:t')) one.removeAttribute('decoded');
      asides.push(...plainForms(document, styles), ...oddForms(document, relationsOf(parts, name)));
      prepared.set(name, serialise(document));
    } else if (stylesParts.test(name)) {
      const document = parseXml(bytes);
      for (const one of ownHeadings(document)) document.documentElement?.appendChild(one);
      prepared.set(name, serialise(document));
    } else if (name.endsWith('.rels')) {
      const document = parseXml(bytes);
      outside += closeRelations(document);
      prepared.set(name, serialise(document));
    } else if (!/vbaProject|vbaData/i.test(name)) prepared.set(name, bytes);
  }
  const remarks: Remark[] = [
    ...[...encodings].map((encoding): Remark => ({ code: 'oldFont', values: { encoding } })),
    ...remarksOf(documents, parts),
    ...asides,
    ...(outside > 0 ? [{ code: 'outside', values: { count: outside } } as const] : []),
  ];
  return { parts: prepared, remarks };
}
