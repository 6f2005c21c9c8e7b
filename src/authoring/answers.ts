import { parse } from 'yaml';
import { countryCode } from '../model/countries.ts';
import { isKnownDate, parseDate } from '../model/dates.ts';
import type { EditorKey } from '../i18n/editors.ts';
import { isLocale, originalLocale } from '../model/locales.ts';
import type { Entries } from '../model/entries.ts';
import { nearest } from '../content/nearest.ts';
import { readVietnameseAmount } from '../content/parse/amounts.ts';
import { toSlug } from '../model/letters.ts';
import { choicesOf, type ReferenceTo } from '../model/references.ts';
import { choicesFor, referenceOf, type Question, type RecordTypeName } from './record-questions.ts';

/** From the answer to one question, as it was typed, to what stands in the file. */

/** What the answers to one flag were, as they were typed. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Why an answer cannot be used, as a key of the editors' dictionary, with the right spelling where it is known. */
export interface AnswerFault {
  readonly key: EditorKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly suggestion?: string;
}

/** A text that stands for itself in YAML, in quotes where YAML would read something else. */
export const plain = (value: string): string => (parse(value) === value ? value : JSON.stringify(value));

/** A fault about `value`, with the nearest known spelling. */
function unknown(key: EditorKey, value: string, known: readonly string[], more = {}): AnswerFault {
  const near = nearest(value, known);
  return {
    key,
    values: { value, allowed: known.join(', '), ...more },
    ...(near !== undefined && { suggestion: near }),
  };
}

function readReference(value: string, reference: ReferenceTo, entries: Entries): string | AnswerFault {
  const ids = new Map(reference.to.map((name) => [name, new Set(entries[name].map((one) => one.id))]));
  const known = choicesOf(reference, ids);
  if (known.includes(value)) return plain(value);
  const collection = reference.to.join(', content/');
  return unknown(collection === 'partners' ? 'new.fault.partner' : 'new.fault.reference', value, known, {
    collection,
  });
}

/** `hơn 60 triệu đồng:disbursed`, `60:scholarships`: an amount as people write it, and what it is. */
function readAmount(type: RecordTypeName, question: Question, value: string): string | AnswerFault {
  const cut = value.lastIndexOf(':');
  const [typed, chosen] = cut < 0 ? [value, ''] : [value.slice(0, cut), value.slice(cut + 1).trim()];
  const read = readVietnameseAmount(typed);
  const isAid = question.kind === 'aid';
  if (!read || (isAid && read.currency === undefined))
    return { key: isAid ? 'new.fault.aid' : 'new.fault.count', values: { value: typed } };
  const choices = choicesFor(type, question);
  if (!choices.includes(chosen)) return unknown('new.fault.choice', chosen, choices);
  const { amount, currency, qualifier } = read;
  const parts = [
    isAid ? `amount: ${amount}, currency: ${currency}` : `value: ${amount}`,
    ...(qualifier === undefined ? [] : [`qualifier: ${qualifier}`]),
    isAid ? `state: ${chosen}` : `of: ${chosen}`,
  ];
  return `{ ${parts.join(', ')} }`;
}

/**
 * Reads one answer to one question.
 * @returns the answer as YAML, or why it cannot be used
 * @example readAnswer('activity', unit, 'quang-tri:lead', entries) // => '{ unit: quang-tri, role: lead }'
 */
export function readAnswer(
  type: RecordTypeName,
  question: Question,
  spelled: string,
  entries: Entries,
): string | AnswerFault {
  const value = spelled.trim().normalize('NFC');
  if (value === '') return { key: 'new.fault.empty', values: { flag: question.flag } };
  switch (question.kind) {
    case 'text':
      return JSON.stringify(value);
    case 'date': {
      const known = parseDate(value);
      if (isKnownDate(known)) return value;
      const { suggestion } = known;
      return {
        key:
          known.fault === 'not-a-day'
            ? 'problem.impossibleDate'
            : suggestion === undefined
              ? 'new.fault.date'
              : 'new.fault.dateSpelled',
        values: { value },
        ...(suggestion !== undefined && { suggestion }),
      };
    }
    case 'number':
      return /^[1-9]\d*$/.test(value)
        ? value
        : { key: 'new.fault.number', values: { value, flag: question.flag } };
    case 'year':
      return /^\d{4}$/.test(value) ? value : { key: 'new.fault.year', values: { value } };
    case 'yes':
      return value === 'true' ? 'true' : 'false';
    case 'choice': {
      const choices = choicesFor(type, question);
      return choices.includes(value) ? plain(value) : unknown('new.fault.choice', value, choices);
    }
    case 'country':
      return countryCode(value) ?? { key: 'new.fault.country', values: { value } };
    case 'reference':
      return readReference(value, referenceOf(type, question), entries);
    case 'participant': {
      const [id = '', role] = value.split(':');
      const reference = referenceOf(type, question);
      const found = readReference(id, reference, entries);
      const field = reference.path.at(-1);
      if (typeof found !== 'string' || role === undefined) {
        return typeof found === 'string' ? `{ ${field}: ${found} }` : found;
      }
      const roles = choicesFor(type, question);
      return roles.includes(role)
        ? `{ ${field}: ${found}, role: ${role} }`
        : unknown('new.fault.choice', role, roles);
    }
    case 'aid':
    case 'count':
      return readAmount(type, question, value);
    case 'occasion': {
      const [id = '', kept] = value.split(':');
      const found = readReference(id, referenceOf(type, question), entries);
      if (typeof found !== 'string') return found;
      return /^\d{4}$/.test(kept ?? '')
        ? `{ id: ${found}, year: ${kept} }`
        : { key: 'new.fault.occasion', values: { value } };
    }
    case 'source': {
      const [, id = '', line] = /^([^:]+):([1-9]\d*)$/.exec(value) ?? [];
      if (line === undefined) return { key: 'new.fault.source', values: { value } };
      const found = readReference(id, referenceOf(type, question), entries);
      return typeof found === 'string' ? `${found}:${line}` : { ...found, key: 'new.fault.document' };
    }
    case 'name': {
      const [, locale = '', name = ''] = /^([a-z]+)=(.+)$/.exec(value) ?? [];
      return isLocale(locale) && locale !== originalLocale
        ? `${locale}: ${JSON.stringify(name.trim())}`
        : { key: 'new.fault.name', values: { value } };
    }
    case 'section': {
      const cut = value.lastIndexOf(':');
      const title = value.slice(0, cut).trim();
      const items = splitList(value.slice(cut + 1));
      if (cut < 0 || toSlug(title) === '' || items.length === 0) {
        return { key: 'new.fault.section', values: { value } };
      }
      const reference = referenceOf(type, question);
      const fault = items
        .map((item) => readReference(item, reference, entries))
        .find((one) => typeof one !== 'string');
      if (fault) return { ...fault, key: 'new.fault.item' };
      return `id: ${plain(toSlug(title))}\n    items:${items.map((item) => `\n      - ${item}`).join('')}`;
    }
  }
}

/** `a, b` → two answers. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
