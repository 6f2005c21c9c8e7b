import { getEntry, type CollectionEntry } from 'astro:content';
import type { Locale } from '../model/locales.ts';
import { noteRead } from '../model/reads.ts';

/** Notes that what is made shows the text of a page of `content/pages`. */
export function notePageText(page: string, locale: Locale): void {
  noteRead(`file content/pages/${page}/index.${locale}.mdx`);
}

/** A page of `content/pages` in a language, if it exists in it; that it was asked for is noted. */
export async function pageText(page: string, locale: Locale): Promise<CollectionEntry<'pages'> | undefined> {
  notePageText(page, locale);
  return getEntry('pages', `${page}/${locale}`);
}
