import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadAstro } from '../build/astro.ts';
import { distFolder, projectRoot } from '../build/paths.ts';
import { editorText } from '../i18n/editors.ts';
import { basePath } from '../site.ts';
import { countOf, refuse, runCommand } from './command-line.ts';

/** `npm run preview [-- --lang en] [-- --port 4321] [-- --host]`: what was built. Runs until it is stopped. */
const options = { port: 'text', host: 'switch' } as const;
await runCommand('preview.usage', { options }, async (line) => {
  if (!existsSync(join(distFolder, 'index.html'))) refuse('preview.notBuilt', line.locale);
  const { preview } = await loadAstro();
  const server = await preview({
    root: projectRoot,
    logLevel: 'warn',
    server: { port: countOf(line, 'port', 4321), host: line.has('host') },
  });
  console.log(
    editorText('preview.ready', line.locale, { url: `http://localhost:${server.port}${basePath}` }),
  );
});
