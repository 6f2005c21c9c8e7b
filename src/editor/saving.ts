import type { Problem } from '../content/problems.ts';
import type { RecordIndex } from '../content/record-index.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { changesOf, fileOfRecord, openRecord, textOf, withFile, type OpenRecord } from './open-record.ts';
import { isHeldBack } from './record-file.ts';
import type { Correction, Deed } from './save.ts';
import type { Saved, Store } from './store/store.ts';

/** What stands between “save” and the store: the one question, the line that says what was done, and how it ended. */

type Entry = Entries[keyof Entries][number];

const article = (entry: Entry | undefined): ArticleEntry | undefined =>
  entry && 'texts' in entry ? entry : undefined;

/** The record before and after, where both are sound and have texts. */
async function entriesOf(record: OpenRecord, index: RecordIndex) {
  const { asOpened, checkedRecord } = await import('./check.ts');
  return {
    before: article(checkedRecord(asOpened(record), index).entry),
    after: article(checkedRecord(record, index).entry),
  };
}

/** The translations of which the one question has to be asked: typing error, or another meaning? */
export async function concernedBy(record: OpenRecord, index: RecordIndex): Promise<readonly Locale[]> {
  const { translationsConcerned } = await import('./check.ts');
  const { before, after } = await entriesOf(record, index);
  return after ? translationsConcerned(before, after) : [];
}

/** The record after the answer to the question; the same where there is nothing to ask. */
export async function answered(
  record: OpenRecord,
  index: RecordIndex,
  correction: Correction,
): Promise<OpenRecord> {
  const { settled, todayInVietNam, translationsConcerned } = await import('./check.ts');
  const { before, after } = await entriesOf(record, index);
  if (!before || !after || translationsConcerned(before, after).length === 0) return record;
  const texts = new Map(
    [...record.files.keys()]
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => [path, textOf(record, path) ?? ''] as const),
  );
  const today = todayInVietNam(new Date());
  const result = settled({ before, after, texts, today }, correction);
  return [...result].reduce(
    (now, [path, text]) => (text === texts.get(path) ? now : withFile(now, path, text, 'answer')),
    record,
  );
}

/** What is wrong with the record as it is. */
export async function problemsOf(record: OpenRecord, index: RecordIndex): Promise<readonly Problem[]> {
  const { checkedRecord } = await import('./check.ts');
  return checkedRecord(record, index).problems;
}

/** What a save of the record does, for its message. */
function deedOf(record: OpenRecord): Deed {
  const { opened, files } = record;
  if (opened.size === 0) return 'create';
  if (files.size === 0) return 'delete';
  const original = fileOfRecord(record.collection, record.id);
  const before = openRecord(record.collection, record.id, opened);
  const [held, holds] = [before, record].map((one) => isHeldBack(textOf(one, original) ?? ''));
  if (held !== holds) return holds ? 'hold' : 'publish';
  const changed = changesOf(record).map(({ path }) => path);
  const isTranslation = (path: string): boolean => /index\.(?!vi\.)[a-z]+\.mdx$/.test(path);
  return changed.length > 0 && changed.every(isTranslation) ? 'translate' : 'edit';
}

/**
 * Saves a record, with what else belongs to the same deed.
 * @param title what the record is called
 * @param editor the name of whoever saves; empty where it is not known
 */
export async function saveRecord(
  store: Store,
  record: OpenRecord,
  title: string,
  editor: string,
  deed: Deed = deedOf(record),
  more: readonly OpenRecord[] = [],
): Promise<Saved> {
  const { commitMessage } = await import('./check.ts');
  const changes = [record, ...more].flatMap(changesOf);
  return store.save(changes, commitMessage(deed, title, editor));
}
