import { z } from 'zod';
import { spelledDate } from '../../model/date-spellings.ts';
import { readVietnameseAmount } from '../parse/amounts.ts';
import vietnamese from '../../i18n/messages/vi.json' with { type: 'json' };
import { countryCode } from '../../model/countries.ts';
import type { Reader, Report } from './check.ts';
import type { TextPosition, YamlFacts } from '../parse/yaml-facts.ts';
import { collectionsWith, groupsWith, keysAt, nearestKey } from './keys.ts';
import { nearest } from '../nearest.ts';
import type { CustomFault } from '../../model/schemas/fields.ts';
import { quoted } from '../parse/yaml-mistakes.ts';

/**
 * The one door for validation: a schema against the YAML of one file, every deviation as a problem in its place.
 * Nobody else calls `parse` on a schema.
 */

const codes = [
  'emptyDate',
  'impossibleDate',
  'dayFirstDate',
  'backwardsDate',
  'badDate',
  'factInTranslation',
  'misplacedOuter',
  'misplacedInner',
  'misplacedCollection',
  'misspeltField',
  'unknownField',
  'unknownInnerField',
  'numberText',
  'numberSpelled',
  'amountQualified',
  'notText',
  'notList',
  'notGroup',
  'notYesNo',
  'wrongType',
  'missingField',
  'missingInnerField',
  'badSource',
  'badChoice',
  'emptyText',
  'badCountry',
  'badName',
  'emptyList',
  'numberTooSmall',
  'numberTooBig',
] as const;
type Code = (typeof codes)[number];

/** Do the fields of a file fit its schema? */
export const fields: Reader<Code> = { reads: 'fields', codes };

type SchemaIssue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** The schema of a group of fields. */
export type ObjectSchema<Output> = z.ZodType<Output> & {
  readonly shape: Readonly<Record<string, z.ZodType>>;
};

/** What one file is checked with. */
interface Check {
  readonly schema: z.ZodType;
  readonly yaml: YamlFacts;
  readonly report: Report<Code>;
  /** Keys that are facts and must not stand in this file (a translation). */
  readonly factKeys: readonly string[];
  /** The year of the folder in which the record lies. */
  readonly year?: number | undefined;
  /** Keys that may stand at the top of this file, for the message about unknown ones. */
  readonly allowedKeys: readonly string[];
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function keyName(path: Path): string {
  const name = path.filter((part) => typeof part === 'string').at(-1);
  return String(name ?? path.at(-1) ?? '');
}

/** The line with `text` for the value at `path`, as the part of a problem that it becomes. */
function correctedWith({ yaml }: Check, path: Path, text: string | undefined): { corrected?: string } {
  const corrected = text === undefined ? undefined : yaml.lineWith(path, text);
  return corrected === undefined ? {} : { corrected };
}

function reportDate(
  fault: Extract<CustomFault, { kind: 'date' }>,
  path: Path,
  place: TextPosition,
  check: Check,
): void {
  const values = { key: keyName(path), value: fault.value };
  // A Buddhist year passes for a day of ours; two digits do not.
  const corrected = correctedWith(check, path, spelledDate(fault.value, check.year) ?? fault.suggestion);
  const { report } = check;
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
    case 'not-edtf': {
      const meant = spelledDate(fault.value, check.year);
      if (meant === undefined) return report({ ...place, code: 'badDate', values });
      return report({ ...place, code: 'dayFirstDate', values, ...correctedWith(check, path, meant) });
    }
  }
}

/** A key that is nowhere, or elsewhere: the place where it belongs is better news than a similar word. */
function reportUnknownKey(key: string, path: Path, check: Check): void {
  const { schema, yaml, report, factKeys } = check;
  const place = yaml.positionOfKey([...path, key]);
  const atTop = path.length === 0;
  const allowed = atTop ? check.allowedKeys : keysAt(schema, path);
  // `place` in a translation is the fact `places`, misspelt: it goes, whatever it is called.
  const isFact =
    factKeys.includes(key) ||
    (nearestKey(key, allowed) === undefined && nearestKey(key, factKeys) !== undefined);
  if (atTop && isFact) return report({ ...place, code: 'factInTranslation', values: { key } });

  const groups = groupsWith(schema, key);
  if (groups.some((group) => group.length === 0))
    return report({ ...place, code: 'misplacedOuter', values: { key, group: keyName(path) } });
  if (groups.length > 0) {
    const where = [...new Set(groups.map((group) => group.join(' › ')))].join(', ');
    return report({ ...place, code: 'misplacedInner', values: { key, where } });
  }
  const near = nearestKey(key, allowed);
  if (near !== undefined) {
    const corrected = yaml.lineWithKey([...path, key], near);
    return report({
      ...place,
      code: 'misspeltField',
      values: { key, nearest: near },
      ...(corrected !== undefined && { corrected }),
    });
  }
  const elsewhere = atTop ? collectionsWith(key) : [];
  if (elsewhere.length > 0) {
    const where = elsewhere.map((name) => `content/${name}`).join(', ');
    return report({ ...place, code: 'misplacedCollection', values: { key, where } });
  }
  const code = atTop ? 'unknownField' : 'unknownInnerField';
  report({ ...place, code, values: { key, group: keyName(path), allowed: allowed.join(', ') } });
}

