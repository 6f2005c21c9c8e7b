import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBulletin } from '../bulletin/bulletin.ts';
import { filesOnDisk } from '../content/disk.ts';
import type { Reading } from '../content/hand-over.ts';
import type { Content } from '../content/read.ts';
import { articleEditionsOf, editionsOf } from '../editions/editions.ts';
import { newsletterEditions } from '../editions/newsletter.ts';
import type { UnprintedFile } from '../editions/paths.ts';
import { editorIndex } from '../editor/editor-index.ts';
import { cardsOf } from '../outputs/cards/card.ts';
import { drawCards } from '../outputs/cards/draw-cards.ts';
import type { FailedEdition, PrintedEdition } from '../outputs/print/print-issues.ts';
import { printIssues } from '../outputs/print/print-issues.ts';
import { writePrintedFacts } from '../outputs/printed-facts/printed-facts.ts';
import type { Locale } from '../model/locales.ts';
import { memoize, once } from '../model/memoize.ts';
import { aboutSite, countryWords } from '../outputs/search/about.ts';
import { relatedFiles, type Related } from '../outputs/search/indexer.ts';
import { relatedWords } from '../outputs/search/related-words.ts';
import { basePath, editorHost, siteUrl } from '../site.ts';
import { sitemapOf, type BuiltPage } from './built-pages.ts';
import type { EditorQuestion } from './editor-process.ts';
import { digestOf, filesBelow, moveInto, writeWhole } from './files.ts';
import { planEpubs, writeEpubs, type WrittenEpub } from './epubs.ts';
import { writeNewsletters } from './newsletters.ts';
import { countSearchable, makeSearch, searchKeys, type MadeSearch } from './kept-search.ts';
import { makePages, type MadePages, type PagesMade } from './make-pages.ts';
import { askProcess } from './own-process.ts';
import { projectRoot } from './paths.ts';
import { writeReportFacts, writeReports } from './reports.ts';
import { keyedStep, step, type Step } from './steps.ts';

/** The steps of a build. What each of them needs stands behind its name. */

/** What a build tells while it runs, for whoever started it. */
export interface BuildListener {
  /** A step is about to begin. */
  onStart?(name: 'pages' | 'cards' | 'search' | 'editor' | 'print'): void;
  /** So much of a step is done. */
  onProgress?(name: 'pages' | 'cards' | 'search' | 'print', done: number, total: number): void;
  /**
   * How many pages and other files were rendered, and how many were kept from the last build; and whether Astro made its
   * bundle for that.
   */
  onPages?(made: PagesMade): void;
  /** The search of a language was made anew, and so many of its pages were copied for that. */
  onIndex?(locale: Locale, copied: number): void;
  onEdition?(outcome: PrintedEdition | FailedEdition): void;
  /** Without cards the site is whole but for its pictures in other sites' previews: a failure does not stop the build. */
  onCardsFailed?(error: unknown): void;
}

/** The whole site, in a folder that can be published. */
export interface BuiltSite {
  readonly folder: string;
  readonly pages: readonly BuiltPage[];
  /** Undefined where no card could be drawn. */
  readonly cards: { readonly count: number; readonly drawn: number } | undefined;
  /** How many pages can be found, by language. */
  readonly searchable: Readonly<Record<string, number>>;
  readonly printed: readonly PrintedEdition[];
  readonly failed: readonly FailedEdition[];
}

const messages = 'src/i18n/messages';

/** Everything that all pages can be made of: code, styles, settings, libraries. */
function codeDigest(): string {
  const folders = ['src', 'public'].flatMap((folder) =>
    filesBelow(join(projectRoot, folder)).map((file) => `${folder}/${file}`),
  );
  const files = [...folders, 'astro.config.mjs', 'package.json', 'package-lock.json'].filter(
    (file) => !/^src\/(?:tests|bench|cli)\/|\.test\.ts$/.test(file) && !file.startsWith(`${messages}/`),
  );
  return digestOf([
    ...files.flatMap((file) => [file, readFileSync(join(projectRoot, file))]),
    JSON.stringify([siteUrl, basePath, editorHost ?? null, process.version]),
  ]);
}

