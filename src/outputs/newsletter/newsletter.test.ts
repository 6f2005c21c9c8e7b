import { caniemail } from 'caniemail';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { newsletterEdition, type NewsletterEdition } from '../../editions/newsletter.ts';
import { absoluteUrls } from '../../i18n/urls.ts';
import type { Locale } from '../../model/locales.ts';
import { fixtureBulletin } from '../../tests/fixture-bulletin.ts';
import { colours } from './colours.ts';
import { newsletterDraft } from './draft.ts';
import { newsletterHtml } from './html.ts';
import { bandPath, picturePath } from './paths.ts';
import { newsletterText, textWidth } from './text.ts';
import { columnsOf, wrap } from './wrap.ts';

const bulletin = fixtureBulletin();
const addressOf = absoluteUrls('https://ban-tin.org', '/b');
const plain = newsletterEdition(bulletin, bulletin.get('issues', '2023-2'), 'vi');
const [section] = plain.sections;
const [item] = section?.items ?? [];
if (!section || !item) throw new Error('The fixture has no newsletter with an item.');

const khmer = 'សហភាពអង្គការមិត្តភាពខេត្តក្វាងទ្រីបានប្រគល់អាហារូបករណ៍ចំនួន ៦០ ដល់សិស្សនៅខេត្តរតនគិរី។';
/** With everything that a letter may have. */
const letterIn = (locale: Locale): NewsletterEdition => ({
  ...plain,
  locale,
  cover: { record: 'issues/2023-2', file: 'bia.jpg', alt: 'Cây cầu', credit: 'Bản tin' },
  sections: [
    {
      ...section,
      items: [
        { ...item, picture: { record: 'stories/2023/x', file: 'a.png', alt: 'Hai người <bạn>' } },
        { ...item, title: khmer, summary: khmer.repeat(3) },
      ],
    },
  ],
  others: [{ locale: 'lo', name: 'ລາວ' }],
});
const letter = letterIn('km');
const pictures = new Map([
  [picturePath('2023-2', 'issues/2023-2', 'bia.jpg'), { width: 600, height: 400 }],
  [picturePath('2023-2', 'stories/2023/x', 'a.png'), { width: 300, height: 200 }],
  [bandPath('2023-2'), { width: 600, height: 75 }],
]);
const html = newsletterHtml(letter, { addressOf, pictures });
const text = newsletterText(letter, addressOf);

const elementsIn = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));
const elements = elementsIn(fromHtml(html));
/** The style of the first paragraph. */
const fromHtmlStyle = (page: string): string =>
  String(elementsIn(fromHtml(page)).find(({ tagName }) => tagName === 'p')?.properties['style']);
const named = (tag: string): Element[] => elements.filter(({ tagName }) => tagName === tag);

describe('the HTML of a newsletter', () => {
  test('is valid, but for the attributes by which Outlook lays out', async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
      rules: { 'no-deprecated-attr': 'off' },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map((one) => one.message))).toEqual([]);
  });

  test('uses what Outlook, Gmail, Apple Mail and Samsung show, and where they do not, nothing is lost', () => {
    const { issues } = caniemail({
      clients: ['gmail.*', 'outlook.*', 'apple-mail.*', 'samsung-email.*'],
      html,
    });
    // Dark colours are chosen by the program there; the preheader shows as a pale line of one pixel; the letter has its
    // colour, and tables their sense, also without the attribute.
    const harmless = [
      'color-scheme CSS property',
      'color-scheme meta tag',
      '@media',
      '<style> element',
      'display:none',
      '<body> element',
      'role attribute',
    ];
    const found = [...issues.errors.values()].flatMap((list) => list.map(({ title }) => title));
    expect(found).toContain('color-scheme meta tag');
    expect(found.filter((title) => !harmless.includes(title))).toEqual([]);
  });

  test('leads to the public site alone, below its path', () => {
    const addresses = elements.flatMap(({ properties: { href, src } }) => [href, src].filter(Boolean));
    expect(addresses.length).toBeGreaterThan(6);
    expect(addresses.filter((one) => !String(one).startsWith('https://ban-tin.org/b/'))).toEqual([]);
    expect(html).toContain('href="https://ban-tin.org/b/km/activities/2023/hoc-bong/"');
  });

  test('has no script, no form, nothing from elsewhere, nothing that counts readers', () => {
    expect(
      elements.filter(({ tagName }) => /^(script|form|iframe|link|object|input)$/.test(tagName)),
    ).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|\son\w+=/);
    const unseen = named('img').filter(
      ({ properties: { width, height } }) => Number(width) * Number(height) < 100,
    );
    expect(unseen).toEqual([]);
  });

  test('describes its pictures, but for the cloth, and gives their size', () => {
    expect(named('img').map(({ properties: { alt, width, height } }) => [alt, width, height])).toEqual([
      ['Cây cầu', 600, 400],
      ['Hai người <bạn>', 300, 200],
      ['', 600, 75],
    ]);
  });

  test('says its language on what mail programs leave of it', () => {
    expect(named('html')[0]?.properties).toMatchObject({ lang: 'km', dir: 'ltr' });
    expect(named('div')[0]?.properties).toMatchObject({ lang: 'km', dir: 'ltr' });
    expect(named('a').find(({ properties }) => properties['hrefLang'] === 'lo')?.properties['lang']).toBe(
      'lo',
    );
  });

  test('begins with the summary, which lists of letters show behind the subject', () => {
    const body = named('body')[0];
    const first =
      body && elementsIn(body).find(({ children }) => children.some((one) => one.type === 'text'));
    expect(first?.children).toEqual([expect.objectContaining({ value: plain.summary })]);
  });

  test('has the colours of the site by day and by night', () => {
    const css = readFileSync(join(projectRoot, 'src/styles/tokens.css'), 'utf8');
    const [day = '', night = ''] = css.split('prefers-color-scheme: dark');
    for (const [name, colour] of Object.entries(colours)) {
      expect(day).toContain(`--${name}: ${colour.day};`);
      expect(night).toContain(`--${name}: ${colour.night};`);
      expect(html).toContain(colour.day);
      expect(html).toContain(colour.night);
    }
  });

  test('leaves out a picture that is not there', () => {
    expect(newsletterHtml(letter, { addressOf, pictures: new Map() })).not.toContain('<img');
  });
});

