import { createHash } from 'node:crypto';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { IssueEdition } from '../../editions/issue.ts';
import { translator } from '../../i18n/translate.ts';
import type { TextLicence } from '../../model/licences.ts';
import { element } from '../../model/markup.ts';
import type { ContentsEntry } from './book.ts';
import { writeXhtml, words } from './xhtml.ts';

/** What tells a reading program of a book: its package document, its contents (https://www.w3.org/TR/epub-33/). */

/** A file of the book beside its package document. */
export interface BookFile {
  readonly file: string;
  readonly mediaType: string;
  /** `nav`, `cover-image` */
  readonly properties?: string;
  /** Whether it is one of the documents that are read in order, or one that a link leads to alone. */
  readonly read?: 'in-order' | 'by-link';
}

export interface PackageFacts {
  /** What the issue holds, in a sentence or two. */
  readonly description: string;
  /** Its number. */
  readonly number: number;
  /** The day of its newest change, `2026-11-29`. */
  readonly modified: string;
  readonly textLicence: TextLicence | undefined;
}

export const containerXml = `<?xml version="1.0" encoding="utf-8"?>\n${toXml(
  x('container', { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' }, [
    x('rootfiles', [
      x('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ]),
  ]),
)}\n`;

/** The name of an edition for ever, whatever the domain: a UUID of version 5 from the feed's name of it. */
export function bookIdentifier(record: string, locale: string): string {
  // The name space of addresses (RFC 9562).
  const space = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const hash = createHash('sha1').update(space).update(`ban-tin-huu-nghi/${locale}/${record}`).digest();
  const bytes = Uint8Array.from(hash.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  const part = (from: number, to: number): string => hex.slice(from, to);
  return `urn:uuid:${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
}

/**
 * What is true of every book, in the words of schema.org. No conformity is claimed: nobody has certified one.
 * https://www.w3.org/TR/epub-a11y-11/
 */
const accessibility = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ['accessibilityFeature', 'structuralNavigation'],
  ['accessibilityFeature', 'tableOfContents'],
  ['accessibilityFeature', 'readingOrder'],
  ['accessibilityFeature', 'displayTransformability'],
  ['accessibilityFeature', 'alternativeText'],
  ['accessibilityHazard', 'none'],
] as const;

export function packageDocument(
  edition: IssueEdition,
  files: readonly BookFile[],
  { description, number, modified, textLicence }: PackageFacts,
): string {
  const { locale, record, masthead, title, publisher, day } = edition;
  const t = translator(locale);
  const idOf = ({ file }: BookFile): string => `f-${file.replace(/[^\w-]+/g, '-')}`;
  const meta = (property: string, said: string, refines?: string) =>
    x('meta', { property, ...(refines !== undefined && { refines: `#${refines}` }) }, said);
  const book = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'book',
      'xml:lang': locale,
    },
    [
      x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
        x('dc:identifier', { id: 'book' }, bookIdentifier(record, locale)),
        x('dc:title', title),
        x('dc:language', locale),
        x('dc:creator', { 'xml:lang': publisher.lang }, publisher.text),
        x('dc:publisher', { 'xml:lang': publisher.lang }, publisher.text),
        x('dc:date', day),
        x('dc:description', description),
        ...(textLicence ? [x('dc:rights', `${textLicence.name} ${textLicence.url}`)] : []),
        meta('dcterms:modified', `${modified}T00:00:00Z`),
        x('meta', { property: 'belongs-to-collection', id: 'series' }, masthead),
        meta('collection-type', 'series', 'series'),
        meta('group-position', String(number), 'series'),
        ...accessibility.map(([property, said]) => meta(`schema:${property}`, said)),
        meta('schema:accessibilitySummary', t('issue.epubSummary')),
      ]),
      x(
        'manifest',
        files.map((file) =>
          x('item', {
            id: idOf(file),
            href: file.file,
            'media-type': file.mediaType,
            ...(file.properties !== undefined && { properties: file.properties }),
          }),
        ),
      ),
      x(
        'spine',
        files.flatMap((file) =>
          file.read === undefined
            ? []
            : [x('itemref', { idref: idOf(file), ...(file.read === 'by-link' && { linear: 'no' }) })],
        ),
      ),
    ],
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(book)}\n`;
}

/** The contents: read as a page, and used by the program that shows the book. */
export function contentsDocument(
  { locale, title, contents: { title: heading } }: IssueEdition,
  contents: readonly ContentsEntry[],
  file: string,
): string {
  const list = (entries: readonly ContentsEntry[]) =>
    element(
      'ol',
      {},
      entries.map(({ title: said, href, inside }): ReturnType<typeof element> =>
        element('li', {}, [words('a', said, { href }), ...(inside.length > 0 ? [list(inside)] : [])]),
      ),
    );
  const landmark = (type: string, said: string, href: string) =>
    element('li', {}, [words('a', said, { 'epub:type': type, href })]);
  const [first] = contents;
  return writeXhtml({
    file,
    lang: locale,
    title: heading,
    content: [
      element('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' }, [
        words('h1', heading, { id: 'toc-title' }),
        list(contents),
      ]),
      element('nav', { 'epub:type': 'landmarks', 'aria-label': title, hidden: true }, [
        element('ol', {}, [
          landmark('cover', title, 'cover.xhtml'),
          landmark('toc', heading, `${file}#toc`),
          ...(first ? [landmark('bodymatter', first.title, first.href)] : []),
        ]),
      ]),
    ],
  });
}
