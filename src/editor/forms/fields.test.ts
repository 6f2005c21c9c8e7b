import { describe, expect, test } from 'vitest';
import { choiceName } from '../../authoring/choice-names.ts';
import { isEditorKey } from '../../i18n/editors.ts';
import { currencies } from '../../model/aid.ts';
import { isLocale } from '../../model/locales.ts';
import { collectionNames } from '../../model/schemas/collections.ts';
import { nonEmpty } from '../../tests/non-empty.ts';
import { folded, originalFields, translationFields, type Field, type Kind } from './fields.ts';

/** Every field of every form, with the keys that lead to it. */
function all(fields: readonly Field[], path: readonly string[] = []): { path: string[]; field: Field }[] {
  const within = (kind: Kind): readonly Field[] =>
    kind.kind === 'group' ? kind.fields : kind.kind === 'list' ? within(kind.element) : [];
  return fields.flatMap((field) => {
    const own = [...path, field.key];
    return [{ path: own, field }, ...all(within(field.kind), own)];
  });
}
const everyField = collectionNames.flatMap((name) => all(originalFields(name)));

test('every field of every schema has a short label', () => {
  const without = nonEmpty(everyField, 'fields').filter(
    ({ field: { key } }) => !isLocale(key) && !isEditorKey(`editor.field.${key}`),
  );
  expect(without.map(({ path }) => path.join('.'))).toEqual([]);
});

// The dictionaries have the same keys; in English many a name is its value.
test('every choice of every schema has a name', () => {
  const choices = everyField.flatMap(({ path, field: { kind } }) => {
    const choice = kind.kind === 'list' ? kind.element : kind;
    return choice.kind === 'choice' ? choice.choices.map((value) => ({ path, value })) : [];
  });
  const known = new Set<string>(currencies);
  const without = nonEmpty(choices, 'choices').filter(
    ({ path, value }) => !known.has(value) && choiceName(path, value, 'vi') === value,
  );
  expect(without).toEqual([]);
});

describe('the form of an activity', () => {
  const { shown, rest } = folded(originalFields('activities'));

  test('shows what matters first, and folds the rest', () => {
    expect(shown.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['title', 'summary', 'categories', 'date', 'places', 'units', 'partners']),
    );
    expect(rest.map(({ key }) => key)).toEqual(expect.arrayContaining(['notes', 'aid', 'numbers']));
  });

  test('never folds what a record cannot be without, and never asks what the machine writes', () => {
    expect(nonEmpty(rest, 'folded fields').filter(({ required }) => required)).toEqual([]);
    const keys = [...shown, ...rest, ...translationFields('activities')].map(({ key }) => key);
    expect(keys).not.toContain('fingerprint');
    expect(keys).not.toContain('translated');
    expect(keys).toContain('translator');
  });

  test('knows a date, a record and a source when the schema says so', () => {
    const kindOf = (key: string) => [...shown, ...rest].find((one) => one.key === key)?.kind;
    expect(kindOf('date')).toEqual({ kind: 'date' });
    expect(kindOf('partOf')).toMatchObject({ kind: 'record', reference: { to: ['activities'] } });
    expect(kindOf('sources')).toMatchObject({ kind: 'list', element: { reference: { form: 'source' } } });
    expect(kindOf('notes')).toEqual({ kind: 'text', long: true });
    expect(kindOf('draft')).toEqual({ kind: 'yes' });
  });
});
