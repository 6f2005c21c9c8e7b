import { describe, expect, test } from 'vitest';
import { VisitCounter } from './count-visits.ts';

const reader =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36';
const at = (
  time: string,
  path: string,
  { address = '203.0.113.7', agent = reader, method = 'GET', status = 200 } = {},
): string => `${address} - - [${time} +0700] "${method} ${path} HTTP/1.1" ${status} 10 "-" "${agent}"`;
const day = (clock: string): string => `15/Nov/2026:${clock}`;
const counted = (lines: string[], base = '') => {
  const counter = new VisitCounter(base);
  for (const line of lines) counter.read(line);
  return counter.result();
};
const months = (...lines: string[]) => counted(lines).months;

describe('a visit', () => {
  test.each([
    ['goes on at 29 minutes and 59 seconds', '10:29:59', 1],
    ['is a new one after half an hour', '10:30:00', 2],
  ])('%s', (_, clock, visits) => {
    expect(months(at(day('10:00:00'), '/'), at(day(clock), '/about/'))).toEqual([
      { month: '2026-11', language: 'vi', visits, pages: 2 },
    ]);
  });

  test('is of one reader: another address or another program is another', () => {
    const [month] = months(
      at(day('10:00:00'), '/'),
      at(day('10:00:01'), '/', { address: '203.0.113.8' }),
      at(day('10:00:02'), '/', { agent: reader.replace('Chrome/142', 'Chrome/141') }),
    );
    expect(month).toMatchObject({ visits: 3, pages: 3 });
  });

  test('is of the language of its first page; pages are of their own', () => {
    expect(
      months(at(day('10:00:00'), '/lo/'), at(day('10:01:00'), '/'), at(day('10:02:00'), '/zh/partners/')),
    ).toEqual([
      { month: '2026-11', language: 'vi', visits: 0, pages: 1 },
      { month: '2026-11', language: 'lo', visits: 1, pages: 1 },
      { month: '2026-11', language: 'zh', visits: 0, pages: 1 },
    ]);
  });
});

test('months turn at midnight in Viet Nam', () => {
  const utc = (time: string): string => at(time, '/').replace('+0700', '+0000');
  expect(
    months(utc('30/Nov/2026:16:59:59'), utc('30/Nov/2026:17:00:00')).map(({ month, pages }) => [
      month,
      pages,
    ]),
  ).toEqual([
    ['2026-11', 1],
    ['2026-12', 1],
  ]);
});

describe('no page is', () => {
  test.each([
    ['a file', '/assets/site.css', {}],
    ['a page that is not there', '/nothing/', { status: 404 }],
    ['one that moved', '/old/', { status: 301 }],
    ['a form that is sent', '/', { method: 'POST' }],
    ['the list of what editors held back', '/editors/', {}],
    ['another site on the same server', '/elsewhere/', {}],
  ])('%s', (what, path, more) => {
    const base = what.startsWith('another site') ? '/ban-tin' : '';
    expect(counted([at(day('10:00:00'), path, more)], base)).toMatchObject({
      months: [],
      robots: 0,
      unreadable: 0,
    });
  });

  test('but one that the browser had already is', () => {
    expect(months(at(day('10:00:00'), '/', { status: 304 }))).toHaveLength(1);
  });
});

test('robots are left out and counted, and so is who says nothing', () => {
  const robots = [
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'curl/8.5.0',
    '-',
  ];
  const result = counted([
    ...robots.map((agent) => at(day('10:00:00'), '/', { agent })),
    at(day('10:00:00'), '/'),
  ]);
  expect(result).toMatchObject({ robots: 3, lines: 4, months: [{ visits: 1, pages: 1 }] });
});

test('what is not in the format is counted, empty lines are not', () => {
  expect(counted(['', 'hello', at(day('10:00:00'), '/')])).toMatchObject({ lines: 2, unreadable: 1 });
});

test('nothing that is told has an address in it', () => {
  expect(JSON.stringify(counted([at(day('10:00:00'), '/')]))).not.toContain('203.0.113');
});
