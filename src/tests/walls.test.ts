import { ESLint } from 'eslint';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { walls as configured } from '../../eslint.config.js';

/** The walls between the rooms are rules of `npm run lint`: each is planted with a violation here. */

/** A row of `eslint.config.js`, which is plain JavaScript. */
interface Wall {
  readonly room: string;
  readonly above: readonly string[];
  readonly without: readonly string[];
}
const walls: readonly Wall[] = configured;

const root = join(import.meta.dirname, '../..');
const linter = new ESLint({ cwd: root });

/** What lint says of imports in a file that would stand at this path. */
async function refusalsIn(file: string, source: string): Promise<string[]> {
  const [result] = await linter.lintText(source, { filePath: join(root, file) });
  return (result?.messages ?? [])
    .filter((one) => one.ruleId === 'no-restricted-imports')
    .map((one) => one.message);
}

const rows = walls.flatMap(({ room, above, without }) => [
  ...above.flatMap((other) => [
    { room, specifier: `../${other}/planted.ts` },
    { room, specifier: `#${other}/planted.ts` },
  ]),
  // `node:*` stands for any of them.
  ...without.map((name) => ({ room, specifier: name.replace('*', 'fs') })),
]);

test('there are walls around every room that design.md names', () => {
  expect(rows.length).toBeGreaterThan(100);
  for (const { room } of walls) expect(existsSync(join(root, 'src', room)), room).toBe(true);
});

test.each(rows)('$room may not import $specifier', async ({ room, specifier }) => {
  expect(await refusalsIn(`src/${room}/planted.ts`, `import '${specifier}';\n`)).toHaveLength(1);
});

test.each(walls.map(({ room }) => room))('a folder within %s has the same walls', async (room) => {
  expect(await refusalsIn(`src/${room}/inner/planted.ts`, `import '../../cli/planted.ts';\n`)).toHaveLength(
    1,
  );
});

test.each(walls.map(({ room }) => room))('%s may import what lies below it', async (room) => {
  const source = `import '../model/locales.ts';\nimport './beside.ts';\nimport 'zod';\n`;
  expect(await refusalsIn(`src/${room}/planted.ts`, source)).toEqual([]);
});

test('a type is knowledge too', async () => {
  const source = `import type { Card } from '../outputs/cards/card.ts';\nexport type { Card };\n`;
  expect(await refusalsIn('src/bulletin/planted.ts', source)).toHaveLength(1);
});
