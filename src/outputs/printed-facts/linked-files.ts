import type { Element } from 'hast';
import { scriptText } from '../metadata/linked-data.ts';
import type { Edit, Printed } from './issue-page.ts';

/** Sizes of an issue's files in what a page tells search engines (`outputs/metadata/issue.ts`). */

/** A file as `encoding` of schema.org has it. */
interface LinkedFile {
  readonly contentUrl?: string;
  readonly contentSize?: string;
}

/** Each file that the data of a page name gets its size; files of editions that were not printed are taken out. */
export function linkedFiles(
  { tagName, properties, children, data }: Element,
  { printed, failed, unprinted = [], base }: Omit<Printed, 'locale'>,
): Edit[] {
  if (tagName !== 'script' || properties['type'] !== 'application/ld+json') return [];
  const [script] = children;
  const { opening, closing } = data?.position ?? {};
  const [from, to] = [opening?.end.offset, closing?.start.offset];
  if (script?.type !== 'text' || from === undefined || to === undefined) return [];
  // Pages of articles name no files.
  if (!script.value.includes('"encoding":[')) return [];
  const folder = base.replace(/\/$/, '');
  const made = [...printed.flatMap(({ files }) => files), ...unprinted];
  const sizes = new Map(made.map(({ out, bytes }) => [`${folder}/${out}`, bytes]));
  const isGone = (path: string): boolean =>
    path.endsWith('.pdf') &&
    failed.some(({ out }) => path.startsWith(`${folder}/${out.replace(/\.pdf$/, '')}`));
  const filled: unknown = JSON.parse(script.value, (name, value: unknown) => {
    if (name !== 'encoding' || !Array.isArray(value)) return value;
    return (value as LinkedFile[]).flatMap((file) => {
      const path = file.contentUrl === undefined ? '' : new URL(file.contentUrl).pathname;
      if (isGone(path)) return [];
      const bytes = sizes.get(path);
      return [bytes === undefined ? file : { ...file, contentSize: `${Math.round(bytes / 1000)} kB` }];
    });
  });
  return [{ from, to, html: scriptText(filled) }];
}
