/**
 * The words of a message before and after one of its values, for a value that is markup.
 * @param say the message with a value in that place
 * @example around((name) => translator('en')('entry.sentBy', { name })) // => ['Sent in by: ', '']
 */
export function around(say: (value: string) => string): readonly [before: string, after: string] {
  const mark = '\u0001';
  const [before = '', after = ''] = say(mark).split(mark);
  return [before, after];
}