describe('ranks in a letter', () => {
  const ranked: NewsletterEdition = {
    ...plain,
    sections: [
      {
        ...section,
        items: [
          { ...item, rank: 'lead', title: 'Bài đầu', numeral: { value: '98', words: 'người' } },
          { ...item, rank: 'standard', title: 'Bài giữa' },
          { ...item, rank: 'brief', title: 'Tin một', summary: 'Lời của tin.' },
          { ...item, rank: 'brief', title: 'Tin hai', summary: 'Lời của tin.' },
        ],
      },
    ],
  };
  const page = newsletterHtml(ranked, { addressOf, pictures });
  const all = elementsIn(fromHtml(page));
  const wordsOf = (node: Element): string =>
    node.children
      .map((one) => (one.type === 'text' ? one.value : one.type === 'element' ? wordsOf(one) : ''))
      .join('');
  const sizeOf = (words: string): number => {
    const found = all.find((one) => /^(?:h3|p)$/.test(one.tagName) && wordsOf(one).startsWith(words));
    return Number(/font-size: (\d+)px/.exec(String(found?.properties['style']))?.[1]);
  };

  test('the headline of a lead is the largest, then an article’s, then a brief line', () => {
    const [lead, standard, brief] = [sizeOf('Bài đầu'), sizeOf('Bài giữa'), sizeOf('Tin một')];
    expect(lead).toBeGreaterThan(standard);
    expect(standard).toBeGreaterThan(brief);
    expect(sizeOf('98')).toBeGreaterThan(lead);
  });

  test('brief items are lines of one row, without headings and summaries', () => {
    const rows = all.filter(({ tagName }) => tagName === 'td').map(wordsOf);
    expect(rows.filter((row) => row.includes('Tin một') && row.includes('Tin hai'))).toHaveLength(1);
    expect(all.filter(({ tagName }) => tagName === 'h3').map(wordsOf)).toEqual(['Bài đầu', 'Bài giữa']);
    expect(page).not.toContain('Lời của tin.');
  });

  test('as plain text they are a list of titles and addresses', () => {
    const said = newsletterText(ranked, addressOf);
    const address = addressOf(item.path, 'vi');
    expect(said).toContain(`\n* Tin một\n  ${address}\n* Tin hai\n  ${address}\n`);
    expect(said).not.toContain('Lời của tin.');
  });
});

