import type { AstroIntegration } from 'astro';
import { basename, join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { imageName } from '../content/checks/file-names.ts';
import { dayOfReading } from '../content/day-of-reading.ts';
import { filesOnDiskAfter, readingOf } from '../content/disk.ts';
import type { ContentFiles } from '../content/files.ts';
import { editorLooking, handedOver, handOver } from '../content/hand-over.ts';
import { keptTexts, readProject } from './kept-texts.ts';
import { removeUnshownPictures } from './unshown-pictures.ts';
import { wording, type Problem } from '../content/problems.ts';
import { readContent } from '../content/read.ts';

/** Brings the content to Astro's pages: once for a build, anew whenever it has changed in `astro dev`. */

/** An editor saves several files at once, and some programs save one in several steps. In milliseconds. */
const pauseAfterSaves = 60;

/**
 * While a page is open, files are looked at though nothing was told: of a file that another took the place of, Vite's
 * watcher hears nothing more at times (`src/tests/dev.test.ts` met it), of a network drive never. A look at 2,300 files
 * takes about 30 ms; all looks together a twentieth of the time at most.
 */
const shortestRest = 500;
const restByWork = 19;

/** Addresses of the development server that are no pages of the site: code, styles, pictures. */
const isOfVite = (url: string): boolean => /^\/(?:@|src\/|node_modules\/|content\/|_image)/.test(url);

/**
 * Folders of the project of which no page is made, and all in them: Vite's watcher would look at each file while the server
 * starts, and of what was made there are tens of thousands.
 */
const isNoSource = (path: string): boolean =>
  /^(?:\.cache|dist(?:\.[a-z]+)?|docs|src[\\/](?:bench|tests))(?:[\\/]|$)/.test(path);

/** The name under which a page and the server speak of the reading that the page shows. */
const shownReading = 'content-reading';

/**
 * Runs in each page of `astro dev`: says which reading it was made from, which came with it as a `Server-Timing`. A save
 * between the answer and the moment when the page begins to listen would pass it by.
 */
const tellShownReading = `
  const [page] = performance.getEntriesByType('navigation');
  const shown = page?.serverTiming?.find(({ name }) => name === '${shownReading}');
  if (shown) import.meta.hot?.send('${shownReading}', shown.duration);
`;

/** The pictures that were added, changed or removed, as the events of a watcher. */
function changedPictures(before: ContentFiles, now: ContentFiles): ['add' | 'change' | 'unlink', string][] {
  const paths = [...new Set([...before.keys(), ...now.keys()])].filter((path) =>
    imageName.test(basename(path)),
  );
  return paths.flatMap((path): ReturnType<typeof changedPictures> => {
    const [old, fresh] = [before.get(path), now.get(path)];
    if (old === fresh) return [];
    return [[!old ? 'add' : !fresh ? 'unlink' : 'change', path]];
  });
}

/** What is wrong now and was not before, in lines for a terminal. */
function newFaults(problems: readonly Problem[], before: readonly Problem[]): string[] {
  const locale = editorLooking() ?? 'vi';
  const known = new Set(before.map((problem) => JSON.stringify(problem)));
  return problems
    .filter((problem) => !known.has(JSON.stringify(problem)))
    .map((problem) => {
      const { what, fix, corrected } = wording(problem, locale);
      const { file, line, column } = problem;
      return [
        `${file}:${line}:${column}  ${what} ${fix.trim()}`,
        ...(corrected ? [`  ${corrected}`] : []),
      ].join('\n');
    });
}

/**
 * The content as an integration of Astro. The pages of a build show what was handed over before, or else what lies in
 * `content/`. In `astro dev` every page is made from the files as they are when it is asked for, and an open page is
 * loaded again after each save.
 */
export function content(): AstroIntegration {
  let root = '';
  return {
    name: 'content',
    hooks: {
      'astro:config:setup'({ command, config, injectScript, updateConfig }) {
        if (command !== 'dev') return;
        injectScript('page', tellShownReading);
        const ignored = (path: string): boolean => isNoSource(relative(fileURLToPath(config.root), path));
        updateConfig({ vite: { server: { watch: { ignored: [ignored] } } } });
      },
      'astro:config:done'({ config }) {
        root = fileURLToPath(config.root).replace(/[\\/]$/, '');
      },
      async 'astro:build:start'() {
        if (!handedOver()) handOver(readingOf(await readProject({ root })));
      },
      async 'astro:build:done'({ dir }) {
        await removeUnshownPictures(fileURLToPath(dir));
      },
      async 'astro:server:setup'({ server, logger }) {
        let files: ContentFiles | undefined;
        let problems: readonly Problem[] = [];
        let told = Promise.resolve();
        /** Counts the readings. */
        let count = 0;

        /** Reads what has changed. Resolves when pages that are asked for from now on show it. */
        async function refresh(): Promise<void> {
          const now = filesOnDiskAfter(root, files ?? new Map());
          if (now === files) return told;
          // While it runs, texts are known by their files; what is kept on the disk serves its start.
          const known = files ? undefined : keptTexts(root);
          const reading = readingOf(readContent(now, dayOfReading(), known));
          await known?.save();
          handOver(reading);
          // Vite imports the pictures, and may not have heard of them.
          if (files)
            for (const [event, path] of changedPictures(files, now))
              server.watcher.emit(event, join(root, path));
          files = now;
          count += 1;
          for (const fault of newFaults(reading.problems, problems)) logger.warn(fault);
          problems = reading.problems;
          told = told.then(async () => {
            const { ssr, prerender, client } = server.environments;
            // Astro forgets which pages there are, as when a collection of its own has changed.
            for (const one of [ssr, prerender]) one?.hot.send('astro:content-changed', {});
            await setImmediate();
            // A page that begins to listen later says itself what it shows.
            if (server.ws.clients.size > 0) client.hot.send({ type: 'full-reload', path: '*' });
          });
          return told;
        }

        let lastError = '';
        /** Looks for changes. An error, which stays until the next save, is told once; pages that are asked for show it. */
        async function look(): Promise<void> {
          try {
            await refresh();
            lastError = '';
          } catch (error) {
            if (String(error) !== lastError) logger.error(String(error));
            lastError = String(error);
          }
        }

        const folder = join(root, 'content');
        let pause: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_, path) => {
          if (relative(folder, path).startsWith('..')) return;
          clearTimeout(pause);
          pause = setTimeout(look, pauseAfterSaves);
        });

        let next: NodeJS.Timeout | undefined;
        async function keepLooking(): Promise<void> {
          const began = performance.now();
          if (server.ws.clients.size > 0) await look();
          const took = performance.now() - began;
          next = setTimeout(keepLooking, Math.max(shortestRest, took * restByWork));
        }
        server.httpServer?.once('listening', keepLooking).once('close', () => {
          clearTimeout(pause);
          clearTimeout(next);
        });

        server.middlewares.use((request, response, next) => {
          if (isOfVite(request.url ?? '')) return next();
          refresh().then(() => {
            response.setHeader('Server-Timing', `${shownReading};dur=${count}`);
            next();
          }, next);
        });
        server.ws.on(shownReading, (shown: unknown, page) => {
          if (shown !== count) page.send({ type: 'full-reload' });
        });
        await look();
      },
    },
  };
}
