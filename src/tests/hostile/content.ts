import fc from 'fast-check';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { splitFrontMatter } from '../../content/parse/yaml.ts';
import { readContentFolder } from '../../content/disk.ts';
import type { Content } from '../../content/read.ts';
import { translator } from '../../i18n/translate.ts';
import { localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import { articleSchemas, referenceSchemas, type CollectionName } from '../../model/schemas/index.ts';

/**
 * A content folder in whose every text stands what tries to be more than words. The fields are found by walking the
 * schemas: a new field is attacked without anyone listing it here.
 */

/** What breaks out of HTML, attributes, scripts, style sheets, XML, JSON, calendars and Markdown, where it can. */
export const attacks = [
  '"><script>alert(1)</script>',
  `'"><img src=x onerror=alert(1)>`,
  '</script><script>alert(1)</script>',
  '</style></title></textarea></template><svg onload=alert(1)>',
  '</head><body onload=alert(1)>',
  '"><meta http-equiv=refresh content=".;url=//a.example">',
  '"><base href=//a.example/><form action=//a.example><button>x</button></form>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>*{display:none}</style><link rel=stylesheet href=//a.example>',
  '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
  "' style='position:fixed' onclick='alert(1)",
  '<a href="javascript:alert(1)">y</a>',
  'javascript:alert(1)//',
  '&lt;script&gt;alert(1)&lt;/script&gt;&LT;img src=x onerror=alert(1)&GT;',
  '<!-- <!--> <script> --!>',
  ']]></title><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script><![CDATA[',
  '\\"}</script>\\u003cscript>',
  '{alert(1)} ${alert(1)} {{alert(1)}}',
  'BEGIN:VEVENT',
  '; } @import url(//a.example); *::after { content: "',
  '> ດານັງ> ການຮ່ວມມື> ដាណាំង> international> organisations.',
];

type Path = readonly (string | number)[];

/** A field that holds text in a file, or what the checks said when text was written into it. */
export interface Field {
  readonly collection: CollectionName;
  readonly locale: Locale;
  readonly path: string;
  readonly value: string;
  readonly refused: readonly string[];
}

/** Words in the place of an attack. Markdown makes a link of an address, in whatever it stands. */
const inert = (attack: string): string => /https?:[\w/.]+/.exec(attack)?.[0] ?? 'x';

/**
 * Draws the words of field after field, the same in every run. Attacks stand among words of the language: a text that
 * is in another one would be refused for that. `harmless` words are as many, and nothing is in them.
 */
function wordSource(harmless: boolean): (locale: Locale) => string {
  const several = fc.shuffledSubarray(attacks, { minLength: 1, maxLength: 3 });
  const drawn = fc.sample(several, { numRuns: 2000, seed: 11 });
  let at = 0;
  return (locale) => {
    const t = translator(locale);
    const number = at++;
    const parts = (drawn[number % drawn.length] ?? []).map((attack) => (harmless ? inert(attack) : attack));
    // A line of its own would be another property of a calendar.
    const line = harmless ? ' ' : '\nATTACH:x\n';
    // In letters: a number would have to be one of the original's.
    const name = [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return [`no${name}`, ...parts, ''].join(`${line}${t('site.description')} `).trim();
  };
}

/** The schema without what says that a value may be missing. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap()) : schema;
}

/** Where a schema takes text, also in what `data` leaves out. A date or a source begins as text too. */
function textPaths(schema: z.core.$ZodType, data: unknown, path: Path = []): Path[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodString || inner instanceof z.ZodPipe) return [path];
  if (inner instanceof z.ZodArray)
    return textPaths(inner.element, (data as unknown[] | undefined)?.[0], [...path, 0]);
  const fields = Object(data) as Record<string, unknown>;
  if (inner instanceof z.ZodRecord)
    return Object.keys(fields).flatMap((key) => textPaths(inner.valueType, fields[key], [...path, key]));
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, one]) =>
      textPaths(one, fields[key], [...path, key]),
    );
  return [];
}

/** The least that a schema takes, for what stands beside a field. */
function least(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return undefined;
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 1;
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodString) return 'x';
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
    return Object.fromEntries(
      fields.map(([key, one]) => [key, least(one)]).filter(([, value]) => value !== undefined),
    );
  }
  return undefined;
}

/** `data` with `value` at `path`; what is missing on the way is made. */
function withValue(schema: z.core.$ZodType, data: unknown, [key, ...rest]: Path, value: string): unknown {
  if (key === undefined) return value;
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) {
    const [first, ...others] = (data as unknown[] | undefined) ?? [];
    return [withValue(inner.element, first, rest, value), ...others];
  }
  const fields = (data ?? least(inner)) as Record<string, unknown>;
  const child =
    inner instanceof z.ZodRecord
      ? inner.valueType
      : (((inner as z.ZodObject).shape as Record<string, z.ZodType>)[key] as z.ZodType);
  return { ...fields, [key]: withValue(child, fields[key], rest, value) };
}

/**
 * What the check says of attacks in headlines and of words that are too many: an editor is told, and the record is held back. The check
 * is one wall and this is the other, so here the site is made of them all the same.
 */
const told: readonly string[] = [
  'deceivingLink',
  'doubleSpace',
  'figureOfNoOriginal',
  'leftoverMark',
  'markInField',
  'tooLong',
  'wideTable',
  'wrongScript',
];

/** The hostile content of a folder, with what is wrong in it beyond that. */
export function readHostileContent(root: string): Content {
  const content = readContentFolder(root);
  return { ...content, problems: content.problems.filter(({ code }) => !told.includes(code)) };
}

