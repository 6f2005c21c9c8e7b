import { loadAstro } from '../build/astro.ts';
import { editorPages } from '../build/editor-pages.ts';
import { projectRoot } from '../build/paths.ts';
import { editorText } from '../i18n/editors.ts';
import { countOf, runCommand } from './command-line.ts';

/**
 * `npm run dev [-- --lang en] [-- --port 4321] [-- --host]`: the site while it is written. Runs until it is stopped.
 * `--host` shows it to other devices of the network, a phone for instance.
 */
const options = { port: 'text', host: 'switch' } as const;
await runCommand('dev.usage', { options }, async (line) => {
  const { locale } = line;
  const port = countOf(line, 'port', 4321);
  console.log(editorText('dev.reading', locale));
  const { dev } = await loadAstro();
  const server = await dev({
    root: projectRoot,
    logLevel: 'warn',
    integrations: [editorPages(locale)],
    server: { port, host: line.has('host') },
  });
  const { local, network } = server.resolvedUrls;
  console.log(editorText('dev.ready', locale, { url: [...local, ...network].join(' · ') }));
});
