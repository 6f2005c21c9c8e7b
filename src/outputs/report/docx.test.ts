import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { nonEmpty } from '../../tests/non-empty.ts';
import { reportDocx } from './docx.ts';
import { sampleReport } from './sample.ts';
import { misplacedIn } from './word-order.ts';

/** A Word file is taken apart and held against what Word asks of one: a program that repairs it would show nothing. */

let bytes: Uint8Array;
let parts: Map<string, string>;
const part = (path: string): string => parts.get(path) ?? '';
/** Values of an attribute, wherever it stands in a part. */
const values = (xml: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(`${attribute}="([^"]*)"`, 'g'))].map((found) => found[1] ?? '');

beforeAll(async () => {
  bytes = await reportDocx(sampleReport);
  parts = new Map(Object.entries(unzipSync(bytes)).map(([path, one]) => [path, strFromU8(one)]));
});

test('the same report makes the same bytes, at whatever time', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.compare(await reportDocx(sampleReport), bytes)).toBe(0);
});

describe('the archive', () => {
  test('begins with its list of contents, and every part is well-formed', () => {
    const paths = nonEmpty([...parts.keys()], 'parts');
    expect(paths[0]).toBe('[Content_Types].xml');
    for (const path of paths.filter((one) => /\.(xml|rels)$/.test(one))) {
      expect(() => void new XMLParser().parse(part(path), true), path).not.toThrow();
    }
  });

  test('has every part that another points to, and a type for each', () => {
    const rels = nonEmpty(
      [...parts.keys()].filter((one) => one.endsWith('.rels')),
      'relationships',
    );
    for (const path of rels) {
      const folder = path.replace(/_rels\/[^/]+$/, '');
      for (const target of values(part(path), 'Target').filter((one) => !/^https?:/.test(one))) {
        const file = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
        expect([...parts.keys()], `${path} → ${target}`).toContain(file);
      }
    }
    const types = part('[Content_Types].xml');
    const named = new Set(values(types, 'PartName').map((one) => one.slice(1)));
    const suffixes = new Set(values(types, 'Extension'));
    for (const path of parts.keys()) {
      expect(named.has(path) || suffixes.has(path.split('.').at(-1) ?? ''), path).toBe(true);
    }
  });
});

