import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { localeOfPath } from '../../i18n/urls.ts';
import { localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import { nonEmpty } from '../non-empty.ts';
import { html, pages } from './site.ts';

/** Words and marks of one language do not stand in the pages of another, unless they are marked as what they are. */

/** What is read in `own` on a page: not the names and texts that say that they are of another language. */
function ownWords(node: Nodes, own: Locale, lang: string = own): string {
  if (node.type === 'text') return lang === own ? node.value : '';
  if (!('children' in node)) return '';
  const { properties, tagName } = node.type === 'element' ? node : { properties: undefined, tagName: '' };
  if (['script', 'style', 'template'].includes(tagName)) return '';
  const inside = typeof properties?.lang === 'string' ? properties.lang : lang;
  return node.children.map((one) => ownWords(one, own, inside)).join('');
}

/** Words that nearly every Vietnamese sentence has, and that are in no name. */
const vietnamese = /.{0,30}(?<![\p{L}\p{M}])(?:và|của|tại|các|được|không)(?![\p{L}\p{M}]).{0,30}/giu;
/** A half-width bracket before or behind a Chinese character. */
const halfWidth = /.{0,20}(?:\(\p{Script=Han}|\p{Script=Han}\)).{0,20}/gu;

/** What `pattern` finds on the pages of a language, each with its page. */
function foundIn(locale: Locale, pattern: RegExp): string[] {
  const own = pages.filter((path) => localeOfPath(path) === locale);
  return nonEmpty(own, `pages in ${locale}`).flatMap((path) => {
    const words = ownWords(fromHtml(html(path)), locale);
    // A page of which nothing is read would have no fault.
    expect({ path, read: words.trim() !== '' }).toEqual({ path, read: true });
    return [...words.matchAll(pattern)].map(([hit]) => `${path}: ${hit}`);
  });
}

describe('what these tests look for is found', () => {
  const words = (markup: string): string => ownWords(fromHtml(markup, { fragment: true }), 'zh');

  test('where it is not marked, and not where it is', () => {
    expect(words('<p>广治 và <span lang="vi">Huế và Lào</span></p>').match(vietnamese)).toHaveLength(1);
    expect(words('<p lang="vi">Huế và Lào <b lang="zh">(主持)</b></p>').match(halfWidth)).toHaveLength(1);
    expect(words('<p>广治（主持）(VFP)</p>').match(halfWidth)).toBeNull();
  });
});

test.each(localeCodes.filter((code) => code !== originalLocale))(
  'no Vietnamese word stands unmarked on the pages in %s',
  (locale) => {
    expect(foundIn(locale, vietnamese)).toEqual([]);
  },
);

test('brackets beside Chinese characters are full-width', () => {
  expect(foundIn('zh', halfWidth)).toEqual([]);
});
