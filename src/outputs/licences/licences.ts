import { readdirSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { parts } from './parts.ts';

/** The licences under which others let us publish their work, for `/licences.txt`: each asks that it goes along. */

const isLicence = (file: string): boolean => /^licen[cs]e(\.(md|txt))?$/i.test(file);

/** Packages that carry the work of others have its licence beside that of their own script, which is not published. */
const isFontLicence = (file: string): boolean => /^licen[cs]e_font$/i.test(file);

const hasFont = (folder: string): boolean => readdirSync(folder).some(isFontLicence);
const hasText = (folder: string): boolean => readdirSync(folder).some(isLicence);

/** The text of a package's licence. Throws for a package without one: it may not be published. */
function licenceText(folder: string, name: string): string {
  const files = readdirSync(folder);
  const found = files.find(isFontLicence) ?? files.find(isLicence);
  if (found === undefined)
    throw new Error(`The package ${name} has no file LICENSE: it may not be published.`);
  const path = join(folder, found);
  // Pagefind has a folder of that name, with its licence and that of a tool which is not published.
  if (statSync(path).isDirectory()) return licenceText(path, name);
  // Vite lists the packages that it is made with itself, which are not published either.
  const [own = ''] = readFileSync(path, 'utf8').split('\n# Licenses of bundled dependencies\n');
  return own.trim();
}

const line = '='.repeat(80);

/**
 * A package with its version, what carries it, and its licence.
 * @param orName whether a package without the text of its licence, only its name, is good enough
 */
function block(name: string, carried: string, orName: boolean): string {
  const path = findPackageJSON(name, import.meta.url);
  if (path === undefined) throw new Error(`The package ${name} is not installed.`);
  const { version, license, homepage, repository } = JSON.parse(readFileSync(path, 'utf8')) as {
    version: string;
    license: string;
    homepage?: string;
    repository?: string | { url: string };
  };
  const source = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
  const text = orName && !hasText(dirname(path)) ? `${license}: ${source}` : licenceText(dirname(path), name);
  // “MIT AND OFL-1.1” is a script and a font, of which the font goes out.
  const own = hasFont(dirname(path)) ? (license.split(' AND ').at(-1) ?? license) : license;
  return [line, `${name} ${version}  (${own})`, carried, line, text].join('\n');
}

const whole = (blocks: readonly string[]): string => `${blocks.join('\n\n\n').replaceAll('\r\n', '\n')}\n`;

/** Every part with its version, the files that carry it, and its licence in full. Plain text. */
export function licencesFile(): string {
  return whole(
    parts.map(({ name, files }) => block(name, files.map((beginning) => `${beginning}…`).join('  '), false)),
  );
}

/**
 * The licences of packages that a program carries within it. Some of its parts come in a package without the text of
 * their licence: there its name stands, and where it can be read.
 */
export function licencesOf(packages: readonly string[], program: string): string {
  return whole(packages.map((name) => block(name, program, true)));
}
