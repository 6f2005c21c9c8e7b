import { once } from '../model/memoize.ts';

/** Lists in an order and by a key: what a question asks for is looked up, however many records there are. */

/** The entries by each of their keys, every list in the order given. An entry that has a key twice is listed once. */
export function groupBy<Entry, Key>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => Iterable<Key>,
): ReadonlyMap<Key, readonly Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

/**
 * `groupBy` as a question; the groups are made when it is first asked.
 * @returns the entries that have the key, in the order given, the same list every time; an empty one where none has it
 */
export function indexBy<Entry, Key>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => Iterable<Key>,
): (key: Key) => readonly Entry[] {
  const groups = once(() => groupBy(entries, keysOf));
  const none: readonly Entry[] = [];
  return (key) => groups().get(key) ?? none;
}

/** Sorted by a text that is worked out once for each entry, and by id where that is the same. */
export function sortedBy<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  order: 'ascending' | 'descending',
): Entry[] {
  const before = order === 'ascending' ? -1 : 1;
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? before : a.key > b.key ? -before : a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => entry);
}
