import type { Element, ElementContent } from 'hast';
import type { Bulletin } from '../../bulletin/bulletin.ts';
import { imprintRows, termsOfReuse } from '../../editions/imprint.ts';
import type { IssueItem, IssueSection } from '../../editions/issue-sections.ts';
import type { IssueEdition } from '../../editions/issue.ts';
import { leadPhoto } from '../../editions/lead-photo.ts';
import { translator } from '../../i18n/translate.ts';
import { withoutScheme, type absoluteUrls } from '../../i18n/urls.ts';
import type { BodyNode } from '../../model/body.ts';
import type { TextLicence } from '../../model/licences.ts';
import { element, text } from '../../model/markup.ts';
import { bodyOf } from './body.ts';
import { factsOf } from './facts.ts';
import { withLineEnds } from './flow.ts';
import type { LinkSetting } from './links.ts';
import { comingUpOf, figuresOf, unionsOf } from './sections.ts';
import { languageOf, words, wordsIn, type Document, type SetWords } from './xhtml.ts';

/** An edition of an issue as the documents of a book, in the order in which they are read. */

export interface BookSetting {
  readonly bulletin: Bulletin;
  /** Makes addresses of the public site (`absoluteUrls`). */
  readonly addressOf: ReturnType<typeof absoluteUrls>;
  /** The texts of the pages of `content/pages` that the edition names, by their name. */
  readonly pages: ReadonlyMap<string, readonly BodyNode[]>;
  readonly textLicence: TextLicence | undefined;
  readonly coverFile: string;
}

/** An entry of the contents: a section, and under it its articles. */
export interface ContentsEntry {
  readonly title: string;
  readonly href: string;
  readonly inside: readonly ContentsEntry[];
}

export interface BookText {
  readonly cover: Document;
  /** The sections. */
  readonly documents: readonly Document[];
  /** What is read last. `licenceFile` is that of the licences of faces, which are known when all else is written. */
  readonly colophon: (licenceFile: string | undefined) => Document;
  readonly contents: readonly ContentsEntry[];
}

/** What a section is, for programs that know books and for those that know pages (https://www.w3.org/TR/dpub-aria-1.1/). */
const partOf = (kind: 'preface' | 'chapter' | 'colophon', id: string): Element['properties'] => ({
  id,
  'epub:type': kind,
  role: `doc-${kind}`,
  'aria-labelledby': `${id}-title`,
});

const fileOf = (id: string): string => `${id.replace(/^item-/, '')}.xhtml`;

export function bookText(edition: IssueEdition, setting: BookSetting): BookText {
  const { locale, sections } = edition;
  const { bulletin, addressOf } = setting;
  const inside = new Map(
    sections.flatMap((section) =>
      section.kind === 'part'
        ? section.items.map(({ id, article }) => [article.path, `${fileOf(section.id)}#${id}`] as const)
        : [],
    ),
  );
  const links: LinkSetting = { bulletin, locale, addressOf, inside };
  const set: SetWords = (said) => withLineEnds([text(said)], locale, bulletin);
  const documents = sections.map((section): Document => ({
    file: fileOf(section.id),
    lang: locale,
    title: section.title,
    type: section.kind === 'letter' ? 'frontmatter' : 'bodymatter',
    content: [
      element('section', partOf(section.kind === 'letter' ? 'preface' : 'chapter', section.id), [
        element('h1', { id: `${section.id}-title` }, set(section.title)),
        ...sectionOf(section, edition, links, setting, set),
      ]),
    ],
  }));
  return {
    cover: cover(edition, setting),
    documents,
    colophon: (licenceFile) => colophon(edition, setting, licenceFile, set),
    contents: [
      ...sections.map((section) => ({
        title: section.title,
        href: fileOf(section.id),
        inside:
          section.kind === 'part'
            ? section.items.map(({ id, article }) => ({
                title: article.title,
                href: `${fileOf(section.id)}#${id}`,
                inside: [],
              }))
            : [],
      })),
      { title: translator(locale)('issue.imprint'), href: 'colophon.xhtml', inside: [] },
    ],
  };
}

function sectionOf(
  section: IssueSection,
  edition: IssueEdition,
  links: LinkSetting,
  { addressOf, pages }: BookSetting,
  set: SetWords,
): ElementContent[] {
  const { locale, record } = edition;
  switch (section.kind) {
    case 'letter':
      return [
        ...bodyOf(section.body, { ...links, record, lower: 0 }),
        ...(section.signature ? [element('p', { className: ['byline'] }, set(section.signature))] : []),
      ];
    case 'part':
      return section.items.map((item) => articleOf(item, links, set));
    case 'figures':
      return figuresOf(section.figures, edition.period, locale, set);
    case 'coming-up':
      return comingUpOf(section.comingUp, locale, set);
    case 'unions':
      return unionsOf(section.unions, locale, set);
    case 'page':
      return bodyOf(pages.get(section.page) ?? [], { ...links, record, lower: 0 });
    case 'sources':
      return [
        element(
          'ul',
          {},
          section.documents.map((document) => wordsIn('li', document, locale, set)),
        ),
        element('p', {}, set(translator(locale)('issue.sourcesNote'))),
      ];
    case 'untranslated':
      return [
        element(
          'ul',
          {},
          section.items.map(({ text: said, lang, path }) =>
            element('li', {}, [
              words('a', said, { href: addressOf(path, lang), hrefLang: lang, ...languageOf(lang, locale) }),
            ]),
          ),
        ),
      ];
  }
}

