import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import ICAL from 'ical.js';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSearch } from '../../bench/search-site.ts';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { createBulletin, type Bulletin } from '../../bulletin/bulletin.ts';
import { cacheFolder, projectRoot } from '../../build/paths.ts';
import { articleEditionsOf } from '../../editions/editions.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { policies } from '../../layouts/policy.ts';
import { localeCodes } from '../../model/locales.ts';
import { cardHeight, cardsOf, cardWidth, type Card } from '../../outputs/cards/card.ts';
import { readColours } from '../../outputs/cards/colours.ts';
import { openFaces, unpackFaces } from '../../outputs/cards/faces.ts';
import { readOutline } from '../../outputs/cards/fill.ts';
import { layoutCard, type CardLayout, type PlacedLine } from '../../outputs/cards/layout.ts';
import { paintCard } from '../../outputs/cards/picture.ts';
import { printIssues } from '../../outputs/print/print-issues.ts';
import { aboutSite } from '../../outputs/search/about.ts';
import { buildSearchIndex } from '../../outputs/search/indexer.ts';
import { terminalEnvironment } from '../other-folder.ts';
import { inspectPdf } from '../print/inspect.ts';
import { readHostileContent, writeHostileContent, type Field } from './content.ts';
import { activeIn, chunksOfPng, elementsIn, shapeOfHtml, shapeOfJson } from './shape.ts';

/**
 * Words never become more than words. The site is built twice from the same records, once with harmless words in every
 * text field of every collection and once with attacks (`content.ts`): what is read from both must have the same
 * shape, and nothing in it may run, load or lead away.
 */

interface Built {
  readonly dist: string;
  readonly fields: readonly Field[];
  readonly bulletin: Bulletin;
  /** The files with this ending, as paths from the root of the site. */
  files(ending: string): string[];
  read(path: string): string;
}

let folder: string;
let [harmless, hostile]: [Built, Built] = [] as unknown as [Built, Built];
let browser: Browser;
let page: Page;

async function make(name: string): Promise<Built> {
  const root = join(folder, name);
  mkdirSync(root);
  const fields = await writeHostileContent(root, {
    good: join(import.meta.dirname, '..', 'cases', 'good', 'content'),
    pages: join(projectRoot, 'content', 'pages'),
    harmless: name === 'harmless',
  });
  const { entries, problems } = readHostileContent(root);
  expect(problems).toEqual([]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'build.ts'), root],
    { cwd: projectRoot, encoding: 'utf8', env: terminalEnvironment() },
  );
  expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  const dist = join(root, 'dist');
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return {
    dist,
    fields,
    bulletin: createBulletin(entries),
    files: (ending) => all.filter((path) => path.endsWith(ending)).sort(),
    read: (path) => readFileSync(join(dist, path), 'utf8'),
  };
}

