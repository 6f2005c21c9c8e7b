/**
 * What was read while something was made: a page, or an answer that is remembered for several pages. A build keeps a page
 * whose reads would be answered as before (`build/page-keys.ts`). Pages are loaded by a module loader of Astro's own, in
 * which this file is another module than in the build: the two meet in one place of the process.
 */

export interface Reads {
  /** What was read, by names that can be asked again: `record partners/hvpf facts names`. */
  readonly names: Set<string>;
  /** The reads of remembered answers that were used. */
  readonly parts: Set<Reads>;
}

export const noReads = (): Reads => ({ names: new Set(), parts: new Set() });

interface Meeting {
  /** What is being made now. */
  reader: Reads | undefined;
}

const place = Symbol.for('ban-tin-huu-nghi/reads');
const meeting: typeof globalThis & { [place]?: Meeting } = globalThis;
const now = (meeting[place] ??= { reader: undefined });

/** Says that something is read that can be asked again by this name. */
export function noteRead(name: string): void {
  now.reader?.names.add(name);
}

/** Whether anybody wants to know what is read. */
export const isRecording = (): boolean => now.reader !== undefined;

/** Says that an answer is used that was made of these reads. */
export function noteReads(reads: Reads): void {
  now.reader?.parts.add(reads);
}

function readingInto<Result>(reader: Reads | undefined, make: () => Result): Result {
  const outer = now.reader;
  now.reader = reader;
  try {
    return make();
  } finally {
    now.reader = outer;
  }
}

/** What `make` returns, and what it read; the reads of whatever goes on around it stay without them. */
export function recordReads<Result>(make: () => Result): { readonly result: Result; readonly reads: Reads } {
  const reads = noReads();
  return { result: readingInto(reads, make), reads };
}

/** The same of what takes time. Nothing else may read meanwhile: pages are made one after the other. */
export async function recordReadsUntil<Result>(
  make: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly reads: Reads }> {
  const outer = now.reader;
  const reads = (now.reader = noReads());
  try {
    return { result: await make(), reads };
  } finally {
    now.reader = outer;
  }
}

/** What `make` returns, where the name under which it was asked for has been noted in the place of all that it reads. */
export const withoutNoting = <Result>(make: () => Result): Result => readingInto(undefined, make);

/** Which fields of an object are watched by their own fields; `*` stands for any. */
export interface WatchedParts {
  readonly [key: string]: WatchedParts;
}

/** Asks for the keys of an object, and whether a part is there. No field is called so. */
const [allKeys, isThere] = ['*', '?'];

/**
 * The same object for whoever looks at it, but each field that is read is noted: `${name} ${field}`. What a field holds
 * counts as a whole, unless it is one of the `parts`.
 * @param fixed fields by which the object is named: they are not noted
 */
export function watched<Target extends object>(
  target: Target,
  name: string,
  parts: WatchedParts = {},
  fixed: readonly string[] = [],
): Target {
  const names = new Map<string, string>();
  const inner = new Map<string, { readonly of: object; readonly watched: object }>();
  const partsOf = (key: string): WatchedParts | undefined => parts[key] ?? parts['*'];
  const nameOf = (key: string): string => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const made = partsOf(key) ? `${name} ${key} ${isThere}` : `${name} ${key}`;
    names.set(key, made);
    return made;
  };
  const note = (key: PropertyKey): void => {
    if (isRecording() && typeof key === 'string' && !fixed.includes(key)) noteRead(nameOf(key));
  };
  return new Proxy(target, {
    get(object, key) {
      note(key);
      const value: unknown = Reflect.get(object, key);
      const its = typeof key === 'string' ? partsOf(key) : undefined;
      if (!its || typeof value !== 'object' || value === null) return value;
      const known = inner.get(key as string);
      if (known?.of === value) return known.watched;
      const made = watched(value, `${name} ${String(key)}`, its);
      inner.set(key as string, { of: value, watched: made });
      return made;
    },
    has(object, key) {
      note(key);
      return Reflect.has(object, key);
    },
    getOwnPropertyDescriptor(object, key) {
      note(key);
      return Reflect.getOwnPropertyDescriptor(object, key);
    },
    ownKeys(object) {
      noteRead(`${name} ${allKeys}`);
      return Reflect.ownKeys(object);
    },
  });
}

/**
 * What is read under a name of `watched`, without its beginning.
 * @example readAt(partner, ['facts', 'names']) // => { vi: … }
 */
export function readAt(target: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return target;
  if (key === isThere) return target !== undefined;
  if (typeof target !== 'object' || target === null) return undefined;
  if (key === allKeys) return Object.keys(target);
  return readAt((target as Readonly<Record<string, unknown>>)[key], rest);
}
