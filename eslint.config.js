import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The walls: knowledge flows one way, from `model` up to `cli`. Each row names a room, the rooms above it that it must
 * not know, and what else it does without. The lower rooms run in a browser too, so they know neither Node nor Astro.
 * Tests may look over a wall. `src/tests/walls.test.ts` plants a violation of each row.
 */
const machine = [
  'node:*',
  'sharp',
  'playwright-core',
  'puppeteer-core',
  '@sparticuz/chromium',
  'pagefind',
  'pdfjs-dist',
];
const astroItself = ['astro', 'astro/*', 'astro:*', '@astrojs/*'];
const readers = ['pages', 'layouts', 'components'];
const anywhere = [...machine, ...astroItself];
export const walls = [
  {
    room: 'model',
    above: [
      'i18n',
      'content',
      'bulletin',
      'authoring',
      'editions',
      'outputs',
      'build',
      'cli',
      'editor',
      'client',
      ...readers,
    ],
    without: anywhere,
  },
  {
    room: 'i18n',
    above: ['content', 'bulletin', 'authoring', 'editions', 'outputs', 'build', 'cli', 'editor', ...readers],
    without: anywhere,
  },
  {
    room: 'content',
    except: ['disk.ts', 'astro.ts'],
    above: ['bulletin', 'authoring', 'editions', 'outputs', 'build', 'cli', 'editor', ...readers],
    without: anywhere,
  },
  {
    room: 'bulletin',
    above: ['authoring', 'editions', 'outputs', 'build', 'cli', 'editor', ...readers],
    without: anywhere,
  },
  {
    room: 'authoring',
    above: ['editions', 'outputs', 'build', 'cli', 'editor', ...readers],
    without: anywhere,
  },
  {
    room: 'editions',
    above: ['authoring', 'outputs', 'build', 'cli', 'editor', ...readers],
    without: anywhere,
  },
  // `@astrojs/rss` only writes XML.
  {
    room: 'outputs',
    above: ['authoring', 'cli', 'editor', ...readers],
    without: ['astro', 'astro/*', 'astro:*'],
  },
  // The browser editor: its bundle has nothing of Node. The build makes it, and reads its pure parts.
  { room: 'editor', above: ['build', 'cli', 'client', ...readers], without: anywhere },
  { room: 'build', above: ['cli', ...readers], without: [] },
  { room: 'components', above: ['authoring', 'build', 'cli', 'editor'], without: machine },
  { room: 'layouts', above: ['authoring', 'build', 'cli', 'editor'], without: machine },
  // Pictures that a page makes are made by sharp, as Astro's own are.
  {
    room: 'pages',
    above: ['authoring', 'build', 'cli', 'editor'],
    without: machine.filter((name) => name !== 'sharp'),
  },
];

/** One row as a rule of ESLint. An import names a room by a relative path or by `#room/…` (`#` begins a comment in patterns). */
const wall = ({ room, except = [], above, without }) => ({
  files: [`src/${room}/**/*.{ts,tsx,astro}`],
  ignores: ['**/*.test.ts', ...except.map((file) => `src/${room}/${file}`)],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: above.flatMap((one) => [`**/../${one}/**`, `../${one}/**`, `\\#${one}/**`]),
            message: `src/${room} does not know the rooms above it: ${above.join(', ')} (docs/decisions).`,
          },
          ...(without.length > 0
            ? [{ group: without, message: `src/${room} does without ${without.join(', ')}.` }]
            : []),
        ],
      },
    ],
  },
});

export default defineConfig(
  { ignores: ['dist', 'dist.next', 'dist.last', 'dist.verify', 'node_modules', '.astro', '.cache'] },
  js.configs.recommended,
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    rules: {
      // TypeScript checks this itself, and knows the globals of Node, Astro and the browser.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      eqeqeq: 'error',
    },
  },
  {
    // `console` belongs to the commands alone: everything else returns what it has to say.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/**/*.test.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // Astro speaks with its makers unless it is loaded by the one door that forbids it.
    files: ['src/**/*.ts'],
    ignores: ['src/build/astro.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'astro', allowTypeImports: true, message: 'Load Astro by src/build/astro.ts.' }] },
      ],
    },
  },
  ...walls.map(wall),
);
