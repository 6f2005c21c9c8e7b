import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Headline and summary are words: nothing reads Markdown, tags or entities there, and they would be shown as typed. */

const codes = ['markInField'] as const;
type Code = (typeof codes)[number];

const mark =
  /\*\*|__(?=\p{L})|\]\(|<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,6});|^#{1,6} |^[-•*] |`/iu;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '”', nbsp: ' ' };

/** @example withoutMarks('**Trao** [quà](/a/) &amp; lì xì') // => 'Trao quà & lì xì' */
export const withoutMarks = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/\*\*|__(?=\p{L})|(?<=\p{L})__|`|^(?:#{1,6}|[-•*]) /gu, '')
    .replace(/&([a-z]{2,8});/gi, (typed, name: string) => named[name.toLowerCase()] ?? typed)
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** Reports the first such sign of each, with the line as words. */
function run({ yaml, locale }: ParsedFile, report: Report<Code>): void {
  if (!yaml || locale === undefined) return;
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  for (const key of ['title', 'summary'] as const) {
    const text = data[key];
    const found = typeof text === 'string' ? mark.exec(text)?.[0] : undefined;
    if (typeof text !== 'string' || found === undefined) continue;
    const plain = withoutMarks(text);
    const corrected = plain === text ? undefined : yaml.lineWith([key], JSON.stringify(plain));
    const values = { key, value: found.trim() };
    report({
      ...yaml.positionOf([key]),
      code: 'markInField',
      values,
      ...(corrected !== undefined && { corrected }),
    });
  }
}

export const plainFields: Check<'file', Code> = { looksAt: 'file', codes, run };
