import { describe, expect, test } from 'vitest';
import { caseNames, filesOfCase, textOf, withText } from '../tests/cases.ts';
import type { ContentFiles } from './files.ts';
import { sortIntoFolders, type RecordFiles } from './folders.ts';
import { glossaryFile } from './parse/glossary.ts';
import { checkRecord, readContent } from './read.ts';
import type { RecordIndex } from './record-index.ts';

/** The files of one record alone. */
const filesOfRecord = (files: ContentFiles, { folder, names }: RecordFiles): ContentFiles =>
  new Map([...files].filter(([path]) => names.some((name) => path === `${folder}/${name}`)));

/** The index as an editor in a browser gets it: through JSON, and without the record at hand. */
function othersOf(index: RecordIndex, { collection, id }: RecordFiles): RecordIndex {
  const records = index.records[collection].filter((one) => one.id !== id);
  const others = { ...index, records: { ...index.records, [collection]: records } };
  return JSON.parse(JSON.stringify(others)) as RecordIndex;
}

/** Of every record of a case, what is found in it alone and what the check of everything finds in its files. */
function compare(name: string) {
  const files = filesOfCase(name);
  const { problems, index } = readContent(files);
  const records = sortIntoFolders(files).records.map((record) => {
    const own = filesOfRecord(files, record);
    return {
      alone: checkRecord(own, othersOf(index, record)).problems,
      inAll: problems.filter((one) => own.has(one.file) || one.file === `${record.folder}/index.vi.mdx`),
    };
  });
  return { records, problems };
}

const done = new Map<string, ReturnType<typeof compare>>();

function compareOnce(name: string): ReturnType<typeof compare> {
  const compared = done.get(name) ?? compare(name);
  done.set(name, compared);
  return compared;
}

describe('a record alone, against the index of the others, has the problems that it has among them', () => {
  test.each(['good', ...caseNames])('%s', (name) => {
    const { records } = compareOnce(name);
    expect(records.length).toBeGreaterThan(5);
    for (const { alone, inAll } of records) expect(alone).toEqual(inAll);
  });

  test('and the problems of all the cases are found so, but for those of files that are in no record', () => {
    const outside = new Set<string>();
    let found = 0;
    for (const name of caseNames) {
      const { records, problems } = compareOnce(name);
      const alone = records.flatMap((one) => one.alone);
      found += alone.length;
      for (const { file, code } of problems)
        if (!alone.some((one) => one.file === file && one.code === code))
          outside.add(file === glossaryFile ? file : code);
    }
    expect(found).toBeGreaterThan(150);
    // Files that lie where no record can be, and the glossary, which is none.
    const expected = [glossaryFile, 'misplacedEntry', 'missingYearFolder', 'unknownCollection'];
    expect([...outside].sort()).toEqual(expected);
  });
});

describe('an editor that has the index of yesterday', () => {
  const good = filesOfCase('good');
  const { index } = readContent(good);
  const file = 'content/activities/2023/tham/index.vi.mdx';
  const record = { collection: 'activities', id: '2023/tham' } as const;
  const own = (files: ContentFiles): ContentFiles =>
    new Map([...files].filter(([path]) => path.startsWith('content/activities/2023/tham/')));
  const edited = (from: string | RegExp, to: string): ContentFiles =>
    own(withText(good, file, textOf(good, file).replace(from, to)));

  test('checks the record as it is now, not as it stands there', () => {
    expect(checkRecord(own(good), index).problems).toEqual([]);
    const twin = 'content/activities/2023/tham-lai/index.vi.mdx';
    const text = textOf(good, file);
    const { problems } = checkRecord(withText(new Map(), twin, text), index);
    expect(problems.map((one) => one.code)).toEqual(['duplicateRecord']);
  });

  test('may name what only this record brings about', () => {
    const link = edited(/$/, '\n[Peru](/countries/pe/)\n');
    expect(checkRecord(link, index).problems.map((one) => one.code)).toEqual(['deadLink']);
    const both = edited(/^sources:/m, 'countries: [PE]\nsources:');
    const text = textOf(both, file);
    expect(text).toContain('[PE]');
    expect(checkRecord(withText(both, file, `${text}\n[Peru](/countries/pe/)\n`), index).problems).toEqual(
      [],
    );
  });

  test('gets the entry when it is sound, and none when it is not', () => {
    expect(checkRecord(own(good), index).entry).toMatchObject(record);
    expect(checkRecord(edited(/^title:.*$/m, 'title: ""'), index).entry).toBeUndefined();
    expect(checkRecord(new Map(), index)).toEqual({ entry: undefined, problems: [] });
  });
});
