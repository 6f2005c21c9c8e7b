import type { IssueEdition } from '../../editions/issue.ts';
import { translator } from '../../i18n/translate.ts';
import { licencesOf } from '../licences/licences.ts';
import { packBook } from './archive.ts';
import { bookText, type BookSetting } from './book.ts';
import { coverFile } from './cover.ts';
import { cutFace, facesFor, type BookFace } from './faces.ts';
import {
  containerXml,
  contentsDocument,
  packageDocument,
  type BookFile,
  type PackageFacts,
} from './package.ts';
import { bookStyle } from './style.ts';
import { styleFile, words, writeXhtml, type Document } from './xhtml.ts';

/** An edition of an issue as an EPUB 3: https://www.w3.org/TR/epub-33/ */

/** What a book is made of: text, and what pictures and faces it needs. Cheap; to be compared with that of the last time. */
export interface BookPlan {
  /** Files of text by their path in the archive. */
  readonly texts: ReadonlyMap<string, string>;
  readonly faces: readonly BookFace[];
  readonly modified: string;
}

export interface PlanSetting extends Omit<BookSetting, 'coverFile'>, Omit<PackageFacts, 'textLicence'> {
  /** Files of the photographs that stand in the texts. */
  readonly photographs: readonly string[];
}

const contentsFile = 'nav.xhtml';
const licenceFile = 'licences.xhtml';

/** Everything of a book but its pictures and faces themselves. */
export function planBook(edition: IssueEdition, setting: PlanSetting): BookPlan {
  const { locale } = edition;
  const coverName = coverFile(edition);
  const text = bookText(edition, { ...setting, coverFile: coverName });
  const { contents } = text;
  const written = (document: Document) => ({ file: document.file, text: writeXhtml(document) });
  const cover = written(text.cover);
  const sections = text.documents.map(written);
  const said = [cover, ...sections, written(text.colophon(undefined))].map((one) => one.text);
  const faces = facesFor(
    [...said, JSON.stringify(contents), translator(locale)('licence.title')].join(''),
    locale,
  );
  const others = [...sections, written(text.colophon(faces.length > 0 ? licenceFile : undefined))];
  const nav = { file: contentsFile, text: contentsDocument(edition, contents, contentsFile) };
  const licences =
    faces.length > 0 ? [{ file: licenceFile, text: writeXhtml(licencesOfFaces(faces, locale)) }] : [];
  const xhtml = (file: string, read: BookFile['read'], properties?: string): BookFile => ({
    file,
    mediaType: 'application/xhtml+xml',
    read,
    ...(properties !== undefined && { properties }),
  });
  const files: BookFile[] = [
    xhtml(cover.file, 'in-order'),
    xhtml(contentsFile, 'in-order', 'nav'),
    ...others.map(({ file }) => xhtml(file, 'in-order')),
    ...licences.map(({ file }) => xhtml(file, 'by-link')),
    { file: styleFile, mediaType: 'text/css' },
    {
      file: coverName,
      mediaType: coverName.endsWith('png') ? 'image/png' : 'image/jpeg',
      properties: 'cover-image',
    },
    ...setting.photographs.map((file) => ({ file, mediaType: 'image/jpeg' })),
    ...faces.map(({ file }) => ({ file, mediaType: 'font/ttf' })),
  ];
  const inFolder = [
    { file: 'package.opf', text: packageDocument(edition, files, setting) },
    nav,
    cover,
    ...others,
    ...licences,
    { file: styleFile, text: bookStyle(faces) },
  ];
  return {
    texts: new Map([
      ['META-INF/container.xml', containerXml],
      ...inFolder.map(({ file, text }) => [`EPUB/${file}`, text] as const),
    ]),
    faces,
    modified: setting.modified,
  };
}

/** The licences of the faces, which ask to go along, as a page that the colophon leads to. */
function licencesOfFaces(faces: readonly BookFace[], locale: BookFace['locale']): Document {
  const names = [...new Set(faces.map(({ name }) => name))];
  const families = [...new Set(faces.map(({ family }) => family))].join(', ');
  const title = translator(locale)('licence.title');
  return {
    file: licenceFile,
    lang: locale,
    title,
    type: 'backmatter copyright-page',
    content: [
      words('h1', title),
      words('pre', licencesOf(names, families), { lang: 'en', 'xml:lang': 'en' }),
    ],
  };
}

/**
 * Binds a book: the same bytes for the same plan and pictures.
 * @param pictures the cover and all photographs of the plan, by file
 * @param root the project's folder, whose packages the faces are cut from
 */
export async function bindBook(
  { texts, faces, modified }: BookPlan,
  pictures: ReadonlyMap<string, Uint8Array>,
  root: string,
): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array | string>(texts);
  for (const [file, bytes] of pictures) files.set(`EPUB/${file}`, bytes);
  for (const face of faces) files.set(`EPUB/${face.file}`, await cutFace(face, root));
  return packBook(files, modified);
}
