import { existsSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { figureLine, photoLanguages, withFigure, type PhotoTexts } from '../authoring/figure.ts';
import { writeWhole } from '../build/files.ts';
import { preparePhoto } from '../build/photo.ts';
import { toSlug } from '../model/letters.ts';
import { readContentFolder } from '../content/disk.ts';
import { editorText } from '../i18n/editors.ts';
import { locales, originalLocale, type EditorLocale, type Locale } from '../model/locales.ts';
import { refuse, type CommandLine } from './command-line.ts';
import { chooseArticle } from './new-translation.ts';
import { terminalAsker } from './questions.ts';
import type { Setting } from './setting.ts';

export const photoOptions = {
  name: 'text',
  alt: 'text',
  caption: 'text',
  credit: 'text',
  insert: 'switch',
} as const;

/** `--alt "Trao quà" --alt en="Gifts"`: a value without a language is Vietnamese. */
function byLanguage(
  values: readonly string[] = [],
  languages: readonly Locale[],
  editor: EditorLocale,
): Map<Locale, string> {
  return new Map(
    values.map((value): [Locale, string] => {
      const [, code, text = ''] = /^([a-z]{2})=(.*)$/s.exec(value) ?? [];
      if (code === undefined) return [originalLocale, value];
      const locale = languages.find((one) => one === code);
      if (locale) return [locale, text];
      return refuse('new.photoLanguage', editor, { value: code, allowed: languages.join(', ') });
    }),
  );
}

/**
 * The texts of the photo in each language: given by flags, else asked for.
 * @param needed whether there must be an alternative text in Vietnamese
 */
async function readTexts(
  languages: readonly Locale[],
  line: CommandLine,
  needed: boolean,
  { locale, terminal }: Setting,
): Promise<Map<Locale, PhotoTexts>> {
  const given = {
    alt: byLanguage(line.values.get('alt'), languages, locale),
    caption: byLanguage(line.values.get('caption'), languages, locale),
    credit: byLanguage(line.values.get('credit'), languages, locale),
  };
  const texts = new Map<Locale, PhotoTexts>();
  // Somebody who gave the alternative text by flag has said what there is to say.
  const asks = terminal && !given.alt.get(originalLocale)?.trim();
  for (const code of languages) {
    const original = code === originalLocale;
    const ask = async (
      field: 'alt' | 'caption' | 'credit',
      required: boolean,
    ): Promise<string | undefined> => {
      const own = given[field].get(code);
      if (own !== undefined || !asks) return own;
      const question = editorText(`new.ask.${field}`, locale, { language: locales[code].name });
      return terminalAsker(locale).text(question, { required });
    };
    const alt = (await ask('alt', original))?.trim();
    if (!alt) {
      if (original && needed) refuse('new.altMissing', locale);
      continue;
    }
    texts.set(code, { alt, caption: await ask('caption', false), credit: await ask('credit', false) });
  }
  return texts;
}

/**
 * The picture file that was named: from where the editor stands (npm starts its scripts in the project folder), or
 * in the record's folder. A terminal puts a file that is dropped on it in quotation marks.
 */
export function findFile(path: string, home: string): string | undefined {
  const plain = path.trim().replace(/^(['"])(.*)\1$/, '$2');
  const places = [resolve(process.env['INIT_CWD'] ?? process.cwd(), plain), resolve(home, plain)];
  return places.find((one) => existsSync(one) && statSync(one).isFile());
}

/** A file's name as a text may have it: as it is, and as an address. Accents may be letters of their own or not. */
const spellingsOf = (name: string): string[] => [
  ...new Set(
    [name, name.normalize('NFC'), name.normalize('NFD')].flatMap((one) => [
      one,
      one.replaceAll(' ', '%20'),
      encodeURI(one),
    ]),
  ),
];

/**
 * `npm run new -- photo <entry> <file> [--name x] [--alt …] [--caption …] [--credit …] [--insert]`: the photo into
 * the record's folder, and the line that shows it: printed, or with `--insert` put at the end of each text.
 */
export async function newPhoto(line: CommandLine, setting: Setting): Promise<void> {
  const { root, locale, terminal } = setting;
  const [, spelled, given] = line.words;
  if ((spelled === undefined || given === undefined) && !terminal) refuse('new.usagePhoto', locale);
  const { entries } = readContentFolder(root);
  const entry = await chooseArticle(spelled, entries, 'new.usagePhoto', setting);
  const path =
    given ?? (await terminalAsker(locale).text(editorText('new.ask.photo', locale), { required: true }));
  const folder = dirname(entry.file);
  const home = resolve(root, folder);
  const source = findFile(path, home);
  if (source === undefined) return refuse('new.photoMissing', locale, { file: path });

  const photo = await preparePhoto(readFileSync(source));
  if (photo === 'not-a-photo') return refuse('new.photoUnknown', locale, { file: path });
  if (photo === 'broken') return refuse('new.photoBroken', locale, { file: path });

  // A picture that lies in the record's folder already, as the check's advice names it, is replaced by the new one.
  const inside = dirname(source) === home;
  const ownName = toSlug(basename(source, extname(source)));
  const [
    named = terminal && !inside && !line.values.has('alt')
      ? await terminalAsker(locale).text(editorText('new.ask.photoName', locale), { initial: ownName })
      : ownName,
  ] = line.values.get('name') ?? [];
  const slug = toSlug(named.replace(/\.(jpe?g|png|heic|webp)$/i, ''));
  if (slug === '') refuse('new.photoName', locale, { value: named });
  const name = `${slug}.jpg`;
  const target = join(root, folder, name);
  // Compared without case, as the disks of Windows and macOS do: IMG_1.JPG is img_1.jpg there.
  if (existsSync(target) && source.toLowerCase() !== target.toLowerCase())
    refuse('new.photoExists', locale, { file: `${folder}/${name}` });

  const languages = photoLanguages(entry);
  const before = basename(source);
  const renamed = inside && before !== name;
  const original = readFileSync(join(root, entry.file), 'utf8');
  const shown = [name, ...(renamed ? spellingsOf(before) : [])].some((one) => original.includes(`./${one}`));
  const texts = shown ? new Map<Locale, PhotoTexts>() : await readTexts(languages, line, !inside, setting);

  // The original is safe before anything takes its place, and no half of a picture ever stands under its name.
  if (inside) {
    const kept = `.cache/originals/${entry.collection}/${entry.id}/${basename(source)}`;
    await writeWhole(join(root, kept), readFileSync(source));
    await writeWhole(target, photo.data);
    if (realpathSync(source) !== realpathSync(target)) rmSync(source);
    console.log(editorText('new.photoKept', locale, { file: kept }));
  } else await writeWhole(target, photo.data);
  const { width, height, data } = photo;
  const size = Math.ceil(data.length / 1000);
  console.log(editorText('new.photoMade', locale, { file: `${folder}/${name}`, width, height, size }));
  if (renamed) {
    for (const code of languages) {
      const file = join(root, folder, `index.${code}.mdx`);
      const typed = readFileSync(file, 'utf8');
      const now = spellingsOf(before).reduce((text, one) => text.replaceAll(`./${one}`, `./${name}`), typed);
      if (now !== typed) await writeWhole(file, now);
    }
  }
  if (shown) return;

  const insert = line.values.has('insert');
  for (const code of languages) {
    const file = `${folder}/index.${code}.mdx`;
    const text = texts.get(code);
    const figure = figureLine(name, text ?? { alt: '' });
    if (insert && text) {
      await writeWhole(join(root, file), withFigure(readFileSync(join(root, file), 'utf8'), figure));
      console.log(editorText('new.photoInserted', locale, { file }));
    } else {
      console.log(editorText(text ? 'new.photoLine' : 'new.photoLineOpen', locale, { file }));
      console.log(`    ${figure}`);
    }
  }
}
