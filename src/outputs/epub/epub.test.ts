import { EpubCheck } from '@likecoin/epubcheck-ts';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { issueEdition, type IssueEdition } from '../../editions/issue.ts';
import { absoluteUrls } from '../../i18n/urls.ts';
import type { BodyNode } from '../../model/body.ts';
import { originalLocale, type Locale } from '../../model/locales.ts';
import { element, text, wordsOf } from '../../model/markup.ts';
import { copyName } from '../../model/photos.ts';
import type { Rank } from '../../model/ranks.ts';
import { fixtureBulletin, laoLetter } from '../../tests/fixture-bulletin.ts';
import { coverFile, drawCover } from './cover.ts';
import { facesFor } from './faces.ts';
import { withLineEnds } from './flow.ts';
import { bindBook, planBook, type PlanSetting } from './make-book.ts';
import { bookIdentifier } from './package.ts';

const bulletin = fixtureBulletin({ 'issues/2023-2/index.lo.mdx': laoLetter });
const issue = bulletin.get('issues', '2023-2');
const story = '/stories/2023/nguoi-ban/';

/** What an editor may write: each component, a link to an article of the issue and one to another page. */
const body: readonly BodyNode[] = [
  {
    markup: [
      element('h2', {}, [text('Một & hai < ba')]),
      element('p', {}, [
        element('a', { href: story }, [text('người bạn')]),
        element('a', { href: '/partners/hvpf/' }, [text('HVPF')]),
      ]),
    ],
  },
  {
    component: 'Figure',
    attributes: { src: './anh.png', alt: 'Hai người “bạn”', credit: 'Bản tin' },
    children: [],
  },
  { component: 'PullQuote', attributes: {}, children: [{ markup: [text('Lặp lại.')] }] },
  {
    component: 'PullQuote',
    attributes: { by: 'Bà A' },
    children: [{ markup: [element('p', {}, [text('Lời.')])] }],
  },
  {
    component: 'Note',
    attributes: { title: 'Khung' },
    children: [{ markup: [element('p', {}, [text('Lời.')])] }],
  },
];
const record = 'activities/2023/hoc-bong';

function editionWith(nodes: readonly BodyNode[], locale: Locale = 'vi'): IssueEdition {
  const edition = issueEdition(bulletin, issue, locale, { pages: [{ name: 'contact', title: 'Liên hệ' }] });
  return {
    ...edition,
    sections: edition.sections.map((section) =>
      section.kind === 'part'
        ? {
            ...section,
            items: section.items.map((item) =>
              item.article.record === record
                ? {
                    ...item,
                    article: { ...item.article, body: nodes.length > 0 ? nodes : item.article.body },
                  }
                : item,
            ),
          }
        : section,
    ),
  };
}
const setting: PlanSetting = {
  bulletin,
  addressOf: absoluteUrls('https://ban-tin.org', '/b'),
  pages: new Map([['contact', [{ markup: [element('p', {}, [text('Gửi bài.')])] }]]]),
  textLicence: undefined,
  description: 'Số hai.',
  number: 2,
  modified: '2024-01-15',
  photographs: [copyName(record, './anh.png')],
};
const colour = [200, 30, 60] as const;
const dyes = {
  cotton: colour,
  lac: colour,
  indigo: colour,
  turmeric: colour,
  leaf: colour,
  rust: colour,
  sky: colour,
  night: colour,
};

