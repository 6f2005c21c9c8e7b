import type { Element, ElementContent } from 'hast';
import type { LinkedText, RecordFacts } from '../../editions/facts.ts';
import { around } from '../../i18n/around.ts';
import { formatList } from '../../i18n/format.ts';
import { translator } from '../../i18n/translate.ts';
import { originalLocale, type Locale } from '../../model/locales.ts';
import { element, text } from '../../model/markup.ts';
import { languageOf, words, wordsIn, type SetWords } from './xhtml.ts';

/** The facts of an activity as a list of terms, as in print: sources and categories are left to the web page. */
export function factsOf(facts: RecordFacts, locale: Locale, set: SetWords): Element {
  const t = translator(locale);
  const { when, places, units, partners, countries, numbers, aid, occasion, unknown } = facts;
  const asWritten = around((value) => t('entry.asWritten', { text: value }));
  /** In small letters and the brackets of the language. */
  const remark = (...said: ElementContent[]): ElementContent => {
    const [before, after] = around((value) => t('entry.remark', { text: '', remark: value }));
    return element('small', {}, [text(before), ...said, text(after)]);
  };
  const value = (...said: ElementContent[]): Element => element('dd', {}, said);
  const named = (names: readonly LinkedText[]): ElementContent[] =>
    names.flatMap((name, index) => [...(index > 0 ? [text(' · ')] : []), wordsIn('span', name, locale, set)]);
  const row = (term: string, ...values: Element[]): Element[] =>
    values.length === 0 ? [] : [element('div', {}, [words('dt', term), ...values])];
  return element('dl', { className: ['facts'] }, [
    ...row(
      t('entry.when'),
      value(
        ...(when.day ? [words('time', when.text, { dateTime: when.day })] : set(when.text)),
        ...(when.asWritten
          ? [
              remark(
                text(asWritten[0]),
                words('span', when.asWritten, languageOf(originalLocale, locale)),
                text(asWritten[1]),
              ),
            ]
          : []),
        ...(when.doubt ? [remark(...set(when.doubt))] : []),
        ...(when.status ? [text(' '), words('strong', when.status)] : []),
      ),
    ),
    ...(places.length === 0
      ? []
      : row(
          t('entry.where'),
          value(
            ...set(
              formatList(
                places.map((one) => one.text),
                locale,
              ),
            ),
          ),
        )),
    ...row(
      t('entry.units'),
      ...units.map(({ role, names }) => value(...named(names), ...(role ? [remark(...set(role))] : []))),
    ),
    ...row(
      t('entry.partners'),
      ...partners.map(({ role, names }) => value(...named(names), ...(role ? [remark(...set(role))] : []))),
    ),
    ...(countries.length === 0
      ? []
      : row(
          t('entry.countries'),
          value(
            ...set(
              formatList(
                countries.map(({ name }) => name),
                locale,
              ),
            ),
          ),
        )),
    ...row(
      t('entry.numbers'),
      ...numbers.map(({ text: said, statedBy }) =>
        value(...set(said), ...(statedBy ? [remark(...set(statedBy.documents))] : [])),
      ),
    ),
    ...row(
      t('entry.aid'),
      ...aid.map(({ short, exact, state, statedBy, items, equivalent }) =>
        value(
          words('strong', short),
          remark(...set(state)),
          ...(statedBy ? [remark(...set(statedBy.documents))] : []),
          ...[exact, ...items, equivalent]
            .filter((one) => one !== undefined)
            .flatMap((one) => [element('br', {}, []), element('small', {}, set(one))]),
        ),
      ),
    ),
    ...(occasion ? row(t('entry.occasion'), wordsIn('dd', occasion, locale, set)) : []),
    ...(unknown ? row(t('entry.unknown'), value(...set(unknown))) : []),
  ]);
}
