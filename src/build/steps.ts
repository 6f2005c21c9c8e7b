import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, isStamped, linkFile, placing, stampOf, writeWhole, type FileStamp } from './files.ts';

/**
 * A build as a graph of named steps. A step says which others it needs and gets what they made; steps that do not need
 * each other run at once. A step with a key writes its files into a folder of its own, and is not run again while its
 * key stays the same: its files and its result are taken from the last time.
 *
 * What is kept and what is published are one file under two names, so that nothing is copied. Nobody writes into such a
 * file: it is replaced (`writeWhole`). Where somebody does so all the same, in the published folder for instance, its
 * stamp tells, and it is made anew.
 */

// A step is known here by its name and needs; what it makes is the business of those that need it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- needs of any types stand in one list
type AnyStep = Step<any>;

export interface Step<Made> {
  readonly name: string;
  readonly needs: readonly AnyStep[];
  readonly keyed: boolean;
  /** Runs the step with what its needs made, in their order. */
  readonly run: (made: readonly unknown[], context: StepContext) => Promise<{ made: Made; kept: boolean }>;
}

type MadeBy<Needs extends readonly AnyStep[]> = {
  readonly [Index in keyof Needs]: Needs[Index] extends Step<infer Made> ? Made : never;
};

export interface StepContext {
  /** Where keyed steps write: a folder for each. On the same file system as the site, and empty at first. */
  readonly work: string;
  /** Where the files and results of keyed steps are kept from one build to the next. */
  readonly cache: string;
  /** Whether nothing may be taken from the cache. */
  readonly force: boolean;
  /** Aborted as soon as another step has failed. */
  readonly signal: AbortSignal;
}

/** How a step ended. */
export interface StepReport {
  readonly name: string;
  /** Taken from the last time: its key is the same. */
  readonly kept: boolean;
  readonly milliseconds: number;
}

/**
 * A step that runs each time. What it makes is plain data for the steps that need it.
 * @param run gets what each of `needs` made, in their order
 */
export function step<Made, const Needs extends readonly AnyStep[]>(
  name: string,
  needs: Needs,
  run: (made: MadeBy<Needs>, context: StepContext) => Made | Promise<Made>,
): Step<Made> {
  return {
    name,
    needs,
    keyed: false,
    async run(made, context) {
      return { made: await run(made as MadeBy<Needs>, context), kept: false };
    },
  };
}

/** What a keyed step made: its result, and the folder with its files. */
export interface Filed<Result> {
  readonly folder: string;
  readonly result: Result;
}

/** What a keyed step made the last time, with another key. */
export interface LastMade<Result> {
  readonly result: Result;
  /** All of it as plain data, for another process: `lastMade` opens it there. */
  readonly kept: KeptFiles<Result>;
  /**
   * Takes a file over into the folder of this time, where it must stay as it is.
   * @param isWhole whether these bytes are what the step made; asked where the file has another stamp: the cache was
   *   restored from an archive, or somebody has written into it
   * @returns whether it is there
   */
  take(file: string, isWhole: (bytes: Uint8Array) => boolean): boolean;
  /** Says that another process has taken these. */
  haveTaken(files: Iterable<string>): void;
  /** Takes all of them out of the folder again. */
  giveBack(): void;
}

/** What a keyed step made, where it is kept. */
export interface KeptFiles<Result> {
  readonly folder: string;
  readonly result: Result;
  /** By path below the folder. */
  readonly files: Readonly<Record<string, FileStamp>>;
}

/**
 * @param to the folder of this time
 * @param taken gets the files that were taken over
 */
export function lastMade<Result>(kept: KeptFiles<Result>, to: string, taken: Set<string>): LastMade<Result> {
  const { folder: from, result, files } = kept;
  let place = placing(to);
  function isKept(file: string, isWhole: (bytes: Uint8Array) => boolean): boolean {
    const path = join(from, file);
    try {
      return isStamped(path, files[file]) || isWhole(readFileSync(path));
    } catch {
      return false;
    }
  }
  return {
    result,
    kept,
    take(file, isWhole) {
      if (!isKept(file, isWhole)) return false;
      linkFile(join(from, file), place(file));
      taken.add(file);
      return true;
    },
    haveTaken(others) {
      for (const file of others) taken.add(file);
    },
    giveBack() {
      for (const file of taken) rmSync(join(to, file), { force: true });
      taken.clear();
      // Folders may be taken away too, by whoever begins anew.
      place = placing(to);
    },
  };
}

/**
 * A step whose files and result are kept.
 * @param key a digest of everything that the step reads, its own code included; `basis` is that of the code alone, for a
 *   step that takes over what has not changed
 * @param run writes files into `folder`, which is empty; its result must be JSON. Gets what the step made the last time
 *   on the same basis, of which it may take what has not changed.
 */
