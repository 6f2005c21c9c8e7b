import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textIn, type Bulletin } from '../bulletin/bulletin.ts';
import { fileOfBytes } from '../content/files.ts';
import { readPage, type PageText } from '../content/parse/page.ts';
import { ContentError, type Problem } from '../content/problems.ts';
import { editionLanguages } from '../editions/editions.ts';
import { itemsOf, type Issue } from '../editions/issue-sections.ts';
import { issueEdition, type IssueEdition } from '../editions/issue.ts';
import type { UnprintedFile } from '../editions/paths.ts';
import { absoluteUrls } from '../i18n/urls.ts';
import { lastDay } from '../model/dates.ts';
import { localeCodes, locales, type Locale } from '../model/locales.ts';
import { copyName, longestSide } from '../model/photos.ts';
import { cardPath } from '../outputs/cards/card.ts';
import { readColours } from '../outputs/cards/colours.ts';
import { photographsOf, type Photograph } from '../outputs/epub/body.ts';
import { coverFile, drawCover } from '../outputs/epub/cover.ts';
import { bindBook, planBook, type BookPlan } from '../outputs/epub/make-book.ts';
import { epubPath } from '../outputs/epub/paths.ts';
import { unionContactsOf } from '../outputs/epub/union-contacts.ts';
import { textLicence } from '../site.ts';
import { digestOf, writeWhole } from './files.ts';
import { copyPhoto } from './photo.ts';
import type { LastMade } from './steps.ts';

/** The EPUBs of the editions, which the pages of their issues offer. */

export interface EpubOptions {
  readonly bulletin: Bulletin;
  /** The project's folder: its content, its styles, its packages. */
  readonly root: string;
  /** Address of the host, and the path below it. */
  readonly site: string;
  readonly base: string;
  /** The folder of the share cards, whose words the covers bear. */
  readonly cards: string;
}

/** A book before its pictures are made and its faces cut. */
export interface PlannedEpub {
  readonly issue: string;
  readonly locale: Locale;
  readonly edition: IssueEdition;
  readonly plan: BookPlan;
  readonly photographs: readonly Photograph[];
  readonly card: Uint8Array | undefined;
  /** Of all that it is made of, but for code. */
  readonly digest: string;
}

/** The contact page in each language that has one. */
function contactPages(bulletin: Bulletin, root: string): ReadonlyMap<Locale, PageText> {
  const problems: Problem[] = [];
  const pages = new Map<Locale, PageText>();
  for (const locale of localeCodes) {
    const file = `content/pages/contact/index.${locale}.mdx`;
    if (!existsSync(join(root, file))) continue;
    const placed = { UnionContacts: unionContactsOf(bulletin, locale) };
    const bytes = fileOfBytes(readFileSync(join(root, file)));
    const page = readPage(bytes, locale, placed, (fault) => problems.push({ ...fault, file }));
    if (page) pages.set(locale, page);
  }
  if (problems.length > 0) throw new ContentError(problems);
  return pages;
}

/** The newest day on which something in the issue was changed; where none is known, the last of its period. */
function modifiedDay(bulletin: Bulletin, issue: Issue, day: string): string {
  const dates = [issue.facts, ...itemsOf(bulletin, issue).map(({ facts }) => facts)];
  const days = dates.flatMap(({ updated }) => (updated ? [lastDay(updated)] : []));
  return days.sort().at(-1) ?? day;
}

/** What each edition's book will be. Throws a `ContentError` where the contact page cannot be shown in one. */
export function planEpubs({ bulletin, root, site, base, cards }: EpubOptions): PlannedEpub[] {
  const addressOf = absoluteUrls(site, base);
  const contacts = contactPages(bulletin, root);
  return bulletin.issues.flatMap((issue) =>
    editionLanguages(bulletin, issue).map((locale): PlannedEpub => {
      const contact = contacts.get(locale);
      const pages = contact ? [{ name: 'contact', title: contact.title }] : [];
      const edition = issueEdition(bulletin, issue, locale, { pages });
      const photographs = edition.sections.flatMap((section) =>
        section.kind === 'part'
          ? section.items.flatMap(({ article }) => photographsOf(article.body, article.record))
          : section.kind === 'letter'
            ? photographsOf(section.body, edition.record)
            : [],
      );
      const plan = planBook(edition, {
        bulletin,
        addressOf,
        pages: new Map(contact && [['contact', contact.body]]),
        textLicence,
        description: textIn(issue, locale).text.summary,
        number: issue.facts.number,
        modified: modifiedDay(bulletin, issue, edition.day),
        photographs: [...new Set(photographs.map(({ record, file }) => copyName(record, file)))],
      });
      const cardFile = join(cards, locales[locale].prefix, cardPath(edition.path));
      const card = existsSync(cardFile) ? readFileSync(cardFile) : undefined;
      const { image, bands } = edition.cover;
      const pictures = [...photographs, ...(image ? [{ record: edition.record, file: image.file }] : [])];
      const digest = digestOf([
        ...[...plan.texts].flat(),
        JSON.stringify([plan.faces, plan.modified, bands]),
        ...pictures.map((picture) => readFileSync(sourceOf(root, picture))),
        card ?? '',
      ]);
      return { issue: issue.id, locale, edition, plan, photographs, card, digest };
    }),
  );
}

/** Of a photograph, in pixels: as phones and tablets show it, half of what is kept for print. */
const longestShown = longestSide / 2;

const sourceOf = (root: string, { record, file }: Photograph): string => join(root, 'content', record, file);

/** A written book; `digest` is that of its plan, `written` that of its bytes. */
export interface WrittenEpub extends UnprintedFile {
  readonly digest: string;
  readonly written: string;
}

/**
 * Writes the books below `folder`.
 * @param last what was written the last time by the same code: a book whose plan is the same is taken over
 */
export async function writeEpubs(
  planned: readonly PlannedEpub[],
  root: string,
  folder: string,
  last?: Pick<LastMade<readonly WrittenEpub[]>, 'result' | 'take'>,
): Promise<WrittenEpub[]> {
  const dyes = await readColours(root);
  const made: WrittenEpub[] = [];
  for (const { issue, locale, edition, plan, photographs, card, digest } of planned) {
    const out = epubPath(issue, locale).slice(1);
    const before = last?.result.find((one) => one.out === out && one.digest === digest);
    if (before && last?.take(out, (bytes) => digestOf([bytes]) === before.written)) {
      made.push(before);
      continue;
    }
    const { image } = edition.cover;
    const photo = image && (await readFile(sourceOf(root, { record: edition.record, file: image.file })));
    const pictures = new Map([[coverFile(edition), await drawCover(edition, { card, photo, dyes })]]);
    for (const photograph of photographs) {
      const { data } = await copyPhoto(sourceOf(root, photograph), longestShown);
      pictures.set(copyName(photograph.record, photograph.file), data);
    }
    const book = await bindBook(plan, pictures, root);
    await writeWhole(join(folder, out), book);
    made.push({
      kind: 'epub',
      issue,
      locale,
      out,
      bytes: book.length,
      digest,
      written: digestOf([book]),
    });
  }
  return made;
}
