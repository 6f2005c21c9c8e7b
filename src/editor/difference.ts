import { isGroup, type Group } from '../model/plain-data.ts';

/** What has to be done to data so that it says something else, one step at a time. */

type Path = readonly (string | number)[];

export interface Difference {
  /** `insert`: the entry is not there yet, and what is at its place in a list moves on. */
  readonly kind: 'replace' | 'insert' | 'remove';
  readonly path: Path;
  /** `undefined` for a removal. */
  readonly value: unknown;
}

/** Do two values say the same? A key with `undefined` is none. The order of keys says nothing, that of a list does. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (isGroup(one) && isGroup(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => same(one[key], other[key]));
  }
  return Object.is(one, other);
}

/**
 * `data` with `value` at `path`; what lies between and is not there is made. `undefined` takes out what is there.
 * Parts that stay as they are remain the same objects.
 */
export function placed(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const list = typeof key === 'number';
  const old: Group | readonly unknown[] = Array.isArray(data) || isGroup(data) ? data : list ? [] : {};
  const inner = placed((old as Group)[key], rest, value);
  if (Array.isArray(old)) {
    const at = Math.min(Number(key), old.length);
    return [...old.slice(0, at), ...(inner === undefined ? [] : [inner]), ...old.slice(at + 1)];
  }
  if (inner !== undefined) return { ...old, [key]: inner };
  return Object.fromEntries(Object.entries(old).filter(([one]) => one !== String(key)));
}

/**
 * The first step from one group of fields to another.
 * @returns `undefined` when they say the same
 */
export function differenceOf(old: Group, wanted: Group): Difference | undefined {
  return between(old, wanted, []);
}

function between(old: unknown, value: unknown, path: Path): Difference | undefined {
  if (same(old, value)) return undefined;
  if (Array.isArray(old) && Array.isArray(value)) return betweenLists(old, value, path);
  // A group within that loses all its keys is written anew, as `{}`.
  const some =
    path.length === 0 || Object.values(isGroup(value) ? value : {}).some((one) => one !== undefined);
  if (isGroup(old) && isGroup(value) && some) {
    for (const key of new Set([...Object.keys(value), ...Object.keys(old)])) {
      const [before, after] = [old[key], value[key]];
      const here = [...path, key];
      if (after === undefined) {
        if (Object.hasOwn(old, key)) return { kind: 'remove', path: here, value: undefined };
      } else if (!Object.hasOwn(old, key)) return { kind: 'insert', path: here, value: after };
      else {
        const found = between(before, after, here);
        if (found) return found;
      }
    }
  }
  return { kind: 'replace', path, value };
}

function betweenLists(
  old: readonly unknown[],
  value: readonly unknown[],
  path: Path,
): Difference | undefined {
  if (value.length === 0 || old.length === 0) return { kind: 'replace', path, value };
  const from = old.findIndex((one, index) => index >= value.length || !same(one, value[index]));
  const at = from < 0 ? old.length : from;
  // So does what both end with: a list of hundreds is compared where it differs.
  let tail = 0;
  while (tail < Math.min(old.length, value.length) - at && same(old.at(-1 - tail), value.at(-1 - tail)))
    tail++;
  const [left, right] = [old.slice(at, old.length - tail), value.slice(at, value.length - tail)];
  const here = [...path, at];
  if (left.length === 0) return { kind: 'insert', path: here, value: right[0] };
  if (right.length === 0) return { kind: 'remove', path: here, value: undefined };
  // What stands in both stays as it is, as much of it as possible.
  const kept = common(left, right);
  if (common(left.slice(1), right.slice(1)) === kept) return between(left[0], right[0], here);
  if (common(left.slice(1), right) === kept) return { kind: 'remove', path: here, value: undefined };
  return { kind: 'insert', path: here, value: right[0] };
}

/** The length of the longest list that can be got from both by leaving items out. */
function common(one: readonly unknown[], other: readonly unknown[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const item of one) {
    const next = [0];
    for (const [index, candidate] of other.entries())
      next.push(
        same(item, candidate) ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