export function keyedStep<Result, const Needs extends readonly AnyStep[]>(
  name: string,
  needs: Needs,
  key: (made: MadeBy<Needs>) => string | StepKey,
  run: (
    made: MadeBy<Needs>,
    folder: string,
    context: StepContext,
    last: LastMade<Result> | undefined,
  ) => Promise<Result>,
): Step<Filed<Result>> {
  return {
    name,
    needs,
    keyed: true,
    async run(made, context) {
      const known = made as MadeBy<Needs>;
      const folder = join(context.work, name);
      const cached = join(context.cache, name);
      const given = key(known);
      const { key: ownKey, basis } = typeof given === 'string' ? { key: given, basis: undefined } : given;
      const record = context.force ? undefined : await readRecord<Result>(cached);
      if (record?.key === ownKey && linkAll(join(cached, 'files'), record.files, folder))
        return { made: { folder, result: record.result }, kept: true };
      await mkdir(folder, { recursive: true });
      const taken = new Set<string>();
      const comparable = record && basis !== undefined && record.basis === basis;
      const last =
        comparable &&
        lastMade(
          { folder: join(cached, 'files'), result: record.result, files: record.files },
          folder,
          taken,
        );
      const result = await run(known, folder, context, last || undefined);
      await keep(cached, folder, taken, { key: ownKey, basis, result });
      return { made: { folder, result }, kept: false };
    },
  };
}

/** Digests of what a step reads. */
export interface StepKey {
  readonly key: string;
  readonly basis: string;
}

interface KeptRecord<Result> {
  readonly key: string;
  readonly basis?: string | undefined;
  readonly result: Result;
  /** By path below its folder. */
  readonly files: Readonly<Record<string, FileStamp>>;
}

async function readRecord<Result>(cached: string): Promise<KeptRecord<Result> | undefined> {
  try {
    const record = JSON.parse(await readFile(join(cached, 'record.json'), 'utf8')) as KeptRecord<Result>;
    // Builds before this one kept no stamps.
    return typeof record.files === 'object' ? record : undefined;
  } catch {
    // Nothing kept, or broken off while it was.
    return undefined;
  }
}

/**
 * Links files into a folder, which is not there yet.
 * @returns whether all of them are as they were; otherwise there is no folder
 */
function linkAll(from: string, files: Readonly<Record<string, FileStamp>>, to: string): boolean {
  const all = Object.entries(files);
  if (!all.every(([file, stamp]) => isStamped(join(from, file), stamp))) return false;
  mkdirSync(to, { recursive: true });
  const place = placing(to);
  for (const [file] of all) linkFile(join(from, file), place(file));
  return true;
}

/**
 * Keeps the files of a step. There is a record only where all of them are.
 * @param taken files that are as they were kept the last time
 */
async function keep<Result>(
  cached: string,
  folder: string,
  taken: ReadonlySet<string>,
  record: Omit<KeptRecord<Result>, 'files'>,
): Promise<void> {
  const kept = join(cached, 'files');
  rmSync(join(cached, 'record.json'), { force: true });
  if (taken.size === 0) rmSync(cached, { recursive: true, force: true });
  else for (const file of filesBelow(kept)) if (!taken.has(file)) rmSync(join(kept, file));
  const place = placing(kept);
  const files: Record<string, FileStamp> = {};
  for (const file of filesBelow(folder)) {
    if (!taken.has(file)) linkFile(join(folder, file), place(file));
    // Of the kept one: where the disk has no links, the two have times of their own.
    const stamp = stampOf(join(kept, file));
    if (stamp) files[file] = stamp;
  }
  await writeWhole(join(cached, 'record.json'), JSON.stringify({ ...record, files }));
}

/**
 * Runs steps and all that they need, each once, as soon as what it needs is there.
 * @param onEnd is told of each step that went well
 * @returns what the steps made, in their order. When one fails, no other is begun, those that run are waited for, and
 *   the first error is thrown.
 */
export async function runSteps<const Goals extends readonly AnyStep[]>(
  goals: Goals,
  options: Omit<StepContext, 'signal'>,
  onEnd: (report: StepReport) => void = () => {},
): Promise<MadeBy<Goals>> {
  const stop = new AbortController();
  const running = new Map<AnyStep, Promise<unknown>>();

  function start(one: AnyStep): Promise<unknown> {
    const begun = running.get(one);
    if (begun) return begun;
    const promise = (async (): Promise<unknown> => {
      const made = await Promise.all(one.needs.map(start));
      stop.signal.throwIfAborted();
      const began = performance.now();
      const { made: own, kept } = await one.run(made, { ...options, signal: stop.signal });
      onEnd({ name: one.name, kept, milliseconds: performance.now() - began });
      return own;
    })();
    running.set(one, promise);
    promise.catch((error: unknown) => stop.abort(error));
    return promise;
  }

  const all = goals.map(start);
  await Promise.allSettled(all);
  await Promise.allSettled(running.values());
  stop.signal.throwIfAborted();
  return (await Promise.all(all)) as unknown as MadeBy<Goals>;
}
