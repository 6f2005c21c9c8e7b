import { editorText, isEditorKey } from '../i18n/editors.ts';
import en from '../i18n/messages/en.json' with { type: 'json' };
import vi from '../i18n/messages/vi.json' with { type: 'json' };
import { isLocale, locales, type EditorLocale } from '../model/locales.ts';

/** What the values that a schema lets choose are called, for the forms in the browser. */

const dictionaries: Readonly<Record<EditorLocale, Readonly<Record<string, string>>>> = { vi, en };

/** Where the public dictionaries have the words, by the field and, where its name alone does not tell, the one around it. */
const wordsFor: Readonly<Record<string, string>> = {
  categories: 'category',
  category: 'category',
  contents: 'category',
  type: 'partnerType',
  status: 'status',
  state: 'aid.state',
  // Of a project; it stands at the top of its record.
  'state.state': 'project.state',
  direction: 'aid.direction',
  dateDoubt: 'entry.dateDoubt',
  of: 'counted',
  qualifier: 'qualifier',
  unknown: 'unknown',
  records: 'nav',
  'units.role': 'role.unit',
  'partners.role': 'role.partner',
};

/**
 * The name of a choice.
 * @param field keys from the record to the field: `['units', 'role']`
 * @returns the value itself where there are no words: a currency, or a choice that a schema has just learnt
 * @example choiceName(['units', 'role'], 'lead', 'vi') // => 'chủ trì'
 */
export function choiceName(field: readonly string[], value: string, locale: EditorLocale): string {
  const [around = '', own = around] = field.slice(-2);
  if (isLocale(value)) return locales[value].name;
  const words = dictionaries[locale];
  const prefix = wordsFor[`${around}.${own}`] ?? wordsFor[own];
  const said = words[`${prefix}.${value}`] ?? words[`${prefix}.${value}_other`];
  // `hơn {{value}}`, `{{value}} suất quà`: the word without the figure.
  if (said !== undefined) return said.replace('{{value}}', '').trim();
  const key = `new.choice.${value}`;
  return isEditorKey(key) ? editorText(key, locale) : value;
}
