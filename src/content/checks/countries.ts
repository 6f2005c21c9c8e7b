import { countryCode, isCountry } from '../../model/countries.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Two capital letters are not yet a country: `XX`, or `UK` for `GB`. */

const codes = ['badCountry'] as const;
type Code = (typeof codes)[number];

/** The countries that facts of any collection name, each with its place. */
function countriesIn(facts: object): { path: PropertyKey[]; value: unknown }[] {
  const list = 'countries' in facts && Array.isArray(facts.countries) ? (facts.countries as unknown[]) : [];
  const one = 'country' in facts ? [{ path: ['country'], value: facts.country }] : [];
  return [...one, ...list.map((value, position) => ({ path: ['countries', position], value }))];
}

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const yaml = originalOf(record)?.yaml;
  if (!yaml || !record.facts) return;
  for (const { path, value } of countriesIn(record.facts)) {
    if (typeof value !== 'string' || isCountry(value)) continue;
    const meant = countryCode(value);
    const corrected = meant && yaml.lineWith(path, meant);
    const fault = { ...yaml.positionOf(path), code: 'badCountry' as const, values: { value } };
    report({ file: record.file, ...fault, ...(corrected && { corrected }) });
  }
}

export const countries: Check<'record', Code> = { looksAt: 'record', codes, run };
