/**
 * What people have typed and not saved, in the browser's own database: it survives a closed tab, a lost network and an
 * expired token. It stays on this computer, and is gone when it has been saved.
 */

/** One record as it is being edited. */
export interface Draft {
  /** Which store it belongs to: the name of the host's project and branch, or of the folder. */
  readonly place: string;
  /** The record: `activities/2023/don-hvpf`. */
  readonly record: string;
  /** ISO 8601. */
  readonly changed: string;
  /** The files as they were opened, so that a conflict is seen however long the draft lay. */
  readonly opened: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly revision: string | null }>;
  /** The files as they are to be; one that is missing is to be deleted. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Drafts {
  /** `false` when the browser keeps nothing (a private window): then they last as long as the page. */
  readonly lasting: boolean;
  put(draft: Draft): Promise<void>;
  get(place: string, record: string): Promise<Draft | undefined>;
  /** All drafts of a place, the last changed first. */
  list(place: string): Promise<readonly Draft[]>;
  remove(place: string, record: string): Promise<void>;
}

const database = 'bien-tap';
const drafts = 'drafts';
const folders = 'folders';

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** In some private windows asking for it throws at once. */
async function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(database, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(drafts, { keyPath: ['place', 'record'] });
    request.result.createObjectStore(folders);
  };
  return settled(request);
}

/** Resolves when the change is on the disk, not when it has been asked for. */
async function change(
  base: IDBDatabase,
  store: string,
  make: (store: IDBObjectStore) => void,
): Promise<void> {
  const transaction = base.transaction(store, 'readwrite', { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  make(transaction.objectStore(store));
  await done;
}

const newestFirst = (list: readonly Draft[]): Draft[] =>
  [...list].sort((a, b) => (a.changed < b.changed ? 1 : -1));

function draftsInMemory(): Drafts {
  const kept = new Map<string, Draft>();
  const key = (place: string, record: string): string => JSON.stringify([place, record]);
  return {
    lasting: false,
    async put(draft) {
      kept.set(key(draft.place, draft.record), draft);
    },
    get: async (place, record) => kept.get(key(place, record)),
    list: async (place) => newestFirst([...kept.values()].filter((one) => one.place === place)),
    async remove(place, record) {
      kept.delete(key(place, record));
    },
  };
}

/** The drafts of this browser. */
export async function openDrafts(factory: IDBFactory | undefined = globalThis.indexedDB): Promise<Drafts> {
  const base = factory && (await open(factory).catch(() => undefined));
  if (!base) return draftsInMemory();
  const store = (): IDBObjectStore => base.transaction(drafts, 'readonly').objectStore(drafts);
  return {
    lasting: true,
    put: (draft) => change(base, drafts, (one) => void one.put(draft)),
    get: (place, record) => settled(store().get([place, record]) as IDBRequest<Draft | undefined>),
    async list(place) {
      // An array is greater than any text, so this is every record of the place.
      const range = IDBKeyRange.bound([place], [place, []]);
      return newestFirst(await settled(store().getAll(range) as IDBRequest<Draft[]>));
    },
    remove: (place, record) => change(base, drafts, (one) => void one.delete([place, record])),
  };
}

/** Keeps the folder that was chosen last, so that it is one click on the next day. The browser asks for leave again. */
export async function rememberFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  const base = await open(indexedDB).catch(() => undefined);
  if (base) await change(base, folders, (one) => void one.put(folder, 'last'));
}

export async function rememberedFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const base = await open(indexedDB).catch(() => undefined);
  const store = base?.transaction(folders, 'readonly').objectStore(folders);
  return store && settled(store.get('last') as IDBRequest<FileSystemDirectoryHandle | undefined>);
}
