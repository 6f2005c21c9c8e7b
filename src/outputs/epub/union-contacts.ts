import type { ElementContent } from 'hast';
import { entryName, type Bulletin } from '../../bulletin/bulletin.ts';
import { contactLines, unionContacts } from '../../editions/contact.ts';
import type { BodyNode } from '../../model/body.ts';
import type { Locale } from '../../model/locales.ts';
import { element, text } from '../../model/markup.ts';
import { languageOf, words } from './xhtml.ts';

/** `<UnionContacts />` of a page, as a book has it: how each union is reached, and of which ones that is not known. */
export function unionContactsOf(bulletin: Bulletin, locale: Locale): BodyNode[] {
  const { reachable, remark } = unionContacts(bulletin, locale);
  const entries = reachable.map((unit) => {
    const name = entryName(unit, locale);
    const rows = contactLines(unit.facts.contact, locale).map(({ label, values }) =>
      element('div', {}, [
        words('dt', label),
        ...values.map(({ text: said, href, lang }) => {
          const shown: ElementContent = href === undefined ? text(said) : words('a', said, { href });
          return element('dd', languageOf(lang, locale), [shown]);
        }),
      ]),
    );
    return element('li', {}, [
      element('p', {}, [words('strong', name.text, languageOf(name.lang, locale))]),
      element('dl', {}, rows),
    ]);
  });
  return [
    ...(entries.length > 0 ? [{ markup: [element('ul', {}, entries)] }] : []),
    ...(remark === undefined ? [] : [{ markup: [words('p', remark)] }]),
  ];
}
