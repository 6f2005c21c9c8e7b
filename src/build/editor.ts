import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { editorText } from '../i18n/editors.ts';
import { originsOf, type HostSettings } from '../editor/store/host.ts';
import { licencesOf } from '../outputs/licences/licences.ts';
import { writeWhole } from './files.ts';
import { projectRoot } from './paths.ts';

/**
 * The browser editor, twice the same program: the page `bien-tap/` of the site, and `bien-tap.html`, one file that is
 * opened from the disk.
 */

const entry = join(projectRoot, 'src/editor/main.tsx');

/** A module of others that the editor does without, and what stands in its place. */
const without = (name: string, module: RegExp, instead: string): Plugin => ({
  name: `without-${name}`,
  enforce: 'pre',
  load: (id) => (module.test(id.replaceAll('\\', '/')) ? instead : undefined),
});

/** The parser has a program for threads in the background, which nothing starts here. */
const withoutThreads = without('threads', /\/wasi-worker-browser\.mjs$/, 'export {};');

const plugins = [
  withoutThreads,
  // Messages in fifty languages, 40 kB compressed: the check has its own.
  without('zod-languages', /\/zod\/v4\/locales\/index\.js$/, 'export {};'),
  // Dates and numbers are said to the editor in Vietnamese or English.
  without('readers-languages', /\/src\/i18n\/messages\/(?:lo|km|zh|fr)\.json$/, '{}'),
];

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;
const isScript = (one: Output): one is Rolldown.OutputChunk => one.type === 'chunk';
const isStyle = (one: Output): one is Rolldown.OutputAsset =>
  one.type === 'asset' && one.fileName.endsWith('.css');

/**
 * The program and what it loads.
 * @param single whether everything is in one script
 */
async function bundle(single: boolean): Promise<readonly Output[]> {
  const made = await build({
    configFile: false,
    root: projectRoot,
    publicDir: false,
    logLevel: 'error',
    base: './',
    build: {
      write: false,
      target: 'esnext',
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: single ? Infinity : 0,
      rolldownOptions: { input: entry, output: { codeSplitting: !single } },
    },
    worker: { format: 'es', plugins: () => [withoutThreads] },
    plugins,
  });
  return [made].flat().flatMap((one) => ('output' in one ? one.output : []));
}

/** The scripts that a script cannot begin without, directly or further down. */
function importsOf(start: Output | undefined, files: readonly Output[]): string[] {
  const found = new Set<string>();
  const follow = (one: Output | undefined): void => {
    if (!one || !isScript(one)) return;
    for (const name of one.imports) {
      if (found.has(name)) continue;
      found.add(name);
      follow(files.find(({ fileName }) => fileName === name));
    }
  };
  follow(start);
  return [...found];
}

/** The packages of others in a bundle, sorted. */
function packagesIn(files: readonly Output[]): string[] {
  const names = files
    .filter(isScript)
    .flatMap((one) => one.moduleIds)
    .flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? []);
  return [...new Set([...names, '@fontsource/literata'])].sort();
}

interface Policy {
  readonly scripts: string;
  readonly styles: string;
  /** Where the editor may read and write. */
  readonly connect: string;
}

/** What the page of the editor may load and reach. WebAssembly is the parser of texts. */
const policyOf = ({ scripts, styles, connect }: Policy): string =>
  [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `style-src ${styles}`,
    `connect-src ${connect}`,
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The repository that the editor writes to, for the page to read: nothing of it is secret. */
const hostTag = (host: HostSettings | undefined): string =>
  host ? `    <meta name="editor-host" content="${escaped(JSON.stringify(host))}">\n` : '';

const page = (policy: Policy, head: string, foot: string): string => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyOf(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <title>${editorText('editor.title', 'vi')}</title>
${head}
  </head>
  <body>
    <noscript>${editorText('editor.noScript', 'vi')}</noscript>
    <div id="editor"></div>
${foot}
  </body>
</html>
`;

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A program within a page must not end its element; both stand in texts only, where a backslash changes nothing. */
const embedded = (code: string): string => code.replace(/<(?=\/script|!--)/gi, '\\x3c');

/**
 * Writes the page and the single file into `folder`.
 * @param host the repository that the page writes to; the single file edits folders only
 */
export async function buildEditor(folder: string, host: HostSettings | undefined): Promise<void> {
  const files = await bundle(false);
  for (const one of files)
    await writeWhole(join(folder, 'bien-tap', one.fileName), isScript(one) ? one.code : one.source);
  const licences = licencesOf(packagesIn(files), 'bien-tap/  bien-tap.html');
  await writeWhole(join(folder, 'bien-tap/licences.txt'), licences);
  const [start] = files.filter((one) => isScript(one) && one.isEntry);
  const [style] = files.filter(isStyle);
  const head = [
    `    <link rel="stylesheet" href="${style?.fileName}">`,
    // What the program asks for first, before it has come itself.
    ...importsOf(start, files).map((name) => `    <link rel="modulepreload" href="${name}">`),
    '    <link rel="preload" href="index.json" as="fetch" crossorigin>',
    `    <script type="module" src="${start?.fileName}"></script>`,
  ].join('\n');
  const connect = ["'self'", ...(host ? originsOf(host) : [])].join(' ');
  const own = { scripts: "'self'", styles: "'self'", connect };
  await writeWhole(join(folder, 'bien-tap/index.html'), page(own, hostTag(host) + head, ''));

  const single = await bundle(true);
  const code = embedded(
    single
      .filter(isScript)
      .map((one) => one.code)
      .join('\n'),
  );
  const css = single
    .filter(isStyle)
    .map((one) => String(one.source))
    .join('\n');
  // The parser is within the script, as a `data:` address.
  const whole = { scripts: digest(code), styles: digest(css), connect: 'data:' };
  const foot = `<script type="module">${code}</script>\n<!--\n${licences.replaceAll('--', '—')}-->`;
  await writeWhole(join(folder, 'bien-tap.html'), page(whole, `<style>${css}</style>`, foot));
}