async function bookOf(edition: IssueEdition, own: PlanSetting = setting): Promise<Uint8Array> {
  const cover = await drawCover(edition, { card: undefined, photo: undefined, dyes });
  const pictures = new Map([
    [coverFile(edition), cover],
    ...own.photographs.map((file) => [file, jpeg] as const),
  ]);
  return bindBook(planBook(edition, own), pictures, projectRoot);
}
/** One white pixel. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

const filesOf = (book: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(book)).map(([path, bytes]) => [path, strFromU8(bytes)]));
const complaints = async (book: Uint8Array): Promise<string[]> => {
  const { messages } = await EpubCheck.validate(book);
  return messages
    .filter(({ severity }) => ['fatal', 'error', 'warning'].includes(severity))
    .map(({ id, message, location }) => `${id} ${location?.path ?? ''} ${message}`);
};

describe('a book', () => {
  let book: Uint8Array;
  let files: Map<string, string>;
  beforeAll(async () => {
    book = await bookOf(editionWith(body));
    files = filesOf(book);
  });
  const fileNamed = (file: string): string => files.get(`EPUB/${file}`) ?? '';

  test('is an EPUB 3 without fault, in Vietnamese and Lao', async () => {
    expect(await complaints(book)).toEqual([]);
    expect(await complaints(await bookOf(editionWith([], 'lo'), { ...setting, photographs: [] }))).toEqual(
      [],
    );
  });

  test('is refused by the checker where a link leads nowhere', async () => {
    const broken = editionWith([
      { markup: [element('p', {}, [element('a', { href: 'nowhere.xhtml' }, [text('a')])])] },
    ]);
    expect(await complaints(await bookOf(broken, { ...setting, photographs: [] }))).not.toEqual([]);
  });

  test('says what it is first, uncompressed, and has no clock in it', async () => {
    expect(Buffer.from(book.subarray(30, 58)).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    expect(await bookOf(editionWith(body))).toEqual(book);
    expect(fileNamed('package.opf')).toContain(
      '<meta property="dcterms:modified">2024-01-15T00:00:00Z</meta>',
    );
  });

  test('leads to its own articles within, to all else on the web', () => {
    const part = fileNamed('part-aid.xhtml');
    expect(part).toContain('<a href="part-aid.xhtml#item-stories-2023-nguoi-ban">người bạn</a>');
    expect(part).toContain('id="item-stories-2023-nguoi-ban"');
    expect(part).toContain('<a href="https://ban-tin.org/b/partners/hvpf/">HVPF</a>');
  });

  test('has every word of its articles, and a quotation that repeats the text not twice', () => {
    const part = fileNamed('part-aid.xhtml');
    for (const said of ['Một &#x26; hai &#x3C; ba', 'Bà A', 'Khung', 'Hai người “bạn”', 'Bản tin'])
      expect(part).toContain(said);
    expect(part).not.toContain('Lặp lại.');
    expect(fileNamed('contact.xhtml')).toContain('Gửi bài.');
  });

  test('has contents of all its sections and articles, with places that programs know', () => {
    const nav = fileNamed('nav.xhtml');
    const edition = editionWith(body);
    const ids = edition.sections.flatMap((one) =>
      one.kind === 'part' ? one.items.map(({ id }) => `#${id}`) : [],
    );
    expect(ids.length).toBeGreaterThan(1);
    const places = ids.map((id) => nav.indexOf(`${id}"`));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { title } of edition.sections) expect(nav).toContain(title);
    expect(nav.match(/epub:type="(?:toc|landmarks|cover|bodymatter)"/g)).toHaveLength(5);
  });

  test('tells what those who cannot see find in it, and claims nothing more', () => {
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(fileNamed('package.opf'));
    const metas: { '@_property': string; '#text': string }[] = parsed.package.metadata.meta;
    const said = (property: string) =>
      metas.filter((one) => one['@_property'] === `schema:${property}`).map((one) => one['#text']);
    expect(said('accessMode')).toEqual(['textual', 'visual']);
    expect(said('accessModeSufficient')).toEqual(['textual']);
    expect(said('accessibilityFeature')).toContain('alternativeText');
    expect(said('accessibilityHazard')).toEqual(['none']);
    expect(said('accessibilitySummary')).toHaveLength(1);
    expect(metas.filter((one) => /conformsTo|certified/.test(one['@_property']))).toEqual([]);
  });

  test('marks words of another language', () => {
    expect(fileNamed('colophon.xhtml')).toContain(
      '<a href="https://ban-tin.org/b/lo/issues/2023-2/" lang="lo" xml:lang="lo">ລາວ</a>',
    );
  });

  test('brings the faces of the Lao and Khmer in it, no others, with their licence', () => {
    const fonts = [...files.keys()].filter((path) => path.endsWith('.ttf'));
    expect(fonts).toEqual(['EPUB/noto-serif-lao-400.ttf']);
    expect(fileNamed('licences.xhtml')).toContain('SIL Open Font License');
    expect(fileNamed('colophon.xhtml')).toContain('href="licences.xhtml"');
    expect(facesFor('ABC', 'vi')).toEqual([]);
    expect(facesFor('ខ', 'km').map(({ file, letters }) => [file, letters])).toEqual([
      ['noto-serif-khmer-400.ttf', 'ខ'],
      ['noto-serif-khmer-700.ttf', 'ខ'],
    ]);
  });
});

describe('ranks in a book', () => {
  /** The first item as it is ranked, with what stands in its text. */
  const partWith = (rank: Rank, nodes: readonly BodyNode[]): string => {
    const edition = editionWith(nodes);
    const sections = edition.sections.map((one) =>
      one.kind === 'part'
        ? {
            ...one,
            items: one.items.map((item) =>
              item.article.record === record ? { ...item, rank, short: rank === 'brief' } : item,
            ),
          }
        : one,
    );
    const { texts } = planBook({ ...edition, sections }, setting);
    const part = texts.get('EPUB/part-aid.xhtml') ?? '';
    const from = part.indexOf('<article id="item-activities-2023-hoc-bong"');
    return part.slice(from, part.indexOf('</article>', from));
  };
  const words: BodyNode = { markup: [element('p', {}, [text('Lời đầu.')])] };
  const photo: BodyNode = { component: 'Figure', attributes: { src: './anh.png', alt: 'Ảnh' }, children: [] };

  test('a lead without a photograph has the number of its record, before its facts', () => {
    const lead = partWith('lead', [words]);
    expect(lead).toContain(' class="lead"');
    expect(lead).toMatch(/<p class="numeral"><strong>7\.200[^<]*<\/strong> [^<]+<\/p><dl/);
    expect(partWith('lead', [photo, words])).not.toContain('numeral');
    expect(partWith('standard', [words])).not.toContain('numeral');
  });

  test('a photograph before the first words opens the article, of a brief one the first of all', () => {
    for (const rank of ['lead', 'standard'] as const) {
      expect(partWith(rank, [photo, words])).toMatch(/<figure>.*<dl class="facts">.*Lời đầu/s);
      expect(partWith(rank, [words, photo])).toMatch(/<dl class="facts">.*Lời đầu.*<figure>/s);
    }
    expect(partWith('brief', [words, photo])).toMatch(/<figure>.*<dl class="facts">.*Lời đầu/s);
    expect(partWith('brief', [words, photo]).match(/<figure>/g)).toHaveLength(1);
  });
});