/** What the check takes for leftovers in a body: an escaped line break, half a picture, a star, an entity shown as text. */
const refused = /\n|!(?=\[)|\*|&(?=\w+;)/g;

/** Text as Markdown and MDX write it where every sign is to be itself. */
const escaped = (words: string): string =>
  [...words.replace(refused, ' ')]
    .map((sign) => (/[\p{L}\p{M}\p{N} ]/u.test(sign) ? sign : `&#${sign.codePointAt(0)};`))
    .join('');

/**
 * A text with everything that may stand in one.
 * @param printed without what is wider than its place on paper, which would not be printed at all
 */
function body(next: () => string, printed: boolean): string {
  const [words, inCode] = [() => escaped(next()), () => next().replace(/[\r\n`]/g, ' ')];
  return [
    `## ${words()}`,
    `${words()} [${words()}](/partners/hvpf/ "${words()}"), **${words()}** *${words()}*`,
    `[${words()}](https://a.example/?q=${encodeURIComponent(next())} "${words()}") \`${inCode()}\``,
    `- [ ] ${words()}\n- [x] ${words()}`,
    ...(printed
      ? []
      : [
          `| ${words()} | ${words()} |\n|:--|--:|\n| ${words()} | ${words()} |`,
          `\`\`\`js\n${inCode()}\n\`\`\``,
        ]),
    `> ${words()}`,
    `<Note title="${words()}">\n\n${words()}\n\n</Note>`,
    `<PullQuote by="${words()}">${words()}</PullQuote>`,
    `<Figure src="./anh.png" alt="${words()}" caption="${words()}" credit="${words()}" />`,
    `<Gallery caption="${words()}">\n\n<Figure src="./anh.png" alt="${words()}" />\n\n</Gallery>`,
    '',
  ].join('\n\n');
}

/** Stands for the body while fields are tried, which is done for each of them. */
const plainBody = 'x\n\n<Figure src="./anh.png" alt="x" />\n';

const write = (file: string, data: unknown, text?: string): void => {
  const yaml = stringify(data, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text === undefined ? yaml : `---\n${yaml}---\n\n${text}`);
};

/**
 * Writes the folder `content` in `root`: the good case of the tests, attacked, in all languages.
 * @param pages `content/pages` of the project, which is code
 */
export async function writeHostileContent(
  root: string,
  { good, pages, harmless }: { good: string; pages: string; harmless: boolean },
): Promise<readonly Field[]> {
  const next = wordSource(harmless);
  const content = join(root, 'content');
  cpSync(good, content, { recursive: true });
  cpSync(pages, join(content, 'pages'), { recursive: true });
  const photo = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#789' } })
    .png()
    .toBuffer();
  const found: Field[] = [];
  /** What the checks say of words in a field: asked once, for the first record that has it. */
  const known = new Map<string, readonly string[]>();

  /** Puts words into one text of a file after the other, where the checks let them stand. */
  function attack(
    collection: CollectionName,
    locale: Locale,
    schema: z.ZodType,
    file: string,
    start: unknown,
    text?: string,
  ) {
    let data = start;
    for (const path of textPaths(schema, data)) {
      const last = path.at(-1);
      const words = next(localeCodes.find((code) => code === last) ?? locale);
      // In a report a line of its own is a paragraph, or a line of its head.
      const value = collection === 'reports' ? words.replace(/\n/g, ' ') : words;
      const changed = withValue(schema, data, path, value);
      const field = `${collection} ${path.join('.')}`;
      let refused = known.get(field);
      if (refused === undefined) {
        write(file, changed, text && plainBody);
        refused = [...new Set(readHostileContent(root).problems.map(({ code }) => code))];
        known.set(field, refused);
      }
      if (refused.length === 0) data = changed;
      found.push({ collection, locale, path: path.join('.'), value, refused });
    }
    write(file, data, text);
  }

  for (const [collection, { facts }] of Object.entries(referenceSchemas)) {
    for (const name of readdirSync(join(content, collection))) {
      const file = join(content, collection, name);
      attack(collection as CollectionName, originalLocale, facts, file, parse(readFileSync(file, 'utf8')));
    }
  }
  for (const [collection, { facts, text }] of Object.entries(articleSchemas)) {
    const name = collection as CollectionName;
    const schema = z.strictObject({ ...facts.shape, ...text.shape });
    const originals = readdirSync(join(content, collection), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('index.vi.mdx'))
      .map((path) => join(content, collection, path));
    for (const file of originals) {
      const start = parse(splitFrontMatter(readFileSync(file, 'utf8'))?.yaml ?? '') as object;
      writeFileSync(join(dirname(file), 'anh.png'), photo);
      const more: Partial<Record<CollectionName, object>> = {
        // A credit cannot be tried without a photo that is there.
        issues: { cover: { image: './anh.png' }, coverAlt: next(originalLocale) },
        // A calendar has what has a day.
        events: { date: '2024-05-06' },
      };
      attack(
        name,
        originalLocale,
        schema,
        file,
        { ...start, ...more[name] },
        body(() => next(originalLocale), name === 'stories'),
      );
      const own = Object.entries(start as Record<string, unknown>).filter(([key]) => key in text.shape);
      for (const locale of localeCodes.filter((code) => code !== originalLocale)) {
        const translation = file.replace('index.vi.mdx', `index.${locale}.mdx`);
        const said = own.map(([key, value]) => [key, typeof value === 'string' ? next(locale) : value]);
        attack(
          name,
          locale,
          text,
          translation,
          Object.fromEntries(said),
          body(() => next(locale), name === 'stories'),
        );
      }
    }
  }
  return found;
}
