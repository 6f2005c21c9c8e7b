import { inRuns, type NewsletterEdition, type NewsletterItem } from '../../editions/newsletter.ts';
import { translator } from '../../i18n/translate.ts';
import { locales } from '../../model/locales.ts';
import type { absoluteUrls } from '../../i18n/urls.ts';
import { columnsOf, wrap } from './wrap.ts';

/** The newsletter as plain text: for programs and readers that want no HTML, and for chats. */

/** Of a line, in columns: what mail programs leave as it is, also when it is quoted. */
export const textWidth = 72;

/** @param addressOf makes addresses of the public site (`absoluteUrls`) */
export function newsletterText(
  edition: NewsletterEdition,
  addressOf: ReturnType<typeof absoluteUrls>,
): string {
  const { locale, wholeNames } = edition;
  const t = translator(locale);
  const lines = (text: string, indent = ''): string[] =>
    wrap(text, locale, textWidth - indent.length, wholeNames).map((line) => indent + line);
  const underlined = (text: string, sign: string): string[] => {
    const title = lines(text);
    return [...title, sign.repeat(Math.max(...title.map(columnsOf)))];
  };
  /** An address stands alone, so that no program takes a stop behind it for a part of it. */
  const link = (text: string, address: string): string[] => [...lines(text), address];
  const item = ({ title, kicker, summary, path }: NewsletterItem): string[] => [
    '',
    ...lines(title),
    ...lines(kicker.join(' · '), '  '),
    ...lines(summary, '  '),
    `  ${addressOf(path, locale)}`,
  ];
  const brief = ({ title, path }: NewsletterItem): string[] => [
    ...lines(title, '  ').map((line, index) => (index === 0 ? `* ${line.trimStart()}` : line)),
    `  ${addressOf(path, locale)}`,
  ];
  return [
    ...underlined(edition.title, '='),
    '',
    ...lines(edition.theme),
    '',
    ...lines(edition.summary),
    '',
    ...link(t('issue.online'), addressOf(edition.path, locale)),
    ...link(t('issue.pdf', { language: locales[locale].name }), addressOf(edition.pdf)),
    ...edition.sections.flatMap(({ title, items }) => [
      '',
      '',
      ...underlined(title, '-'),
      ...inRuns(items).flatMap((run) =>
        run[0]?.rank === 'brief' ? ['', ...run.flatMap(brief)] : run.flatMap(item),
      ),
    ]),
    '',
    '',
    // The sign that ends a letter; what follows is left out of answers.
    '-- ',
    ...lines(edition.published),
    ...lines(t('issue.answer')),
    addressOf('/contact/', locale),
    ...edition.others.flatMap((other) => link(other.name, addressOf(edition.path, other.locale))),
    '',
  ].join('\n');
}
