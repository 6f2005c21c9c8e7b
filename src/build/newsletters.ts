import { join } from 'node:path';
import type { NewsletterEdition, NewsletterPicture } from '../editions/newsletter.ts';
import type { UnprintedFile } from '../editions/paths.ts';
import { absoluteUrls } from '../i18n/urls.ts';
import { readColours } from '../outputs/cards/colours.ts';
import { paintBand } from '../outputs/cards/band.ts';
import { newsletterDraft } from '../outputs/newsletter/draft.ts';
import { newsletterHtml, type PictureSizes } from '../outputs/newsletter/html.ts';
import { bandPath, newsletterPath, picturePath, type NewsletterForm } from '../outputs/newsletter/paths.ts';
import { columnWidth } from '../outputs/newsletter/styles.ts';
import { newsletterText } from '../outputs/newsletter/text.ts';
import { writeWhole } from './files.ts';
import { copyPhoto } from './photo.ts';

/** The files of the newsletters, which the pages of their issues offer. */

export interface NewsletterOptions {
  /** The project's folder: its content, its styles. */
  readonly root: string;
  /** Where the files go, below the paths of the site. */
  readonly folder: string;
  /** Address of the host, and the path below it. */
  readonly site: string;
  readonly base: string;
}

/** Threads of the band and their size in pixels: twice as many as are shown, for fine screens. */
const band = { width: 120, height: 15, thread: 10 } as const;
/** Pixels of a photograph's longer side, for each pixel shown. */
const density = 2;

/**
 * Writes newsletters with their pictures. Throws where a picture cannot be read.
 * @returns what is there for readers to take: not the pictures
 */
export async function writeNewsletters(
  editions: readonly NewsletterEdition[],
  { root, folder, site, base }: NewsletterOptions,
): Promise<UnprintedFile[]> {
  const written: UnprintedFile[] = [];
  const addressOf = absoluteUrls(site, base);
  const pictures = await writePictures(editions, root, folder);
  for (const edition of editions) {
    const { issue, locale } = edition;
    const text = newsletterText(edition, addressOf);
    const html = newsletterHtml(edition, { addressOf, pictures });
    const draft = await newsletterDraft(edition, { html, text });
    const files: Readonly<Record<NewsletterForm, Uint8Array>> = {
      eml: draft,
      html: Buffer.from(html),
      txt: Buffer.from(text),
    };
    for (const [form, bytes] of Object.entries(files) as [NewsletterForm, Uint8Array][]) {
      const out = newsletterPath(issue, locale, form).slice(1);
      await writeWhole(join(folder, out), bytes);
      written.push({ kind: 'mail', issue, locale, out, bytes: bytes.length });
    }
  }
  return written;
}

/** Writes the bands and photographs of newsletters, each once for all languages. */
async function writePictures(
  editions: readonly NewsletterEdition[],
  root: string,
  folder: string,
): Promise<PictureSizes> {
  const dyes = await readColours(root);
  const sizes = new Map<string, { width: number; height: number }>();
  for (const edition of editions) {
    const { issue, bands } = edition;
    if (bands.length > 0 && !sizes.has(bandPath(issue))) {
      await writeWhole(join(folder, bandPath(issue)), paintBand(issue, bands, dyes, band));
      sizes.set(bandPath(issue), { width: columnWidth, height: (columnWidth * band.height) / band.width });
    }
    for (const { record, file } of picturesOf(edition)) {
      const path = picturePath(issue, record, file);
      if (sizes.has(path)) continue;
      const { data, ...size } = await copyPhoto(join(root, 'content', record, file), columnWidth * density);
      await writeWhole(join(folder, path), data);
      const shown = Math.min(1 / density, columnWidth / size.width);
      sizes.set(path, { width: Math.round(size.width * shown), height: Math.round(size.height * shown) });
    }
  }
  return sizes;
}

const picturesOf = ({ cover, sections }: NewsletterEdition): NewsletterPicture[] =>
  [cover, ...sections.flatMap(({ items }) => items.map(({ picture }) => picture))].filter(
    (picture) => picture !== undefined,
  );
