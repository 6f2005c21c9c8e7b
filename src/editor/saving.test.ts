import { expect, test } from 'vitest';
import { fileOfRecord, openRecord, withFile } from './open-record.ts';
import { saveRecord } from './saving.ts';
import { memoryStore } from './store/memory.ts';
import type { Store } from './store/store.ts';

/** What the save of a record that said `before` and says `after` is called. */
async function messageOf(before: string, after: string): Promise<string> {
  const path = fileOfRecord('activities', '2023/x');
  const bytes = new TextEncoder().encode(before);
  const own = memoryStore([[path, bytes]]);
  const opened = new Map([[path, await own.read(path)]]);
  const record = withFile(openRecord('activities', '2023/x', opened), path, after);
  let said = '';
  const store: Store = {
    ...own,
    save: (changes, message) => {
      said = message;
      return own.save(changes, message);
    },
  };
  expect(await saveRecord(store, record, 'Đoàn', '')).toEqual({ kind: 'saved' });
  return said;
}

const published = '---\ntitle: "Đoàn"\n---\n';
const held = '---\ntitle: "Đoàn"\ndraft: true\n---\n';

test('a save says that a record is held back, published, or only changed', async () => {
  expect(await messageOf(published, held)).toBe('Tạm giữ “Đoàn”');
  expect(await messageOf(held, published)).toBe('Đăng “Đoàn”');
  expect(await messageOf(held, `${held}x`)).toBe('Sửa “Đoàn”');
  expect(await messageOf(published, `${published}x`)).toBe('Sửa “Đoàn”');
});
