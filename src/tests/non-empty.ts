/**
 * The list itself, or an error where nothing is in it: a test over what is looked up, filtered or searched for would
 * pass without having looked at anything.
 * @param what the list is of, for the message
 */
export function nonEmpty<One>(list: readonly One[], what: string): readonly One[] {
  if (list.length === 0) throw new Error(`Nothing to test: there are no ${what}.`);
  return list;
}
