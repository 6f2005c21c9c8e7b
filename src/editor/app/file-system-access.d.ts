/** Chrome and Edge alone have these, so that TypeScript does not know them: https://wicg.github.io/file-system-access/ */

// eslint-disable-next-line no-var -- only a `var` is a property of `globalThis`
declare var showDirectoryPicker:
  ((options: { mode: 'readwrite'; id: string }) => Promise<FileSystemDirectoryHandle>) | undefined;

interface FileSystemHandle {
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
}
