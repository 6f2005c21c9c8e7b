import { isWebsite, websiteMeant } from '../../model/contacts.ts';
import { isGroup } from '../../model/plain-data.ts';
import { quoted } from '../parse/yaml-mistakes.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Can a document be opened where it says that it can? */

const codes = ['badWebsite'] as const;
type Code = (typeof codes)[number];

function run({ collection, yaml }: ParsedFile, report: Report<Code>): void {
  if (!yaml || collection !== 'documents' || !isGroup(yaml.data)) return;
  const copy = yaml.data['publicCopy'];
  const value = isGroup(copy) ? copy['address'] : undefined;
  // What is no text, or none at all, the schema tells of.
  if (typeof value !== 'string' || value.trim() === '' || isWebsite(value)) return;
  const path = ['publicCopy', 'address'];
  const meant = websiteMeant(value);
  const corrected = meant === undefined ? undefined : yaml.lineWith(path, quoted(meant));
  report({
    ...yaml.positionOf(path),
    code: 'badWebsite',
    values: { value },
    ...(corrected !== undefined && { corrected }),
  });
}

export const publicCopies: Check<'file', Code> = { looksAt: 'file', codes, run };
