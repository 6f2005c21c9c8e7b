import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { localeCodes } from '../model/locales.ts';

/**
 * A large content folder made of the real one: reference data as it is, and activities varied until there are enough
 * files. Every record has all languages; every third has a picture.
 */

const textFile = /\.(mdx|yaml)$/;

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => textFile.test(path));
}

/** Ids of units and places that are not of every year: what copies of an activity cannot name. */
function bounded(content: string): string[] {
  return ['units', 'places'].flatMap((name) =>
    readdirSync(join(content, name))
      .filter((file) => /^valid(?:From|To|Until): /m.test(readFileSync(join(content, name, file), 'utf8')))
      .map((file) => basename(file, '.yaml')),
  );
}

/** Folders of the activities that exist in every language, from `content/activities`. */
function translatedActivities(folder: string): string[] {
  const files = new Set(textFiles(folder).map((path) => path.replaceAll('\\', '/')));
  return [...files]
    .filter((path) => path.endsWith('/index.vi.mdx'))
    .map(dirname)
    .filter((id) => localeCodes.every((code) => files.has(`${id}/index.${code}.mdx`)))
    .sort();
}

/** The same text as another record: its own title and day, and no stamp of a translation that it is not made from. */
function vary(source: string, number: number, year: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return (
    source
      .replace(/^title: "(.*)"$/m, (_, title: string) => `title: "${title} · ${number}"`)
      .replace(
        /^date: \d{4}-\d\d-\d\d$/m,
        `date: ${year}-${pad((number % 12) + 1)}-${pad((number % 28) + 1)}`,
      )
      // A period, a month or a year alone, and an occasion, move as they are to the year of the folder.
      .replace(/^date: .*$/m, (line) => line.replace(/\d{4}/g, String(year)))
      .replace(/^(?:fingerprint|translated|updated|partOf): .*\n/gm, '')
  );
}

/**
 * Writes a `content/` folder with `files` text files (a few more or less) into `to`.
 * @param from the project folder that the real records come from
 * @param pictures whether every third of them has a picture, of about a megabyte
 * @returns the number of text files written
 */
export async function generateContent(
  from: string,
  to: string,
  files: number,
  { pictures = true }: { readonly pictures?: boolean } = {},
): Promise<number> {
  const real = join(from, 'content');
  const activities = join(real, 'activities');
  cpSync(real, join(to, 'content'), { recursive: true });
  let count = textFiles(join(to, 'content')).length;
  const ofSomeYears = bounded(real);
  const models = translatedActivities(activities)
    .map((id) =>
      localeCodes.map((code) => ({
        name: `index.${code}.mdx`,
        text: readFileSync(join(activities, id, `index.${code}.mdx`), 'utf8'),
      })),
    )
    .filter((texts) => !texts.some(({ text }) => ofSomeYears.some((id) => text.includes(id))));
  if (models.length === 0) throw new Error('no activity exists in every language');
  const picture = await sharp({
    create: {
      width: 2400,
      height: 1600,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg({ quality: 60 })
    .toBuffer();
  for (let number = 1; count + localeCodes.length <= files; number++) {
    const year = 2000 + (number % 25);
    const folder = join(to, 'content/activities', String(year), `ban-ghi-${number}`);
    mkdirSync(folder, { recursive: true });
    const withPicture = pictures && number % 3 === 0;
    const figure = withPicture ? '\n<Figure src="./anh.jpg" alt="·" />\n' : '';
    for (const { name, text } of models[number % models.length] ?? [])
      writeFileSync(join(folder, name), vary(text, number, year) + figure);
    if (withPicture) writeFileSync(join(folder, 'anh.jpg'), picture);
    count += localeCodes.length;
  }
  return count;
}
