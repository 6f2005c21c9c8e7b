import type { Check, Report } from './check.ts';

/**
 * Characters that no text may contain: they look like nothing or like something else, and break search, sorting and
 * print. Zero-width spaces are among them: line breaks in Lao and Khmer come from the browser's dictionary, and
 * search removes the marks anyway, since they do not help it.
 */
const forbidden =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFD\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu;

const codes = ['controlCharacter', 'notNfc'] as const;
type Code = (typeof codes)[number];

/** Reports text that is not in NFC, and hidden or private-use characters, each once a line. */
function run(source: string, report: Report<Code>): void {
  if (source === source.normalize('NFC') && !forbidden.test(source)) return;
  source.split('\n').forEach((text, index) => {
    const line = index + 1;
    forbidden.lastIndex = 0;
    const hidden = forbidden.exec(text);
    if (hidden) {
      const code = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      report({ line, column: hidden.index + 1, code: 'controlCharacter', values: { value: `U+${code}` } });
    }
    for (const word of text.matchAll(/\S+/gu)) {
      if (word[0] === word[0].normalize('NFC')) continue;
      report({ line, column: word.index + 1, code: 'notNfc', values: { value: word[0] } });
      break;
    }
  });
  forbidden.lastIndex = 0;
}

export const characters: Check<'source', Code> = { looksAt: 'source', codes, run };
