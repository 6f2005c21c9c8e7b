import type { Element as MarkupElement } from 'hast';
import type { BodyNode } from '../../model/body.ts';
import { markupIn, type Markup } from '../../model/markup.ts';

/**
 * The text of a record as elements of a document, as the components of the site make it. Content has been compiled to a
 * tree of allowed elements, and is put together element by element: there is no markup that could be run.
 */

export interface BodySetting {
  /** The document of the preview. */
  readonly document: Document;
  readonly pictureUrl: (src: string) => string | undefined;
  /** The label of a note without a title. */
  readonly note: string;
}

/** The attributes that an allowed element can have, as they are called in a document. */
function setAttributes(dom: HTMLElement, { tagName, properties }: MarkupElement): void {
  for (const [name, value] of Object.entries(properties)) {
    // An address is shown, not followed.
    if (name === 'href') dom.title = String(value);
    else if (name === 'className') dom.className = Array.isArray(value) ? value.join(' ') : String(value);
    else if (name === 'style') dom.style.textAlign = /(left|right|center)/.exec(String(value))?.[1] ?? '';
    else if (name === 'title' || name === 'start' || name === 'type') dom.setAttribute(name, String(value));
    else if (name === 'checked' || name === 'disabled') dom.toggleAttribute(name, value === true);
  }
  if (tagName === 'a') dom.setAttribute('href', '#');
}

function markup(nodes: readonly Markup[], setting: BodySetting): Node[] {
  const { document } = setting;
  return nodes.map((node) => {
    if (node.type === 'text') return document.createTextNode(node.value);
    const dom = document.createElement(node.tagName);
    setAttributes(dom, node);
    dom.append(...markup(markupIn(node), setting));
    return dom;
  });
}

/** An element with a class and what stands in it. */
function made(
  document: Document,
  tag: string,
  className: string,
  children: readonly (Node | string)[],
): HTMLElement {
  const dom = document.createElement(tag);
  if (className !== '') dom.className = className;
  dom.append(...children);
  return dom;
}

function figure(
  attributes: Readonly<Record<string, string>>,
  { document, pictureUrl }: BodySetting,
): HTMLElement {
  const { src = '', alt = '', caption, credit, size = '' } = attributes;
  const picture = document.createElement('img');
  picture.alt = alt;
  const url = pictureUrl(src);
  if (url !== undefined) picture.src = url;
  const words = [caption, credit].filter((one): one is string => one !== undefined && one !== '');
  const below = words.length > 0 ? [made(document, 'figcaption', '', [words.join(' · ')])] : [];
  return made(document, 'figure', size, [picture, ...below]);
}

/** What stands for the nodes of a text. */
export function bodyDom(nodes: readonly BodyNode[], setting: BodySetting): Node[] {
  const { document } = setting;
  return nodes.flatMap((node): Node[] => {
    if ('markup' in node) return markup(node.markup, setting);
    const { attributes } = node;
    const inner = bodyDom(node.children, setting);
    switch (node.component) {
      case 'Figure':
        return [figure(attributes, setting)];
      case 'Gallery': {
        const caption = attributes['caption'];
        const below = caption ? [made(document, 'figcaption', '', [caption])] : [];
        return [
          made(document, 'figure', 'gallery-frame', [made(document, 'div', 'gallery', inner), ...below]),
        ];
      }
      case 'PullQuote': {
        const by = attributes['by'];
        const below = by ? [made(document, 'p', 'meta', [by])] : [];
        return [made(document, 'div', 'pull-quote', [...inner, ...below])];
      }
      case 'Note': {
        const title = attributes['title'];
        const above = title ? [made(document, 'p', 'note-title', [title])] : [];
        const note = made(document, 'div', 'note', [...above, ...inner]);
        note.setAttribute('role', 'group');
        note.setAttribute('aria-label', title ?? setting.note);
        return [note];
      }
    }
  });
}
