import type { HastNode } from 'satteri';
import { element, text, type Markup } from '../../model/markup.ts';

/**
 * What the text of a record may consist of: the elements and attributes that Markdown makes, and nothing else. The
 * checks report what an editor must change; this is why anything else cannot exist in a page, whatever they miss.
 */

type Values = string | number | boolean | readonly string[];
/** Whether a value is one that Markdown makes. */
type Rule = (value: unknown) => value is Values;

const matching =
  (pattern: RegExp): Rule =>
  (value): value is string =>
    typeof value === 'string' && pattern.test(value);
const anyText = matching(/^/);
const yesOrNo: Rule = (value): value is boolean => typeof value === 'boolean';
const number: Rule = (value): value is number => Number.isInteger(value);
const classes =
  (pattern: RegExp): Rule =>
  (value): value is readonly string[] =>
    Array.isArray(value) && value.every((name) => typeof name === 'string' && pattern.test(name));

/** An address that leads to a page, a letter or a call, and runs nothing. A browser reads `/\x` as `//x`. */
const address = matching(/^(?:\/(?![/\\])|#|https?:\/\/|mailto:|tel:)/i);

const cell: Readonly<Record<string, Rule>> = { style: matching(/^text-align: (?:left|right|center)$/) };

/** Tag names with their attributes, as hast calls them. */
const allowed: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  ...Object.fromEntries(
    ['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'hr', 'br', 'pre', 'em', 'strong', 'del', 'sub', 'sup']
      .concat(['table', 'thead', 'tbody', 'tr'])
      .map((name) => [name, {}]),
  ),
  a: { href: address, title: anyText },
  ul: { className: classes(/^contains-task-list$/) },
  ol: { className: classes(/^contains-task-list$/), start: number },
  li: { className: classes(/^task-list-item$/) },
  input: { type: matching(/^checkbox$/), checked: yesOrNo, disabled: yesOrNo },
  code: { className: classes(/^language-\S+$/) },
  th: cell,
  td: cell,
};

/** The allowed part of a parsed text. Of an element that is not allowed, what stands in it remains. */
export function allowedMarkup(nodes: readonly HastNode[]): Markup[] {
  return nodes.flatMap((node): Markup[] => {
    if (node.type === 'text') return [text(node.value)];
    if (node.type !== 'element') return [];
    const children = allowedMarkup(node.children);
    const rules = Object.hasOwn(allowed, node.tagName) ? allowed[node.tagName] : undefined;
    if (!rules) return children;
    const kept: Record<string, string | number | boolean | string[]> = {};
    for (const [name, value] of Object.entries(node.properties)) {
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
      if (rule?.(value)) kept[name] = typeof value === 'object' ? [...value] : value;
    }
    // A link that leads nowhere is its words; a field that is no tick box would be one to write in.
    if (node.tagName === 'a' && kept['href'] === undefined) return children;
    if (node.tagName === 'input' && kept['type'] === undefined) return children;
    return [element(node.tagName, kept, children)];
  });
}