/** What pages read of the content while they are rendered. All else Astro's bundle takes in: pictures, `content/pages`. */
const isRecord = (file: string): boolean => /^content\/(?!pages\/).*\.(?:mdx|yaml)$/.test(file);

/** Pictures and texts of the content as they lie there, and the words of the site, of which `isWanted` may choose. */
function contentDigest(isWanted: (file: string) => boolean = () => true): string {
  const files = ['content', messages].flatMap((folder) =>
    filesBelow(join(projectRoot, folder)).map((file) => `${folder}/${file}`),
  );
  return digestOf(files.filter(isWanted).flatMap((file) => [file, readFileSync(join(projectRoot, file))]));
}

/** What the bundle takes in beside the code: the words of the site, the pictures of the content. */
const digestOfBundled = (): string => contentDigest((file) => !isRecord(file));

/**
 * @param reading what the content says, checked and with what has problems held back
 * @param content all of it, for the editor's list
 * @param force whether nothing may come from a cache
 */
export function siteSteps(
  reading: Reading,
  content: Content,
  force: boolean,
  listener: BuildListener,
): Step<BuiltSite> {
  const bulletin = step('bulletin', [], () => createBulletin(reading.entries));
  const code = step('code', [], codeDigest);
  const bundledDigest = once(digestOfBundled);
  /** All that the bulletin is made of, and the words of the site. */
  const readDigest = once(() => digestOf([contentDigest(), JSON.stringify(reading.held), reading.today]));

  const pages = keyedStep<MadePages, [typeof code]>(
    'pages',
    [code],
    ([code]) => ({
      key: digestOf([code, readDigest()]),
      basis: code,
    }),
    ([code], folder, { cache }, last) => {
      listener.onStart?.('pages');
      return makePages({
        code,
        bundle: digestOf([code, bundledDigest()]),
        bundleFolder: join(cache, 'bundle'),
        folder,
        reading,
        force,
        last,
        onRender: (done, total) => listener.onProgress?.('pages', done, total),
        onMade: listener.onPages,
      });
    },
  );

  const cards = step('cards', [bulletin], async ([bulletin], { work }) => {
    listener.onStart?.('cards');
    const folder = join(work, 'cards');
    try {
      const drawn = await drawCards({
        dist: folder,
        root: projectRoot,
        cards: cardsOf(bulletin),
        cache: !force,
        onCard: (done, total) => listener.onProgress?.('cards', done, total),
      });
      return { folder, drawn };
    } catch (error) {
      listener.onCardsFailed?.(error);
      return { folder, drawn: undefined };
    }
  });

  const sitemap = step('sitemap', [pages], async ([{ result }], { work }) => {
    const folder = join(work, 'sitemap');
    for (const { name, text } of sitemapOf(result.pages)) await writeWhole(join(folder, name), text);
    return { folder };
  });

  const { glossary } = content.index;
  const words = countryWords(glossary);
  const related: Related = (locale) => relatedWords(glossary, locale);
  const about = step('search-facts', [bulletin], ([bulletin]) => memoize(aboutSite(bulletin, words)));
  const search = keyedStep<MadeSearch, [typeof pages, typeof about, typeof code]>(
    'search',
    [pages, about, code],
    ([{ result }, about, code]) => {
      const keys = searchKeys(result.pages, about);
      const files = relatedFiles(related);
      return { key: digestOf([code, ...[...keys, ...files].flat()]), basis: code };
    },
    async ([{ folder, result }, about, code], out, { cache }, last) => {
      listener.onStart?.('search');
      return makeSearch({
        dist: folder,
        out,
        pages: result.pages,
        about,
        related,
        last,
        copies: force ? undefined : { folder: join(cache, 'page-copies'), code },
        onProgress: (done, total) => listener.onProgress?.('search', done, total),
        onIndex: listener.onIndex,
      });
    },
  );

  const print = step('print', [pages, bulletin], async ([{ folder }, bulletin], { work }) => {
    listener.onStart?.('print');
    const out = join(work, 'print');
    const editions = [...editionsOf(bulletin), ...articleEditionsOf(bulletin)];
    listener.onProgress?.('print', 0, editions.length);
    let done = 0;
    const { printed, failed } = await printIssues({
      dist: folder,
      out,
      base: basePath,
      site: siteUrl,
      editions,
      cache: !force,
      onEdition(outcome) {
        listener.onProgress?.('print', (done += 1), editions.length);
        listener.onEdition?.(outcome);
      },
    });
    return { folder: out, printed, failed };
  });

  const letters = step('newsletter-editions', [bulletin], ([bulletin]) => newsletterEditions(bulletin));
  const newsletters = keyedStep<UnprintedFile[], [typeof letters, typeof code]>(
    'newsletters',
    [letters, code],
    ([letters, code]) => digestOf([code, bundledDigest(), JSON.stringify(letters)]),
    ([letters], folder) =>
      writeNewsletters(letters, { root: projectRoot, folder, site: siteUrl, base: basePath }),
  );

  const epubs = keyedStep<WrittenEpub[], [typeof bulletin, typeof cards, typeof code]>(
    'epubs',
    [bulletin, cards, code],
    // A cover bears the words of a card, if cards can be drawn.
    ([, { drawn }, code]) => ({ key: digestOf([code, readDigest(), drawn ? 'cards' : '']), basis: code }),
    ([bulletin, { folder: cards }], folder, _, last) => {
      const site = { root: projectRoot, site: siteUrl, base: basePath };
      return writeEpubs(planEpubs({ ...site, bulletin, cards }), projectRoot, folder, last);
    },
  );

  const reports = step('reports', [bulletin], async ([bulletin], { work }) => {
    const folder = join(work, 'reports');
    return { folder, written: await writeReports(bulletin, folder) };
  });

  // Behind the pages: Vite's memory and Astro's would be there at once.
  const editor = keyedStep<null, [typeof code, typeof pages]>(
    'editor',
    [code, pages],
    ([code]) => digestOf([code, bundledDigest()]),
    (_, folder) => {
      listener.onStart?.('editor');
      return askProcess<EditorQuestion, null>(new URL('./editor-process.ts', import.meta.url), {
        folder,
        host: editorHost,
      });
    },
  );
  const editorList = step('editor-list', [], async (_, { work }) => {
    const folder = join(work, 'editor-list');
    const index = editorIndex(content, filesOnDisk(projectRoot));
    await writeWhole(join(folder, 'index.json'), JSON.stringify(index));
    return { folder };
  });

  // The search has read the pages before the sizes of the PDFs are written into them.
  return step(
    'site',
    [pages, cards, sitemap, search, editor, editorList, print, newsletters, epubs, reports],
    async ([
      pages,
      cards,
      sitemap,
      search,
      editor,
      editorList,
      print,
      newsletters,
      epubs,
      reports,
    ]): Promise<BuiltSite> => {
      const { folder } = pages;
      const { printed, failed } = print;
      await writePrintedFacts(folder, { printed, failed }, [...newsletters.result, ...epubs.result]);
      await writeReportFacts(folder, reports.written);
      for (const part of [cards, sitemap, editor, print, newsletters, epubs, reports])
        moveInto(part.folder, folder);
      moveInto(editorList.folder, join(folder, 'bien-tap'));
      moveInto(search.folder, join(folder, 'pagefind'));
      return {
        folder,
        pages: pages.result.pages,
        cards: cards.drawn,
        searchable: countSearchable(search.result),
        printed,
        failed,
      };
    },
  );
}
