import type { z } from 'zod';
import type { CustomFault } from './schemas/fields.ts';
import type { Place, YamlFacts } from './front-matter.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problems.ts';

/**
 * The one door for validation: a schema against the YAML of one file, every deviation as a problem in its place.
 * Nobody else calls `parse` on a schema.
 */

type Report = (problem: Omit<Problem, 'file'>) => void;
type Issue = z.core.$ZodIssue;

interface Options {
  /** Keys that are facts and must not stand in this file (a translation). */
  readonly factKeys?: readonly string[];
  /** Keys that may stand at the top of this file, for the message about unknown ones. */
  readonly allowedKeys: readonly string[];
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function keyName(path: readonly PropertyKey[]): string {
  const name = path.filter((part) => typeof part === 'string').at(-1);
  return String(name ?? path.at(-1) ?? '');
}

/** The code of a country named in Vietnamese or English: `countryCode('Nhật Bản') // => 'JP'` */
function countryCode(name: string): string | undefined {
  const wanted = name.trim().normalize('NFC').toLowerCase();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return ['vi', 'en']
    .map((locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }))
    .map((names) => codes.find((code) => names.of(code)?.toLowerCase() === wanted))
    .find((code) => code !== undefined);
}

function reportDate(
  fault: Extract<CustomFault, { kind: 'date' }>,
  key: string,
  place: Place,
  report: Report,
): void {
  const values = { key, value: fault.value };
  const corrected = fault.suggestion && { corrected: `${key}: ${fault.suggestion}` };
  switch (fault.fault) {
    case 'empty':
      return report({ ...place, code: 'emptyDate', values });
    case 'not-a-day':
      return report({ ...place, code: 'impossibleDate', values });
    case 'day-first':
    case 'ambiguous':
      return report({ ...place, code: 'dayFirstDate', values, ...corrected });
    case 'backwards':
      return report({ ...place, code: 'backwardsDate', values, ...corrected });
    case 'not-edtf':
      return report({ ...place, code: 'badDate', values });
  }
}

function reportUnknownKeys(
  keys: readonly string[],
  path: readonly PropertyKey[],
  yaml: YamlFacts,
  { factKeys = [], allowedKeys }: Options,
  report: Report,
): void {
  const atTop = path.length === 0;
  for (const key of keys) {
    const place = yaml.placeOfKey([...path, key]);
    if (atTop && factKeys.includes(key)) {
      report({ ...place, code: 'factInTranslation', values: { key } });
      continue;
    }
    const near = atTop ? nearest(key, allowedKeys) : undefined;
    if (near)
      report({ ...place, code: 'misspeltField', values: { key, nearest: near }, corrected: `${near}: …` });
    else
      report({
        ...place,
        code: 'unknownField',
        values: { key, allowed: atTop ? allowedKeys.join(', ') : '–' },
      });
  }
}

function reportIssue(issue: Issue, yaml: YamlFacts, options: Options, report: Report): void {
  const { path } = issue;
  const key = keyName(path);
  const place = yaml.placeOf(path);
  const value = show(issue.input);
  switch (issue.code) {
    case 'unrecognized_keys':
      return reportUnknownKeys(issue.keys, path, yaml, options, report);
    case 'custom': {
      const fault = issue.params as CustomFault | undefined;
      if (fault?.kind === 'date') return reportDate(fault, key, place, report);
      return report({ ...place, code: 'badSource', values: { value: fault?.value ?? value } });
    }
    case 'invalid_value':
      if (issue.input === undefined) return report({ ...place, code: 'missingField', values: { key } });
      return report({
        ...place,
        code: 'badChoice',
        values: { key, value, allowed: issue.values.map(String).join(', ') },
      });
    case 'invalid_type':
      if (issue.input === undefined) return report({ ...place, code: 'missingField', values: { key } });
      if (issue.input === null) return report({ ...place, code: 'emptyText', values: { key } });
      if (issue.expected === 'number' || issue.expected === 'int') {
        return report({ ...place, code: 'numberText', values: { key, value } });
      }
      return report({ ...place, code: 'wrongType', values: { key, value, expected: issue.expected } });
    case 'invalid_format':
      if (issue.format === 'regex' && (key === 'countries' || key === 'country')) {
        const code = countryCode(value);
        const suggestion = code ? `→ ${code}` : '';
        return report({ ...place, code: 'badCountry', values: { value, suggestion } });
      }
      return report({ ...place, code: 'wrongType', values: { key, value, expected: issue.format } });
    case 'too_small':
      return report({ ...place, code: 'emptyText', values: { key } });
    default:
      return report({ ...place, code: 'wrongType', values: { key, value, expected: issue.code } });
  }
}

/**
 * Checks the YAML of one file against its schema.
 * @returns the typed data, or `undefined` when something in it is wrong (every fault has been reported)
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFacts,
  options: Options,
  report: Report,
): z.output<Schema> | undefined {
  const result = schema.safeParse(yaml.data ?? {}, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  // `sumary` is one mistake, not two: the field it was meant to be is not missing as well.
  const meant = issues
    .flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : []))
    .map((key) => nearest(key, options.allowedKeys));
  for (const issue of issues) {
    const missing = issue.path.length === 1 && issue.input === undefined;
    if (missing && meant.includes(keyName(issue.path))) continue;
    reportIssue(issue, yaml, options, report);
  }
  return undefined;
}
