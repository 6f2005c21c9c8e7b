import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does every partner, unit, country, category, place and source stand once in a list? */

/** Lists of names, and the field that names where an entry is a group of fields. */
const lists = {
  categories: undefined,
  places: undefined,
  units: 'unit',
  partners: 'partner',
  countries: undefined,
  sources: undefined,
} as const;

const codes = ['namedTwice'] as const;
type Code = (typeof codes)[number];

/** Reports the second of two, and the line without it where the list stands on one line. */
function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts } = record;
  const yaml = originalOf(record)?.yaml;
  if (!facts || !yaml) return;
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  for (const [key, field] of Object.entries(lists)) {
    const list = data[key];
    if (!Array.isArray(list)) continue;
    const names = list.map((one: unknown) => {
      const named = field === undefined ? one : (one as Record<string, unknown> | null)?.[field];
      return typeof named === 'string' ? named : undefined;
    });
    const seen = new Set<string>();
    const double = names.findIndex((name) => {
      if (name === undefined) return false;
      if (seen.has(name)) return true;
      seen.add(name);
      return false;
    });
    if (double < 0) continue;
    const typed = list.map((_, at) => yaml.sourceOf([key, at]));
    const kept = typed.filter((_, at) => names.indexOf(names[at]) === at);
    const oneLine = yaml.sourceOf([key])?.startsWith('[') && kept.every((one) => one !== undefined);
    const corrected = oneLine ? yaml.lineWith([key], `[${kept.join(', ')}]`) : undefined;
    report({
      file,
      ...yaml.positionOf([key, double]),
      code: 'namedTwice',
      values: { value: names[double] ?? '', key },
      ...(corrected !== undefined && { corrected }),
    });
  }
}

export const repeats: Check<'record', Code> = { looksAt: 'record', codes, run };
