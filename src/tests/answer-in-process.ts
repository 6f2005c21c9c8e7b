import { answerQuestion } from '../build/own-process.ts';

interface Question {
  readonly echo?: unknown;
  readonly fail?: string;
  readonly exit?: number;
  readonly kill?: true;
}

answerQuestion<Question, unknown, number>(({ echo, fail, exit, kill }, tell) => {
  if (exit !== undefined) process.exit(exit);
  if (kill) process.kill(process.pid, 'SIGKILL');
  if (fail !== undefined) return Promise.reject(new Error(fail));
  for (const one of [1, 2, 3]) tell(one);
  return Promise.resolve(echo);
});
