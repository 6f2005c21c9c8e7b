import { components, type BodyNode } from '../model/body.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { splitFrontMatter } from '../content/parse/yaml.ts';
import { nearest } from '../content/nearest.ts';
import { elementsOf } from '../model/markup.ts';
import { articleSchemas, type ArticleCollection } from '../model/schemas/index.ts';
import { translation } from '../model/schemas/fields.ts';

/**
 * The file of a new translation. The original stands in it as comments of the front matter, which the reader of the
 * content drops: a forgotten guide never reaches a page. Title and summary are empty, so that the check asks for
 * them, and the headings and components of the original wait in the body with empty texts.
 */

/** A record that has texts, however it was named: its path, its folder, or its address on the site. */
export function findArticle(spelled: string, entries: Entries): { entry: ArticleEntry } | { near?: string } {
  const path = spelled
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?(?:content\/|\/)?/, '')
    .replace(/\/(?:index\.[a-z]+\.mdx)?$/, '');
  const collections = Object.keys(articleSchemas) as ArticleCollection[];
  const all = collections.flatMap((name) => entries[name] as readonly ArticleEntry[]);
  const pathOf = (one: ArticleEntry): string => `${one.collection}/${one.id}`;
  const exact = all.find((one) => pathOf(one) === path);
  const ending = all.filter((one) => pathOf(one).endsWith(`/${path}`));
  const [only] = ending;
  if (exact) return { entry: exact };
  if (only && ending.length === 1) return { entry: only };
  const near = nearest(path, [...all.map(pathOf)]) ?? nearestTail(path, all.map(pathOf));
  return near === undefined ? {} : { near };
}

/** The path whose last part is nearest to the last part of `path`. */
function nearestTail(path: string, paths: readonly string[]): string | undefined {
  const tail = (one: string): string => one.slice(one.lastIndexOf('/') + 1);
  const near = nearest(tail(path), paths.map(tail));
  return near === undefined ? undefined : paths.find((one) => tail(one) === near);
}

/** The headings and components of a text, in order, with empty texts. Pictures keep their file. */
function layOut(nodes: readonly BodyNode[]): string[] {
  return nodes.flatMap((node) => {
    if ('markup' in node) {
      const levels = elementsOf(node.markup).map(({ tagName }) => /^h([2-6])$/.exec(tagName)?.[1]);
      return levels.flatMap((level) => (level === undefined ? [] : ['#'.repeat(Number(level))]));
    }
    const { component, attributes, children } = node;
    const known: readonly string[] = [...components[component].required, ...components[component].optional];
    const kept = known
      .filter((name) => attributes[name] !== undefined)
      .map((name) => ` ${name}="${name === 'src' ? attributes[name] : ''}"`)
      .join('');
    if (children.length === 0) return [`<${component}${kept} />`];
    return [`<${component}${kept}>`, ...layOut(children), `</${component}>`];
  });
}

const guide = (text: string, indent = ''): string[] =>
  text.split('\n').map((line) => `${indent}# ${line}`.trimEnd());

/**
 * @param original the original's file as it stands
 * @param entry the same record, read
 * @param words “Bản gốc” and the sentence on how to use the file, in Vietnamese
 * @returns the text of `index.<locale>.mdx`
 */
export function draftTranslation(
  original: string,
  entry: ArticleEntry,
  words: { readonly how: string; readonly original: string; readonly body: string },
): string {
  const { vi } = entry.texts;
  const fields = Object.keys(articleSchemas[entry.collection].text.shape).filter(
    (key) => !(key in translation),
  );
  const own = vi as unknown as Readonly<
    Record<string, string | Readonly<Record<string, string>> | undefined>
  >;
  const lines = fields.flatMap((key) => {
    const value = own[key];
    if (value === undefined) return [];
    if (typeof value === 'string') return [...guide(`${words.original}: ${value}`), `${key}: ""`];
    const parts = Object.entries(value).flatMap(([part, text]) => [
      ...guide(`${words.original}: ${text}`, '  '),
      `  ${part}: ""`,
    ]);
    return [`${key}:`, ...parts];
  });
  const body = splitFrontMatter(original.replaceAll('\r\n', '\n'))?.body.trim() ?? '';
  const description = translation.translator.description;
  return [
    '---',
    ...guide(words.how),
    ...lines,
    ...(description === undefined ? [] : guide(description)),
    '# translator: …',
    `fingerprint: ${JSON.stringify(vi.ownFingerprint)}`,
    ...(body === '' ? [] : ['#', ...guide(words.body), '#', ...guide(body)]),
    '---',
    ...layOut(vi.body.nodes).flatMap((line) => ['', line]),
    '',
  ].join('\n');
}
