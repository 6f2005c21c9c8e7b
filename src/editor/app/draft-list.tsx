import { useEffect, useState } from 'preact/hooks';
import type { EditorLocale } from '../../model/locales.ts';
import { collectionNames } from '../../model/schemas/collections.ts';
import { openDrafts, type Draft, type Drafts } from '../drafts.ts';
import { namedBy } from '../forms/record-choices.ts';
import type { Session } from '../session.ts';
import { useLanguage, useSay } from './words.ts';

export const timeOf = (iso: string, locale: EditorLocale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));

/** The drafts of this browser, opened once. */
let opened: Promise<Drafts> | undefined;
export const ownDrafts = (): Promise<Drafts> => (opened ??= openDrafts());

/** What was typed and not saved. */
export function DraftList({ session: { store, index } }: { readonly session: Session }) {
  const say = useSay();
  const locale = useLanguage();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [lasting, setLasting] = useState(true);
  useEffect(() => {
    void ownDrafts().then(async (kept) => {
      setLasting(kept.lasting);
      setDrafts(await kept.list(store.name));
    });
  }, [store]);
  const nameOfRecord = (path: string): string =>
    namedBy(path, { to: collectionNames, form: 'path' }, index, locale);
  return (
    <>
      {!lasting && <p class="lacking">{say('editor.draftsFleeting')}</p>}
      {drafts.length > 0 && (
        <section>
          <h2>{say('editor.drafts')}</h2>
          <ul class="records">
            {drafts.map(({ record, changed }) => (
              <li key={record}>
                <a href={`#/${record}`}>{nameOfRecord(record)}</a>
                <small>{timeOf(changed, locale)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