test('sections say what they are to programs of books and of pages', () => {
  const { texts } = planBook(editionWith([]), setting);
  for (const [file, kind] of [
    ['letter.xhtml', 'preface'],
    ['part-aid.xhtml', 'chapter'],
    ['colophon.xhtml', 'colophon'],
  ])
    expect(texts.get(`EPUB/${file}`)).toContain(`epub:type="${kind}" role="doc-${kind}"`);
  expect(texts.get('EPUB/cover.xhtml')).toContain('role="doc-cover"');
});

test('a book is known by the same name for ever, another edition by another', () => {
  const known = bookIdentifier('issues/2023-2', 'lo');
  expect(known).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(bookIdentifier('issues/2023-2', 'lo')).toBe(known);
  expect(bookIdentifier('issues/2023-2', 'km')).not.toBe(known);
});

describe('lines of Lao and Khmer', () => {
  const names = fixtureBulletin({
    'places/truong.yaml': 'kind: province\nnames:\n  vi: "Trường"\n  lo: "ແຄ໋ງຮ່ວາ"\n',
  });
  const lao = 'ພົບປະຊາວຍີ່ປຸ່ນທີ່ຢູ່ແຄ໋ງຮ່ວາ ແລະ ມິດຕະພາບ ຊ້າໆ.';
  const said = wordsOf(withLineEnds([text(lao)], 'lo', names));

  test('may end between words, and say the same', () => {
    expect(said.split('\u200B').length).toBeGreaterThan(4);
    expect(said.replaceAll('\u200B', '')).toBe(lao);
  });

  test('do not end within a name or a compound, before a mark, or where there is a space', () => {
    expect(said).toContain('\u200Bແຄ໋ງຮ່ວາ');
    expect(said).toContain('ມິດຕະພາບ');
    expect(said).not.toMatch(/\u200B[\p{M}\p{Lm}\s.]|\s\u200B/u);
  });

  test('are left as they are in a language with spaces', () => {
    const words = [text('Người bạn')];
    expect(withLineEnds(words, originalLocale, names)).toEqual(words);
  });
});
