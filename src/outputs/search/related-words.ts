/** Words that belong together: a reader types one, the texts say another. */
import type { Locale } from '../../model/locales.ts';
import type { Glossary } from '../../model/schemas/glossary.ts';

/** Of each group the words that the texts have come first. In small letters; whole words or rows of them. */
export type WordGroups = readonly (readonly string[])[];

export interface RelatedWords {
  /** Those that the glossary lists for searching. */
  readonly listed: WordGroups;
  /** Its terms, with the original; for the original with English, which visitors know. */
  readonly terms: WordGroups;
}

/** In small letters these are other words: “US”. */
const shortLatin = /^[a-z]{1,2}$/i;

/** The words that belong together on the pages of a language. */
export function relatedWords({ terms, related }: Glossary, locale: Locale): RelatedWords {
  const ofTerms = terms.map((term) => {
    const others = locale === 'vi' ? (term.en ?? []) : term.vi;
    return [...(term[locale] ?? []), ...others].filter((word) => !shortLatin.test(word));
  });
  return { listed: searchable(related[locale] ?? []), terms: searchable(ofTerms) };
}

const searchable = (groups: WordGroups): WordGroups =>
  groups
    .map((group) => [...new Set(group.map((word) => word.normalize('NFC').toLowerCase()))])
    .filter((group) => group.length > 1);

/** The file of a language in the search's folder. */
export const relatedFile = (locale: string): string => `related.${locale}.json`;
