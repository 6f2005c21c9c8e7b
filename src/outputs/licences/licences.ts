import { readdirSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { parts } from './parts.ts';

/** The licences under which others let us publish their work, for `/licences.txt`: each asks that it goes along. */

/** The text of a package's licence. Throws for a package without one: it may not be published. */
function licenceText(folder: string, name: string): string {
  const found = readdirSync(folder).find((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file));
  if (found === undefined)
    throw new Error(`The package ${name} has no file LICENSE: it may not be published.`);
  const path = join(folder, found);
  // Pagefind has a folder of that name, with its licence and that of a tool which is not published.
  if (statSync(path).isDirectory()) return licenceText(path, name);
  // Vite lists the packages that it is made with itself, which are not published either.
  const [own = ''] = readFileSync(path, 'utf8').split('\n# Licenses of bundled dependencies\n');
  return own.trim();
}

/** Every part with its version, the files that carry it, and its licence in full. Plain text. */
export function licencesFile(): string {
  const line = '='.repeat(80);
  const blocks = parts.map(({ name, files }) => {
    const path = findPackageJSON(name, import.meta.url);
    if (path === undefined) throw new Error(`The package ${name} is not installed.`);
    const { version, license } = JSON.parse(readFileSync(path, 'utf8')) as {
      version: string;
      license: string;
    };
    const carried = files.map((beginning) => `${beginning}…`).join('  ');
    return [line, `${name} ${version}  (${license})`, carried, line, licenceText(dirname(path), name)].join(
      '\n',
    );
  });
  return `${blocks.join('\n\n\n').replaceAll('\r\n', '\n')}\n`;
}
