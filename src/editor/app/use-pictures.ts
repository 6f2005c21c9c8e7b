import { useEffect, useMemo, useRef } from 'preact/hooks';
import { folderOfRecord, type OpenRecord } from '../open-record.ts';

/** Addresses of the record's pictures for this page, made from their bytes: `./a.jpg` → `blob:…`. */
export function usePictures(record: OpenRecord): (src: string) => string | undefined {
  const urls = useRef(new Map<Uint8Array, string>());
  useEffect(
    () => () => {
      for (const url of urls.current.values()) URL.revokeObjectURL(url);
    },
    [],
  );
  return useMemo(
    () => (src) => {
      const bytes = record.files.get(folderOfRecord(record.collection, record.id) + src.replace(/^\.\//, ''));
      if (!bytes) return undefined;
      const url = urls.current.get(bytes) ?? URL.createObjectURL(new Blob([bytes.slice()]));
      urls.current.set(bytes, url);
      return url;
    },
    [record.files],
  );
}