/** An article as it is ranked in print: a lead begins with its photograph or its number, a brief one goes on where it stands. */
function articleOf({ id, rank, short, article }: IssueItem, links: LinkSetting, set: SetWords): Element {
  const { locale, record, kicker, title, standfirst, facts, body, unknown, author, credits, path } = article;
  const { lead, rest } = leadPhoto(body, rank === 'brief' && short);
  const numeral = rank === 'lead' && !lead ? article.numeral : undefined;
  const t = translator(locale);
  const address = links.addressOf(path, locale);
  const look = rank === 'standard' ? {} : { className: [rank] };
  return element('article', { id, ...look, 'aria-labelledby': `${id}-title` }, [
    element('p', { className: ['kicker'] }, set(kicker.join(' · '))),
    element('h2', { id: `${id}-title` }, set(title)),
    ...(standfirst === undefined ? [] : [element('p', { className: ['standfirst'] }, set(standfirst))]),
    ...(lead ? bodyOf([lead], { ...links, record, lower: 1 }) : []),
    ...(numeral
      ? [
          element('p', { className: ['numeral'] }, [
            words('strong', numeral.value),
            text(' '),
            ...set(numeral.words),
          ]),
        ]
      : []),
    ...(facts ? [factsOf(facts, locale, set)] : []),
    ...bodyOf(rest, { ...links, record, lower: 1 }),
    ...(unknown ? [element('p', { className: ['remark'] }, set(`${t('entry.unknown')}: ${unknown}`))] : []),
    ...(author ? [element('p', { className: ['by'] }, set(t('entry.author', { name: author })))] : []),
    ...credits.map((credit) => element('p', { className: ['by'] }, set(credit))),
    element('p', { className: ['address'] }, [words('a', withoutScheme(address), { href: address })]),
  ]);
}

function cover(
  { locale, title, cover: { title: theme } }: IssueEdition,
  { coverFile }: BookSetting,
): Document {
  const image = element('img', { src: coverFile, alt: `${title}. ${theme}`, role: 'doc-cover' }, []);
  return {
    file: 'cover.xhtml',
    lang: locale,
    title,
    type: 'cover',
    content: [element('div', { className: ['cover'] }, [image])],
  };
}

/** Who publishes the issue, where it is read on the web, in which languages, whom to write to, whose the letters are. */
function colophon(
  edition: IssueEdition,
  { addressOf, textLicence }: BookSetting,
  licenceFile: string | undefined,
  set: SetWords,
): Document {
  const { locale, title, publisher, published, path, languages, imprint } = edition;
  const t = translator(locale);
  const heading = t('issue.imprint');
  const address = addressOf(path, locale);
  const rows = imprintRows(imprint, locale);
  return {
    file: 'colophon.xhtml',
    lang: locale,
    title: heading,
    type: 'backmatter',
    content: [
      element('section', partOf('colophon', 'colophon'), [
        element('h1', { id: 'colophon-title' }, set(heading)),
        element('p', {}, set(title)),
        words('p', published, languageOf(publisher.lang, locale)),
        ...(rows.length === 0
          ? []
          : [
              element(
                'dl',
                {},
                rows.map(([term, said]) => element('div', {}, [words('dt', term), words('dd', said)])),
              ),
            ]),
        element('p', {}, set(t('issue.answer'))),
        element('p', {}, [
          ...set(t('issue.online')),
          text(' '),
          words('a', withoutScheme(address), { href: address }),
        ]),
        element(
          'ul',
          {},
          languages.map((one) =>
            element('li', {}, [
              words('a', one.name, { href: addressOf(path, one.locale), ...languageOf(one.locale, locale) }),
            ]),
          ),
        ),
        ...(textLicence
          ? [
              element('p', {}, [
                ...set(termsOfReuse(edition, textLicence, address)),
                text(' '),
                words('a', withoutScheme(textLicence.url), { href: textLicence.url }),
              ]),
            ]
          : []),
        ...(licenceFile === undefined
          ? []
          : [element('p', {}, [words('a', t('licence.title'), { href: licenceFile })])]),
        element('p', { className: ['remark'] }, set(t('footer.note'))),
      ]),
    ],
  };
}
