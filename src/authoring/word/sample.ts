import { strToU8, zipSync } from 'fflate';
import type { RecordIndex } from '../../content/record-index.ts';
import { readWord, type WordArticle } from './read-word.ts';

/** Word files for tests, made from the XML of their parts: what is odd in a file can be read where it is tested. */

export interface Sample {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  /** Further relations of the document. */
  readonly relations?: string;
  /** Further parts by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;

/** The built-in styles by the names that every Word gives them, whatever its language. */
const builtIn = [
  ['Title', 'Title'],
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Heading3', 'heading 3'],
  ['Caption', 'caption'],
  ['Quote', 'Quote'],
]
  .map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/></w:style>`,
  )
  .join('');

export const normalStyle = (font = 'Times New Roman'): string =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:style>`;

/** A bulleted list (`numId` 1) and a numbered one (`numId` 2). */
const lists = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`;

/** The bytes of the file. */
export function wordFile({
  body,
  styles,
  numbering,
  footnotes,
  comments,
  relations = '',
  parts = {},
}: Sample): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/document.xml': xml(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rStyles', 'styles', 'styles.xml')}${relation('rNumbering', 'numbering', 'numbering.xml')}${footnotes ? relation('rNotes', 'footnotes', 'footnotes.xml') : ''}${comments ? relation('rComments', 'comments', 'comments.xml') : ''}${relations}</Relationships>`,
    ),
    'word/styles.xml': xml(`<w:styles ${namespaces}>${styles ?? normalStyle()}${builtIn}</w:styles>`),
    'word/numbering.xml': xml(`<w:numbering ${namespaces}>${numbering ?? lists}</w:numbering>`),
    ...(footnotes && { 'word/footnotes.xml': xml(`<w:footnotes ${namespaces}>${footnotes}</w:footnotes>`) }),
    ...(comments && { 'word/comments.xml': xml(`<w:comments ${namespaces}>${comments}</w:comments>`) }),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, one]) => [path, typeof one === 'string' ? strToU8(one) : one]),
    ),
  );
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run of text; `properties` are the elements of its `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of plain words, in a style. */
export const paragraph = (inside: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

/** A paragraph of a list: 1 has bullets, 2 numbers. */
export const item = (text: string, list: 1 | 2, level = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

/** A table of words, or of the XML of paragraphs. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<w:tcPr') || cell.startsWith('<w:p>') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A run with a picture of the relation `id`. */
export const picture = (id: string, alt = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A relation to a picture of the file. */
export const pictureRelation = (id: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/image" Target="${target}"/>`;

/** The smallest PNG: one transparent dot. */
export const dot = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

/**
 * What is read in a file with this body, or this sample.
 * @throws where the file is refused
 */
export async function articleInSample(sample: Sample | string, index: RecordIndex): Promise<WordArticle> {
  const reading = await readWord(wordFile(typeof sample === 'string' ? { body: sample } : sample), index);
  if ('refused' in reading) throw new Error(reading.refused);
  return reading.article;
}
