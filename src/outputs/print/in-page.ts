import type { Page } from 'playwright-core';

/** A function that is to run in the page, as source text: what it names beside its argument is the page's. */
export interface Call<Result> {
  readonly source: string;
  /** Only for its type. */
  readonly result?: Result;
}

/** `call(keepShortItems, 255)` is that function with that argument, plain data, to be given to `runInPage`. */
export function call<Result>(run: () => Result): Call<Awaited<Result>>;
export function call<Argument, Result>(
  run: (argument: Argument) => Result,
  argument: Argument,
): Call<Awaited<Result>>;
export function call<Argument, Result>(
  run: (argument: Argument) => Result,
  argument?: Argument,
): Call<Awaited<Result>> {
  return { source: `(${String(run)})(${argument === undefined ? '' : JSON.stringify(argument)})` };
}

/**
 * Runs functions in the page, one after the other, in one message: the way there and back costs more than most of them.
 * @returns what each of them returns, which must be plain data
 */
export async function runInPage<Calls extends readonly Call<unknown>[]>(
  page: Page,
  ...calls: Calls
): Promise<{ [Place in keyof Calls]: Calls[Place] extends Call<infer Result> ? Result : never }> {
  const sources = calls.map(({ source }) => `results.push(await ${source});`);
  const text = await page.evaluate<string>(
    `(async () => { const results = []; ${sources.join('\n')}\nreturn JSON.stringify(results); })()`,
  );
  return JSON.parse(text);
}
