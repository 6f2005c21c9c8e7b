import type { HastNode } from 'satteri';

/**
 * The spaces that a reader sees. Where a line of the file ends stands a space between words; Chinese, Lao and Khmer put
 * none there. French has spaces before its marks that no line may end at, and keyboards have no key for them.
 */

const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;
/** Letters of scripts without spaces between words; behind their stops and repetition marks stands a space. */
const unspaced = /(?![\u0EAF\u0EC6\u17D4-\u17DA])[\p{Script=Lao}\p{Script=Khmer}]/u;

/** What a reader sees at the end of a line between two characters. */
const between = (before: string, after: string): '' | ' ' =>
  wide.test(before) || wide.test(after) || (unspaced.test(before) && unspaced.test(after)) ? '' : ' ';

const lineEnd = /[ \t]*\n[ \t]*/g;

/**
 * Lines as the one line that a reader sees.
 * @example joinedLines('代表团\n访问') // => '代表团访问', joinedLines('một\nhai') // => 'một hai'
 */
export const joinedLines = (text: string): string =>
  text.replace(lineEnd, (end: string, at: number) =>
    between(text[at - 1] ?? '', text[at + end.length] ?? ''),
  );

const narrow = '\u202F';

/**
 * French with its narrow no-break spaces, where plain ones were typed.
 * @example withFrenchSpaces('« Amitié » : 1 000 dons !') // the spaces inside are all U+202F but the one before “:” … “1”
 */
export const withFrenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[:;!?»%](?![\p{L}\p{N}/]))/gu, narrow)
    .replace(/« /g, `«${narrow}`)
    .replace(
      /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?!\d)/g,
      (_, first: string, groups: string) => first + groups.replaceAll(' ', narrow),
    );

type TextNode = Extract<HastNode, { type: 'text' }>;

/** Runs of text between which no block begins or ends: a link or bold in the middle is no border. */
function runsIn(node: HastNode): (TextNode | undefined)[][] {
  const runs: (TextNode | undefined)[][] = [[]];
  const walk = (one: HastNode): void => {
    if (one.type === 'text') runs.at(-1)?.push(one);
    else if (one.type === 'element' && one.tagName === 'br') runs.at(-1)?.push(undefined);
    else if (one.type === 'element' && /^(?:code|pre)$/.test(one.tagName)) runs.push([]);
    else if ('children' in one) {
      const inLine = one.type === 'element' && /^(?:a|em|strong|del|sub|sup)$/.test(one.tagName);
      if (!inLine) runs.push([]);
      one.children.forEach(walk);
      if (!inLine) runs.push([]);
    }
  };
  walk(node);
  return runs.filter((run) => run.length > 0);
}

/** Writes the right spaces into a tree that has just been made: line ends in scripts without spaces, and those of French. */
export function setSpaces(tree: HastNode, french: boolean): void {
  for (const run of runsIn(tree)) {
    run.forEach((node, at) => {
      if (!node) return;
      const before = run[at - 1]?.value.trimEnd().at(-1) ?? '';
      const after = run[at + 1]?.value.trimStart()[0] ?? '';
      const { value } = node;
      node.value = value.replace(lineEnd, (end: string, index: number) => {
        const [left, right] = [value[index - 1] ?? before, value[index + end.length] ?? after];
        return left !== '' && right !== '' && between(left, right) === '' ? '' : end;
      });
      if (french) node.value = withFrenchSpaces(node.value);
    });
  }
}
