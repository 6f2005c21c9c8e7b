import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

/**
 * Where the site will stand: `SITE_URL=https://example.org BASE_PATH=/ban-tin npm run build`.
 * Everything else (links, canonical addresses, PDFs) follows from these two.
 */
export default defineConfig({
  site: process.env.SITE_URL ?? 'https://ban-tin-huu-nghi.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  build: { format: 'preserve', inlineStylesheets: 'never' },
  integrations: [mdx()],
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: {
    build: {
      rolldownOptions: {
        onLog(level, log, report) {
          // @astrojs/mdx 8.0.2 marks its modules with a directive that the bundler warns about, page by page.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
});
