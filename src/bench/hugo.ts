import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { splitFrontMatter } from '../content/parse/yaml.ts';
import { localeCodes, locales, originalLocale } from '../model/locales.ts';
import { childSeconds, watchTree, type TreeUse } from './process-tree.ts';

/**
 * Hugo on the same texts, where somebody has installed it: the quickest of the field, to compare with. It makes a page
 * of each text and lists by section, category and country, with plain templates: no search, no cards, no PDFs, and no
 * facts looked up in other records.
 */

const templates = {
  'baseof.html':
    '<!doctype html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>' +
    '<body><nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>' +
    '<main>{{ block "main" . }}{{ end }}</main></body></html>',
  'single.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}' +
    '{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a>{{ end }}' +
    '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}',
  'list.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages).Pages }}' +
    '<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p></article>{{ end }}{{ end }}',
};

/** `Hugo 0.111.3`; `undefined` where it is not installed. */
export function findHugo(): string | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  const version = status === 0 ? /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
  return version === undefined ? undefined : `Hugo ${version}`;
}

/** Builds the texts of a content folder with Hugo in `work`, which is empty. Throws when Hugo fails. */
export async function buildWithHugo(content: string, work: string): Promise<TreeUse & { pages: number }> {
  const languages = Object.fromEntries(
    localeCodes.map((code, weight) => [code, { languageName: locales[code].name, weight: weight + 1 }]),
  );
  const settings = {
    baseURL: 'https://bulletin.example/',
    defaultContentLanguage: originalLocale,
    languages,
    taxonomies: { category: 'categories', country: 'countries' },
  };
  writeFileSync(join(work, 'config.json'), JSON.stringify(settings));
  mkdirSync(join(work, 'layouts/_default'), { recursive: true });
  for (const [name, text] of Object.entries(templates))
    writeFileSync(join(work, 'layouts/_default', name), text);
  for (const path of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
    if (!/\bindex\.[a-z]+\.mdx$/.test(path)) continue;
    const { data, body } = readText(join(content, path));
    const out = join(work, 'content', path.replace(/\.mdx$/, '.md'));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, `${JSON.stringify(data)}\n\n${body}`);
  }
  const began = childSeconds();
  const hugo = spawn('hugo', ['--quiet'], { cwd: work, stdio: 'inherit' });
  const watch = watchTree(hugo.pid ?? 0);
  const [status] = (await once(hugo, 'exit')) as [number | null];
  // It is over before it has been looked at a dozen times.
  const used = { ...watch.end(), seconds: childSeconds() - began };
  if (status !== 0) throw new Error(`Hugo ended with ${status}.`);
  const made = readdirSync(join(work, 'public'), { recursive: true, encoding: 'utf8' });
  return { ...used, pages: made.filter((path) => path.endsWith('.html')).length };
}

/** What a page of Hugo is made of, from a file of ours. */
function readText(file: string): { data: Record<string, unknown>; body: string } {
  const source = readFileSync(file, 'utf8');
  const { yaml, body } = splitFrontMatter(source) ?? { yaml: '', body: source };
  const { title, summary, categories, countries } = parse(yaml) as Record<string, unknown>;
  return { data: { title, summary, categories, countries }, body };
}
