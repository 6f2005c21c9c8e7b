import type { Element, ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { foreignLang } from '../../i18n/foreign-lang.ts';
import { element, text } from '../../model/markup.ts';
import type { Locale } from '../../model/locales.ts';

/** A document of a book: XHTML, as EPUB asks for. */

export interface Document {
  /** Its file in the book, without folder. */
  readonly file: string;
  readonly lang: Locale | 'en';
  readonly title: string;
  /** What it is, by the vocabulary of EPUB: https://www.w3.org/TR/epub-ssv/ */
  readonly type?: string;
  readonly content: readonly ElementContent[];
}

/** The style sheet of every document. */
export const styleFile = 'book.css';

/** A document as a file, the same bytes for the same content. */
export function writeXhtml({ lang, title, type, content }: Document): string {
  const page = element('html', { 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang, 'xml:lang': lang }, [
    element('head', {}, [
      element('title', {}, [text(title)]),
      element('link', { rel: ['stylesheet'], type: 'text/css', href: styleFile }, []),
    ]),
    element('body', type === undefined ? {} : { 'epub:type': type }, [...content]),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${toXml(toXast(page))}\n`;
}

export const words = (tag: string, said: string, properties: Element['properties'] = {}): Element =>
  element(tag, properties, [text(said)]);

/** What says of an element that it is in another language than the book; nothing of one that is not. */
export function languageOf(lang: Locale | undefined, locale: Locale): Element['properties'] {
  const foreign = foreignLang(lang, locale);
  return { lang: foreign, 'xml:lang': foreign };
}

/** Makes markup of words of the book's language. */
export type SetWords = (said: string) => ElementContent[];

/** Words in whichever language they are. */
export const wordsIn = (
  tag: string,
  { text: said, lang }: { readonly text: string; readonly lang?: Locale },
  locale: Locale,
  set: SetWords,
): Element =>
  element(tag, languageOf(lang, locale), foreignLang(lang, locale) === undefined ? set(said) : [text(said)]);
