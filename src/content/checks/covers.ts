import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Is the cover photo of an issue described for those who cannot see it? */

const codes = ['missingCoverAlt'] as const;
type Code = (typeof codes)[number];

function run({ yaml }: ParsedFile, report: Report<Code>): void {
  const { cover, coverAlt } = (yaml?.data ?? {}) as { cover?: { image?: unknown }; coverAlt?: unknown };
  if (!yaml || typeof cover?.image !== 'string' || typeof coverAlt === 'string') return;
  report({ ...yaml.positionOf(['cover', 'image']), code: 'missingCoverAlt', values: {} });
}

export const covers: Check<'file', Code> = { looksAt: 'file', codes, run };
