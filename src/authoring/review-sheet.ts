import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { answerCode, type Doubt, type Passage } from './review.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import { element, text } from '../model/markup.ts';
import { locales, originalLocale, type EditorLocale, type Locale } from '../model/locales.ts';

/**
 * Passages for a reader who knows the language, as one HTML file without scripts that asks no other host.
 *
 * HTML, because every computer opens it, and Word, LibreOffice and Google Docs too. An answer is typed into a cell that
 * may be edited (`contenteditable` needs no script, and unlike a form field its words are in what a browser saves as
 * “web page, complete”), written by hand on paper, or typed in a word processor. The code before each answer is plain
 * text, so that answers are found again whatever was made of the markup.
 */

export interface Sheet {
  readonly locale: Locale;
  readonly passages: readonly Passage[];
  /** How many passages are doubtful, with those that were left for another sheet. */
  readonly doubtful: number;
  /** The day on which it was made, `YYYY-MM-DD`. */
  readonly day: string;
}

const style = `
body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:1rem/1.7 "Noto Serif","Noto Serif Lao","Noto Serif Khmer","Leelawadee UI","Lao Sangam MN","Khmer Sangam MN",serif;color:#111;background:#fff}
h1{font-size:1.5rem}
h2{font-size:1.1rem;margin:2.5rem 0 .5rem;break-after:avoid}
table{width:100%;border-collapse:collapse;margin:0 0 1.5rem;break-inside:avoid}
th,td{width:50%;border:1px solid #666;padding:.4rem .6rem;vertical-align:top;text-align:start}
th{font-size:.85rem;background:#eee}
ul{margin:.2rem 0;padding-inline-start:1.2rem}
.answer{min-height:3.4em}
.answer:focus{outline:2px solid #a40}
.code{font-size:.75rem;color:#444;overflow-wrap:anywhere}
@page{size:A4;margin:15mm}
@media print{body{margin:0;max-width:none;font-size:10pt}}
`;

const inLine = (name: string, words: string, more: Element['properties'] = {}): Element =>
  element(name, more, [text(words)]);

const doubtKeys: Readonly<Record<Doubt['kind'], EditorKey>> = {
  term: 'review.doubt.term',
  name: 'review.doubt.name',
  amount: 'review.doubt.amount',
};

/** The whole file. The same sheet gives the same bytes. */
export function reviewSheet({ locale, passages, doubtful, day }: Sheet, editor: EditorLocale): string {
  const language = locales[locale].name;
  const say = (key: EditorKey, values: Readonly<Record<string, string | number>> = {}): string =>
    editorText(key, editor, { language, ...values });

  const doubtItem = (doubt: Doubt): Element => {
    const agreed = doubt.kind === 'term' ? doubt.agreed.map((one) => `“${one}”`).join(', ') : '';
    return inLine('li', say(doubtKeys[doubt.kind], { value: doubt.value, agreed }));
  };
  const row = (...cells: Element[]): Element => element('tr', {}, cells);
  const wide = (...children: Element['children']): Element => element('td', { colSpan: 2 }, children);
  const words = (of: string, lang: Locale): Element =>
    element(
      'td',
      { lang },
      of.split('\n').map((one) => inLine('p', one)),
    );
  const passageTable = (passage: Passage): Element =>
    element('table', {}, [
      element('tbody', {}, [
        row(
          inLine('th', locales[originalLocale].name, { scope: 'col' }),
          inLine('th', language, { scope: 'col' }),
        ),
        row(words(passage.original, originalLocale), words(passage.translation, locale)),
        row(wide(element('ul', {}, passage.doubts.map(doubtItem)))),
        row(
          wide(
            inLine('p', `${answerCode(passage)} [[`, { className: ['code'] }),
            element(
              'div',
              {
                className: ['answer'],
                lang: locale,
                contentEditable: 'true',
                role: 'textbox',
                ariaMultiLine: 'true',
                ariaLabel: say('review.answer'),
              },
              [element('br', {}, [])],
            ),
            inLine('p', ']]', { className: ['code'] }),
          ),
        ),
      ]),
    ]);

  const records = Map.groupBy(passages, ({ record }) => record);
  const parts = [...records].flatMap(([record, own]) => [
    inLine('h2', [record, ...(own[0]?.sources ?? [])].join(' · ')),
    ...own.map(passageTable),
  ]);
  const counts = { shown: passages.length, doubtful, records: records.size, day };
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = element('html', { lang: editor }, [
    element('head', {}, [
      element('meta', { charSet: 'utf-8' }, []),
      element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }, []),
      element('meta', { name: 'viewport', content: 'width=device-width' }, []),
      inLine('title', say('review.title')),
      inLine('style', style),
    ]),
    element('body', {}, [
      inLine('h1', say('review.title')),
      inLine('p', say('review.intro', counts)),
      element(
        'ol',
        {},
        (['review.how.write', 'review.how.right', 'review.how.codes', 'review.how.back'] as const).map(
          (key) => inLine('li', say(key)),
        ),
      ),
      ...parts,
    ]),
  ]);
  return `${toHtml([{ type: 'doctype' }, page])}\n`;
}
