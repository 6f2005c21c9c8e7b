/**
 * Which browser prints.
 *
 * On Linux x64 it is the Chromium inside `@sparticuz/chromium`: `npm ci` alone brings it, it needs no system
 * package and no network, and with its own font configuration it never sees a font of the machine, so that an issue
 * comes out the same everywhere. Elsewhere an installed Chrome, Edge or Chromium prints.
 */
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { PrintError } from './print-error.ts';
import { cacheFolder as caches } from './paths.ts';

/** Names the browser that prints: the path of a Chrome, Edge or Chromium. Wins over everything else. */
export const browserVariable = 'BULLETIN_BROWSER';

export interface FoundBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  /** Changes whenever another browser would print: part of the key under which a finished issue is kept. */
  identity: string;
}

/**
 * Flags for every browser.
 *
 * No sandbox: it cannot start as root or in most containers, and the browser opens nothing but files that the build
 * has just written (`serve.ts` refuses the rest).
 */
const printFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-webgl',
  // Glyph advances as the font has them: line breaks must not depend on a screen's pixels.
  '--font-render-hinting=none',
];

/** Where an installed browser stands, in the order of preference. */
const installedBrowsers: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    const inside = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return folder ? inside.map((path) => `${folder}\\${path}`) : [];
  }),
};

export interface FindBrowserOptions {
  /** Default: `process.env`. */
  env?: NodeJS.ProcessEnv;
  /** Default: the platform that runs. */
  platform?: NodeJS.Platform;
  /** Default: the architecture that runs. */
  arch?: string;
  /** Where the packaged browser is unpacked. Default: beside the other caches. */
  cacheFolder?: string;
}

/** Finds a browser that can print, unpacking the packaged one when it is used for the first time (about 4 s). */
export async function findBrowser({
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  cacheFolder = caches,
}: FindBrowserOptions = {}): Promise<FoundBrowser> {
  const chosen = env[browserVariable];
  if (chosen) {
    if (!existsSync(chosen)) {
      throw new PrintError('browserPath', { variable: browserVariable, chosen });
    }
    return installed(chosen, env);
  }
  if (platform === 'linux' && arch === 'x64') return packaged(cacheFolder, env);

  const found = installedBrowsers[platform]?.find((path) => existsSync(path));
  if (found) return installed(found, env);
  throw new PrintError('noBrowser', { platform, arch, variable: browserVariable });
}

/** Starts the browser. The caller closes it. */
export async function launchBrowser(found: FoundBrowser): Promise<Browser> {
  // A build that prints nothing is spared half a second.
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({
      executablePath: found.executablePath,
      args: found.args,
      env: found.env,
      timeout: 60_000,
    });
  } catch (error) {
    // Playwright's message goes on with the whole command line and the browser's log; its first lines say enough.
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    const values = { path: found.executablePath, reason, variable: browserVariable };
    throw new PrintError('browserStart', values, { cause: error });
  }
}

/**
 * A page of its own that is never drawn, only laid out when something asks for it: what is printed of it is all that
 * counts, and drawing it for nobody costs a seventh of the time. The caller closes its context.
 */
export async function openUndrawnPage(browser: Browser): Promise<Page> {
  const devTools = await browser.newBrowserCDPSession();
  const contexts = async () => (await devTools.send('Target.getBrowserContexts')).browserContextIds;
  try {
    const before = await contexts();
    const context = await browser.newContext();
    const browserContextId = (await contexts()).find((id) => !before.includes(id)) ?? '';
    // The headless shell waits to be told when to draw; other browsers draw as they like, or do not know the word.
    const target = { url: 'about:blank', browserContextId, enableBeginFrameControl: true };
    const opened = context.waitForEvent('page');
    return await devTools.send('Target.createTarget', target).then(
      () => opened,
      () => context.newPage(),
    );
  } finally {
    await devTools.detach();
  }
}

/** One browser for a whole run: found when it is first asked for, started when it is first needed. */
export class BrowserSession {
  private found: Promise<FoundBrowser> | undefined;
  private running: Browser | undefined;

  private find(): Promise<FoundBrowser> {
    return (this.found ??= findBrowser());
  }

  /** Changes whenever another browser would draw. Starts none. */
  async identity(): Promise<string> {
    return (await this.find()).identity;
  }

  /** Started anew should it have crashed: one bad page must not spoil those after it. */
  async browser(): Promise<Browser> {
    if (!this.running?.isConnected()) this.running = await launchBrowser(await this.find());
    return this.running;
  }

  async close(): Promise<void> {
    await this.running?.close();
  }
}

function installed(executablePath: string, env: NodeJS.ProcessEnv): FoundBrowser {
  const { size, mtimeMs } = statSync(executablePath);
  return {
    executablePath,
    args: printFlags,
    env: definedOnly(env),
    // The path is left out: the same browser in another place prints the same.
    identity: `installed ${size} ${Math.round(mtimeMs)}`,
  };
}

/** The packaged Chromium, unpacked once per version. */
async function packaged(cacheFolder: string, env: NodeJS.ProcessEnv): Promise<FoundBrowser> {
  const require = createRequire(import.meta.url);
  // The package exports its main file alone: <package>/build/cjs/index.cjs.
  const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  // The package's own unpacking takes any `chromium` that lies in the temp folder, of whatever version. So not that.
  const folder = join(cacheFolder, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(packageFolder, 'bin'), folder);
  return {
    executablePath: join(folder, 'chromium'),
    args: printFlags,
    env: {
      ...definedOnly(env),
      // NSS, NSPR and expat, which a system with only Node does not have.
      LD_LIBRARY_PATH: [join(folder, 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      // Fontconfig's own cache; without it, it would write where the command runs.
      XDG_CACHE_HOME: join(folder, 'cache'),
      HOME: env['HOME'] ?? folder,
    },
    identity: `@sparticuz/chromium ${version}`,
  };
}

/** Unpacks beside `folder` and renames at the end: two processes at once, or a broken-off one, do no harm. */
async function unpack(bin: string, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await Promise.all([
      pipeline(
        createReadStream(join(bin, 'chromium.br')),
        createBrotliDecompress({ chunkSize: 1 << 21 }),
        createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
      ),
      untar(join(bin, 'al2023.tar.br'), draft),
      untar(join(bin, 'fonts.tar.br'), draft),
    ]);
    // Replaces the package's own, which reads the machine's fonts: what an issue's fonts lack must show in every
    // build as a missing glyph, not be mended on one machine only.
    await writeFile(
      join(draft, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
        `<dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`,
    );
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Plain files of a small tar archive compressed with brotli; a tar header is 512 bytes, sizes are octal. */
async function untar(archive: string, folder: string): Promise<void> {
  const tar = await promisify(brotliDecompress)(await readFile(archive));
  const field = (from: number, length: number) =>
    tar
      .subarray(from, from + length)
      .toString('latin1')
      .replace(/\0.*$/s, '')
      .trim();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const name = field(at, 100);
    const size = Number.parseInt(field(at + 124, 12) || '0', 8);
    const isFile = ['0', ''].includes(field(at + 156, 1));
    if (isFile) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, tar.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
