import { loadAstro } from '../build/astro.ts';
import { editorPages } from '../build/editor-pages.ts';
import { otherFolder } from './other-folder.ts';

/** `node dev-server.ts <folder> <port> <vi|en>`: `npm run dev` over the content of a folder within this project. */
const [root = '', port = '', locale] = process.argv.slice(2);
const { dev } = await loadAstro();
await dev({
  ...otherFolder(root),
  vite: { cacheDir: `${root}/vite` },
  logLevel: 'warn',
  integrations: [editorPages(locale === 'en' ? 'en' : 'vi')],
  server: { port: Number(port), host: '127.0.0.1' },
});