beforeAll(async () => {
  // Within the project, from where the packages are found.
  mkdirSync(cacheFolder, { recursive: true });
  folder = mkdtempSync(join(cacheFolder, 'hostile-'));
  harmless = await make('harmless');
  hostile = await make('hostile');
  browser = await launchBrowser(await findBrowser());
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each file of a kind in both sites, without what has no file of its kind: a test over none would say nothing. */
function both(ending: string): { path: string; one: string; other: string }[] {
  const paths = hostile.files(ending);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths).toEqual(harmless.files(ending));
  return paths.map((path) => ({ path, one: harmless.read(path), other: hostile.read(path) }));
}

test('every field of a text takes any words; references, dates, sources and codes take none of these', () => {
  const { fields } = hostile;
  const refusing = [
    'unknownReference',
    'badDate',
    'badSource',
    'badCountry',
    'badName',
    'missingImage',
    'badPhone',
    'badEmail',
    'badWebsite',
    'badTime',
  ];
  const others = fields.filter(
    ({ refused }) => refused.length > 0 && !refused.some((code) => refusing.includes(code)),
  );
  expect(others).toEqual([]);
  const taken = fields.filter(({ refused }) => refused.length === 0);
  expect(new Set(taken.map(({ locale }) => locale))).toEqual(new Set(localeCodes));
  expect(taken.map(({ collection }) => collection)).toEqual(
    expect.arrayContaining(Object.keys(hostile.bulletin.entries)),
  );
});

describe('pages', () => {
  test('have the shape that harmless words give them', () => {
    for (const { path, one, other } of both('.html'))
      expect({ path, shape: shapeOfHtml(other) }).toEqual({ path, shape: shapeOfHtml(one) });
  });

  test('have nothing in them that runs, loads or leads away', () => {
    for (const { path, other } of both('.html'))
      expect({ path, active: activeIn(other) }).toEqual({ path, active: [] });
  });

  test('carry their policy, before anything that it governs', () => {
    for (const { path, other } of both('.html')) {
      const kind = /(^|\/)print\/index\.html$/.test(path)
        ? 'print'
        : /(^|\/)search\/index\.html$/.test(path)
          ? 'search'
          : 'page';
      const [first] = elementsIn(fromHtml(other)).filter(
        ({ tagName, properties }) =>
          ['script', 'style', 'link', 'img'].includes(tagName) || properties['httpEquiv'] !== undefined,
      );
      expect({ path, policy: first?.properties['content'] }).toEqual({ path, policy: policies[kind] });
    }
  });

  test('say every word of titles and summaries, whatever is in it', () => {
    const words = (text: string): string => text.replace(/[\s\u00AD\u200D]+/g, '');
    const said = both('.html').map(({ other }) => words(textOf(other)));
    // A report has a page where its record says so: the record of the attack does not.
    const shown = hostile.fields.filter(
      ({ path, collection }) => (path === 'title' || path === 'summary') && collection !== 'reports',
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { value, ...field } of shown)
      expect({ ...field, said: said.some((text) => text.includes(words(value))) }).toEqual({
        ...field,
        said: true,
      });
  });

  test('have data for search engines of the same shape', () => {
    let found = 0;
    for (const { path, one, other } of both('.html')) {
      const [expected, data] = [one, other].map((html) =>
        linkedData(html).flatMap((text) => shapeOfJson(JSON.parse(text))),
      );
      found += data?.length ?? 0;
      expect({ path, data }).toEqual({ path, data: expected });
    }
    expect(found).toBeGreaterThan(0);
  });
});

describe('feeds', () => {
  test('and the sitemap are XML of the same shape', async () => {
    for (const { path, one, other } of both('.xml'))
      expect({ path, shape: await shapeOfXml(other) }).toEqual({ path, shape: await shapeOfXml(one) });
  });

  test('in JSON have the same keys', () => {
    for (const { path, one, other } of both('feed.json'))
      expect({ path, shape: shapeOfJson(JSON.parse(other)) }).toEqual({
        path,
        shape: shapeOfJson(JSON.parse(one)),
      });
  });

  test('for calendars have the same properties, line by line', () => {
    const shape = (ics: string): string[] => {
      // Another program may end a line where this parser does not.
      expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const names = (component: ICAL.Component): string[] => [
        component.name,
        ...component.getAllProperties().map(({ name }) => name),
        ...component.getAllSubcomponents().flatMap(names),
      ];
      return names(new ICAL.Component(ICAL.parse(ics) as unknown[]));
    };
    for (const { path, one, other } of both('.ics'))
      expect({ path, shape: shape(other) }).toEqual({ path, shape: shape(one) });
  });
});

describe('share cards', () => {
  const words = (text: string): string => text.replace(/\s+/gu, '');
  let facesOf: ReturnType<typeof openFaces>;
  beforeAll(async () => {
    const fonts = join(folder, 'fonts');
    await unpackFaces(projectRoot, fonts);
    facesOf = openFaces(fonts);
  });

  const cardsIn = ({ bulletin }: Built): { card: Card; layout: CardLayout }[] =>
    cardsOf(bulletin).map((card) => ({ card, layout: layoutCard(card, facesOf) }));

  /** The texts of a card in their order, without the ellipsis that stands behind a long one. */
  const textsOf = ({ lines }: CardLayout): PlacedLine[][] =>
    Object.values(Object.groupBy(lines, ({ shaped }) => shaped.text))
      .filter((part) => part !== undefined)
      .filter(([first]) => first?.shaped.text !== '…');

  test('have the parts that harmless words give them, and pictures of the same make', async () => {
    const colours = await readColours(projectRoot);
    const [expected, cards] = [harmless, hostile].map((site) =>
      cardsIn(site).map(({ card, layout }) => ({
        out: card.out,
        inks: textsOf(layout).map(([first]) => first?.ink),
        chunks: chunksOfPng(paintCard(card, layout, colours)),
      })),
    );
    expect(cards?.length).toBeGreaterThan(0);
    expect(cards).toEqual(expected);
  });

  test('show words letter by letter, within the picture', () => {
    const letters = new Set<string>();
    for (const { card, layout } of cardsIn(hostile)) {
      expect({ out: card.out, missing: layout.missing }).toEqual({ out: card.out, missing: [] });
      const shown = textsOf(layout).map((lines) =>
        words(lines.map(({ shaped, line }) => shaped.text.slice(line.from, line.to)).join('')),
      );
      for (const text of [card.kicker, card.title, card.when].map(words).filter((text) => text !== '')) {
        const begun = shown.some((part) => part !== '' && text.startsWith(part));
        expect({ out: card.out, text, begun }).toEqual({ out: card.out, text, begun: true });
      }
      for (const { shaped, line, size, x, baseline } of layout.lines) {
        const end = x + ((shaped.offsets[line.to] ?? 0) - (shaped.offsets[line.from] ?? 0)) * size;
        const within = x >= 0 && end <= cardWidth && baseline > 0 && baseline < cardHeight;
        expect({ out: card.out, within }).toEqual({ out: card.out, within: true });
        for (const { face, id, at } of shaped.glyphs) {
          const letter = shaped.text[at] ?? '';
          if (!/[<>"&]/.test(letter)) continue;
          const drawn = id !== 0 && readOutline(face, id).edges.length > 0;
          expect({ out: card.out, letter, drawn }).toEqual({ out: card.out, letter, drawn: true });
          letters.add(letter);
        }
      }
    }
    expect(letters).toEqual(new Set('<>"&'));
  });
});

test('search results have the shape that harmless words give them', async () => {
  const results = async ({ dist, bulletin }: Built, query: string): Promise<string[]> => {
    await buildSearchIndex({ dist, about: aboutSite(bulletin) });
    const site = await serveSearch(dist);
    try {
      const found: string[] = [];
      for (const locale of localeCodes) {
        await page.goto(`${site.origin}${localeUrl(locale, '/search/')}index.html?q=${query}`);
        await page.locator('.results li').first().waitFor();
        found.push(await page.locator('.results').innerHTML());
      }
      return found;
    } finally {
      site.close();
    }
  };
  const kinds = (html: string): string[] => [...new Set(shapeOfHtml(html, true))].sort();
  const [expected, found] = [await results(harmless, 'no'), await results(hostile, 'script')];
  expect(found).toHaveLength(localeCodes.length);
  // Which records come first depends on the words.
  expect(kinds(expected.join(''))).toEqual(expect.arrayContaining(kinds(found.join(''))));
  expect(found.flatMap((html) => activeIn(html, true))).toEqual([]);
});

test('PDFs lead to addresses alone, and run nothing', async () => {
  const editions = articleEditionsOf(hostile.bulletin).filter(
    ({ issue }) => issue === 'stories/2023/nguoi-ban',
  );
  expect(editions).toHaveLength(localeCodes.length);
  const { dist } = hostile;
  const { failed } = await printIssues({
    dist,
    editions,
    cache: false,
    only: ['office'],
    onEdition: () => {},
  });
  expect(failed).toEqual([]);
  for (const { out } of editions) {
    const bytes = readFileSync(join(dist, out));
    const links = (await inspectPdf(bytes)).links.flat();
    expect(links.length).toBeGreaterThan(0);
    expect({ out, strange: links.filter((url) => !/^https?:/.test(url)) }).toEqual({ out, strange: [] });
    const names = namesIn(await PDFDocument.load(bytes));
    expect(names).toContain('Annots');
    const active = ['JavaScript', 'JS', 'Launch', 'SubmitForm', 'EmbeddedFile', 'OpenAction', 'AA'];
    expect({ out, runs: active.filter((name) => names.has(name)) }).toEqual({ out, runs: [] });
  }
});

/** Every key and name in the objects of a PDF; what is compressed in streams is no object. */
function namesIn(pdf: PDFDocument): Set<string> {
  const names = new Set<string>();
  const walk = (value: PDFObject): void => {
    if (value instanceof PDFName) names.add(value.decodeText());
    else if (value instanceof PDFArray) value.asArray().forEach(walk);
    else if (value instanceof PDFStream) walk(value.dict);
    else if (value instanceof PDFDict)
      for (const [key, one] of value.entries()) {
        names.add(key.decodeText());
        walk(one);
      }
  };
  for (const [, value] of pdf.context.enumerateIndirectObjects()) walk(value);
  return names;
}

/** What is read of a page, without its tags. */
function textOf(html: string): string {
  const texts = (nodes: ReturnType<typeof fromHtml>['children']): string =>
    nodes
      .map((node) => (node.type === 'text' ? node.value : 'children' in node ? texts(node.children) : ''))
      .join('');
  return texts(fromHtml(html).children);
}

function linkedData(html: string): string[] {
  return elementsIn(fromHtml(html))
    .filter(({ tagName, properties }) => tagName === 'script' && properties['type'] === 'application/ld+json')
    .map(({ children }) => children.map((child) => (child.type === 'text' ? child.value : '')).join(''));
}

/** The elements of an XML file with their attributes, as a browser parses it; throws on malformed XML. */
function shapeOfXml(xml: string): Promise<string[]> {
  return page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const error = document.querySelector('parsererror');
    if (error) throw new Error(error.textContent);
    return [...document.querySelectorAll('*')].map((one) =>
      [one.namespaceURI, one.tagName, ...one.getAttributeNames()].join(' '),
    );
  }, xml);
}
