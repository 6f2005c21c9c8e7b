import type { z } from 'zod';

/** What a schema is made of, whatever is wrapped round it: for whoever walks schemas. */

export type Schema = z.core.$ZodType;

/** The definition of a schema, as a union to switch over. */
export const definitionOf = (schema: Schema): z.core.$ZodTypes['_zod']['def'] =>
  (schema as z.core.$ZodTypes)._zod.def;

/** What is written in the file: optional, default and transform taken off, a union as its branches. */
export function bare(schema: Schema): Schema[] {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
      return bare(definition.innerType);
    case 'pipe':
      return bare(definition.in);
    case 'union':
      return definition.options.flatMap(bare);
    default:
      return [schema];
  }
}
