import { useEffect, useState } from 'preact/hooks';
import { recordTypes, type RecordTypeName } from '../../authoring/record-questions.ts';
import { editorLocales, type EditorLocale } from '../../model/locales.ts';
import { collectionNames, type CollectionName } from '../../model/schemas/collections.ts';
import { PlainText } from '../forms/plain-fields.tsx';
import type { OpenRecord } from '../open-record.ts';
import type { NamedRecord } from '../read-record.ts';
import { refresh, type Session } from '../session.ts';
import { forgetGrant, keptGrant } from '../store/sign-in.ts';
import { Connect, hostOfPage, tokenStorage } from './connect.tsx';
import { DraftList } from './draft-list.tsx';
import { KeptVersions } from './kept-versions.tsx';
import { NewFromWord } from './new-from-word.tsx';
import { NewRecord } from './new-record.tsx';
import { Proposals } from './proposals.tsx';
import { RecordList } from './record-list.tsx';
import { OpenPage } from './open-page.tsx';
import { remembered, remember } from './remembered.ts';
import { Language, useSay } from './words.ts';
import { Main } from './main.tsx';

/** The editor: where the bulletin is, the list of its records, one record. The address behind `#` says which. */

type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'new'; readonly type: RecordTypeName }
  | { readonly kind: 'word' }
  | { readonly kind: 'versions'; readonly only: NamedRecord | undefined }
  | { readonly kind: 'record'; readonly collection: CollectionName; readonly id: string };

const recordIn = (path: string): NamedRecord | undefined => {
  const collection = collectionNames.find((name) => path.startsWith(`${name}/`));
  return collection && { collection, id: path.slice(collection.length + 1) };
};

/**
 * `#/activities/2023/x` → the record, `#/new/activity` → a new one, `#/new/word` → one from a Word file, `#/versions` → what
 * saves have replaced, `#/versions/activities/2023/x` → of this record.
 */
function placeIn(hash: string): Place {
  const [, versions, of = ''] = /^#\/(versions)(?:\/(.+))?$/.exec(decodeURI(hash)) ?? [];
  if (versions) return { kind: 'versions', only: recordIn(of) };
  const [, first = '', rest = ''] = /^#\/([a-z]+)\/(.+)$/.exec(decodeURI(hash)) ?? [];
  if (first === 'new' && rest === 'word') return { kind: 'word' };
  if (first === 'new' && Object.hasOwn(recordTypes, rest))
    return { kind: 'new', type: rest as RecordTypeName };
  const record = recordIn(`${first}/${rest}`);
  return record ? { kind: 'record', ...record } : { kind: 'list' };
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const onChange = (): void => setHash(location.hash);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return hash;
}

export function App() {
  const [locale, setLocale] = useState<EditorLocale>(
    () => editorLocales.find((code) => code === remembered('language')) ?? 'vi',
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    remember('language', locale);
  }, [locale]);
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <Language.Provider value={locale}>
      <Pages />
      <footer class="foot">
        <button type="button" lang={other} onClick={() => setLocale(other)}>
          {other === 'en' ? 'English' : 'Tiếng Việt'}
        </button>
      </footer>
    </Language.Provider>
  );
}

function Pages() {
  const say = useSay();
  const [session, setSession] = useState<Session>();
  const [editor, setEditor] = useState(() => remembered('editor') ?? '');
  /** A record that is opened as it is at hand: not in the store yet, or as it once was. From then on it is a draft. */
  const [begun, setBegun] = useState<OpenRecord>();
  const hash = useHash();
  const place = placeIn(hash);
  const host = hostOfPage();
  // A page that is left is found at its top again.
  useEffect(() => scrollTo(0, 0), [hash]);
  if (!session)
    return (
      <Connect
        wanted={place.kind === 'record' ? place : undefined}
        onConnect={({ session: opened, editor: known }) => {
          setSession(opened);
          if (known !== undefined) setEditor(known);
          if (!opened.ofBuild) return;
          // The list is there at once; what has changed since it was made follows.
          // Whoever has signed out meanwhile stays so, and what has been saved meanwhile is newer.
          void refresh(opened).then(
            (now) => setSession((current) => (current === opened ? now : current)),
            () => undefined,
          );
        }}
      />
    );
  const onBegin = (record: OpenRecord): void => {
    setBegun(record);
    location.hash = `#/${record.collection}/${record.id}`;
  };
  if (place.kind === 'versions')
    return <KeptVersions key={hash} session={session} only={place.only} onRestore={onBegin} />;
  if (place.kind === 'word') return <NewFromWord index={session.index} onBegin={onBegin} />;
  if (place.kind === 'new') return <NewRecord type={place.type} index={session.index} onBegin={onBegin} />;
  if (place.kind === 'record')
    return (
      <OpenPage
        key={hash}
        session={session}
        place={place}
        editor={editor}
        begun={begun}
        onOpened={() => setBegun(undefined)}
        onSession={setSession}
        onSaved={setSession}
      />
    );
  return (
    <Main>
      <h1>{say('editor.title')}</h1>
      <p class="where">
        {say('editor.where', { name: session.store.name })}{' '}
        {host && keptGrant(host, tokenStorage()) && (
          <button
            type="button"
            onClick={() => {
              forgetGrant(host, tokenStorage());
              setSession(undefined);
            }}
          >
            {say('editor.signOut')}
          </button>
        )}
      </p>
      <PlainText
        id="editor-name"
        label={say('editor.yourName')}
        value={editor}
        onText={(name) => {
          setEditor(name);
          remember('editor', name);
        }}
        hint={say('editor.yourNameHint')}
        autocomplete="name"
      />
      <DraftList session={session} />
      {session.store.versions && (
        <p>
          <a href="#/versions">{say('editor.versions.title')}</a>
        </p>
      )}
      <Proposals store={session.store} />
      <RecordList index={session.index} />
    </Main>
  );
}
