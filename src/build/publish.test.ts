import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareSite, publishSite, siteFolders, type SiteFolders } from './publish.ts';

let work: string;
let folders: SiteFolders;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'publish-'));
  folders = siteFolders(join(work, 'dist'));
  mkdirSync(folders.site);
  writeFileSync(join(folders.site, 'index.html'), 'yesterday');
});
afterEach(() => {
  rmSync(work, { recursive: true, force: true });
});

const shown = (): string => readFileSync(join(folders.site, 'index.html'), 'utf8');

describe('a build that ends well', () => {
  test('is put in the place of the site, with nothing of the old one left', async () => {
    writeFileSync(join(folders.site, 'old.html'), 'old');
    prepareSite(folders);
    const made = join(folders.next, 'pages');
    mkdirSync(made);
    writeFileSync(join(made, 'index.html'), 'today');
    expect(shown()).toBe('yesterday');
    publishSite(made, folders);
    expect(shown()).toBe('today');
    expect([folders.next, folders.last, join(folders.site, 'old.html')].filter(existsSync)).toEqual([]);
  });

  test('needs no site to be there before', async () => {
    rmSync(folders.site, { recursive: true });
    prepareSite(folders);
    writeFileSync(join(folders.next, 'index.html'), 'first');
    publishSite(folders.next, folders);
    expect(shown()).toBe('first');
  });
});

describe('a build that breaks off', () => {
  test('leaves the site when what was made cannot be moved', async () => {
    prepareSite(folders);
    expect(() => publishSite(join(folders.next, 'missing'), folders)).toThrow('ENOENT');
    expect(shown()).toBe('yesterday');
  });

  test('between the two renames leaves what the next one puts back', async () => {
    prepareSite(folders);
    renameSync(folders.site, folders.last);
    prepareSite(folders);
    expect(shown()).toBe('yesterday');
  });

  test('killed at any moment leaves a whole site, yesterday’s or today’s', async () => {
    const program = join(import.meta.dirname, 'publish.ts');
    // Builds again and again: a site of two files that must always be of the same build.
    const script = `
      const { prepareSite, publishSite, siteFolders } = await import(${JSON.stringify(program)});
      const { writeFileSync, mkdirSync } = await import('node:fs');
      const folders = siteFolders(${JSON.stringify(folders.site)});
      for (let build = 1; ; build++) {
        prepareSite(folders);
        mkdirSync(folders.next + '/made');
        for (const name of ['index', 'other']) writeFileSync(folders.next + '/made/' + name + '.html', String(build));
        publishSite(folders.next + '/made', folders);
        if (build === 1) console.log('begun');
      }`;
    for (let kill = 0; kill < 12; kill++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await delay(kill * 3);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      prepareSite(folders);
      expect(readFileSync(join(folders.site, 'other.html'), 'utf8')).toBe(shown());
      expect(Number(shown())).toBeGreaterThan(0);
    }
  });
});
