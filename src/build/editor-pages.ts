import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { handedOver, showToEditor } from '../content/hand-over.ts';
import { missingPages } from '../content/hold-back.ts';
import type { EditorLocale } from '../model/locales.ts';

const folder = '/editors/missing';

/**
 * What `npm run dev` shows to editors alone: in the place of a page that is held back the problems of its record, and
 * on every page how much is missing.
 */
export function editorPages(locale: EditorLocale): AstroIntegration {
  return {
    name: 'editor-pages',
    hooks: {
      'astro:config:setup'({ injectRoute }) {
        const entrypoint = fileURLToPath(new URL('../layouts/HeldBackPage.astro', import.meta.url));
        injectRoute({ pattern: `${folder}/[...address]`, entrypoint, prerender: true });
      },
      'astro:server:setup'({ server }) {
        showToEditor(locale);
        const base = server.config.base.replace(/\/$/, '');
        server.middlewares.use((request, _, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const address = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
          const missing = missingPages(handedOver()?.held ?? []);
          if (missing.has(address)) request.url = `${base}${folder}${address}`;
          next();
        });
      },
    },
  };
}
