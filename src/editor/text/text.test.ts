import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { compileBody } from '../../content/parse/mdx.ts';
import { nonEmpty } from '../../tests/non-empty.ts';
import { bodyOf } from '../record-file.ts';
import { readText } from './read-text.ts';
import { textSchema } from './schema.ts';
import { writeBlock, writeText } from './write-text.ts';

/** Every text of the bulletin. */
const texts = nonEmpty(
  readdirSync(join(projectRoot, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx') && !path.startsWith('pages'))
    .map((path) => {
      const source = readFileSync(join(projectRoot, 'content', path), 'utf8').replaceAll('\r\n', '\n');
      return { path, body: bodyOf(source) };
    }),
  'texts',
);

const nothing = (): void => {};
/** What a reader gets. */
const meaning = (body: string): unknown => {
  const compiled = compileBody(body, 1, nothing);
  return compiled && JSON.parse(JSON.stringify(compiled.nodes).replace(/\\n/g, ' '));
};

test('a text that is opened and not changed keeps every byte', () => {
  const changed = texts.filter(({ body }) => {
    const read = readText(body);
    return writeText(read.doc, read) !== body;
  });
  expect(changed.map(({ path }) => path)).toEqual([]);
});

test('no text of the bulletin has a passage that can only be shown as source', () => {
  const odd = texts.flatMap(({ path, body }) =>
    readText(body)
      .blocks.filter(({ node }) => node.type.name === 'source')
      .map(({ source }) => `${path}: ${source.slice(0, 60)}`),
  );
  expect(odd).toEqual([]);
});

test('each block that is written anew says what it said', () => {
  const wrong = texts.flatMap(({ path, body }) =>
    readText(body).blocks.flatMap(({ node, source }) => {
      const again = writeBlock(node);
      return JSON.stringify(meaning(again)) === JSON.stringify(meaning(source))
        ? []
        : [{ path, source, again }];
    }),
  );
  expect(wrong).toEqual([]);
});

describe('whatever is typed comes back as it was typed', () => {
  const { nodes, marks } = textSchema;
  const word = fc.constantFrom(
    ...[
      'Trao',
      'quà',
      '60',
      'suất',
      '*',
      '_',
      '**',
      '~~',
      '`',
      '[x]',
      '<b>',
      '{a}',
      '}',
      '\\',
      '#',
      '##',
      '>',
      '-',
      '+',
    ],
    ...[
      '1.',
      '2)',
      '|',
      '&amp;',
      '&',
      '!',
      '![a](b)',
      'import x',
      'export',
      '://',
      '---',
      '===',
      '“Xuân”',
      '(',
      ')',
      ':',
      'ảnh',
    ],
  );
  const some = [
    marks.strong.create(),
    marks.emphasis.create(),
    marks.link.create({ href: '/partners/hvpf/' }),
  ];
  const run = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 3 }),
    space: fc.constantFrom('', ' '),
    marks: fc.subarray(some),
  });
  const content = fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) =>
    runs.map(({ words, space, marks: own }) =>
      textSchema.text(
        words.join(' ') + space,
        own.reduce<readonly (typeof own)[number][]>((set, mark) => mark.addToSet(set), []),
      ),
    ),
  );
  /** Letters and their marks; spaces have none, and those at the ends are not kept. */
  const said = (paragraph: ReturnType<typeof nodes.paragraph.create>): string[] => {
    const letters: string[] = [];
    paragraph.forEach((one) => {
      const names = one.marks
        .map((mark) => mark.type.name)
        .sort()
        .join('+');
      for (const letter of one.text ?? '')
        letters.push(letter.trim() === '' ? ' ' : `${letter}${names && `/${names}`}`);
    });
    return letters
      .join('·')
      .replace(/^(?: ·?)+|(?:·? )+$/g, '')
      .split('·');
  };

  test('in a paragraph', () => {
    fc.assert(
      fc.property(content, (inline) => {
        const paragraph = nodes.paragraph.create(null, inline);
        const text = writeBlock(paragraph);
        const again = readText(text).doc;
        expect({ text, said: again.childCount === 1 ? said(again.child(0)) : again.toString() }).toEqual({
          text,
          said: said(paragraph),
        });
      }),
      { numRuns: 2000, seed: 20261129 },
    );
  });
});
