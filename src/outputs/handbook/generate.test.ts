import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { problemCodes } from '../../content/checks/index.ts';
import { namingFields } from '../../tests/references.ts';
import { describedFields, handbook, handbooks } from './generate.ts';
import { nonEmpty } from '../../tests/non-empty.ts';

describe.each(['vi', 'en'] as const)('the handbook in %s', (locale) => {
  test('is what the schemas and messages of today make it: run `npm run handbook`', async () => {
    const file = join(projectRoot, handbooks[locale]);
    const options = { ...(await resolveConfig(file)), filepath: file };
    expect(readFileSync(file, 'utf8')).toBe(await format(handbook(projectRoot, locale), options));
  });

  test('explains every field of every collection', () => {
    const silent = nonEmpty(describedFields(locale), 'fields').filter((one) => one.text === '');
    expect(silent.map((one) => one.field)).toEqual([]);
  });

  test.each(namingFields)('says where the records of $collection $path are', ({ collection, path, to }) => {
    const section = handbook(projectRoot, locale)
      .split(/^### /m)
      .find((one) => one.startsWith(`\`content/${collection}/`));
    const row = section?.split('\n').find((line) => line.includes(`\`${path}\` |`)) ?? '';
    expect(to.filter((name) => !row.includes(`\`content/${name}\``))).toEqual([]);
    expect(row).not.toBe('');
  });

  test('has a line for every message, and no placeholder left', () => {
    const text = handbook(projectRoot, locale);
    expect(text.split('\n').filter((line) => line.startsWith('| ')).length).toBeGreaterThan(
      problemCodes.length,
    );
    expect(text).not.toMatch(/\{\{/);
  });
});
