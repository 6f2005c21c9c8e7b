import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import { reportEdition } from '../../editions/report.ts';
import { parsePeriod } from '../../model/periods.ts';
import { nonEmpty } from '../non-empty.ts';
import { readable, statementsOf } from './statements.ts';

/**
 * The five reports of 2023 are written again from the records: every statement of the originals is in them word for
 * word, or its line is in `left-out.yaml` with the reason, which `docs/reports.md` explains.
 */

type LeftOut = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
const leftOut = parse(readFileSync(join(import.meta.dirname, 'left-out.yaml'), 'utf8')) as LeftOut;
const guide = readFileSync(join(projectRoot, 'docs/reports.md'), 'utf8');
const bulletin = createBulletin(readContentFolder(projectRoot).entries);
const year = parsePeriod('2023');
const documents = ['quang-tri', 'quang-nam', 'binh-dinh', 'gia-lai', 'cum-3'] as const;

describe.each(documents)('the report of %s', (unit) => {
  if (!year) throw new Error('2023 is no period');
  const report = reportEdition(bulletin, bulletin.get('units', unit), year);
  const document = `${unit}-2023`;
  const said = readable(report);
  const missing = [
    ...new Set(
      nonEmpty(statementsOf(document), 'statements')
        .filter(({ words }) => !said.includes(words))
        .map(({ line }) => line),
    ),
  ];

  test('has every statement of the original, or says why not', () => {
    const excused = Object.values(leftOut[document] ?? {}).flat();
    expect(missing.filter((line) => !excused.includes(line))).toEqual([]);
    // A line that is there by now needs no excuse.
    expect(excused.filter((line) => !missing.includes(line))).toEqual([]);
    expect(new Set(excused).size).toBe(excused.length);
  });

  test('leaves no record of the union and the year out', () => {
    expect(report.unplaced.map(({ id }) => id)).toEqual([]);
  });
});

test('every reason is explained in the guide, and there is no other', () => {
  const used = new Set(Object.values(leftOut).flatMap((lines) => Object.keys(lines)));
  const explained = [...guide.matchAll(/^\| `left-out: ([a-z-]+)` /gm)].map((found) => found[1] ?? '');
  expect([...used].sort()).toEqual(nonEmpty(explained, 'reasons').toSorted());
});
