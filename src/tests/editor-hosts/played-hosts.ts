import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { readContent } from '../../content/read.ts';
import { editorIndex } from '../../editor/editor-index.ts';
import type { HostKind } from '../../editor/store/host.ts';
import { bytesOfCase, filesOf, type BytesByPath } from '../cases.ts';
import { buildForHosts, builtFor, serveEditor, type EditorSite } from './editor-site.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { createRepository } from './repository.ts';
import { startHost, type RunningHost } from './server.ts';

/** What the tests of the editor at a git host begin and end with. */

const stands = { github, gitlab, gitea };

/** The token that the hosts know. */
export const token = 'a-token-that-nobody-may-see';

/** The files of a small complete bulletin. */
export const good = bytesOfCase('good');

export interface BuiltEditor {
  /** The page as files, for every host. */
  readonly folder: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Builds the page of the editor and starts Chromium: once for all tests of a file. */
export async function builtEditor(): Promise<BuiltEditor> {
  const folder = mkdtempSync(join(tmpdir(), 'ban-tin-'));
  await buildForHosts(folder);
  const browser = await launchBrowser(await findBrowser());
  return {
    folder,
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface PlayedHost {
  readonly host: RunningHost;
  readonly site: EditorSite;
  close(): Promise<void>;
}

/** A host with the files in its main branch, and the page of the editor that works with it: anew for each test. */
export async function playHost(
  folder: string,
  kind: HostKind,
  bytes: BytesByPath = good,
): Promise<PlayedHost> {
  const host = await startHost(stands[kind], createRepository(builtFor.project, bytes));
  host.tokens.add(token);
  const files = filesOf(bytes);
  const site = await serveEditor(folder, kind, host, editorIndex(readContent(files), files));
  return {
    host,
    site,
    async close() {
      site.close();
      await host.close();
    },
  };
}
