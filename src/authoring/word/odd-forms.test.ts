import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../content/read.ts';
import { filesOfCase } from '../../tests/cases.ts';
import { bodyOfArticle, readWord } from './read-word.ts';
import {
  articleInSample,
  dot,
  paragraph,
  picture,
  pictureRelation,
  run,
  table,
  wordFile,
  type Sample,
} from './sample.ts';

/** What stands in odd places of a Word file, and what stands among its words without being any. */

const { index } = readContent(filesOfCase('good'));

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const relations = pictureRelation('rPic', 'media/image1.png');
const parts = { 'word/media/image1.png': dot };
const oldFont = (font: string): string => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="${font}"/>`;

const samples: Record<string, readonly [sample: Sample | string, text: string, remark?: string]> = {
  'a table within a cell is lines of the cell': [
    table([
      [
        'Tỉnh',
        `<w:tcPr/>${table([
          ['a', 'b'],
          ['c', 'd'],
        ])}${paragraph('')}`,
      ],
      ['Huế', '3'],
    ]),
    '| Tỉnh | a, b c, d |\n| - | - |\n| Huế | 3 |\n',
    'nestedTables',
  ],
  'photos in the cells of a frame come with what is said below them': [
    {
      body: table([
        [`<w:p>${picture('rPic', 'Lễ trao')}</w:p>`, `<w:p>${picture('rPic', 'Trường')}</w:p>`],
        ['Trao quà', 'Thăm trường'],
      ]),
      relations,
      parts,
    },
    '<Figure src="./anh-1.jpg" alt="Lễ trao" caption="Trao quà" />\n\n<Figure src="./anh-2.jpg" alt="Trường" caption="Thăm trường" />\n',
  ],
  'a photo in a table of words stands below it': [
    {
      body: table([
        ['Tỉnh', 'Đoàn'],
        ['Huế', `<w:p>${run('ba')}${picture('rPic', 'Lễ')}</w:p>`],
      ]),
      relations,
      parts,
    },
    '| Tỉnh | Đoàn |\n| - | - |\n| Huế | ba |\n\n<Figure src="./anh-1.jpg" alt="Lễ" />\n',
  ],
  'a photo that is not in the file is named': [
    { body: paragraph(picture('rPic', 'Lễ')) + paragraph('Bài.'), relations },
    'Bài.\n',
    'lostPictures',
  ],
  'so is one that no relation leads to': [
    paragraph(picture('rNone', 'Lễ')) + paragraph('Bài.'),
    'Bài.\n',
    'lostPictures',
  ],
  'a table of contents that is a field is left out': [
    paragraph(`${mark('begin')}${code(' TOC \\o "1-3" ')}${mark('separate')}${run('Tình hình')}${run('1')}`) +
      paragraph(`${run('Kết quả')}${run('2')}`) +
      paragraph(mark('end')) +
      paragraph('Bài.'),
    'Bài.\n',
    'contentsTable',
  ],
  'of a field within a field only what the outer one shows is read': [
    paragraph(
      `${mark('begin')}${code(' IF ')}${mark('begin')}${code(' MERGEFIELD n ')}${mark('separate')}${run('1')}${mark('end')}${code(' = 1 ')}${mark('separate')}${run('có')}${mark('end')}${run(' khách')}`,
    ),
    'có khách\n',
  ],
  'the prompts of a form are no words of its author': [
    paragraph(
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Bấm để nhập.')}</w:sdtContent></w:sdt>${run('Bài.')}`,
    ),
    'Bài.\n',
  ],
  'a large first letter belongs to its word': [
    `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${run('N')}</w:p>${paragraph('gày 2/11, đoàn đến thăm.')}`,
    'Ngày 2/11, đoàn đến thăm.\n',
  ],
  'words with their reading above them are kept': [
    paragraph(
      `<w:r><w:ruby><w:rt>${run('ひろしま')}</w:rt><w:rubyBase>${run('広島')}</w:rubyBase></w:ruby></w:r>${run(' tặng quà.')}`,
    ),
    '広島 tặng quà.\n',
  ],
  'the end of a page does not join two words': [
    paragraph('<w:r><w:t>Trao</w:t><w:br w:type="page"/><w:t>quà.</w:t></w:r>'),
    'Trao quà.\n',
  ],
  'square metres stay square': [
    paragraph(`${run('Rộng 60 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run('.')}`),
    'Rộng 60 m².\n',
  ],
  'an old font is known by the name that its own letters have': [
    paragraph(run('Liªn hiÖp', oldFont('.VnTime'))),
    'Liên hiệp\n',
    'oldFont',
  ],
  'words of Unicode among those of an old font stay': [
    paragraph(run('Liªn hiÖp Quảng Trị đón đoàn', oldFont('.VnTime'))),
    'Liên hiệp Quảng Trị đón đoàn\n',
    'oldFont',
  ],
  'bullets of Word’s fonts of signs make a list': [
    paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:tab/><w:t>Trao quà</w:t></w:r>') +
      paragraph('\uF0B7 Thăm trường'),
    '- Trao quà\n- Thăm trường\n',
    'typedLists',
  ],
};

describe('in a Word file', () => {
  test.each(Object.entries(samples))('%s', async (_, [sample, text, remark]) => {
    const article = await articleInSample(sample, index);
    expect(bodyOfArticle(article, '')).toBe(text);
    expect(article.remarks.map((one) => one.code)).toEqual(remark === undefined ? [] : [remark]);
  });
});

test('a photo that is only linked is named, and nothing is fetched', async () => {
  const body = paragraph(picture('rPic', 'Lễ').replace('r:embed', 'r:link')) + paragraph('Bài.');
  const linked = pictureRelation('rPic', 'file:///C:/anh.jpg').replace('/>', ' TargetMode="External"/>');
  const { remarks } = await articleInSample({ body, relations: linked }, index);
  expect(remarks.map((one) => one.code)).toEqual(['lostPictures', 'outside']);
});

describe('a file is read', () => {
  const made = () => unzipSync(wordFile({ body: paragraph('Bài.') }));
  const renamed = (rename: (text: string) => string): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(made()).map(([name, one]) => [rename(name), strToU8(rename(strFromU8(one)))]),
      ),
    );
  const wide = (): Uint8Array => {
    const all = made();
    const text = strFromU8(all['word/document.xml'] ?? new Uint8Array()).replace('UTF-8', 'UTF-16');
    const units = Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0));
    return zipSync({ ...all, 'word/document.xml': new Uint8Array(units.buffer) });
  };
  test.each([
    [
      'of which Word for the web has numbered the parts',
      () => renamed((text) => text.replaceAll('document.xml', 'document2.xml')),
    ],
    [
      'with the folders of Windows in its list',
      () =>
        zipSync(
          Object.fromEntries(Object.entries(made()).map(([name, one]) => [name.replaceAll('/', '\\'), one])),
        ),
    ],
    ['in UTF-16', wide],
  ])('%s', async (_, bytes) => {
    const reading = await readWord(bytes(), index);
    expect('article' in reading && bodyOfArticle(reading.article, '')).toBe('Bài.\n');
  });
});

test.each([
  ['<html><body>Bài</body></html>', 'webPage'],
  ['MIME-Version: 1.0\nContent-Type: multipart/related', 'webPage'],
  ['<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', 'webPage'],
  ['\uFEFF{\\rtf1 Bài}', 'rtf'],
  ['%PDF-1.7', 'pdf'],
  ['Bài', 'notWord'],
])('“%s” under the name of a Word file is called what it is', async (text, refused) => {
  expect(await readWord(strToU8(text), index)).toEqual({ refused });
});
