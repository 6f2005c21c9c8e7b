import { domainToASCII } from 'node:url';
import { expect, test } from 'vitest';
import { readableHost } from './punycode.ts';

test.each(['tiếngviệt.vn', 'bücher.example', 'аррӏе.com', 'ສະຫະພັນ.example', '友好.example', 'a.đà-nẵng.vn'])(
  'the host %s is read again from what the platform makes of it',
  (host) => {
    const ascii = domainToASCII(host);
    expect(ascii).toContain('xn--');
    expect(readableHost(ascii)).toBe(host);
  },
);

test.each(['xn--', 'xn--a.vn', 'xn--!!!.vn', 'vufo.org.vn'])('%s stays as it is', (host) => {
  expect(readableHost(host)).toBe(host);
});
