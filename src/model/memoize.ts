import { noteReads, recordReads, type Reads } from './reads.ts';

/**
 * Answers that do not change are worked out once. A memoized function is pure, and nobody changes what it returned. What
 * it read when it was worked out has been read by everyone who gets the answer (`reads.ts`).
 */

interface Remembered<Value> {
  readonly value: Value;
  /** None where nothing was read that can change. */
  readonly reads: Reads | undefined;
}

function workOut<Value>(make: () => Value): Remembered<Value> {
  const { result, reads } = recordReads(make);
  return { value: result, reads: reads.names.size + reads.parts.size > 0 ? reads : undefined };
}

function recall<Value>({ value, reads }: Remembered<Value>): Value {
  if (reads) noteReads(reads);
  return value;
}

/** `make` asked at the first call only. */
export function once<Value>(make: () => Value): () => Value {
  let made: Remembered<Value> | undefined;
  return () => recall((made ??= workOut(make)));
}

/**
 * `make` asked once for each key.
 * @param most how many answers are kept; give it where keys come from people, leave it out for a finite set of keys.
 *   At the bound all are forgotten, which costs less to keep than the order of use.
 */
export function memoize<Key, Value>(make: (key: Key) => Value, most = Infinity): (key: Key) => Value {
  const answers = new Map<Key, Remembered<Value>>();
  return (key) => {
    const known = answers.get(key);
    if (known) return recall(known);
    const answer = workOut(() => make(key));
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return recall(answer);
  };
}

/** `make` asked once for each object, a list of records or a bulletin, as long as that is in use. */
export function weakMemoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, Remembered<Value>>();
  return (key) => {
    const known = answers.get(key) ?? workOut(() => make(key));
    answers.set(key, known);
    return recall(known);
  };
}
