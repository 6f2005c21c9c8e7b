import type { Markup } from './markup.ts';

/** The body of a text as plain data: what Markdown makes, and the short list of components that editors have. */

/** A component that may stand in a text, with its attributes. */
export interface ComponentSpec {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Of an attribute that is one of a few words: which. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/**
 * How large a photograph stands on paper: in one of the two columns, over both, or as large as a page takes it, at the
 * head of its article, which then begins a page. On the screen the last two are wider than the text.
 */
export const photoSizes = ['column', 'wide', 'page'] as const;
export type PhotoSize = (typeof photoSizes)[number];

export const components = {
  Figure: {
    required: ['src', 'alt'],
    optional: ['caption', 'credit', 'size'],
    words: { size: photoSizes },
  },
  Gallery: { required: [], optional: ['caption'] },
  PullQuote: { required: [], optional: ['by'] },
  Note: { required: [], optional: ['title'] },
} as const satisfies Record<string, ComponentSpec>;
export type ComponentName = keyof typeof components;
export const componentNames = Object.keys(components) as ComponentName[];

/** A piece of a text: what Markdown makes (`content/parse/allowed-markup.ts`), or a component around further pieces. */
export type BodyNode =
  | { readonly markup: readonly Markup[] }
  | {
      readonly component: ComponentName;
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly BodyNode[];
    };

export interface Body {
  readonly nodes: readonly BodyNode[];
  /** The words alone, paragraphs separated by a line break: for feeds, fingerprints and counting. */
  readonly text: string;
}
