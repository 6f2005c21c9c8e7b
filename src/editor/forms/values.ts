import type { Path } from '../record-file.ts';

/** Reading plain data by the path of a field. */

const isGroup = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === 'object' && value !== null;

/** What stands at a path; `undefined` where nothing does. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), data);
}

/** A list as it stands; a single value where a list belongs is read as its only element. */
export function listAt(data: unknown, path: Path): readonly unknown[] {
  const value = valueAt(data, path);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** A value as it is typed: nothing for what is not there. */
export function typedAt(data: unknown, path: Path): string {
  const value = valueAt(data, path);
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The list with one element moved. */
export function moved<Element>(list: readonly Element[], from: number, to: number): Element[] {
  const left = list.toSpliced(from, 1);
  return left.toSpliced(to, 0, list[from] as Element);
}
