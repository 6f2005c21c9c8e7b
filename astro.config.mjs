import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { content } from './src/build/content-integration.ts';
import { minifiedScripts } from './src/build/minified-scripts.ts';
import { subsetFonts } from './src/fonts/subset-fonts.ts';
import { basePath, siteUrl } from './src/site.ts';

export default defineConfig({
  site: siteUrl,
  base: basePath,
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  build: { format: 'preserve', inlineStylesheets: 'never' },
  integrations: [content(), mdx()],
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  vite: {
    cacheDir: '.cache/vite',
    plugins: [minifiedScripts()],
    css: {
      postcss: {
        plugins: [
          {
            // @fontsource's style sheets name each face a second time, for browsers of before 2016.
            postcssPlugin: 'woff2-only',
            Declaration: {
              src(face) {
                const modern = face.value.replace(/,\s*url\([^)]+\.woff\)\s*format\('woff'\)/g, '');
                if (modern !== face.value) face.value = modern;
              },
            },
          },
        ],
      },
    },
    resolve: { alias: { '@font-subsets': await subsetFonts(fileURLToPath(new URL('.', import.meta.url))) } },
    build: {
      // Nested rules and `width < 40rem` are written out for browsers of 2021: they lost the whole layout.
      cssTarget: ['chrome92', 'edge92', 'firefox90', 'safari14.1'],
      // A face within the style sheet would be a `data:` address, which the Content Security Policy does not allow.
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, report) {
          // @astrojs/mdx 8.0.2 marks its modules with a directive that the bundler warns about, page by page.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
});
