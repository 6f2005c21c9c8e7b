import { createBulletin, type Bulletin } from '../bulletin/bulletin.ts';
import { fileOfBytes } from '../content/files.ts';
import { readContent } from '../content/read.ts';
import { filesOfCase } from './cases.ts';

/**
 * The small complete content folder `cases/good` as a bulletin, with files laid over it.
 *
 * @param files path below `content/` → what the file says; `undefined` takes one away
 * @throws when something is wrong in it: a test would look at less than it thinks
 */
export function fixtureBulletin(files: Readonly<Record<string, string | undefined>> = {}): Bulletin {
  const all = new Map(filesOfCase('good'));
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) all.delete(`content/${path}`);
    else all.set(`content/${path}`, fileOfBytes(new TextEncoder().encode(text)));
  }
  const { entries, problems } = readContent(all);
  const [problem] = problems;
  if (problem) throw new Error(`${problem.file}:${problem.line} ${problem.code}`);
  return createBulletin(entries);
}

/** The letter of its issue in Lao, for `issues/2023-2/index.lo.mdx`: with it the issue has an edition in Lao. */
export const laoLetter = `---
title: "ທ້າຍປີ"
summary: "ສະບັບທີສອງ."
sectionTitles:
  aid: "ການຮ່ວມມື"
---

ຈົດໝາຍ.
`;
