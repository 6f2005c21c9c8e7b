import { checkRecord, type CheckedRecord } from '../content/read.ts';
import type { RecordIndex } from '../content/record-index.ts';
import { contentFiles, openRecord, type OpenRecord } from './open-record.ts';

/**
 * The check of a record that is being edited, made once for each state of it: while somebody types, the form, the one
 * question of a save and what it would settle all ask for the same.
 */

interface Known {
  readonly index: RecordIndex;
  readonly checked: CheckedRecord;
}

const known = new WeakMap<OpenRecord['files'], Known>();

export function checkedRecord(record: OpenRecord, index: RecordIndex): CheckedRecord {
  const before = known.get(record.files);
  if (before?.index === index) return before.checked;
  const checked = checkRecord(contentFiles(record), index);
  known.set(record.files, { index, checked });
  return checked;
}

const openings = new WeakMap<OpenRecord['opened'], OpenRecord>();

/** The record as it was opened, the very same as long as it is compared with that. */
export function asOpened({ collection, id, opened }: OpenRecord): OpenRecord {
  const record = openings.get(opened) ?? openRecord(collection, id, opened);
  openings.set(opened, record);
  return record;
}
