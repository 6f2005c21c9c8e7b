import { isClutter } from '../../content/files.ts';
import { conflictsIn } from './conflicts.ts';
import { contentFolder } from './host.ts';
import { revisionOf } from './revision.ts';
import { StoreError, type Change, type FolderEntry, type Store, type Version } from './store.ts';

/**
 * A folder on the PC, by the File System Access API (Chrome and Edge; https://wicg.github.io/file-system-access/): no server,
 * no git. What a save replaces is kept in `.bien-tap` beside the content, the last saves of it.
 */

export type FolderStore = Store & Required<Pick<Store, 'versions'>>;

const versionsFolder = '.bien-tap';
/** So many saves are kept: some weeks of work. */
const keptVersions = 100;

/** The faults of a browser's file system, by the names of its exceptions. */
const faults: Readonly<Record<string, 'notFound' | 'forbidden'>> = {
  NotFoundError: 'notFound',
  TypeMismatchError: 'notFound',
  NotAllowedError: 'forbidden',
  SecurityError: 'forbidden',
  NoModificationAllowedError: 'forbidden',
};

async function told<Result>(doing: () => Promise<Result>): Promise<Result> {
  try {
    return await doing();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const name = cause instanceof DOMException ? cause.name : '';
    throw new StoreError(faults[name] ?? 'host', String(cause), { cause });
  }
}

const partsOf = (path: string): { folders: string[]; name: string } => {
  const parts = path.split('/');
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? '' };
};

async function folderAt(
  root: FileSystemDirectoryHandle,
  folders: readonly string[],
  create: boolean,
): Promise<FileSystemDirectoryHandle> {
  let at = root;
  for (const name of folders) at = await at.getDirectoryHandle(name, { create });
  return at;
}

async function write(root: FileSystemDirectoryHandle, path: string, bytes: Uint8Array): Promise<void> {
  const { folders, name } = partsOf(path);
  const file = await (await folderAt(root, folders, true)).getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  // The file is replaced when the stream is closed, whole or not at all.
  await stream.write(new Uint8Array(bytes));
  await stream.close();
}

async function remove(root: FileSystemDirectoryHandle, path: string): Promise<void> {
  const { folders, name } = partsOf(path);
  await (await folderAt(root, folders, false)).removeEntry(name);
  // A record that is gone leaves no empty folder behind; its collection stays.
  for (let length = folders.length; length > 2; length--) {
    const folder = await folderAt(root, folders.slice(0, length), false);
    for await (const _ of folder.keys()) return;
    const parent = await folderAt(root, folders.slice(0, length - 1), false);
    await parent.removeEntry(folders[length - 1] ?? '');
  }
}

/** The file at a path; `undefined` when there is none. */
async function fileAt(root: FileSystemDirectoryHandle, path: string): Promise<File | undefined> {
  const { folders, name } = partsOf(path);
  try {
    return await (await (await folderAt(root, folders, false)).getFileHandle(name)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name in faults && faults[error.name] === 'notFound')
      return undefined;
    throw error;
  }
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/**
 * @param root the folder of the project, in which `content` lies, as the person has chosen it
 * @throws a `StoreError` `notFound` when it is another folder
 */
export async function folderStore(
  root: FileSystemDirectoryHandle,
  now: () => Date = () => new Date(),
): Promise<FolderStore> {
  await told(() => root.getDirectoryHandle(contentFolder));
  /** The hash of a file that has not been touched since is known. */
  const known = new Map<string, { readonly stamp: string; readonly revision: string }>();

  async function revisionAt(path: string, file: File): Promise<string> {
    const stamp = `${file.size} ${file.lastModified}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.revision;
    const revision = revisionOf(await bytesOf(file));
    known.set(path, { stamp, revision });
    return revision;
  }

  async function current(path: string) {
    const file = await fileAt(root, path);
    if (!file) return undefined;
    const bytes = await bytesOf(file);
    return { bytes, revision: revisionOf(bytes) };
  }

  async function apply(path: string, bytes: Uint8Array | null): Promise<void> {
    known.delete(path);
    if (bytes) await write(root, path, bytes);
    else if (await fileAt(root, path)) await remove(root, path);
  }

  /** Keeps what the files are before a save. */
  async function keep(changes: readonly Change[], message: string): Promise<void> {
    const saved = now().toISOString();
    const folder = `${versionsFolder}/${saved.replaceAll(':', '-')}`;
    const files: { path: string; kept: string | null }[] = [];
    for (const [index, { path }] of changes.entries()) {
      const file = await fileAt(root, path);
      const kept = file ? `${index}-${partsOf(path).name}` : null;
      if (file && kept !== null) await write(root, `${folder}/${kept}`, await bytesOf(file));
      files.push({ path, kept });
    }
    // Last, so that a version that was not kept whole is none.
    await write(
      root,
      `${folder}/version.json`,
      new TextEncoder().encode(JSON.stringify({ saved, message, files })),
    );
    const names = await versionNames();
    const kept = await root.getDirectoryHandle(versionsFolder);
    for (const name of names.slice(keptVersions)) await kept.removeEntry(name, { recursive: true });
  }

  /** Newest first. */
  async function versionNames(): Promise<string[]> {
    const folder = await root.getDirectoryHandle(versionsFolder, { create: true });
    return (await Array.fromAsync(folder.keys())).sort().reverse();
  }

  async function versionIn(name: string): Promise<Version | undefined> {
    const at = `${versionsFolder}/${name}`;
    const list = await fileAt(root, `${at}/version.json`);
    if (!list) return undefined;
    const { saved, message, files } = JSON.parse(await list.text()) as Omit<Version, 'files'> & {
      files: { path: string; kept: string | null }[];
    };
    const read = files.map(async ({ path, kept }) => {
      const file = kept === null ? undefined : await fileAt(root, `${at}/${kept}`);
      return { path, bytes: file ? await bytesOf(file) : null };
    });
    return { saved, message, files: await Promise.all(read) };
  }

  return {
    name: root.name,
    canPropose: false,
    folder: (path) =>
      told(async () => {
        const folder = await folderAt(root, path.split('/'), false).catch((error: unknown) => {
          if (error instanceof DOMException && faults[error.name] === 'notFound') return undefined;
          throw error;
        });
        const found: FolderEntry[] = [];
        for await (const [name, handle] of folder?.entries() ?? []) {
          if (isClutter(name)) continue;
          if (handle.kind === 'directory') found.push({ name, kind: 'folder' });
          else {
            const file = await (handle as FileSystemFileHandle).getFile();
            found.push({ name, kind: 'file', hash: await revisionAt(`${path}/${name}`, file) });
          }
        }
        return found;
      }),
    read: (path) =>
      told(async () => {
        const file = await current(path);
        if (!file) throw new StoreError('notFound', path);
        return file;
      }),
    save: (changes, message) =>
      told(async () => {
        const paths = await conflictsIn(changes, current);
        if (paths.length > 0) return { kind: 'conflict', paths };
        await keep(changes, message);
        const before = new Map<string, Uint8Array | null>();
        try {
          for (const { path, bytes } of changes) {
            before.set(path, (await current(path))?.bytes ?? null);
            await apply(path, bytes);
          }
        } catch (error) {
          // All or nothing: what has been written goes back. Where that fails too, the version has it.
          for (const [path, bytes] of before) await apply(path, bytes).catch(() => undefined);
          throw error;
        }
        return { kind: 'saved' };
      }),
    versions: () =>
      told(async () => {
        const versions = await Promise.all((await versionNames()).map(versionIn));
        return versions.filter((one) => one !== undefined);
      }),
  };
}
