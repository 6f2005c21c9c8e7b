import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { subsets } from '../../fonts/subsets.ts';
import { licencesFile } from './licences.ts';
import { parts, partsOf } from './parts.ts';

const source = join(import.meta.dirname, '../..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((path) => join(source, path));

/** The modules that a script names and that are still there when its types are gone. */
function importsOf(path: string, text: string): string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return statements.flatMap((one) => {
    const kept =
      (ts.isImportDeclaration(one) && one.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) ||
      (ts.isExportDeclaration(one) && !one.isTypeOnly);
    return kept && one.moduleSpecifier && ts.isStringLiteral(one.moduleSpecifier)
      ? [one.moduleSpecifier.text]
      : [];
  });
}

/** The packages that the scripts of the pages bring to a reader, however far away they are imported. */
function packagesOfScripts(): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const follow = (path: string, text: string): void => {
    for (const name of importsOf(path, text)) {
      if (!name.startsWith('.')) packages.add(name);
      else {
        const next = join(dirname(path), name);
        if (seen.has(next)) continue;
        seen.add(next);
        follow(next, readFileSync(next, 'utf8'));
      }
    }
  };
  for (const path of files.filter((one) => one.endsWith('.astro'))) {
    for (const [, script = ''] of readFileSync(path, 'utf8').matchAll(/<script>(.*?)<\/script>/gs)) {
      follow(path, script);
    }
  }
  expect(seen.size).toBeGreaterThan(0);
  return packages;
}

test('every package that a script brings to readers is among the parts', () => {
  const found = [...packagesOfScripts()];
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((name) => !parts.some((part) => part.name === name))).toEqual([]);
});

test('a font that is cut belongs to the package that it is cut from', () => {
  for (const { name, from } of subsets) {
    const names = partsOf(`/_astro/${name}.x.woff2`).map((part) => part.name);
    expect(names).toEqual([from.split('/').slice(0, 2).join('/')]);
  }
});

test('a font goes out under its own licence, not that of the script beside it', () => {
  const [, block = ''] = licencesFile().split('@expo-google-fonts/literata ');
  expect(block).toContain('The Literata Project Authors');
  expect(block.slice(0, block.indexOf('@fontsource/'))).not.toContain('MIT License');
});

test('every package of fonts that a style sheet, a page or the cutting names is among the parts', () => {
  const named = files
    .filter((path) => /\.(css|astro|ts)$/.test(path) && !path.endsWith('.test.ts'))
    .flatMap(
      (path) => readFileSync(path, 'utf8').match(/@(?:fontsource|expo-google-fonts)\/[a-z-]+(?=\/)/g) ?? [],
    );
  expect(named.length).toBeGreaterThan(0);
  expect([...new Set(named)].filter((name) => !parts.some((part) => part.name === name))).toEqual([]);
});

describe('a file belongs to', () => {
  test.each([
    ['/_astro/noto-serif-latin-ext-400-normal.x.woff2', ['@fontsource/noto-serif']],
    ['/_astro/noto-serif-lao-lao-400-normal.x.woff2', ['@fontsource/noto-serif-lao']],
    ['/flags/la.svg', ['flag-icons']],
    ['/pagefind/wasm.en.pagefind', ['pagefind']],
    ['/_astro/SearchBox.x.js', ['fastest-levenshtein', 'vite']],
    ['/enhance.x.js', []],
    ['/pagefind/words.en.json', []],
  ])('%s: %j', (path, names) => {
    expect(partsOf(path).map((part) => part.name)).toEqual(names);
  });
});

describe('the file of licences', () => {
  const text = licencesFile();
  test.each(parts.map(({ name }) => name))('has that of %s in full', (name) => {
    const start = text.indexOf(`\n${name} `);
    const end = text.indexOf(`\n${'='.repeat(80)}\n`, text.indexOf('='.repeat(80), start) + 80);
    const own = text.slice(start, end < 0 ? undefined : end);
    expect(start).toBeGreaterThan(0);
    expect(own).toMatch(/\((OFL-1\.1|MIT)\)/);
    expect(own).toMatch(
      own.includes('(OFL-1.1)')
        ? /SIL OPEN FONT LICENSE Version 1\.1[^]*PREAMBLE[^]*TERMINATION/
        : /Permission is hereby granted, free of charge[^]*WITHOUT WARRANTY/,
    );
  });
});
