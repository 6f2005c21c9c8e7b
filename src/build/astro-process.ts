import { makePagesByAstro, type AstroAnswer, type AstroQuestion } from './make-pages.ts';
import { answerQuestion } from './own-process.ts';

/** The process in which Astro makes the pages. */

/** In milliseconds: of thousands of pages not each is told. */
const pause = 100;

answerQuestion<AstroQuestion, AstroAnswer, [done: number, total: number]>((question, tell) => {
  let told = -pause;
  return makePagesByAstro(question, (done, total) => {
    const now = performance.now();
    if (now < told + pause && done < total) return;
    told = now;
    tell([done, total]);
  });
});
