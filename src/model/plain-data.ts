/** Data as YAML or JSON has it, whatever state it is in. */

/** A group of named values. */
export type Group = Readonly<Record<string, unknown>>;

/** Is it one? A list is none. */
export const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
