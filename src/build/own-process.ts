import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/**
 * Work in a process of its own, which ends with its memory: what Astro and Vite have taken a process never gives back
 * (1 GB for 4,400 pages). Plain data goes in and comes out.
 */

/**
 * What the threads of a bundler have given back goes to the system: 150 of 900 MB. glibc and mimalloc (Rolldown) read these
 * names when a process starts; elsewhere they mean nothing.
 */
const thrifty = { MALLOC_ARENA_MAX: '2', MIMALLOC_PURGE_DELAY: '0' };

/** Code that was compiled for this process serves that one too. */
const compiledCode = (): NodeJS.ProcessEnv => {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
};

type Message<Answer, News> =
  { readonly answer: Answer } | { readonly error: unknown } | { readonly news: News };

/**
 * Asks a module that calls `answerQuestion`, and waits until its process has ended.
 * @param onNews gets what it tells meanwhile
 * @returns its answer. Throws what it threw, as a plain `Error`, or that it ended without an answer.
 */
export function askProcess<Question, Answer, News = never>(
  file: URL,
  question: Question,
  onNews: (news: News) => void = () => {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // The flags of this process are those of a test runner, or of a debugger that waits at its port.
    const child = fork(file, {
      execArgv: [],
      env: { ...thrifty, ...compiledCode(), ...process.env },
      serialization: 'advanced',
    });
    let end: (() => void) | undefined;
    child.on('message', (message: Message<Answer, News>) => {
      if ('news' in message) onNews(message.news);
      else if ('error' in message) end = () => reject(message.error as Error);
      else end = () => resolve(message.answer);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (end) end();
      else reject(new Error(`${file.pathname} ended without an answer (${signal ?? code}).`));
    });
    child.send(question as object, (error) => {
      if (error) reject(error);
    });
  });
}

/** In the module of a process: answers the one question, and ends. It ends too when nobody waits any more. */
export function answerQuestion<Question, Answer, News = never>(
  answer: (question: Question, tell: (news: News) => void) => Promise<Answer>,
): void {
  const send = (message: Message<Answer, News>, then: () => void = () => undefined): void => {
    process.send?.(message, then);
  };
  process.on('disconnect', () => process.exit(1));
  process.once('message', (question: Question) => {
    const end = (message: Message<Answer, News>): void => send(message, () => process.exit(0));
    answer(question, (news) => send({ news })).then(
      (own) => end({ answer: own }),
      (error: unknown) => end({ error }),
    );
  });
}
