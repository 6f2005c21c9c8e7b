import { useRef, useState } from 'preact/hooks';
import type { RecordIndex } from '../../content/record-index.ts';
import type { EditorKey } from '../../i18n/editors.ts';
import type { OpenRecord } from '../open-record.ts';
import type { ReadWordFile } from '../read-word-file.ts';
import { PageBehindList } from './main.tsx';
import type { WordForm } from './word-form.tsx';
import { useSay } from './words.ts';

/** A new record from an article that somebody sent as a Word file. Its reader comes when a file is chosen. */

type Step =
  | { readonly kind: 'idle' | 'reading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'read';
      readonly read: ReadWordFile;
      readonly Form: typeof WordForm;
    };

export function NewFromWord({
  index,
  onBegin,
}: {
  readonly index: RecordIndex;
  readonly onBegin: (record: OpenRecord) => void;
}) {
  const say = useSay();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  /** Whoever chooses another file meanwhile sees that one. */
  const latest = useRef<File | undefined>(undefined);
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    latest.current = file;
    setStep({ kind: 'reading' });
    const next = await readStep(file).catch((error: unknown): Step => ({
      kind: 'failed',
      reason: say('editor.word.failed', { reason: String(error) }),
    }));
    if (latest.current === file) setStep(next);
  };
  const readStep = async (file: File): Promise<Step> => {
    const { readWordFile, WordForm: Form } = await import('./word-form.tsx');
    const read = await readWordFile(file, index);
    if (!('refused' in read)) return { kind: 'read', read, Form };
    const key: EditorKey = `word.refused.${read.refused}`;
    return { kind: 'failed', reason: say(key, { file: file.name }) };
  };
  return (
    <PageBehindList title={say('editor.word.title')}>
      <div class="field">
        <label for="word-file">{say('editor.word.file')}</label>
        <input
          id="word-file"
          type="file"
          accept=".docx,.doc,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          aria-describedby="word-file-hint"
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
        <p class="hint" id="word-file-hint">
          {say('editor.word.fileHint')}
        </p>
      </div>
      <p role="status">
        {step.kind === 'reading' && say('editor.loading')}
        {step.kind === 'read' &&
          say('editor.word.read', {
            paragraphs: step.read.article.paragraphs,
            photos: step.read.photos.size,
          })}
      </p>
      {step.kind === 'failed' && (
        <p class="fault" role="alert">
          {step.reason}
        </p>
      )}
      {step.kind === 'read' && (
        <step.Form key={step.read.file} read={step.read} index={index} onBegin={onBegin} />
      )}
    </PageBehindList>
  );
}
