import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openLivePages } from '../../build/live-pages.ts';
import { cacheFolder, projectRoot } from '../../build/paths.ts';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import { holdBack } from '../../content/hold-back.ts';
import { editionsOf } from '../../editions/editions.ts';
import { itemsOf } from '../../editions/issue-sections.ts';
import { isLocale, localeCodes, type Locale } from '../../model/locales.ts';
import { printIssues } from '../../outputs/print/print-issues.ts';
import { siteUrl } from '../../site.ts';
import { otherFolder } from '../other-folder.ts';
import { drawPhoto, placePhotos, withPhotos } from './made-photos.ts';

/**
 * `node src/tests/print/photo-trials.ts <folder> [count or language]…`: the issues of the bulletin with 0, 3, 12 and 30 made
 * photographs, as PDFs `<folder>/<issue>-<count>-<language>.pdf`, to be looked at page by page. The content is copied; nothing
 * of the bulletin is changed.
 */
const [folder, ...words] = process.argv.slice(2);
if (!folder)
  throw new Error(
    'Name the folder for the PDFs: node src/tests/print/photo-trials.ts <folder> [30] [km] [2023-2] …',
  );
const counts = words.filter((word) => /^\d{1,3}$/.test(word)).map(Number);
const languages = words.filter(isLocale);
const issues = words.filter((word) => /^\d{4}-\d$/.test(word));

for (const count of counts.length > 0 ? counts : [0, 3, 12, 30]) await printTrial(count, resolve(folder));

async function printTrial(count: number, out: string): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  // Within the project, from where the packages are found.
  const root = mkdtempSync(join(cacheFolder, 'photo-trial-'));
  try {
    cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
    const before = createBulletin(holdBack(readContentFolder(root)).entries);
    for (const issue of before.issues) {
      const items = itemsOf(before, issue);
      for (const placed of placePhotos(count, items.length)) {
        const item = items[placed.item];
        if (!item) continue;
        const place = join(root, 'content', item.collection, item.id);
        for (const photo of placed.photos) writeFileSync(join(place, photo.name), await drawPhoto(photo));
        for (const locale of Object.keys(item.texts) as Locale[]) {
          const file = join(place, `index.${locale}.mdx`);
          writeFileSync(file, withPhotos(readFileSync(file, 'utf8'), locale, placed));
        }
      }
    }
    const { entries, held } = holdBack(readContentFolder(root));
    const wrong = held.flatMap(({ record, problems }) => problems.map(({ code }) => `${record}: ${code}`));
    if (wrong.length > 0) throw new Error(`The texts with photographs are not sound: ${wrong.join(', ')}`);
    const live = await openLivePages(root, siteUrl, otherFolder(root));
    try {
      await printIssues({
        dist: join(root, 'dist'),
        out: root,
        site: siteUrl,
        editions: editionsOf(createBulletin(entries)).filter(
          ({ issue, locale }) =>
            (issues.length === 0 || issues.includes(issue)) &&
            (languages.length > 0 ? languages : localeCodes).some((one) => one === locale),
        ),
        only: ['office'],
        cache: false,
        read: live.read,
        onEdition(outcome) {
          if ('error' in outcome) {
            process.exitCode = 1;
            process.stdout.write(`${count} photos: ${outcome.error}\n`);
            return;
          }
          const name = `${outcome.issue}-${count}-${outcome.locale}.pdf`;
          cpSync(join(root, outcome.out), join(out, name));
          process.stdout.write(`${name}: ${outcome.pages} pages\n`);
        },
      });
    } finally {
      await live.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
