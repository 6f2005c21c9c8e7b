import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does every partner, unit, country, category, place, source, sum of aid and figure stand once in a list? */

/** Lists of names, and the field that names where an entry is a group of fields. */
const lists = {
  categories: undefined,
  places: undefined,
  units: 'unit',
  partners: 'partner',
  countries: undefined,
  sources: undefined,
} as const;

/** Lists of which two entries must not say the same in everything, and the words by which the second is told. */
const said = {
  aid: ({ amount, currency, note }: Said) =>
    [amount, currency].filter((one) => one !== undefined).join(' ') || words(note),
  numbers: ({ value, of }: Said) => [value, of].filter((one) => one !== undefined).join(' '),
} as const;

type Said = Readonly<Record<string, unknown>>;
const words = (value: unknown): string => (typeof value === 'string' ? value : '…');
const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same for two entries that differ in the order of their fields and in their sources only. */
function sameness(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sameness).join()}]`;
  if (!isSaid(value)) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).filter(([key]) => key !== 'sources');
  return fields
    .map(([key, one]) => `${key}:${sameness(one)}`)
    .sort()
    .join();
}

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
  for (const [key, name] of Object.entries(said)) {
    const list = data[key];
    if (!Array.isArray(list)) continue;
    const all = list.map(sameness);
    const double = all.findIndex((one, at) => all.indexOf(one) < at);
    const entry: unknown = list[double];
    if (!isSaid(entry)) continue;
    const values = { value: name(entry), key };
    report({ file, ...yaml.positionOf([key, double]), code: 'namedTwice', values });
  }
}

export const repeats: Check<'record', Code> = { looksAt: 'record', codes, run };
