import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp, { type OverlayOptions } from 'sharp';
import { localeCodes, type Locale } from '../model/locales.ts';
import { localeUrl } from '../i18n/urls.ts';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { kinds, type Kind } from '../outputs/metadata/kinds.ts';
import { serveLikeAHost } from '../bench/weight.ts';
import { refuse, runCommand, type CommandLine } from './command-line.ts';
import { photographEditor } from './editor-pictures.ts';
import { projectRoot } from '../build/paths.ts';

/**
 * `npm run screenshots [-- --locale km] [-- --kind home]`: photographs the built site: kinds of page, languages, narrow
 * and wide, light and dark. A sheet for each language and one over all of them go to `screenshots/`, which git leaves
 * alone. `-- --editor` takes the pictures of the browser editor in the handbook, `docs/bien-tap/`. The packaged browser has no Chinese face; `BULLETIN_BROWSER` names one of the machine that has.
 */

/** The kinds that look unlike each other. */
const photographed: readonly Kind[] = [
  'home',
  'activities',
  'activity',
  'story',
  'partner',
  'unit',
  'events',
  'occasion',
  'figures',
  'issue',
  'search',
];

const screens = [
  { name: 'narrow', width: 390, height: 844, column: 150 },
  { name: 'wide', width: 1280, height: 900, column: 460 },
] as const;
const schemes = ['light', 'dark'] as const;

/** Height of a picture on a sheet, and the space around it, in pixels. */
const rowHeight = 325;
const gap = 10;

/** The built site on a server of its own, and the browser that looks at it. */
interface Session {
  readonly browser: Browser;
  readonly origin: string;
}

/** The first screen of a page. */
async function photograph(
  { browser, origin }: Session,
  path: string,
  screen: (typeof screens)[number],
  colorScheme: 'light' | 'dark',
): Promise<Buffer> {
  const { width, height } = screen;
  const context = await browser.newContext({ colorScheme, viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot();
  await context.close();
  return picture;
}

interface Shot {
  readonly picture: Buffer;
  readonly column: number;
}

/** A row of a sheet: one page, every screen and scheme. */
async function row(session: Session, kind: Kind, locale: Locale): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const scheme of schemes)
    for (const screen of screens)
      shots.push({
        picture: await photograph(session, localeUrl(locale, kinds[kind]), screen, scheme),
        column: screen.column,
      });
  return shots;
}

/** Pictures side by side, each cut to its column from the top. */
async function sheet(rows: readonly (readonly Shot[])[], file: string): Promise<void> {
  const width = Math.max(...rows.map((shots) => shots.reduce((sum, { column }) => sum + column + gap, gap)));
  const placed: OverlayOptions[] = [];
  for (const [index, shots] of rows.entries()) {
    let left = gap;
    for (const { picture, column } of shots) {
      const input = await sharp(picture)
        .resize({ width: column, height: rowHeight, fit: 'cover', position: 'top' })
        .toBuffer();
      placed.push({ input, left, top: gap + index * (rowHeight + gap) });
      left += column + gap;
    }
  }
  const height = gap + rows.length * (rowHeight + gap);
  await sharp({ create: { width, height, channels: 3, background: '#8a8378' } })
    .composite(placed)
    .png({ palette: true })
    .toFile(file);
  console.log(file);
}

async function photographAll(session: Session, line: CommandLine): Promise<void> {
  const folder = join(projectRoot, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const languages = localeCodes.filter((code) => line.values.get('locale')?.includes(code) ?? true);
  const shown = photographed.filter((kind) => line.values.get('kind')?.includes(kind) ?? true);
  const all = new Map<Locale, Shot[][]>();
  for (const locale of languages) {
    const rows: Shot[][] = [];
    for (const kind of shown) rows.push(await row(session, kind, locale));
    all.set(locale, rows);
    await sheet(rows, join(folder, `${locale}.png`));
  }
  // All languages on one sheet: the light pages, a language a row.
  const overview = languages.map((locale) =>
    ['home', 'activity', 'issue'].flatMap((kind) => {
      const index = shown.indexOf(kind as Kind);
      return index < 0 ? [] : (all.get(locale)?.[index]?.slice(0, 2) ?? []);
    }),
  );
  if (languages.length > 1 && overview.every((shots) => shots.length > 0))
    await sheet(overview, join(folder, 'all-languages.png'));
}

const options = { locale: localeCodes, kind: photographed, editor: 'switch' } as const;
await runCommand('screenshots.usage', { options }, async (line) => {
  if (line.has('editor')) return photographEditor(join(projectRoot, 'docs/bien-tap'), console.log);
  if (!existsSync(join(projectRoot, 'dist', 'index.html'))) refuse('print.noSite', line.locale);
  const host = await serveLikeAHost(join(projectRoot, 'dist'));
  const browser = await launchBrowser(await findBrowser());
  try {
    await photographAll({ browser, origin: host.origin }, line);
  } finally {
    await browser.close();
    host.close();
  }
});
