import { readableHost } from '../parse/punycode.ts';
import type { Check, Report } from './check.ts';

/**
 * Addresses that lead elsewhere than they seem to: a host in letters that look like Latin ones (“аррӏе.com” is Cyrillic),
 * as they stand or in the writing of the net (`xn--80ak6aa92e.com`).
 */

const address = /(?:https?:\/\/|www\.|mailto:[^\s@]+@)([^\s/?#"'<>()[\]{}|\\^`“”]+)/giu;
const mayBeDisguised = /xn--|(?![\u1E00-\u1EFF])[\u0250-\u{10FFFF}]|ı/iu;

/** Letters that Latin ones are taken for: of other alphabets, and Latin ones of phoneticians and Turks. */
const strange = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}ıɑɡɩʟꞮ]/u;
const latinOnly = /^[a-z\d\u00C0-\u024F\u1E00-\u1EFF.:@-]+$/iu;

const codes = ['disguisedAddress'] as const;
type Code = (typeof codes)[number];

/** Reports the first such address of a line; one that Vietnamese letters were meant by, with the line in letters. */
function run(source: string, report: Report<Code>): void {
  if (!mayBeDisguised.test(source)) return;
  source.split('\n').forEach((text, index) => {
    for (const found of text.matchAll(address)) {
      const host = found[1]?.replace(/[.,;:!?]+$/, '') ?? '';
      const readable = readableHost(host).normalize('NFC');
      if (readable === host && !strange.test(host)) continue;
      const honest = !strange.test(readable) && latinOnly.test(readable) && readable !== host;
      report({
        line: index + 1,
        column: found.index + found[0].lastIndexOf(host) + 1,
        code: 'disguisedAddress',
        values: { value: host, readable },
        ...(honest && { corrected: text.replace(host, readable) }),
      });
      return;
    }
  });
}

export const hosts: Check<'source', Code> = { looksAt: 'source', codes, run };
