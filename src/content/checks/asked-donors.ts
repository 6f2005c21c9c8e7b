import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Is a partner called a donor of aid that was only asked for? Who has promised nothing has given nothing. */

const codes = ['donorOnlyAsked'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts } = record;
  const yaml = originalOf(record)?.yaml;
  if (!yaml || !facts || !('aid' in facts)) return;
  if (facts.aid.length === 0 || facts.aid.some(({ state }) => state !== 'proposed')) return;
  for (const [position, { partner, role }] of facts.partners.entries()) {
    if (role !== 'donor') continue;
    const path = ['partners', position, 'role'];
    const corrected = yaml.lineWith(path, 'asked');
    const fault = { ...yaml.positionOf(path), code: 'donorOnlyAsked' as const, values: { partner } };
    report({ file, ...fault, ...(corrected && { corrected }) });
  }
}

export const askedDonors: Check<'record', Code> = { looksAt: 'record', codes, run };
