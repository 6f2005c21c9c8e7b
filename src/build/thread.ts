import { once as nextEvent } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';

/** Work on a thread of its own: plain data goes in and comes out, one message after the other. */
export interface Thread<Question, Answer> {
  /** Begins the thread with the first question. Throws what the thread threw. */
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

type Reply<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/**
 * A thread that answers questions, one at a time: a second may be asked when the first is answered.
 * @param file a module that calls `answerMessages`
 * @param setting what the module finds in `workerData`
 */
export function openThread<Question, Answer>(file: URL, setting?: unknown): Thread<Question, Answer> {
  let worker: Worker | undefined;
  return {
    async ask(question) {
      worker ??= new Worker(file, { workerData: setting });
      worker.postMessage(question);
      const [reply] = (await nextEvent(worker, 'message')) as [Reply<Answer>];
      if ('error' in reply) throw reply.error;
      return reply.answer;
    },
    async close() {
      await worker?.terminate();
    },
  };
}

/** In the module of a thread: says how a question is answered. */
export function answerMessages<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  const reply = async (question: Question): Promise<Reply<Answer>> => {
    try {
      return { answer: await answer(question) };
    } catch (error) {
      return { error };
    }
  };
  parentPort?.on('message', (question: Question) => {
    void reply(question).then((one) => parentPort?.postMessage(one));
  });
}
