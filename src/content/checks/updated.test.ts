import { expect, test } from 'vitest';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import { readContent } from '../read.ts';

const folder = 'content/activities/2023/hoc-bong';
const good = filesOfCase('good');

/** What is found when the original is from `updated` and the Lao text has `stamp`. */
function found(stamp: string, updated?: string): string[] {
  const original = textOf(good, `${folder}/index.vi.mdx`).replace(
    'sources:',
    `${updated === undefined ? '' : `updated: ${updated}\n`}sources:`,
  );
  const lao = textOf(good, `${folder}/index.lo.mdx`).replace('title:', `${stamp}title:`);
  const files = withText(withText(good, `${folder}/index.vi.mdx`, original), `${folder}/index.lo.mdx`, lao);
  return readContent(files).problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

const old = 'fingerprint: "aaaaaaaaaaaa"\ntranslated: 2026-03-01\n';

test('whoever changes an original that has a dated translation writes down the day', () => {
  const problem = `${folder}/index.lo.mdx:3 updatedUnknown`;
  expect(found(old)).toEqual([problem]);
  expect(found(old, '2026-02-28')).toEqual([problem]);
  expect(found(old, '2026-03-01')).toEqual([]);
});

test('nobody has to where no dated translation has become old', () => {
  expect(found('fingerprint: "aaaaaaaaaaaa"\n')).toEqual([]);
  expect(found('')).toEqual([]);
  const own = readContent(good).entries.activities[0]?.texts.vi.ownFingerprint;
  expect(own).toMatch(/^[0-9a-f]{12}$/);
  expect(found(`fingerprint: "${own}"\ntranslated: 2026-03-01\n`)).toEqual([]);
});
