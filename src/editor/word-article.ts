import type { Answers } from '../authoring/answers.ts';
import { questionsOf, recordTypes, referenceOf, type Question } from '../authoring/record-questions.ts';
import { bodyOfArticle, type WordArticle } from '../authoring/word/read-word.ts';
import {
  documentOf,
  senderNotes,
  waitsForPhotos,
  type ArticleType,
  type Sender,
} from '../authoring/word/word-record.ts';
import { readVietnameseAmount } from '../content/parse/amounts.ts';
import type { RecordIndex } from '../content/record-index.ts';
import { begin, freeId } from './begin.ts';
import { keyOrderOf } from './key-order.ts';
import { fileOfRecord, folderOfRecord, textOf, withFile, type OpenRecord } from './open-record.ts';
import { withBody, withField } from './record-file.ts';

/** An article that came as a Word file, as a record that is being edited. What is not known yet its form asks for. */

/** What a photo of the article is in the record: its name and its bytes as JPEG. */
export type Photos = ReadonlyMap<string, Uint8Array>;

/** An answer as it stands in the record: `quang-tri` → `{ unit: quang-tri }`; `7.200 USD:disbursed` → the amount. */
function valueOf(type: ArticleType, question: Question, answer: string): unknown {
  if (question.kind === 'participant') return { [String(referenceOf(type, question).path.at(-1))]: answer };
  if (question.kind !== 'aid') return answer;
  const [words = '', state] = answer.split(':');
  const { amount, currency, qualifier } = readVietnameseAmount(words) ?? {};
  return { amount, currency, ...(qualifier && { qualifier }), state };
}

/**
 * The record that an article becomes, its photos, and the document that its facts are taken from.
 * @param answers what an editor has taken over, by the flags of `npm run new`; nothing else is entered
 * @param thisYear the folder of a story without a date
 * @returns `undefined` while something is missing that its folder is made of
 */
export function beginFromWord(
  type: ArticleType,
  article: WordArticle,
  {
    answers,
    sender,
    photos,
  }: { readonly answers: Answers; readonly sender: Sender; readonly photos: Photos },
  index: RecordIndex,
  thisYear: number,
): OpenRecord | undefined {
  const one = (flag: string): string => answers.get(flag)?.[0]?.trim().normalize('NFC') ?? '';
  const begun = begin({ type, title: one('title'), date: one('date') }, index, thisYear);
  if (!begun) return undefined;
  const { collection, id } = begun;
  const document = documentOf(one('title'), article, sender);
  const documentId = freeId(document.id, new Set(index.records.documents.map((known) => known.id)));
  const order = keyOrderOf(collection);
  const asked = questionsOf(type).flatMap((question): [readonly string[], unknown][] => {
    const given = (answers.get(question.flag) ?? []).filter((answer) => answer.trim() !== '');
    if (!question.path || given.length === 0 || ['title', 'date'].includes(question.flag)) return [];
    const values = given.map((answer) => valueOf(type, question, answer.trim().normalize('NFC')));
    return [[question.path, question.several ? values : values[0]]];
  });
  const fields: readonly (readonly [readonly string[], unknown])[] = [
    ...asked,
    [['sources'], [`${documentId}:1`]],
    [['notes'], senderNotes(sender)],
    ...(waitsForPhotos(article, sender) ? [[['draft'], true] as const] : []),
  ];
  const file = fileOfRecord(collection, id);
  const text = fields.reduce(
    (before, [path, value]) => withField(before, path, value, order),
    textOf(begun, file) ?? '',
  );
  const folder = folderOfRecord(collection, id);
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    [file, withBody(text, `\n${bodyOfArticle(article, one('title'))}`)],
    ...[...photos].map(([name, bytes]) => [folder + name, bytes] as const),
    [fileOfRecord('documents', documentId), document.text],
  ];
  const record = files.reduce((before, [path, content]) => withFile(before, path, content), begun);
  return { ...record, past: [] };
}

/** The kinds of answers that an article of this type can have. */
export const asks = (type: ArticleType, flag: string): boolean =>
  recordTypes[type].questions.some((question) => question.flag === flag);
