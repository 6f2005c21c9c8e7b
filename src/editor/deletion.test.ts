import { describe, expect, test } from 'vitest';
import { readContent } from '../content/read.ts';
import { bytesOfCase, filesOf, filesOfCase, textOf, withText } from '../tests/cases.ts';
import { planDeletion } from './deletion.ts';
import type { NamedRecord } from './read-record.ts';
import { filesBelow } from './store/listing.ts';
import { editorIndex } from './editor-index.ts';
import { memoryStore } from './store/memory.ts';

const files = filesOfCase('good');
const index = editorIndex(readContent(files), files);
const bytes = [...bytesOfCase('good')];

/** What content is after a deletion, with its problems. */
async function deleted(target: NamedRecord) {
  const store = memoryStore(bytes);
  const plan = await planDeletion(store, index, target);
  await store.save(plan.changes, 'x');
  const after = filesOf(
    new Map(
      await Promise.all(
        [...(await filesBelow(store)).keys()].map(
          async (path) => [path, (await store.read(path)).bytes] as const,
        ),
      ),
    ),
  );
  return { plan, after, problems: readContent(after).problems };
}

describe('a record that is deleted', () => {
  test('takes with it what names it, and leaves the check clean', async () => {
    const partners = index.records.partners.filter(({ id }) =>
      index.records.activities.some(({ names }) => names.includes(`partners/${id}`)),
    );
    let mended = 0;
    for (const { id } of partners) {
      const { plan, after, problems } = await deleted({ collection: 'partners', id });
      if (plan.blocking.length > 0) continue;
      mended++;
      expect(plan.mended.length).toBeGreaterThan(0);
      expect(problems).toEqual([]);
      expect([...after.keys()].some((path) => path.startsWith(`content/partners/${id}/`))).toBe(false);
      const texts = [...after.keys()]
        .filter((path) => path.endsWith('.mdx'))
        .map((path) => textOf(after, path));
      expect(texts.some((text) => text.includes(`/partners/${id}/`))).toBe(false);
    }
    expect(mended).toBeGreaterThan(0);
  });

  test('of which an issue cannot do without is told, and nothing of that issue is changed', async () => {
    const [issue] = index.records.issues;
    const publisher = issue?.names.find((name) => name.startsWith('units/')) ?? '';
    const { plan } = await deleted({ collection: 'units', id: publisher.slice('units/'.length) });
    expect(plan.blocking).toContainEqual({ collection: 'issues', id: issue?.id });
    expect(plan.changes.some(({ path }) => path.startsWith('content/issues/'))).toBe(false);
  });

  test('that nobody names is its files alone', async () => {
    const names = new Set(Object.values(index.records).flatMap((list) => list.flatMap((one) => one.names)));
    const [alone] = index.records.issues.filter(({ id }) => !names.has(`issues/${id}`));
    const { plan, problems } = await deleted({ collection: 'issues', id: alone?.id ?? '' });
    expect(plan.mended).toEqual([]);
    expect(plan.changes.length).toBeGreaterThan(0);
    expect(
      plan.changes.every(
        ({ path, bytes: one }) => path.startsWith(`content/issues/${alone?.id}/`) && one === null,
      ),
    ).toBe(true);
    expect(problems).toEqual([]);
  });

  test('reads the files as they are now, so that a change of somebody else is no surprise', async () => {
    const [partner] = index.records.partners;
    const path = [...files.keys()].find((one) => one.startsWith(`content/partners/${partner?.id}/`)) ?? '';
    const later = withText(files, path, `${textOf(files, path)}\nx\n`);
    const store = memoryStore([...later].map(([one, file]) => [one, file.read()]));
    const plan = await planDeletion(store, index, { collection: 'partners', id: partner?.id ?? '' });
    expect(await store.save(plan.changes, 'x')).toEqual({ kind: 'saved' });
  });
});
