import type { Element, ElementContent } from 'hast';
import type { BodyNode } from '../../model/body.ts';
import { translator } from '../../i18n/translate.ts';
import { element, lowerHeadings, type Markup } from '../../model/markup.ts';
import { copyName } from '../../model/photos.ts';
import { withLineEnds } from './flow.ts';
import { leadLinks, type LinkSetting } from './links.ts';
import { words } from './xhtml.ts';

/** The text of a record as it stands in a book. */

export interface Photograph {
  /** Folder of its record below `content/`, and the name of its file there. */
  readonly record: string;
  readonly file: string;
}

/** The photographs of a text, in its order. */
export const photographsOf = (nodes: readonly BodyNode[], record: string): Photograph[] =>
  nodes.flatMap((node) => {
    if ('markup' in node) return [];
    const { src } = node.attributes;
    return node.component === 'Figure' && src !== undefined
      ? [{ record, file: src.replace(/^\.\//, '') }]
      : photographsOf(node.children, record);
  });

export interface BodySetting extends LinkSetting {
  /** Folder of the record below `content/`. */
  readonly record: string;
  /** By how many levels the headings are lowered. */
  readonly lower: number;
}

export function bodyOf(nodes: readonly BodyNode[], setting: BodySetting): ElementContent[] {
  const { locale, record, bulletin, lower } = setting;
  const t = translator(locale);
  const set = (markup: readonly Markup[]): Markup[] =>
    withLineEnds(lowerHeadings(leadLinks(markup, setting), lower), locale, bulletin);
  const line = (said: string, tag: string, className: string): Element =>
    element(tag, { className: [className] }, set([{ type: 'text', value: said }]));
  return nodes.flatMap((node): ElementContent[] => {
    if ('markup' in node) return set(node.markup);
    const { src = '', alt = '', caption, credit, by, title } = node.attributes;
    const children = bodyOf(node.children, setting);
    switch (node.component) {
      case 'Figure':
        return [
          element('figure', {}, [
            element('img', { src: copyName(record, src), alt }, []),
            ...(caption || credit
              ? [
                  element('figcaption', {}, [
                    ...(caption ? set([{ type: 'text', value: `${caption} ` }]) : []),
                    ...(credit ? [words('small', t('entry.credit', { name: credit }))] : []),
                  ]),
                ]
              : []),
          ]),
        ];
      case 'Gallery':
        return [
          element('div', { className: ['gallery'] }, children),
          ...(caption ? [line(caption, 'p', 'caption')] : []),
        ];
      case 'PullQuote':
        // Without a speaker it says again what the text says: for the eye alone.
        return by ? [element('blockquote', {}, [...children, line(by, 'p', 'by')])] : [];
      case 'Note':
        return [
          // A landmark each would fill the list of them.
          element('aside', { role: 'note', 'aria-label': title ?? t('entry.note') }, [
            ...(title ? [line(title, 'p', 'note-title')] : []),
            ...children,
          ]),
        ];
    }
  });
}
