import type { HostSettings } from '../editor/store/host.ts';
import { buildEditor } from './editor.ts';
import { answerQuestion } from './own-process.ts';

/** The process in which Vite makes the editor. */
export interface EditorQuestion {
  readonly folder: string;
  readonly host: HostSettings | undefined;
}

answerQuestion<EditorQuestion, null>(async ({ folder, host }) => {
  await buildEditor(folder, host);
  return null;
});