describe('what stands in another order than Word wants', () => {
  const within = (xml: string): string =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`;
  test.each([
    ['<w:p><w:pPr><w:jc w:val="both"/><w:spacing w:after="0"/></w:pPr></w:p>', 'w:pPr: jc before spacing'],
    ['<w:p><w:r><w:rPr><w:sz w:val="28"/><w:b/></w:rPr></w:r></w:p>', 'w:rPr: sz before b'],
    ['<w:p><w:r/><w:pPr/></w:p>', 'w:p: w:pPr is not first'],
    ['<w:tbl><w:tblGrid/><w:tblPr/></w:tbl>', 'w:tbl: tblGrid before tblPr'],
    ['<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>', 'w:tc: no paragraph at its end'],
    ['<w:sectPr><w:pgMar/><w:pgSz/></w:sectPr>', 'w:sectPr: pgMar before pgSz'],
    ['<w:p><w:pPr><w:margin/></w:pPr></w:p>', 'w:pPr: unknown margin'],
  ])('is found: %s', (xml, fault) => {
    expect(misplacedIn(within(xml))).toEqual([fault]);
  });

  test('is in no part of a report', () => {
    const own = nonEmpty(
      [...parts].filter(([path]) => /^word\/\w+\.xml$/.test(path)),
      'parts of Word',
    );
    expect(own.flatMap(([path, xml]) => misplacedIn(xml).map((fault) => `${path}: ${fault}`))).toEqual([]);
  });
});

describe('the document', () => {
  test('uses styles and lists that are there, and styles rest on styles that are there', () => {
    const written = values(part('word/styles.xml'), 'w:styleId');
    expect(written).toHaveLength(new Set(written).size);
    // Word has this one built in.
    const styleIds = new Set([...written, 'DefaultParagraphFont']);
    const used = nonEmpty(
      [...part('word/document.xml').matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((found) => found[1] ?? ''),
      'styles used',
    );
    expect(used.filter((one) => !styleIds.has(one))).toEqual([]);
    const based = [...part('word/styles.xml').matchAll(/<w:(?:basedOn|next|link) w:val="([^"]+)"/g)];
    expect(based.map((found) => found[1] ?? '').filter((one) => !styleIds.has(one))).toEqual([]);
    const lists = new Set(values(part('word/numbering.xml'), 'w:numId'));
    const numbered = [...part('word/styles.xml').matchAll(/<w:numId w:val="([^"]+)"/g)].map(
      (one) => one[1] ?? '',
    );
    expect(nonEmpty(numbered, 'numbered styles').filter((one) => !lists.has(one))).toEqual([]);
  });

  test('has headings that Word numbers I, 1, a) and (1), none of which is typed', () => {
    const document = part('word/document.xml');
    const headings = [...document.matchAll(/<w:pStyle w:val="(Heading\d)"/g)].map((found) => found[1]);
    expect(headings).toEqual(['Heading1', 'Heading2', 'Heading3', 'Heading4']);
    const formats = [
      ...part('word/numbering.xml').matchAll(/<w:numFmt w:val="([^"]+)"\/>.*?<w:lvlText w:val="([^"]+)"/g),
    ];
    expect(formats.map((found) => found.slice(1))).toEqual(
      expect.arrayContaining([
        ['upperRoman', '%1.'],
        ['decimal', '%2.'],
        ['lowerLetter', '%3)'],
        ['decimal', '(%4)'],
      ]),
    );
    expect(document).not.toMatch(/>\s*(?:I\.|1\.|a\)|\(1\))/);
  });

  test('gives every comment a beginning, an end, a mark and words', () => {
    const document = part('word/document.xml');
    const ids = (name: string): string[] =>
      [...document.matchAll(new RegExp(`<w:${name} w:id="(\\d+)"`, 'g'))]
        .map((found) => found[1] ?? '')
        .sort();
    const comments = values(part('word/comments.xml'), 'w:id').sort();
    expect(comments).toHaveLength(6);
    for (const name of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
      expect(ids(name)).toEqual(comments);
    for (const words of ['Của cả báo cáo.', 'Của đề mục.', 'Thứ hai.', 'Chưa viết.', 'Của bảng.']) {
      expect(part('word/comments.xml')).toContain(words);
      expect(document).not.toContain(words);
    }
  });

  test('has tables with as many cells in a row as columns, and a head that is repeated', () => {
    const tree = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => /^w:(tbl|tr|tc|gridCol)$/.test(name),
    }).parse(part('word/document.xml')) as { 'w:document': { 'w:body': { 'w:tbl': Table[] } } };
    interface Table {
      'w:tblGrid': { 'w:gridCol': unknown[] };
      'w:tr': { 'w:tc': unknown[]; 'w:trPr'?: Record<string, unknown> }[];
    }
    const tables = tree['w:document']['w:body']['w:tbl'];
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      for (const row of table['w:tr'])
        expect(row['w:tc']).toHaveLength(table['w:tblGrid']['w:gridCol'].length);
    }
    expect(Object.keys(tables[1]?.['w:tr'][0]?.['w:trPr'] ?? {})).toContain('w:tblHeader');
  });

  test('is an upright A4 with the margins of the decree, its number on every page but the first', () => {
    const [section = ''] = /<w:sectPr.*<\/w:sectPr>/s.exec(part('word/document.xml')) ?? [];
    const twips = (name: string): number => Math.round(Number(values(section, `w:${name}`)[0]) / 56.7);
    expect([twips('w'), twips('h')]).toEqual([210, 297]);
    expect(twips('top')).toBeGreaterThanOrEqual(20);
    expect(twips('top')).toBeLessThanOrEqual(25);
    expect(twips('bottom')).toBeGreaterThanOrEqual(20);
    expect(twips('left')).toBeGreaterThanOrEqual(30);
    expect(twips('left')).toBeLessThanOrEqual(35);
    expect(twips('right')).toBeGreaterThanOrEqual(15);
    expect(twips('right')).toBeLessThanOrEqual(20);
    expect(section).toContain('<w:titlePg');
    const headers = [...parts]
      .filter(([path]) => /^word\/header\d+\.xml$/.test(path))
      .map(([, xml]) => xml.includes('PAGE'));
    expect(headers.sort()).toEqual([false, true]);
  });

  test('never leaves the signature alone on a page', () => {
    const paragraphs = part('word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const closing = paragraphs.filter((one) => one.includes('Kết.'));
    expect(closing).toHaveLength(1);
    expect(closing[0]).toContain('<w:keepNext');
    expect(paragraphs.find((one) => one.includes('Mở đầu'))).not.toContain('<w:keepNext');
  });

  test('is in Times New Roman and Vietnamese, and says what was written as it was written', () => {
    expect(part('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(part('word/styles.xml')).toContain('w:val="vi-VN"');
    for (const words of [
      'Mở đầu &lt;&amp;&gt; “thế”.',
      '31.250.000 đồng',
      'Dự thảo',
      '- Lưu: VT.',
      'TM. BAN THƯỜNG VỤ',
    ]) {
      expect(part('word/document.xml')).toContain(words);
    }
  });
});
