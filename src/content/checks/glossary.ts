import type { ArticleEntry } from '../../model/entries.ts';
import { toneLast } from '../../model/letters.ts';
import { locales, originalLocale, translationLocales, type Locale } from '../../model/locales.ts';
import { memoize } from '../../model/memoize.ts';
import { choicesOf, leadsSomewhere, referencesIn } from '../../model/references.ts';
import { glossarySchema, namedCollections, type Glossary } from '../../model/schemas/glossary.ts';
import { textFile } from '../../model/text-states.ts';
import { nearest } from '../nearest.ts';
import { glossaryFile } from '../parse/glossary.ts';
import { derived, idsIn, type IndexedFacts, type IndexedRecord } from '../record-index.ts';
import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/**
 * The glossary: where the Vietnamese text of a record names a term, an agreed rendering must stand in each of its
 * translations. Terms come from `content/glossary.yaml`, names from the records of units, partners, places and
 * occasions themselves.
 */

/** A term: how it is written in Vietnamese, and the renderings of which one must appear, the preferred one first. */
export interface Term {
  readonly vi: readonly string[];
  readonly renderings: Partial<Record<Locale, readonly string[]>>;
}

/** Every word is met thousands of times; the language has a few thousand. */
const keyOf = memoize(toneLast);

interface Word {
  /** As written. */
  readonly text: string;
  /** Lower case, tone behind it. */
  readonly key: string;
  /** Nothing but spaces, dashes, quotation marks and apostrophes lies between this word and the one before. */
  readonly joined: boolean;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const composed = text.normalize('NFC');
  let end = 0;
  for (const match of composed.matchAll(/[\p{Letter}\p{Mark}\p{Number}]+/gu)) {
    const between = composed.slice(end, match.index);
    const [word] = match;
    words.push({
      text: word,
      key: keyOf(word.toLowerCase()),
      joined: /^[^\S\n]*[-–—‑/’'“”"«»]?[^\S\n]*$/u.test(between),
    });
    end = match.index + word.length;
  }
  return words;
}

/**
 * A capital in the glossary must be a capital in the text, a small letter may be either: “Mỹ” is the country and not
 * the fine arts, “học bổng” may begin a sentence.
 */
function fitsCase(form: string, text: string): boolean {
  if (form === form.toLowerCase()) return true;
  const letters = [...text];
  return [...form].every((letter, index) => letter === letter.toLowerCase() || letters[index] === letter);
}

/** One Vietnamese spelling, and the terms that are written so: nearly always one. */
interface Form {
  readonly spelling: string;
  readonly words: readonly Word[];
  readonly terms: Term[];
}

/** All Vietnamese forms by their first word, the longest first. */
export type TermIndex = ReadonlyMap<string, readonly Form[]>;

export function indexTerms(terms: readonly Term[]): TermIndex {
  const index = new Map<string, Form[]>();
  for (const term of terms) {
    for (const spelling of term.vi) {
      const words = wordsOf(spelling);
      const first = words[0]?.key;
      if (first === undefined) continue;
      const forms = index.get(first) ?? [];
      index.set(first, forms);
      const same = forms.find((form) => form.spelling === spelling);
      if (same) same.terms.push(term);
      else forms.push({ spelling, words, terms: [term] });
    }
  }
  for (const forms of index.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function standsAt(form: Form, words: readonly Word[], at: number): boolean {
  return form.words.every((wanted, offset) => {
    const word = words[at + offset];
    if (word?.key !== wanted.key || (offset > 0 && !word.joined)) return false;
    return fitsCase(keyOf(wanted.text), keyOf(word.text));
  });
}

/**
 * The terms that a Vietnamese text names, each once. The longest form wins and what it covers is not looked at again:
 * “Hội Hữu nghị Việt – Lào tỉnh Quảng Trị” names the association, and neither Laos nor the province.
 */
export function termsIn(text: string, index: TermIndex): Form[] {
  const words = wordsOf(text);
  const found = new Map<Term, Form>();
  for (let at = 0; at < words.length;) {
    const form = index.get(words[at]?.key ?? '')?.find((one) => standsAt(one, words, at));
    const [term] = form?.terms ?? [];
    if (form && term && !found.has(term)) found.set(term, form);
    at += form?.words.length ?? 1;
  }
  return [...found.values()];
}

/**
 * A text made comparable. In languages written with spaces: words in lower case with a space round each, without the
 * s or x of the plural, so that “association” does not stand in “disassociation” but does in “Associations”. In the
 * others: letters alone, since neither spaces nor punctuation mark a word there.
 */
export function comparable(text: string, locale: Locale): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [];
  return locales[locale].script === 'Latn'
    ? ` ${words.map((word) => word.replace(/(?<=..)[sx]$/, '')).join(' ')} `
    : words.join('');
}

/** Terms of which no agreed rendering stands in the translation. A term that two share is well rendered by either. */
export function missingTerms(
  named: readonly Form[],
  translation: string,
  locale: Locale,
): { readonly term: string; readonly agreed: readonly string[] }[] {
  const rendered = comparable(translation, locale);
  return named.flatMap(({ spelling, terms }) => {
    const agreed = terms.flatMap((term) => term.renderings[locale] ?? []);
    const kept = agreed.length === 0 || agreed.some((form) => rendered.includes(comparable(form, locale)));
    return kept ? [] : [{ term: spelling, agreed }];
  });
}

type NamedRecords = Readonly<Record<(typeof namedCollections)[number], readonly IndexedRecord[]>>;

/** A record's own names: its Vietnamese ones with all aliases, and what it is called in the other languages. */
function termOf(facts: IndexedFacts, more: Glossary['names'][string] | undefined): Term {
  const { names = {}, shortNames = {}, aliases = [] } = facts;
  const abbreviation = facts.abbreviation ? [facts.abbreviation] : [];
  const forms = (locale: Locale): string[] =>
    [names[locale], shortNames[locale]].filter((name) => name !== undefined);
  return {
    vi: [...forms(originalLocale), ...aliases, ...abbreviation, ...(more?.vi ?? [])],
    renderings: Object.fromEntries(
      translationLocales.map((locale) => {
        const own = [...forms(locale), ...(more?.[locale] ?? [])];
        return [locale, own.length > 0 ? [...own, ...abbreviation] : []];
      }),
    ),
  };
}

export function termsOf(glossary: Glossary, records: NamedRecords): Term[] {
  return [
    ...glossary.terms.map(({ vi, ...renderings }) => ({ vi, renderings })),
    ...namedCollections.flatMap((name) =>
      records[name].flatMap(({ id, facts }) =>
        facts ? [termOf(facts, glossary.names[`${name}/${id}`])] : [],
      ),
    ),
  ];
}

/** All terms of the glossary and the records. */
export const termsIndexed = derived(namedCollections, ({ glossary, records }) =>
  indexTerms(termsOf(glossary, records)),
);

function wordsOfText(text: ArticleEntry['texts']['vi']): string {
  return ['title' in text ? text.title : '', text.summary ?? '', text.body.text].join('\n');
}

const codes = ['glossary'] as const;
type Code = (typeof codes)[number];

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  const { entry } = record;
  if (!entry || !('texts' in entry)) return;
  const translated = translationLocales.filter((locale) => entry.texts[locale]);
  if (translated.length === 0) return;
  const named = termsIn(wordsOfText(entry.texts.vi), termsIndexed(index));
  for (const locale of translated) {
    const text = entry.texts[locale];
    if (!text) continue;
    const file = textFile(entry, locale);
    for (const { term, agreed } of missingTerms(named, wordsOfText(text), locale)) {
      const values = { term, agreed: agreed.map((one) => `“${one}”`).join(', '), glossary: glossaryFile };
      report({ file, ...positionIn(record, file, ['title']), code: 'glossary', values });
    }
  }
}

export const glossary: Check<'record', Code> = { looksAt: 'record', codes, run };

/** Does every name that the glossary adds to a record add it to one that exists? */
export const glossaryNames: Check<'glossary', 'unknownReference'> = {
  looksAt: 'glossary',
  codes: ['unknownReference'],
  run({ glossary, yaml, index }, report) {
    const ids = idsIn(index);
    for (const reference of referencesIn(glossarySchema, glossary)) {
      if (leadsSomewhere(reference, ids)) continue;
      const { path, value } = reference;
      const near = nearest(value, choicesOf(reference, ids));
      const suggestion = near ? `→ ${near}` : '';
      const values = { value, collection: value.split('/')[0] ?? '', suggestion };
      report({ ...yaml.positionOfKey(path), code: 'unknownReference', values });
    }
  },
};

/** Do the words for searching lead from one to another? */
export const relatedGroups: Check<'glossary', 'relatedAlone'> = {
  looksAt: 'glossary',
  codes: ['relatedAlone'],
  run({ glossary, yaml }, report) {
    for (const [locale, groups = []] of Object.entries(glossary.related))
      groups.forEach((group, at) => {
        if (new Set(group.map((word) => word.normalize('NFC').toLowerCase())).size > 1) return;
        const values = { word: group[0] ?? '' };
        report({ ...yaml.positionOf(['related', locale, at, 0]), code: 'relatedAlone', values });
      });
  },
};
