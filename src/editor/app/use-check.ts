import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../content/problems.ts';
import type { CheckedRecord } from '../../content/read.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import type { OpenRecord } from '../open-record.ts';
import { answered } from '../saving.ts';

/** How the check of the record at hand stands. */
export type CheckResult =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: string }
  /** `of` is the record that was checked: while somebody types it is the one of a moment ago. */
  | {
      readonly state: 'done';
      readonly problems: readonly Problem[];
      /** The record as data, where its original is sound. */
      readonly entry: CheckedRecord['entry'];
      readonly of: OpenRecord;
    };

/** After the last keystroke. In milliseconds: shorter than the pause between two words. */
const pause = 150;

/** The same check as `npm run check`, of one record, as one types. */
export function useCheck(record: OpenRecord, index: RecordIndex): CheckResult {
  const [result, setResult] = useState<CheckResult>({ state: 'loading' });
  useEffect(() => {
    let stale = false;
    const run = async (): Promise<void> => {
      try {
        const { checkedRecord } = await import('../check.ts');
        if (stale) return;
        const began = performance.now();
        const { problems, entry } = checkedRecord(record, index);
        // What the question of a save settles is nothing to be mended.
        const left =
          problems.length > 0 ? checkedRecord(await answered(record, index, 'meaning'), index) : undefined;
        // For `npm run bench -- editor`, and for whoever looks why it is slow.
        performance.measure('check', { start: began });
        if (!stale) setResult({ state: 'done', problems: left?.problems ?? problems, entry, of: record });
      } catch (error) {
        if (!stale) setResult({ state: 'failed', reason: String(error) });
      }
    };
    const timer = setTimeout(run, pause);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [record.files, index]);
  return result;
}
