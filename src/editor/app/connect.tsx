import { useEffect, useState } from 'preact/hooks';
import { rememberedFolder, rememberFolder } from '../drafts.ts';
import type { NamedRecord } from '../read-record.ts';
import { openSession, readAhead, type Session } from '../session.ts';
import { folderStore } from '../store/folder.ts';
import type { HostSettings } from '../store/host.ts';
import { hostStore } from '../store/host-store.ts';
import {
  canSignIn,
  completeSignIn,
  keepGrant,
  keptCredentials,
  keptGrant,
  signInAddress,
  tokenPage,
  type TokenStorage,
} from '../store/sign-in.ts';
import type { Store } from '../store/store.ts';
import { faultText } from './use-saving.tsx';
import { useSay } from './words.ts';
import { Main } from './main.tsx';

/** Where the bulletin is: the repository that the page was built for, or a folder of this PC. */

/** The repository that the page was built for. */
export function hostOfPage(): HostSettings | undefined {
  const written = document.querySelector<HTMLMetaElement>('meta[name="editor-host"]')?.content;
  return written === undefined ? undefined : (JSON.parse(written) as HostSettings);
}

/** Where a token is kept: for this tab, or on this computer when somebody asks for it. */
export const tokenStorage = (): TokenStorage => ({ session: sessionStorage, local: localStorage });

export interface Connected {
  readonly session: Session;
  /** Who edits, where the place knows it. */
  readonly editor: string | undefined;
}

export function Connect({
  wanted,
  onConnect,
}: {
  /** The record that the address names. */
  readonly wanted: NamedRecord | undefined;
  readonly onConnect: (connected: Connected) => void;
}) {
  const say = useSay();
  const [progress, setProgress] = useState<{ readonly read: number; readonly all: number }>();
  const [fault, setFault] = useState<string>();
  const [last, setLast] = useState<FileSystemDirectoryHandle>();
  const host = hostOfPage();

  const trying = async (
    open: () => Promise<Store | undefined>,
    who?: () => Promise<string>,
  ): Promise<void> => {
    try {
      setFault(undefined);
      const store = await open();
      if (!store) return;
      setProgress({ read: 0, all: 0 });
      const [editor, session] = await Promise.all([
        who?.(),
        openSession(store, (read, all) => setProgress({ read, all })),
      ]);
      onConnect({ session, editor });
    } catch (error) {
      setProgress(undefined);
      // Whoever closes the window of the system has changed their mind.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFault(faultText(error, say));
    }
  };
  const openHost = (settings: HostSettings): Promise<void> => {
    const store = hostStore(settings, keptCredentials(settings, tokenStorage()));
    if (wanted) readAhead(store, wanted);
    return trying(
      async () => store,
      () => store.author(),
    );
  };
  const openFolder = (folder: FileSystemDirectoryHandle | undefined): Promise<void> =>
    trying(async () => {
      const chosen = folder ?? (await globalThis.showDirectoryPicker?.({ mode: 'readwrite', id: 'ban-tin' }));
      if (!chosen) return undefined;
      // The browser asks again whether this page may write there.
      if (folder && (await folder.requestPermission({ mode: 'readwrite' })) !== 'granted') return undefined;
      // A browser that does not keep it asks again the next time.
      await rememberFolder(chosen).catch(() => undefined);
      return folderStore(chosen);
    });

  useEffect(() => {
    void rememberedFolder().then(setLast, () => undefined);
    if (!host) return;
    void (async () => {
      try {
        const address = new URL(location.href);
        const answers = address.searchParams.has('state');
        const signedIn = answers && (await completeSignIn(host, tokenStorage(), address, Date.now()));
        // What the host has sent is not kept in the address or the history.
        if (answers) history.replaceState(null, '', address.pathname + address.hash);
        if (signedIn || keptGrant(host, tokenStorage())) await openHost(host);
      } catch (error) {
        setFault(faultText(error, say));
      }
    })();
  }, []);

  const busy = progress !== undefined;
  return (
    <Main>
      <h1>{say('editor.connect')}</h1>
      {host && <SignIn host={host} busy={busy} onToken={() => void openHost(host)} />}
      <section>
        {host && <h2>{say('editor.orFolder')}</h2>}
        {globalThis.showDirectoryPicker ? (
          <div class="answers">
            {last && (
              <button type="button" class="primary" disabled={busy} onClick={() => void openFolder(last)}>
                {say('editor.openAgain', { name: last.name })}
              </button>
            )}
            <button
              type="button"
              class={host || last ? undefined : 'primary'}
              disabled={busy}
              onClick={() => void openFolder(undefined)}
            >
              {say('editor.connectFolder')}
            </button>
          </div>
        ) : (
          <p>{say('editor.noPicker')}</p>
        )}
        <p class="hint">{say('editor.connectFolderHint')}</p>
      </section>
      <p role="status">{progress && say('editor.readingAll', { ...progress })}</p>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </Main>
  );
}

/** At the host itself where it lets people sign in; with a token that they have made there otherwise. */
function SignIn({
  host,
  busy,
  onToken,
}: {
  readonly host: HostSettings;
  readonly busy: boolean;
  readonly onToken: () => void;
}) {
  const say = useSay();
  const [token, setToken] = useState('');
  const [keeps, setKeeps] = useState(false);
  const own = canSignIn(host);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (own) {
          const redirect = location.origin + location.pathname;
          location.assign(signInAddress(host, sessionStorage, redirect, keeps));
        } else {
          keepGrant(host, tokenStorage(), { token: token.trim() }, keeps);
          setToken('');
          onToken();
        }
      }}
    >
      <p>{say('editor.repository', { name: `${host.url.replace(/^https?:\/\//, '')}/${host.project}` })}</p>
      {!own && (
        <div class="field">
          <label for="token">{say('editor.token')}</label>
          <input
            id="token"
            type="password"
            autocomplete="off"
            spellcheck={false}
            value={token}
            aria-describedby="token-hint"
            onInput={({ currentTarget }) => setToken(currentTarget.value)}
          />
          <p class="hint" id="token-hint">
            {say('editor.tokenHint')}{' '}
            <a href={tokenPage(host)} target="_blank" rel="noreferrer">
              {say('editor.tokenPage')}
            </a>
          </p>
        </div>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={keeps}
          onChange={({ currentTarget }) => setKeeps(currentTarget.checked)}
        />
        {say('editor.remember')}
      </label>
      <button type="submit" class="primary" disabled={busy || (!own && token.trim() === '')}>
        {say('editor.signIn')}
      </button>
    </form>
  );
}
