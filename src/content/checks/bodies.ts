import { bodyRequired } from '../../model/schemas/index.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Does a text say anything below its front matter? */

const codes = ['emptyBody'] as const;
type Code = (typeof codes)[number];

function run({ collection, bodyIsEmpty, bodyLine }: ParsedFile, report: Report<Code>): void {
  if (bodyIsEmpty && bodyRequired.includes(collection))
    report({ line: bodyLine, column: 1, code: 'emptyBody', values: {} });
}

export const bodies: Check<'file', Code> = { looksAt: 'file', codes, run };
