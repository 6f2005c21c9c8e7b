import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { draftTranslation, findArticle } from '../authoring/new-translation.ts';
import { readContentFolder } from '../content/disk.ts';
import { writeWhole } from '../build/files.ts';
import { articleSchemas, type ArticleCollection } from '../model/schemas/index.ts';
import { editorText } from '../i18n/editors.ts';
import { isLocale, localeCodes, locales, originalLocale, type Locale } from '../model/locales.ts';
import { recordsOf } from './ask-record.ts';
import { refuse, type CommandLine } from './command-line.ts';
import { terminalAsker } from './questions.ts';
import type { Setting } from './setting.ts';

const translated = localeCodes.filter((code) => code !== originalLocale);

/** The record that `spelled` names, or asks for one; refuses what does not exist, with the nearest that does. */
export async function chooseArticle(
  spelled: string | undefined,
  entries: Entries,
  usage: 'new.usageTranslation' | 'new.usagePhoto',
  { root, locale, terminal }: Setting,
): Promise<ArticleEntry> {
  const collections = Object.keys(articleSchemas) as ArticleCollection[];
  let wanted = spelled;
  if (wanted === undefined) {
    if (!terminal) refuse(usage, locale);
    const all = collections.flatMap((name) =>
      recordsOf(name, entries).map((one) => ({ ...one, value: `${name}/${one.value}` })),
    );
    wanted = await terminalAsker(locale).find(editorText('new.ask.entry', locale), all);
  }
  const found = findArticle(wanted, entries);
  if ('entry' in found) return found.entry;
  const folder = wanted.replace(/^\/?(content\/)?/, '').replace(/\/(index\.[a-z]+\.mdx)?$/, '');
  if (existsSync(join(root, 'content', folder, 'index.vi.mdx'))) {
    refuse('new.entryFaulty', locale, { value: wanted });
  }
  const suggestion = found.near === undefined ? '' : `→ ${found.near}`;
  return refuse('new.unknownEntry', locale, { value: wanted, suggestion });
}

/** `npm run new -- translation <entry> <locale>`: the translation's file with everything but its words. */
export async function newTranslation(line: CommandLine, setting: Setting): Promise<void> {
  const { root, locale: editor, terminal } = setting;
  const [, spelled, code] = line.words;
  const { entries } = readContentFolder(root);
  const entry = await chooseArticle(spelled, entries, 'new.usageTranslation', setting);
  const folder = dirname(entry.file);
  const fileIn = (locale: Locale): string => `${folder}/index.${locale}.mdx`;

  let wanted = code;
  if (wanted === undefined) {
    if (!terminal) refuse('new.usageTranslation', editor);
    const open = translated.filter((one) => !existsSync(join(root, fileIn(one))));
    if (open.length === 0) refuse('new.allTranslated', editor, { entry: folder });
    const choices = open.map((value) => ({ value, name: `${locales[value].name}  (${value})` }));
    wanted = await terminalAsker(editor).one(editorText('new.ask.language', editor), choices);
  }
  if (!isLocale(wanted) || wanted === originalLocale) {
    return refuse('new.unknownLanguage', editor, { value: wanted, allowed: translated.join(', ') });
  }
  const file = fileIn(wanted);
  if (existsSync(join(root, file))) refuse('new.translationExists', editor, { file });

  // What stands in the file is content: its guide is Vietnamese whatever the language of the messages.
  const text = draftTranslation(readFileSync(join(root, entry.file), 'utf8'), entry, {
    how: editorText('new.guide.how', 'vi', { language: locales[wanted].name }),
    original: editorText('new.guide.original', 'vi'),
    body: editorText('new.guide.body', 'vi'),
  });
  await writeWhole(join(root, file), text);
  console.log(editorText('new.made', editor, { file }));
  console.log(editorText('new.nextTranslation', editor));
}
