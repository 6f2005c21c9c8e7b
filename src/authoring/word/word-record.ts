import type { EditorLocale } from '../../model/locales.ts';
import type { Entries, ReferenceEntry } from '../../model/entries.ts';
import { edtf, isKnownDate, parseDate, type KnownDate } from '../../model/dates.ts';
import type { PhotoRights } from '../../model/schemas/document.ts';
import { editorText } from '../../i18n/editors.ts';
import { draftRecord, slugOf, type Draft } from '../new-record.ts';
import type { Answers } from '../answers.ts';
import type { NewFile } from '../made-on-the-way.ts';
import type { RecordTypeName } from '../record-questions.ts';
import { bodyOfArticle, type WordArticle } from './read-word.ts';
import type { Proposal } from './proposals.ts';

/** From an article in Word to the files of a record: the record, and the document that its facts are taken from. */

/** Who sent the file, and when. */
export interface Sender {
  /** `bai-viet.docx` */
  readonly file: string;
  readonly received: KnownDate;
  /** Id of the union or association. */
  readonly from?: string | undefined;
  /** Who wrote it, and agreed to be named. */
  readonly person?: string | undefined;
  readonly photos?: PhotoRights | undefined;
}

/** Kinds of record that an article can become. */
export const articleTypes = ['activity', 'story', 'event'] as const satisfies readonly RecordTypeName[];
export type ArticleType = (typeof articleTypes)[number];

/** `đoạn 3: “… trị giá 7.200 USD.”` */
export function proposalPlace({ paragraph, quote }: Proposal, locale: EditorLocale): string {
  return editorText('word.place', locale, { paragraph, quote });
}

/** Proposals that were not taken over stay in the file, as comments: nothing that was read is lost, nothing is entered. */
function openProposals(article: WordArticle, answers: Answers): string[] {
  const taken = ({ flag, value }: Proposal): boolean =>
    (answers.get(flag) ?? []).some((one) => one === value || one.split(':')[0] === value);
  const open = article.proposals.filter((one) => !['title', 'summary'].includes(one.flag) && !taken(one));
  if (open.length === 0) return [];
  return [
    editorText('word.openProposals', 'vi'),
    ...open.map((one) => `${one.flag} ${one.value}  (${proposalPlace(one, 'vi')})`),
  ];
}

/** A document that facts are taken from: the article as it was sent in. */
export interface SentDocument extends NewFile {
  readonly id: string;
  readonly name: string;
}

/**
 * The document that an article came as.
 * @param title of the article; empty where it has none yet
 */
export function documentOf(title: string, article: WordArticle, sender: Sender): SentDocument {
  const { file, received, from, person } = sender;
  const id = slugOf([from ?? 'bai-gui', edtf(received), title].join(' '));
  const name = editorText('word.documentName', 'vi', { title: title || file });
  const photos = photosOf(article, sender);
  const lines = [
    'names:',
    `  vi: ${JSON.stringify(name)}`,
    `file: ${JSON.stringify(file)}`,
    `year: ${received.start.year}`,
    `lines: ${article.paragraphs}`,
    'received:',
    `  date: ${edtf(received)}`,
    ...(from === undefined ? [] : [`  from: ${from}`]),
    ...(person === undefined ? [] : [`  person: ${JSON.stringify(person)}`]),
    ...(photos === undefined ? [] : [`  photos: ${photos}`]),
  ];
  return { id, name, file: `content/documents/${id}.yaml`, text: `${lines.join('\n')}\n` };
}

/** Of photos that nobody has said anything of, nobody knows whether they may be published. */
const photosOf = (article: WordArticle, { photos }: Sender): PhotoRights | undefined =>
  photos ?? (article.photos.length > 0 ? 'unclear' : undefined);

/** Whether the record of the article is held back until somebody has asked for its photos. */
export const waitsForPhotos = (article: WordArticle, sender: Sender): boolean =>
  photosOf(article, sender) === 'unclear' && article.photos.length > 0;

/** Where the article came from, for the notes of its record. */
export const senderNotes = ({ file, received, person, from }: Sender): string =>
  editorText('word.notes', 'vi', {
    file,
    date: edtf(received),
    from: [person, from].filter(Boolean).join(', ') || '?',
  });

export type WordDraft =
  | { readonly files: readonly [record: NewFile, document: NewFile] }
  | Exclude<Draft, { readonly file: string }>;

/**
 * The files of the record that an article becomes.
 * @param answers as for `npm run new`; without a source of their own the document itself is the source
 * @returns what is missing or wrong instead, all of it at once
 */
export function draftFromWord(
  type: ArticleType,
  article: WordArticle,
  answers: Answers,
  sender: Sender,
  entries: Entries,
): WordDraft {
  const [title = ''] = answers.get('title') ?? [];
  const { id, name, file, text } = documentOf(title, article, sender);
  const document: ReferenceEntry<'documents'> = {
    collection: 'documents',
    id,
    file,
    facts: { names: { vi: name }, file: sender.file, totals: [] },
  };
  const known = { ...entries, documents: [...entries.documents, document] };
  const sourced = answers.has('source') ? answers : new Map([...answers, ['source', [`${id}:1`]] as const]);
  const draft = draftRecord(type, sourced, known, {
    body: bodyOfArticle(article, title),
    notes: senderNotes(sender),
    comments: openProposals(article, answers),
    draft: waitsForPhotos(article, sender),
  });
  if (!('file' in draft)) return draft;
  return {
    files: [draft, { file, text }],
  };
}

/** A day as it was typed, or `undefined` for what is none. */
export function receivedDay(spelled: string): KnownDate | undefined {
  const date = parseDate(spelled);
  return isKnownDate(date) && date.start.precision === 'day' ? date : undefined;
}
