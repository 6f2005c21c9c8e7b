import type { Bulletin } from '../../bulletin/bulletin.ts';
import { isReachable } from '../../bulletin/contacts.ts';
import { contactLines } from '../../editions/contact.ts';
import { foreignLang } from '../../i18n/foreign-lang.ts';
import { formatPair, formatSeries } from '../../i18n/format.ts';
import { translator } from '../../i18n/translate.ts';
import type { BodyNode } from '../../model/body.ts';
import type { Locale } from '../../model/locales.ts';
import { element, text, type Markup } from '../../model/markup.ts';
import { nameIn } from '../../model/names.ts';

/** `<UnionContacts />` of a page, as a book has it: how each union is reached, and of which ones that is not known. */
export function unionContacts({ unions, cluster }: Bulletin, locale: Locale): BodyNode[] {
  const t = translator(locale);
  const paragraph = (words: string): BodyNode => ({ markup: [element('p', {}, [text(words)])] });
  const known = [...(cluster ? [cluster] : []), ...unions].filter(isReachable);
  if (known.length === 0) return [paragraph(t('contact.none'))];
  const inLanguage = (words: string, lang: Locale | undefined): Markup => {
    const foreign = foreignLang(lang ?? locale, locale);
    return foreign ? element('span', { lang: foreign }, [text(words)]) : text(words);
  };
  const entries = known.map((unit) => {
    const name = nameIn(unit.facts.names, locale);
    const lines = contactLines(unit.facts.contact, locale).map(({ label, values }) => {
      const shown = values.flatMap(({ text: words, href, lang }, at) => [
        ...(at > 0 ? [text(' · ')] : []),
        href ? element('a', { href }, [text(words)]) : inLanguage(words, lang),
      ]);
      return element('li', {}, [text(formatPair(label, '', locale).trimEnd()), text(' '), ...shown]);
    });
    const head = element('strong', {}, [inLanguage(name.text, name.lang)]);
    return element('li', {}, [element('p', {}, [head]), element('ul', {}, lines)]);
  });
  const unknown = unions.filter((unit) => !isReachable(unit));
  const names = unknown.map((unit) => nameIn(unit.facts.shortNames, locale).text);
  return [
    { markup: [element('ul', {}, entries)] },
    ...(names.length > 0
      ? [paragraph(formatPair(t('contact.unknown'), formatSeries(names, locale), locale))]
      : []),
  ];
}