/** A text where a whole number belongs: what it says, where it can be read. */
function reportNumber(value: string, path: Path, place: TextPosition, check: Check): void {
  const key = keyName(path);
  const read = readVietnameseAmount(value);
  const values = { key, value };
  if (!read) return check.report({ ...place, code: 'numberText', values });
  const corrected = correctedWith(check, path, String(read.amount));
  if (key === 'amount' && read.qualifier !== undefined) {
    const qualified = { ...values, qualifier: read.qualifier };
    return check.report({ ...place, code: 'amountQualified', values: qualified, ...corrected });
  }
  check.report({ ...place, code: 'numberSpelled', values, ...corrected });
}

/** A scalar where a list belongs: `units: da-nang` → `units: [{ unit: da-nang }]`. */
function asList(path: Path, { schema, yaml }: Check): string | undefined {
  const source = yaml.sourceOf(path);
  if (source === undefined) return undefined;
  const key = keysAt(schema, [...path, 0])[0];
  return key === undefined || source.startsWith('{') ? `[${source}]` : `[{ ${key}: ${source} }]`;
}

const yes = ['yes', 'true', 'có', 'đúng', 'x', '1', 'dự kiến'];
const no = ['no', 'false', 'không', 'sai', '0'];

function reportType(expected: string, value: unknown, path: Path, place: TextPosition, check: Check): void {
  const key = keyName(path);
  const { yaml, report, schema } = check;
  const source = yaml.sourceOf(path);
  const values = { key, value: show(value) };
  switch (expected) {
    case 'number':
    case 'int':
      return reportNumber(typeof value === 'string' ? value : (source ?? show(value)), path, place, check);
    case 'string':
      return report({
        ...place,
        code: 'notText',
        values: { key, value: source ?? show(value) },
        ...correctedWith(check, path, source && quoted(source)),
      });
    case 'array':
      return report({
        ...place,
        code: 'notList',
        values,
        ...correctedWith(check, path, asList(path, check)),
      });
    case 'object':
    case 'record': {
      const [first] = keysAt(schema, path);
      const group =
        first !== undefined && typeof value === 'string' && source ? `{ ${first}: ${source} }` : undefined;
      const allowed = keysAt(schema, path).join(', ') || '…';
      return report({
        ...place,
        code: 'notGroup',
        values: { ...values, allowed },
        ...correctedWith(check, path, group),
      });
    }
    case 'boolean': {
      const word = show(value).toLowerCase();
      const meant = yes.includes(word) ? 'true' : no.includes(word) ? 'false' : undefined;
      return report({ ...place, code: 'notYesNo', values, ...correctedWith(check, path, meant) });
    }
    default:
      return report({ ...place, code: 'wrongType', values });
  }
}

/** The choice that was meant: misspelt, or in the Vietnamese words that readers see (`chủ trì` → `lead`). */
function meantChoice(value: string, allowed: readonly string[]): string | undefined {
  const word = value.normalize('NFC').trim().toLowerCase();
  const named = Object.entries(vietnamese).filter(([, label]) => label.toLowerCase() === word);
  return (
    allowed.find((choice) => named.some(([key]) => key.endsWith(`.${choice}`))) ?? nearest(value, allowed)
  );
}

function reportMissing(path: Path, place: TextPosition, report: Report<Code>): void {
  const key = keyName(path);
  const group = keyName(path.slice(0, -1));
  if (path.length === 1) return report({ ...place, code: 'missingField', values: { key } });
  report({ ...place, code: 'missingInnerField', values: { key, group } });
}

