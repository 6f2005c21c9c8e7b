import { makePagesByAstro, type AstroAnswer, type AstroQuestion } from './make-pages.ts';
import { answerQuestion } from './own-process.ts';

/** The process in which Astro makes the pages. */
answerQuestion<AstroQuestion, AstroAnswer, [done: number, total: number]>((question, tell) =>
  makePagesByAstro(question, (done, total) => tell([done, total])),
);
