import { afterAll, expect, test } from 'vitest';
import { openThread } from './thread.ts';

/** Divides a hundred by what it is asked. */
const module = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { answerMessages } from '${new URL('./thread.ts', import.meta.url).href}';
     answerMessages((question) => { if (question === 0) throw new RangeError('by nothing'); return 100 / question; });`,
  )}`,
);
const thread = openThread<number, number>(module);
afterAll(() => thread.close());

test('a thread answers one question after the other, and goes on after one that it cannot answer', async () => {
  expect(await thread.ask(4)).toBe(25);
  await expect(thread.ask(0)).rejects.toThrow(new RangeError('by nothing'));
  expect(await thread.ask(50)).toBe(2);
});

test('a thread that cannot begin fails in whoever asks', async () => {
  const gone = openThread<number, number>(new URL('./gone.ts', import.meta.url));
  await expect(gone.ask(1)).rejects.toThrow(/gone\.ts/);
  await gone.close();
});

test('what was never asked is closed at once', async () => {
  await expect(openThread(module).close()).resolves.toBeUndefined();
});
