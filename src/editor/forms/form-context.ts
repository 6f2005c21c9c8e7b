import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RecordIndex } from '../../content/record-index.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import type { Path } from '../record-file.ts';
import type { PlacedProblem } from './problem-places.ts';

/** A field, and what it says from now on; `undefined` takes it out. */
export type FieldChange = readonly [path: Path, value: unknown];

/** What the fields of one form share. */
export interface FormSubject {
  /** Tells the fields of one form from those of another on the same page. */
  readonly name: string;
  /** The record as its file says it. */
  readonly data: unknown;
  readonly index: RecordIndex;
  readonly problems: readonly PlacedProblem[];
  /** Writes a value; `undefined` takes the field out. */
  readonly change: (path: Path, value: unknown) => void;
  /** Writes several values as one step of “undo”, in this order. */
  readonly changeAll: (changes: readonly FieldChange[]) => void;
  /** Titles of an issue's sections in the original, by id: a translation has a text for each. */
  readonly sectionTitles?: ReadonlyMap<string, string> | undefined;
  /** Opens the form of a new record that a field wants to name, and writes its name there when it has been made. */
  readonly make?: ((collection: CollectionName, name: string, path: Path) => void) | undefined;
}

export const FormOf = createContext<FormSubject | undefined>(undefined);

/** @throws outside a form */
export function useForm(): FormSubject {
  const form = useContext(FormOf);
  if (!form) throw new Error('a field stands in a form');
  return form;
}

/** The id of the control of a field: labels and problems lead to it. */
export const controlId = (form: string, path: Path): string => [form, ...path].join('-');

/** True when `path` begins with `start`. */
const isWithin = (path: Path, start: Path): boolean =>
  start.every((key, at) => String(path[at]) === String(key));

/**
 * The problems that a field shows: its own, and those within it that no inner field shows.
 * @param inner keys of the fields that show their own
 */
export function problemsAt(
  problems: readonly PlacedProblem[],
  path: Path,
  inner: readonly (string | number)[] = [],
): PlacedProblem['problem'][] {
  return problems.flatMap((one) => {
    if (!Array.isArray(one.path) || !isWithin(one.path as Path, path)) return [];
    const next = (one.path as Path)[path.length];
    return next !== undefined && inner.map(String).includes(String(next)) ? [] : [one.problem];
  });
}
