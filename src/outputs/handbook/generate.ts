import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { components, type ComponentSpec } from '../../model/body.ts';
import { referenceFields, type ReferenceTo } from '../../model/references.ts';
import { country } from '../../model/schemas/fields.ts';
import { articleSchemas, yearlyCollections, referenceSchemas } from '../../model/schemas/index.ts';
import { problemCodes } from '../../content/checks/index.ts';
import { describe, editorText, type EditorKey } from '../../i18n/editors.ts';
import type { EditorLocale } from '../../model/locales.ts';

/**
 * The editors' handbook: the prose of `vi.md` and `en.md` with the parts that cannot lie put in from the schemas, the
 * list of components and the messages themselves.
 */

/** Where the handbooks stand, from the project folder. */
export const handbooks: Readonly<Record<EditorLocale, string>> = {
  vi: 'docs/so-tay-bien-tap.md',
  en: 'docs/editors-handbook.md',
};

/** A record of the bulletin that shows most fields; the example of both handbooks. */
const exampleFile = 'content/activities/2023/phucs-fond-trung-thu/index.vi.mdx';

/** What a field says of itself to the person who fills it in. */
function description(schema: z.ZodType, locale: EditorLocale): string {
  const meta = schema.meta();
  return (locale === 'vi' ? meta?.description : meta?.en) ?? '';
}

/** How a field names a record, and where that is: `tên tệp trong content/units`. */
function namingOf({ to, form }: ReferenceTo, locale: EditorLocale): string {
  const folders = to.map((name) => `\`content/${name}\``).join(', ');
  const naming = {
    path: 'handbook.recordPath',
    source: 'handbook.recordLine',
    id: yearlyCollections.includes(to[0])
      ? 'handbook.recordInYear'
      : to[0] in referenceSchemas
        ? 'handbook.recordFile'
        : 'handbook.recordFolder',
  } as const;
  return `(${editorText(naming[form], locale, { folders })})`;
}

/** The schema inside `optional()` and `default()`, which may carry the description. */
function inner(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? inner(schema.unwrap() as z.ZodType)
    : schema;
}

interface Field {
  readonly path: string;
  readonly required: boolean;
  readonly text: string;
  readonly choices: readonly string[];
  /** The record that it names, where it names one. */
  readonly reference: ReferenceTo | undefined;
  readonly isCountry: boolean;
}

/** The fields of an object in the order of the schema, those of nested objects below theirs. */
function fieldsOf(schema: z.ZodObject, locale: EditorLocale, prefix = ''): Field[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const type = field as z.ZodType;
    const plain = inner(type);
    const element = plain instanceof z.ZodArray ? inner(plain.element as z.ZodType) : plain;
    const path = `${prefix}${name}`;
    const own: Field = {
      path,
      required: !type.safeParse(undefined).success,
      text: description(type, locale) || description(plain, locale) || description(element, locale),
      choices: element instanceof z.ZodEnum ? element.options.map(String) : [],
      reference: referenceFields(element).find((one) => one.path.length === 0),
      isCountry: element === country,
    };
    // `names` has a field for each language, which the description of the whole explains.
    const below =
      element instanceof z.ZodObject && !/names$/i.test(name) ? fieldsOf(element, locale, `${path}.`) : [];
    return [own, ...below];
  });
}

/** Text that may stand in a cell of a Markdown table. */
const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('<', '\\<').replace(/\s+/g, ' ');

function fieldTable(fields: readonly Field[], locale: EditorLocale): string {
  const head = (key: EditorKey): string => editorText(key, locale);
  const rows = fields.map(({ path, required, text, choices, reference, isCountry }) => {
    const values = choices.map((choice) => `\`${choice}\``).join(' ');
    const naming = isCountry ? `(${head('handbook.country')})` : reference && namingOf(reference, locale);
    const meaning = [[text, values].filter(Boolean).join(': '), naming].filter(Boolean).join(' ');
    return `| ${required ? '• ' : ''}\`${path}\` | ${cell(meaning)} |`;
  });
  return [`| ${head('handbook.field')} | ${head('handbook.meaning')} |`, '| --- | --- |', ...rows].join('\n');
}

function allFields(locale: EditorLocale): string {
  const say = (key: EditorKey): string => editorText(key, locale);
  const articles = Object.entries(articleSchemas).map(([name, { facts, text }]) =>
    [
      `### \`content/${name}/\``,
      say('handbook.facts'),
      fieldTable(fieldsOf(facts, locale), locale),
      say('handbook.text'),
      fieldTable(fieldsOf(text, locale), locale),
    ].join('\n\n'),
  );
  const references = Object.entries(referenceSchemas).map(([name, { facts }]) =>
    [`### \`content/${name}/*.yaml\``, fieldTable(fieldsOf(facts, locale), locale)].join('\n\n'),
  );
  return [...articles, ...references].join('\n\n');
}

function allComponents(): string {
  return Object.entries<ComponentSpec>(components)
    .map(([name, spec]) => {
      const { required, optional, words } = spec;
      const written = (one: string) => `${one}="${words?.[one]?.join('|') ?? '…'}"`;
      const attributes = [...required.map(written), ...optional.map((one) => `[${written(one)}]`)];
      const open = `<${[name, ...attributes].join(' ')}`;
      return name === 'Figure' ? `- \`${open} />\`` : `- \`${open}> … </${name}>\``;
    })
    .join('\n');
}

/** Placeholders of a message as the handbook shows them: `{{value}}` → `…`. */
const blanks = (text: string): string => text.replace(/\{\{\w+\}\}/g, '…').trim();

function allMessages(locale: EditorLocale): string {
  const head = `| ${editorText('handbook.message', locale)} | ${editorText('handbook.cure', locale)} |`;
  const rows = problemCodes.map((code) => {
    const keep = new Proxy({}, { get: (_, name) => `{{${String(name)}}}` }) as Record<string, string>;
    const { what, fix } = describe(code, keep, locale);
    return `| ${cell(blanks(what))} | ${cell(blanks(fix))} |`;
  });
  return [head, '| --- | --- |', ...rows].join('\n');
}

/**
 * One handbook as Markdown.
 * @param root the project folder
 */
export function handbook(root: string, locale: EditorLocale): string {
  const parts: Record<string, string> = {
    example: readFileSync(join(root, exampleFile), 'utf8').trim(),
    components: allComponents(),
    fields: allFields(locale),
    messages: allMessages(locale),
  };
  const prose = readFileSync(join(import.meta.dirname, `${locale}.md`), 'utf8');
  return prose.replace(
    /\{\{(example|components|fields|messages)\}\}/g,
    (_, part: string) => parts[part] ?? '',
  );
}

/** Every field of every collection with its description, for the test that none lacks one. */
export function describedFields(locale: EditorLocale): { field: string; text: string }[] {
  const list = (name: string, schema: z.ZodObject) =>
    fieldsOf(schema, locale).map(({ path, text }) => ({ field: `${name}.${path}`, text }));
  return [
    ...Object.entries(articleSchemas).flatMap(([name, one]) => [
      ...list(name, one.facts),
      ...list(name, one.text),
    ]),
    ...Object.entries(referenceSchemas).flatMap(([name, one]) => list(name, one.facts)),
  ];
}
