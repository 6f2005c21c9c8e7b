/** Answers that do not change are worked out once. A memoized function is pure, and nobody changes what it returned. */

/** `make` asked at the first call only. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * `make` asked once for each key.
 * @param most how many answers are kept; give it where keys come from people, leave it out for a finite set of keys.
 *   At the bound all are forgotten, which costs less to keep than the order of use.
 */
export function memoize<Key, Value>(make: (key: Key) => Value, most = Infinity): (key: Key) => Value {
  const answers = new Map<Key, Value>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as Value;
    const answer = make(key);
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

/** `make` asked once for each object, a list of records or a bulletin, as long as that is in use. */
export function weakMemoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = answers.get(key) ?? { value: make(key) };
    answers.set(key, known);
    return known.value;
  };
}
