import { firstDay, lastDay } from '../../model/dates.ts';
import { referencesIn } from '../../model/references.ts';
import { factsSchema } from '../../model/schemas/index.ts';
import { derived, type IndexedFacts } from '../record-index.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Do the places and units that a record names exist on its day? Provinces and Unions are merged. */

type Valid = Pick<IndexedFacts, 'validFrom' | 'validUntil' | 'successor'>;

/** Places and units by collection and id, those that begin or end somewhen. */
const validityIn = derived(['places', 'units'], ({ records: { places, units } }) => {
  const all = new Map<string, Valid>();
  for (const { id, facts } of places) if (facts?.validUntil) all.set(`places/${id}`, facts);
  for (const { id, facts } of units) if (facts?.validUntil || facts?.validFrom) all.set(`units/${id}`, facts);
  return all;
});

const codes = ['afterItsEnd', 'beforeItsBeginning'] as const;
type Code = (typeof codes)[number];

/** Reports names of what had ended, with the successor, and of what had not yet begun. */
function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts, collection } = record;
  const yaml = originalOf(record)?.yaml;
  if (!yaml || !facts || !('date' in facts) || !facts.date) return;
  const [first, last] = [firstDay(facts.date), lastDay(facts.date)];
  for (const { path, value, collection: named, id } of referencesIn(factsSchema(collection), facts)) {
    const valid = validityIn(index).get(`${named}/${id}`);
    if (!valid) continue;
    const { validFrom, validUntil, successor } = valid;
    const place = { file, ...yaml.positionOf(path) };
    if (validUntil && first > lastDay(validUntil)) {
      const corrected = successor === undefined ? undefined : yaml.lineWith(path, successor);
      const values = { value, end: lastDay(validUntil), suggestion: successor ? `→ ${successor}` : '' };
      report({ ...place, code: 'afterItsEnd', values, ...(corrected !== undefined && { corrected }) });
    } else if (validFrom && last < firstDay(validFrom))
      report({ ...place, code: 'beforeItsBeginning', values: { value, start: firstDay(validFrom) } });
  }
}

export const validity: Check<'record', Code> = { looksAt: 'record', codes, run };
