import { isGroup } from '../model/plain-data.ts';
import { same } from './difference.ts';
import {
  bodyOf,
  fieldsOf,
  withBody,
  withFields,
  type Fields,
  type KeyOrder,
  type Path,
} from './record-file.ts';

/**
 * Two people have changed one file. What only one of them has changed is taken from that one, field by field and paragraph by
 * paragraph; where both have, somebody has to choose, and sees both.
 */

/** Something that both have changed, each in another way. */
export interface Clash {
  /** The field; empty for a passage of the text below the fields. */
  readonly path: Path;
  /** `undefined` for what was taken out. A passage is its Markdown. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** The file with the changes of both; where they clash, with those that were preferred. */
  readonly text: string;
  readonly clashes: readonly Clash[];
}

/** The file as both found it, and what each made of it. */
export interface Versions {
  readonly opened: string;
  readonly mine: string;
  readonly theirs: string;
}

export type Side = 'mine' | 'theirs';

/**
 * @param prefer whose change stays where both have changed the same
 * @param order where new keys go
 */
export function mergeVersions(versions: Versions, prefer: Side, order?: KeyOrder): Merged {
  const { opened, mine, theirs } = versions;
  let fields: readonly [Fields, Fields, Fields];
  try {
    fields = [fieldsOf(opened), fieldsOf(mine), fieldsOf(theirs)];
  } catch {
    // YAML with mistakes has no fields: the file is one passage.
    const text = prefer === 'mine' ? mine : theirs;
    return { text, clashes: mine === theirs ? [] : [{ path: [], mine, theirs }] };
  }
  const clashes: Clash[] = [];
  const merged = mergeFields(fields[0], fields[1], fields[2], [], prefer, clashes) as Fields;
  const body = mergeBodies({ opened: bodyOf(opened), mine: bodyOf(mine), theirs: bodyOf(theirs) }, prefer);
  // From their text, so that what they wrote keeps its bytes.
  const text = withFields(theirs, merged, order);
  return {
    text: body.text === bodyOf(text) ? text : withBody(text, body.text),
    clashes: [...clashes, ...body.clashes],
  };
}

function mergeFields(
  opened: unknown,
  mine: unknown,
  theirs: unknown,
  path: Path,
  prefer: Side,
  clashes: Clash[],
): unknown {
  if (same(mine, theirs) || same(mine, opened)) return theirs;
  if (same(theirs, opened)) return mine;
  if (isGroup(mine) && isGroup(theirs)) {
    const before = isGroup(opened) ? opened : {};
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    return Object.fromEntries(
      [...keys].flatMap((key) => {
        const value = mergeFields(before[key], mine[key], theirs[key], [...path, key], prefer, clashes);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  }
  clashes.push({ path, mine, theirs });
  return prefer === 'mine' ? mine : theirs;
}

/** The paragraphs of a text, each with the blank lines behind it: together they are the text. */
const passagesOf = (body: string): string[] =>
  body.match(/(?:[^\n]*\S[^\n]*(?:\n|$))+(?:[ \t\r]*\n)*|^\s+/g) ?? [];

/** Which passages of `from` stand in `to`, in their order: pairs of positions. */
function commonPassages(from: readonly string[], to: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  const at = (one: number, other: number): number => lengths[one]?.[other] ?? 0;
  for (let one = from.length - 1; one >= 0; one--)
    for (let other = to.length - 1; other >= 0; other--) {
      const row = lengths[one];
      if (row)
        row[other] =
          from[one] === to[other]
            ? at(one + 1, other + 1) + 1
            : Math.max(at(one + 1, other), at(one, other + 1));
    }
  const pairs: [number, number][] = [];
  for (let one = 0, other = 0; one < from.length && other < to.length;) {
    if (from[one] === to[other]) pairs.push([one++, other++]);
    else if (at(one + 1, other) >= at(one, other + 1)) one++;
    else other++;
  }
  return pairs;
}

/** Three-way merge by passages: between two that all three have, what one side alone has changed is taken. */
function mergeBodies({ opened, mine, theirs }: Versions, prefer: Side): Merged {
  if (mine === theirs || mine === opened) return { text: theirs, clashes: [] };
  if (theirs === opened) return { text: mine, clashes: [] };
  const [base, left, right] = [passagesOf(opened), passagesOf(mine), passagesOf(theirs)];
  const inLeft = new Map(commonPassages(base, left));
  const inRight = new Map(commonPassages(base, right));
  const clashes: Clash[] = [];
  const merged: string[] = [];
  let [fromBase, fromLeft, fromRight] = [0, 0, 0];
  const take = (toBase: number, toLeft: number, toRight: number): void => {
    const before = base.slice(fromBase, toBase).join('');
    const [own, other] = [left.slice(fromLeft, toLeft).join(''), right.slice(fromRight, toRight).join('')];
    if (own === other || own === before) merged.push(other);
    else if (other === before) merged.push(own);
    else {
      clashes.push({ path: [], mine: own, theirs: other });
      merged.push(prefer === 'mine' ? own : other);
    }
  };
  for (const [position, passage] of base.entries()) {
    const [one, other] = [inLeft.get(position), inRight.get(position)];
    if (one === undefined || other === undefined) continue;
    take(position, one, other);
    merged.push(passage);
    [fromBase, fromLeft, fromRight] = [position + 1, one + 1, other + 1];
  }
  take(base.length, left.length, right.length);
  return { text: merged.join(''), clashes };
}
