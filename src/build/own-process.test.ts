import { expect, test } from 'vitest';
import { askProcess } from './own-process.ts';

const answerer = new URL('../tests/answer-in-process.ts', import.meta.url);
const ask = (question: unknown, onNews?: (news: number) => void) =>
  askProcess<unknown, unknown, number>(answerer, question, onNews);

test('plain data goes into the process and comes out as it was, with its news in their order', async () => {
  const news: number[] = [];
  const data = { map: new Map([['a', new Uint8Array([1, 2])]]), none: undefined, nested: [{ text: 'ລາວ' }] };
  expect(await ask({ echo: data }, (one) => news.push(one))).toEqual(data);
  expect(news).toEqual([1, 2, 3]);
});

test('what the process throws is thrown, in its words', async () => {
  await expect(ask({ fail: 'Không đọc được tệp.' })).rejects.toThrow('Không đọc được tệp.');
});

test('a process that dies is an error, with the signal or the number that it ended with', async () => {
  await expect(ask({ exit: 3 })).rejects.toThrow('ended without an answer (3)');
  await expect(ask({ kill: true })).rejects.toThrow('ended without an answer (SIGKILL)');
});
