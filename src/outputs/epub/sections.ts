import type { Element, ElementContent } from 'hast';
import type { ComingUp } from '../../editions/coming-up.ts';
import type { Bar, IssueFigures } from '../../editions/figures.ts';
import type { UnionList } from '../../editions/unions.ts';
import { formatNumber } from '../../i18n/format.ts';
import { translator } from '../../i18n/translate.ts';
import type { Locale } from '../../model/locales.ts';
import { element, text } from '../../model/markup.ts';
import { words, wordsIn, type SetWords } from './xhtml.ts';

/** The sections of an issue that are no articles: what print draws as bars is a table of numbers here. */

/** The first cell of a row is its heading. Its title is a heading before it: MuPDF puts captions under tables. */
function tableOf(heads: readonly string[], rows: readonly Element[][]): Element {
  return element('table', {}, [
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map((head) => words('th', head, { scope: 'col' })),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((cells) => element('tr', {}, cells)),
    ),
  ]);
}
const rowHead = (...said: ElementContent[]): Element => element('th', { scope: 'row' }, said);
const cell = (...said: ElementContent[]): Element => element('td', {}, said);

export function figuresOf(figures: IssueFigures, period: string, locale: Locale, set: SetWords): Element[] {
  const t = translator(locale);
  const counts = (title: string, of: string, bars: readonly Bar[]): Element[] =>
    bars.length === 0
      ? []
      : [
          element('h2', {}, set(title)),
          tableOf(
            [of, t('issue.figures.number')],
            bars.map(({ name, count }) => [rowHead(...set(name)), cell(text(formatNumber(count, locale)))]),
          ),
        ];
  return [
    element('p', {}, set(period)),
    element(
      'ul',
      { className: ['large'] },
      (['activities', 'countries', 'partners'] as const).map((what) =>
        element('li', {}, [
          words('strong', formatNumber(figures[what], locale)),
          text(' '),
          ...set(t(`issue.figures.${what}`, { count: figures[what] })),
        ]),
      ),
    ),
    ...counts(t('issue.figures.byCategory'), t('issue.figures.category'), figures.byCategory),
    ...counts(t('issue.figures.byMonth'), t('issue.figures.month'), figures.byMonth),
    ...counts(t('issue.figures.byCountry'), t('issue.figures.country'), figures.byCountry),
    ...(figures.byUnion.length > 1
      ? counts(t('issue.figures.byUnion'), t('issue.figures.union'), figures.byUnion)
      : []),
    element('p', { className: ['remark'] }, set(t('issue.figures.note'))),
    ...figures.aid.flatMap(({ title, rows }) => [
      element('h2', {}, set(title)),
      tableOf(
        [t('issue.figures.state'), t('issue.figures.amount')],
        rows.map(({ name, short, exact }) => [
          rowHead(...set(name)),
          cell(words('strong', short), ...(exact ? [text(' '), words('small', exact)] : [])),
        ]),
      ),
    ]),
    ...(figures.aid.length === 0
      ? []
      : [element('p', { className: ['remark'] }, set(t('issue.figures.aidNote')))]),
  ];
}

export function comingUpOf(
  { period, events, plans, anniversaries, projects }: ComingUp,
  locale: Locale,
  set: SetWords,
): Element[] {
  const t = translator(locale);
  return [
    ...(events.length === 0
      ? []
      : [
          element('p', {}, set(period)),
          tableOf(
            [t('issue.date'), t('issue.event')],
            events.map((event) => [rowHead(...set(event.when)), wordsIn('td', event, locale, set)]),
          ),
        ]),
    ...(plans.byUnion.length === 0 ? [] : [element('h2', {}, set(t('issue.plans', { year: plans.year })))]),
    ...plans.byUnion.flatMap(({ union, events: planned }) => [
      ...(union.text === '' ? [] : [wordsIn('h3', union, locale, set)]),
      element(
        'ul',
        {},
        planned.map((event) => wordsIn('li', event, locale, set)),
      ),
    ]),
    ...(anniversaries.length === 0
      ? []
      : [
          element('h2', {}, set(t('issue.anniversaries', { period }))),
          tableOf(
            [t('issue.date'), t('issue.anniversary'), period],
            anniversaries.map((one) => [
              rowHead(...set(one.when)),
              wordsIn('td', one, locale, set),
              cell(text(t('issue.years', { count: one.years }))),
            ]),
          ),
        ]),
    ...(projects.length === 0
      ? []
      : [
          element('h2', {}, set(t('issue.projects'))),
          tableOf(
            [t('issue.projectPlace'), t('issue.project')],
            projects.map((one) => [rowHead(...set(one.where)), wordsIn('td', one, locale, set)]),
          ),
        ]),
  ];
}

export function unionsOf({ leads, unions }: UnionList, locale: Locale, set: SetWords): Element[] {
  const t = translator(locale);
  return [
    ...leads.map((lead) => element('p', {}, set(lead))),
    element(
      'ul',
      {},
      unions.map((union) =>
        element('li', {}, [
          wordsIn('strong', union, locale, set),
          ...(union.area ? [text(' '), element('small', {}, set(union.area))] : []),
          ...(union.associations.length === 0
            ? []
            : [
                element(
                  'ul',
                  {},
                  union.associations.map((one) => wordsIn('li', one, locale, set)),
                ),
              ]),
        ]),
      ),
    ),
    element('p', { className: ['remark'] }, set(t('footer.places'))),
  ];
}
