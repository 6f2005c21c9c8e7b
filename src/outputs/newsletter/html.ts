import type { Comment, Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import {
  inRuns,
  type NewsletterEdition,
  type NewsletterItem,
  type NewsletterPicture,
} from '../../editions/newsletter.ts';
import { foreignLang } from '../../i18n/foreign-lang.ts';
import { translator } from '../../i18n/translate.ts';
import type { absoluteUrls } from '../../i18n/urls.ts';
import { locales, type Locale } from '../../model/locales.ts';
import { element, text } from '../../model/markup.ts';
import { colours } from './colours.ts';
import { bandPath, picturePath } from './paths.ts';
import { columnWidth, nightStyle, typeStyle, type Colour, type TextStyle } from './styles.ts';

/**
 * The newsletter as a page of HTML that mail programs show: tables, as Outlook lays out nothing else; styles at each element;
 * pictures by their address on the site. No script, nothing that tells who has read it.
 */

/** Sizes of pictures as they are shown, in pixels, by their path; of one that is not there nothing is shown. */
export type PictureSizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

export interface NewsletterSetting {
  /** Makes addresses of the public site (`absoluteUrls`). */
  readonly addressOf: ReturnType<typeof absoluteUrls>;
  readonly pictures: PictureSizes;
}

/** Beside the words of an item, in pixels. */
const side = 20;
/** Numbers of more letters are set smaller. */
const largest = 7;

/** Words for Outlook alone. */
const outlook = (markup: string): Comment => ({ type: 'comment', value: `[if mso]>${markup}<![endif]` });

/** Pictures and widths in pixels as they are, also where Windows enlarges what it shows. */
const outlookPixels =
  '<xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>';

const table = (properties: Element['properties'], rows: ElementContent[][]): Element =>
  element(
    'table',
    {
      role: 'presentation',
      width: '100%',
      cellSpacing: '0',
      cellPadding: '0',
      border: '0',
      // Outlook sets space beside a table otherwise.
      style: 'border-collapse: collapse; mso-table-lspace: 0pt; mso-table-rspace: 0pt',
      ...properties,
    },
    [
      element(
        'tbody',
        {},
        rows.map((cells) => element('tr', {}, cells)),
      ),
    ],
  );

/** A letter as HTML, whole. */
export function newsletterHtml(edition: NewsletterEdition, setting: NewsletterSetting): string {
  const { locale, subject, summary } = edition;
  const { origin } = new URL(setting.addressOf('/'));
  const meta = (name: string, content: string): Element => element('meta', { name, content }, []);
  const page = element('html', { lang: locale, dir: 'ltr' }, [
    element('head', {}, [
      element('meta', { charSet: 'utf-8' }, []),
      // Mail programs take this out; on the site it holds for the page as for all others.
      element(
        'meta',
        {
          httpEquiv: ['Content-Security-Policy'],
          content: `default-src 'none'; img-src 'self' ${origin}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`,
        },
        [],
      ),
      meta('viewport', 'width=device-width, initial-scale=1'),
      meta('color-scheme', 'light dark'),
      meta('supported-color-schemes', 'light dark'),
      // Figures are no telephone numbers.
      meta('format-detection', 'telephone=no, date=no, address=no'),
      meta('robots', 'noindex'),
      outlook(outlookPixels),
      element('title', {}, [text(subject)]),
      element('style', {}, [text(nightStyle)]),
    ]),
    element(
      'body',
      { className: ['paper'], style: `margin: 0; padding: 0; background-color: ${colours.paper.day}` },
      [
        // Gmail and others take the elements above away: what they say stands here again.
        element(
          'div',
          { lang: locale, dir: 'ltr', className: ['paper'], style: `background-color: ${colours.paper.day}` },
          [
            element(
              'div',
              // What a list of letters shows behind the subject. Where it is shown after all, it is small and pale.
              {
                style: `display: none; mso-hide: all; font-size: 1px; line-height: 1px; color: ${colours.paper.day}`,
              },
              [text(summary)],
            ),
            // It knows no greatest width, and gets a table of the column's own.
            outlook(
              `<table role="presentation" width="${columnWidth}" align="center" cellspacing="0" cellpadding="0" border="0"><tr><td>`,
            ),
            element('div', { style: `max-width: ${columnWidth}px; margin: 0 auto` }, [
              column(edition, setting),
            ]),
            outlook('</td></tr></table>'),
          ],
        ),
      ],
    ),
  ]);
  return `<!doctype html>\n${toHtml(page, { closeSelfClosing: true })}\n`;
}

/** The column of text: a row each for head, lead, sections, foot. */
function column(edition: NewsletterEdition, setting: NewsletterSetting): Element {
  const { addressOf, pictures } = setting;
  const { locale, publisher, issue } = edition;
  const t = translator(locale);
  const words = (tag: string, type: TextStyle, ...children: ElementContent[]): Element =>
    element(tag, { className: [type.colour ?? 'ink'], style: typeStyle(locale, type) }, children);
  const link = (address: string, said: string, colour: Colour = 'accent', lang?: Locale): Element =>
    element(
      'a',
      {
        href: address,
        className: [colour],
        style: `color: ${colours[colour].day}; text-decoration: ${colour === 'ink' ? 'none' : 'underline'}`,
        ...(lang && { lang, hrefLang: lang }),
      },
      [text(said)],
    );
  /** @param most how broad it may be: Outlook knows its attribute alone, and would widen the column */
  const image = (path: string, alt: string, most = columnWidth): Element[] => {
    const size = pictures.get(path);
    if (!size) return [];
    const width = Math.min(size.width, most);
    const height = Math.round((size.height * width) / size.width);
    const style = `display: block; width: 100%; max-width: ${width}px; height: auto; border: 0`;
    return [element('img', { src: addressOf(path), width, height, alt, style }, [])];
  };
  const photo = ({ record, file, alt, credit }: NewsletterPicture, most?: number): Element[] => {
    const shown = image(picturePath(issue, record, file), alt, most);
    if (shown.length === 0 || credit === undefined) return shown;
    const type: TextStyle = { scale: 0.8, colour: 'muted', space: [4, 0] };
    return [...shown, words('p', type, text(t('entry.credit', { name: credit })))];
  };
  const cell = (padding: string, ...children: ElementContent[]): ElementContent[] => [
    element('td', { style: `padding: ${padding}` }, children),
  ];
  const ruled = (padding: string, ...children: ElementContent[]): ElementContent[] => [
    element(
      'td',
      { className: ['rule'], style: `padding: ${padding}; border-top: 1px solid ${colours.rule.day}` },
      children,
    ),
  ];
  const item = ({ rank, kicker, title, summary, path, picture, numeral }: NewsletterItem): ElementContent[] =>
    ruled(
      `16px ${side}px 20px`,
      ...(picture ? photo(picture, columnWidth - 2 * side) : []),
      words('p', { scale: 0.85, colour: 'accent', space: [picture ? 12 : 0, 2] }, text(kicker.join(' · '))),
      words(
        'h3',
        { scale: rank === 'lead' ? 1.5 : 1.2, bold: true, space: [0, 6] },
        link(addressOf(path, locale), title, 'ink'),
      ),
      ...(numeral
        ? [
            words(
              'p',
              {
                scale: numeral.value.length > largest ? 1.8 : 3,
                bold: true,
                colour: 'accent',
                space: [4, 0],
              },
              text(numeral.value),
            ),
            words('p', { colour: 'muted', space: [0, 10] }, text(numeral.words)),
          ]
        : []),
      words('p', {}, text(summary)),
    );
  const lines = (items: readonly NewsletterItem[]): ElementContent[] =>
    ruled(
      `16px ${side}px 12px`,
      ...items.map(({ kicker, title, path }) =>
        words(
          'p',
          { colour: 'muted', space: [0, 8] },
          link(addressOf(path, locale), title),
          text(` · ${kicker.join(' · ')}`),
        ),
      ),
    );

  return table({}, [
    cell(
      `24px ${side}px 12px`,
      words('p', { scale: 1.7, bold: true }, text(edition.masthead)),
      words('p', { scale: 0.9, colour: 'accent', space: [2, 0] }, text(edition.label)),
    ),
    cell('0', ...(edition.cover ? photo(edition.cover) : image(bandPath(issue), ''))),
    cell(
      `20px ${side}px 24px`,
      words('h1', { scale: 1.5, bold: true, space: [0, 10] }, text(edition.theme)),
      words('p', { scale: 1.05, italic: true, space: [0, 14] }, text(edition.summary)),
      words(
        'p',
        {},
        link(addressOf(edition.path, locale), t('issue.online')),
        text(' · '),
        link(addressOf(edition.pdf), t('issue.pdf', { language: locales[locale].name })),
      ),
    ),
    ...edition.sections.flatMap(({ title, items }) => [
      cell(`16px ${side}px 8px`, words('h2', { scale: 1.3, bold: true, colour: 'accent' }, text(title))),
      ...inRuns(items).map((run) => (run[0]?.rank === 'brief' ? lines(run) : run.flatMap(item))),
    ]),
    ...(edition.cover ? [cell('0', ...image(bandPath(issue), ''))] : []),
    ruled(
      `16px ${side}px 32px`,
      element('div', { lang: foreignLang(publisher.lang, locale) }, [
        words('p', { scale: 0.85, colour: 'muted', space: [0, 8] }, text(edition.published)),
      ]),
      words(
        'p',
        { scale: 0.85, colour: 'muted', space: [0, 8] },
        text(`${t('issue.answer')} `),
        link(addressOf('/contact/', locale), t('nav.contact')),
      ),
      ...(edition.others.length === 0
        ? []
        : [
            words(
              'p',
              { scale: 0.85, colour: 'muted' },
              ...edition.others.flatMap((other, index) => [
                ...(index > 0 ? [text(' · ')] : []),
                link(addressOf(edition.path, other.locale), other.name, 'accent', other.locale),
              ]),
            ),
          ]),
    ),
  ]);
}
