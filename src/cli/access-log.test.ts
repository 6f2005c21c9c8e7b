import { expect, test } from 'vitest';
import { readRequest } from './access-log.ts';

const line =
  '203.0.113.7 - - [30/Nov/2026:23:59:59 +0700] "GET /lo/partners/?a=b HTTP/2.0" 200 5120 "https://example.org/" "Mozilla/5.0 (X11; Linux) \\"odd\\""';

test('a line of the combined format is a request in its parts', () => {
  expect(readRequest(line)).toEqual({
    address: '203.0.113.7',
    time: Date.UTC(2026, 10, 30, 16, 59, 59),
    method: 'GET',
    path: '/lo/partners/',
    status: 200,
    agent: 'Mozilla/5.0 (X11; Linux) \\"odd\\"',
  });
});

test.each([
  ['-0330', Date.UTC(2026, 11, 1, 3, 29, 59)],
  ['+0000', Date.UTC(2026, 10, 30, 23, 59, 59)],
])('the zone %s is reckoned with', (zone, time) => {
  expect(readRequest(line.replace('+0700', zone))?.time).toBe(time);
});

test('a program that does not name itself has no name', () => {
  expect(readRequest(line.replace(/"Mozilla.*$/, '"-"'))?.agent).toBe('');
});

test.each([
  ['', ''],
  ['a common log line without program', line.replace(/ "https:.*$/, '')],
  ['a month that there is not', line.replace('Nov', 'Foo')],
  ['a request without a target', line.replace('GET /lo/partners/?a=b HTTP/2.0', '\\x16\\x03')],
  ['JSON', '{"request":"GET /"}'],
])('%s is none', (_, other) => {
  expect(readRequest(other)).toBeUndefined();
});