function reportIssue(issue: SchemaIssue, check: Check): void {
  const { path } = issue;
  const { yaml, report } = check;
  const key = keyName(path);
  const place = yaml.positionOf(path);
  const value = show(issue.input);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const one of issue.keys) reportUnknownKey(one, path, check);
      return;
    case 'custom': {
      const fault = issue.params as CustomFault | undefined;
      if (fault?.kind === 'date') return reportDate(fault, path, place, check);
      return report({ ...place, code: 'badSource', values: { value: fault?.value ?? value } });
    }
    case 'invalid_union': {
      // The branch that came furthest is the one that was meant.
      const [best] = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0));
      const inner = best?.filter((one) => one.path.length > 0) ?? [];
      for (const one of inner) reportIssue({ ...one, path: [...path, ...one.path] } as SchemaIssue, check);
      if (inner.length > 0) return;
      // A date may be typed as a text, a number (a year) or nothing: no other field may.
      const dated = issue.errors.flat().some((one) => one.code === 'invalid_type' && one.expected === 'null');
      const typed = yaml.sourceOf(path) ?? value;
      const meant = dated ? spelledDate(typed, check.year) : undefined;
      const code = meant === undefined ? (dated ? 'badDate' : 'wrongType') : 'dayFirstDate';
      report({ ...place, code, values: { key, value: typed }, ...correctedWith(check, path, meant) });
      return;
    }
    case 'invalid_value': {
      if (issue.input === undefined) return reportMissing(path, place, report);
      const choices = issue.values.map(String);
      const values = { key, value, allowed: choices.join(', ') };
      return report({
        ...place,
        code: 'badChoice',
        values,
        ...correctedWith(check, path, meantChoice(value, choices)),
      });
    }
    case 'invalid_type':
      if (issue.input === undefined) return reportMissing(path, place, report);
      if (issue.input === null) return report({ ...place, code: 'emptyText', values: { key } });
      return reportType(issue.expected, issue.input, path, place, check);
    case 'invalid_format':
      if (key === 'countries' || key === 'country') {
        const corrected = correctedWith(check, path, countryCode(value));
        return report({ ...place, code: 'badCountry', values: { value }, ...corrected });
      }
      return report({ ...place, code: 'badName', values: { key, value } });
    case 'too_small':
      if (issue.origin === 'array') return report({ ...place, code: 'emptyList', values: { key } });
      if (issue.origin === 'string') return report({ ...place, code: 'emptyText', values: { key } });
      return report({
        ...place,
        code: 'numberTooSmall',
        values: { key, value, minimum: Number(issue.minimum) + (issue.inclusive === false ? 1 : 0) },
      });
    case 'too_big':
      return report({
        ...place,
        code: 'numberTooBig',
        values: { key, value, maximum: Number(issue.maximum) },
      });
    default:
      return report({ ...place, code: 'wrongType', values: { key, value } });
  }
}

/** The fields for which `belongs` says yes. */
const pick = (data: Readonly<Record<string, unknown>>, belongs: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(data).filter(([key]) => belongs(key)));

/**
 * Checks the YAML of one file against its schemas: the fields of an original are those of its facts and those of its
 * text together.
 * @param parts the schemas by name, with no field in common
 * @param factKeys fields that are facts and must not stand in this file, which is a translation
 * @param year the year of the folder in which the record lies, for dates that leave it out
 * @returns the typed data of each schema under its name, or `undefined` when something is wrong (all of it has been
 *   reported)
 */
export function validate<Outputs extends Record<string, unknown>>(
  parts: { readonly [Name in keyof Outputs]: ObjectSchema<Outputs[Name]> },
  yaml: YamlFacts,
  factKeys: readonly string[],
  report: Report<Code>,
  year?: number,
): Outputs | undefined {
  const names: (keyof Outputs)[] = Object.keys(parts);
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  const isIn = (key: string) => (name: keyof Outputs) => Object.hasOwn(parts[name].shape, key);
  const outputs: Partial<Outputs> = {};
  const issues: SchemaIssue[] = [];
  for (const name of names) {
    // A field of no schema goes to the first one, which refuses it.
    const own = pick(data, (key) => (names.find(isIn(key)) ?? names[0]) === name);
    const result = parts[name].safeParse(own, { reportInput: true });
    if (result.success) outputs[name] = result.data;
    else issues.push(...result.error.issues);
  }
  // `75.000` is 75 to YAML and passes for a whole number.
  const reported = new Set(issues.map((issue) => issue.path.join('.')));
  const dotted = yaml.dottedNumbers.filter((one) => !reported.has(one.path.join('.')));
  if (issues.length === 0 && dotted.length === 0) return outputs as Outputs;

  const shape = Object.assign({}, ...names.map((name) => parts[name].shape)) as Record<string, z.ZodType>;
  const check = {
    schema: z.strictObject(shape),
    yaml,
    report,
    factKeys,
    allowedKeys: Object.keys(shape),
    year,
  };
  // `sumary` is one mistake, not two: the field it was meant to be is not missing as well.
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) =>
            [...issue.path, nearestKey(key, keysAt(check.schema, issue.path))].join('.'),
          )
        : [],
    ),
  );
  for (const issue of issues) {
    if (issue.input === undefined && meant.has(issue.path.join('.'))) continue;
    reportIssue(issue, check);
  }
  for (const { path, source, line, column } of dotted) reportNumber(source, path, { line, column }, check);
  return undefined;
}