describe('what Outlook needs', () => {
  test('no picture of an item is broader than its cell without the space beside it', () => {
    const sizes = new Map([...pictures.keys()].map((path) => [path, { width: 600, height: 400 }] as const));
    const page = newsletterHtml(letter, { addressOf, pictures: sizes });
    const shown = elementsIn(fromHtml(page)).filter(({ tagName }) => tagName === 'img');
    expect(shown.map(({ properties: { width, height } }) => [width, height])).toEqual([
      [600, 400],
      [560, 373],
      [600, 400],
    ]);
  });

  test('every table says its space and its seams, every text its lines', () => {
    const tables = named('table');
    expect(tables.length).toBeGreaterThan(0);
    for (const { properties } of tables)
      expect(properties['style']).toContain('mso-table-lspace: 0pt; mso-table-rspace: 0pt');
    const texts = elements.filter(({ tagName }) => /^(?:p|h[1-3])$/.test(tagName));
    expect(texts.length).toBeGreaterThan(5);
    for (const { properties } of texts)
      expect(properties['style']).toContain('mso-line-height-rule: exactly');
  });

  test('the first face of Lao, Khmer and Chinese is one that Windows has', () => {
    const first = (locale: Locale) =>
      /font-family: '([^']+)'/.exec(
        fromHtmlStyle(newsletterHtml(letterIn(locale), { addressOf, pictures })),
      )?.[1];
    expect([first('lo'), first('km'), first('zh')]).toEqual([
      'Leelawadee UI',
      'Leelawadee UI',
      'Microsoft YaHei',
    ]);
  });
});

describe('the plain text of a newsletter', () => {
  test('has no line that is wider than mail programs leave it, addresses aside', () => {
    const lines = text.split('\n');
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !line.includes('://') && columnsOf(line) > textWidth)).toEqual([]);
  });

  test('has each address alone on a line, whole', () => {
    const addresses = text.split('\n').filter((line) => line.includes('://'));
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((line) => !/^ {0,2}https:\/\/ban-tin\.org\/b\/\S+$/.test(line))).toEqual([]);
  });

  test('breaks Khmer between words and keeps all of it', () => {
    const lines = wrap(khmer, 'km', 14);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('').replaceAll(' ', '')).toBe(khmer.replaceAll(' ', ''));
    expect(lines.filter((line) => /^\p{M}/u.test(line))).toEqual([]);
  });

  test('breaks no place’s name, and Chinese not before a stop', () => {
    const name = 'ແຄ໋ງຮ່ວາ';
    const lao = `ພົບປະຊາວຍີ່ປຸ່ນທີ່ຢູ່ໃນແຂວງ${name}ພົບປະຊາວຍີ່ປຸ່ນ`;
    const broken = (names: readonly string[]) =>
      Array.from({ length: 20 }, (_, index) => wrap(lao, 'lo', 12 + index, names)).filter(
        (lines) => !lines.some((line) => line.includes(name)),
      );
    expect(broken([]).length).toBeGreaterThan(0);
    expect(broken([name])).toEqual([]);
    expect(wrap('中国人民，友好', 'zh', 8)).toEqual(['中国人', '民，友好']);
  });

  test('counts a Chinese letter as two columns, a mark as none', () => {
    expect([columnsOf('友好'), columnsOf('ກໍ່'), columnsOf('Việt')]).toEqual([4, 1, 4]);
  });

  test('breaks at the width, not before and not behind it', () => {
    expect(wrap('mot hai', 'vi', 7)).toEqual(['mot hai']);
    expect(wrap('mot hai', 'vi', 6)).toEqual(['mot', 'hai']);
  });
});

describe('the draft', async () => {
  const draft = await newsletterDraft(letter, { html, text });
  const raw = draft.toString('latin1');

  test('is read by a mail program as both forms under its subject', async () => {
    const read = await PostalMime.parse(draft);
    expect(read).toMatchObject({ subject: letter.subject, attachments: [] });
    expect(read.html?.replaceAll('\r\n', '\n').trim()).toBe(html.trim());
    expect(read.text?.replaceAll('\r\n', '\n').trim()).toBe(text.trim());
    expect(new Date(read.date ?? '').toISOString()).toBe('2023-12-31T12:00:00.000Z');
  });

  test('opens for sending: no sender, no receiver, no number of its own', async () => {
    const { headers, from, to } = await PostalMime.parse(draft);
    expect(headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect({ from, to: to ?? [] }).toEqual({ from: undefined, to: [] });
    expect(headers.map(({ key }) => key)).not.toContain('message-id');
  });

  test('is ASCII, and its lines end with CRLF and are no longer than mail may be', () => {
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]+$/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76 + 2);
  });

  test('takes no header from the words of a title', async () => {
    const subject = 'Một\r\nBcc: ai@example.org\n\nHai';
    const { headers, bcc } = await PostalMime.parse(
      await newsletterDraft({ ...letter, subject }, { html, text }),
    );
    expect(bcc ?? []).toEqual([]);
    expect(headers.map(({ key }) => key).sort()).toEqual(
      ['x-unsent', 'subject', 'date', 'content-language', 'mime-version', 'content-type'].sort(),
    );
  });

  test('has the same bytes each time', async () => {
    expect(await newsletterDraft(letter, { html, text })).toEqual(draft);
  });
});
