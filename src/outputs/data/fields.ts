import { aidStates, directions, qualifiers } from '../../model/aid.ts';
import { categories, partnerTypes, statuses } from '../../model/categories.ts';
import { headPositions } from '../../model/contacts.ts';
import type { Locale } from '../../model/locales.ts';
import { unit } from '../../model/schemas/unit.ts';
import { projectStates } from '../../model/projects.ts';
import { partnerRoles, unitRoles } from '../../model/roles.ts';
import { translator, type Translate } from '../../i18n/translate.ts';

/**
 * The fields of the open data. A name means the same in every table, so each is described once, in all languages
 * (`data.field.*` in the dictionaries). Types are those of Table Schema (https://datapackage.org/standard/table-schema/).
 */

export type FieldType = 'string' | 'integer' | 'boolean' | 'date' | 'list';

export const fieldTypes = {
  id: 'string',
  url: 'string',
  language: 'string',
  title: 'string',
  summary: 'string',
  name: 'string',
  short_name: 'string',
  abbreviation: 'string',
  aliases: 'list',
  kind: 'string',
  type: 'string',
  categories: 'list',
  status: 'string',
  tentative: 'boolean',
  date: 'string',
  first_day: 'date',
  last_day: 'date',
  places: 'list',
  units: 'list',
  unit_roles: 'list',
  partners: 'list',
  partner_roles: 'list',
  country: 'string',
  countries: 'list',
  numbers: 'list',
  occasion: 'string',
  occasion_year: 'integer',
  part_of: 'string',
  activity: 'string',
  project_state: 'string',
  need: 'string',
  beneficiaries: 'list',
  contact: 'string',
  address: 'string',
  phones: 'list',
  email: 'string',
  website: 'string',
  opening_hours: 'list',
  head: 'string',
  head_position: 'string',
  activities: 'list',
  position: 'integer',
  amount: 'integer',
  currency: 'string',
  qualifier: 'string',
  state: 'string',
  direction: 'string',
  items: 'list',
  equivalent_amount: 'integer',
  equivalent_currency: 'string',
  yearly_total: 'boolean',
  donors: 'list',
  parent: 'string',
  place: 'string',
  valid_from: 'string',
  valid_until: 'string',
  successor: 'string',
  author: 'string',
  publisher: 'string',
  issue_number: 'integer',
  contents: 'list',
  pdf: 'string',
  sources: 'list',
  field: 'string',
  code: 'string',
  label: 'string',
} as const satisfies Record<string, FieldType>;

export type FieldName = keyof typeof fieldTypes;

/** What stands in a field; `undefined` where it is not known. */
export type Value = string | number | boolean | readonly string[] | undefined;

interface CodeList {
  readonly codes: readonly string[];
  /** How a code is said. */
  label(code: string, locale: Locale): string;
}

const coded = <Code extends string>(
  codes: readonly Code[],
  say: (t: Translate, code: Code) => string,
): CodeList => ({ codes, label: (code, locale) => say(translator(locale), code as Code) });

/** Of units, and of what the bulletin publishes. */
const kinds = [...unit.facts.shape.kind.options, 'issue', 'story'] as const;

/** The fields that hold one of a few codes, and how each is said. Codes of records and countries are not here. */
export const codeLists: Partial<Record<FieldName, CodeList>> = {
  kind: coded(kinds, (t, code) => t(`data.kind.${code}`)),
  type: coded(partnerTypes, (t, code) => t(`partnerType.${code}`)),
  categories: coded(categories, (t, code) => t(`category.${code}`)),
  status: coded(statuses, (t, code) => t(`status.${code}`)),
  unit_roles: coded(unitRoles, (t, code) => t(`role.unit.${code}`)),
  partner_roles: coded(partnerRoles, (t, code) => t(`role.partner.${code}`)),
  qualifier: coded(qualifiers, (t, code) => t(`qualifier.${code}`, { value: '…' })),
  state: coded(aidStates, (t, code) => t(`aid.state.${code}`)),
  project_state: coded(projectStates, (t, code) => t(`project.state.${code}`)),
  head_position: coded(headPositions, (t, code) => t(`contact.position.${code}`)),
  direction: coded(directions, (t, code) => t(`aid.direction.${code}`)),
};
