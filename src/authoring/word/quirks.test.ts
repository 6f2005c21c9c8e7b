import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../content/read.ts';
import { filesOfCase } from '../../tests/cases.ts';
import { bodyOfArticle, readWord } from './read-word.ts';
import { dot, normalStyle, paragraph, pictureRelation, run, table, wordFile, type Sample } from './sample.ts';

/** What Word itself writes, and no other program would: each becomes text, or is named. */

const { index } = readContent(filesOfCase('good'));

async function read(bytes: Uint8Array): Promise<{ text: string; remarks: string[] }> {
  const reading = await readWord(bytes, index);
  if ('refused' in reading) throw new Error(reading.refused);
  const { article } = reading;
  return { text: bodyOfArticle(article, ''), remarks: article.remarks.map(({ code }) => code) };
}
const ofSample = (sample: Sample | string) =>
  read(wordFile(typeof sample === 'string' ? { body: sample } : sample));

const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string): string =>
  `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const relations = pictureRelation('rPic', 'media/image1.png');
const parts = { 'word/media/image1.png': dot };

describe('text is kept', () => {
  const samples: Record<string, readonly [Sample | string, string, string?]> = {
    'within a smart tag, as old versions marked names and places': [
      paragraph(
        `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">${run('Quảng Trị')}</w:smartTag>${run(' và Hiroshima')}`,
      ),
      'Quảng Trị và Hiroshima\n',
    ],
    'within a content control, of words and of paragraphs': [
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('Cả đoạn trong ô.')}</w:sdtContent></w:sdt>` +
        paragraph(`${run('Trong câu: ')}<w:sdt><w:sdtContent>${run('60 suất')}</w:sdtContent></w:sdt>`),
      'Cả đoạn trong ô.\n\nTrong câu: 60 suất\n',
    ],
    'that was moved, in its new place only': [
      paragraph(`<w:moveFrom w:id="1" w:author="A">${run('Dời đi. ')}</w:moveFrom>${run('Ở lại. ')}`) +
        paragraph(`<w:moveTo w:id="2" w:author="A">${run('Dời đi.')}</w:moveTo>`),
      'Ở lại.\n\nDời đi.\n',
      'insertions',
    ],
    'of a link that is a field': [
      paragraph(
        `${field('begin')}${instruction(' HYPERLINK "https://vi.wikipedia.org/wiki/Hiroshima" ')}${field('separate')}${run('về Hiroshima')}${field('end')}`,
      ),
      '[về Hiroshima](https://vi.wikipedia.org/wiki/Hiroshima)\n',
    ],
    'of a link that is a simple field': [
      paragraph(
        `<w:fldSimple w:instr=" HYPERLINK &quot;https://vi.wikipedia.org/wiki/Hiroshima&quot; ">${run('về Hiroshima')}</w:fldSimple>`,
      ),
      '[về Hiroshima](https://vi.wikipedia.org/wiki/Hiroshima)\n',
    ],
    'that a field shows: a number, a date, a reference': [
      paragraph(
        `${run('Trang ')}${field('begin')}${instruction(' PAGE ')}${field('separate')}${run('2')}${field('end')}${run(', ')}<w:fldSimple w:instr=" REF m ">${run('mục sau')}</w:fldSimple>`,
      ),
      'Trang 2, mục sau\n',
    ],
    'of notes at the foot and at the end, counted together': [
      {
        body: paragraph(
          `${run('HVPF')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' thăm')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
        ),
        footnotes: `<w:footnote w:id="2">${paragraph('Ở Hiroshima.')}</w:footnote>`,
        relations:
          '<Relationship Id="rEnd" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes" Target="endnotes.xml"/>',
        parts: {
          'word/endnotes.xml': `<?xml version="1.0"?><w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote w:id="2">${paragraph('Năm 2023.')}</w:endnote></w:endnotes>`,
        },
      },
      'HVPF\\[1] thăm\\[2]\n\n\\[1] Ở Hiroshima.\n\n\\[2] Năm 2023.\n',
      'footnotes',
    ],
    'of a list whose numbers come from its style': [
      {
        styles: `${normalStyle()}<w:style w:type="paragraph" w:styleId="Gach"><w:name w:val="Gạch đầu dòng"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
        body: paragraph('60 suất', 'Gach') + paragraph('120 USD', 'Gach'),
      },
      '- 60 suất\n- 120 USD\n',
    ],
    'of headings whose style is based on one of Word’s': [
      {
        styles: `${normalStyle()}<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục lớn"/><w:basedOn w:val="Heading1"/></w:style>`,
        body: paragraph('Mở đầu.') + paragraph('Buổi trao', 'Muc') + paragraph('Lễ trao.'),
      },
      'Mở đầu.\n\n## Buổi trao\n\nLễ trao.\n',
    ],
    'of headings that only have a level': [
      `${paragraph('Mở đầu.')}<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${run('Buổi trao')}</w:p>${paragraph('Lễ trao.')}`,
      'Mở đầu.\n\n## Buổi trao\n\nLễ trao.\n',
    ],
    'with hyphens that do not break, soft ones and tabs': [
      paragraph(
        '<w:r><w:t>Việt</w:t><w:noBreakHyphen/><w:t>Lào hữu</w:t><w:softHyphen/><w:t>nghị</w:t><w:tab/><w:t>2023</w:t></w:r>',
      ),
      'Việt-Lào hữunghị 2023\n',
    ],
    'with signs of symbol fonts': [
      paragraph(`${run('Trời nóng 37 ')}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>${run('C')}`),
      'Trời nóng 37 °C\n',
    ],
    'in a box as today’s Word draws it, once': [
      paragraph(
        `${run('Ngoài.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('Trong khung.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('Trong khung.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      'Ngoài.\n\nTrong khung.\n',
      'textBoxes',
    ],
    'of cells merged downwards and across, each row with its own': [
      table([
        ['Nội dung', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph('Số lượng')],
        ['<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph('Đoàn'), 'ra', '02'],
        ['<w:tcPr><w:vMerge/></w:tcPr>' + paragraph(''), 'vào', 'trên 10'],
      ]),
      '| Nội dung | Số lượng | |\n| - | - | - |\n| Đoàn | ra | 02 |\n| | vào | trên 10 |\n',
      'mergedCells',
    ],
    'but not what its author has hidden': [
      paragraph(run('Thấy. ') + run('Ẩn.', '<w:vanish/>')),
      'Thấy.\n',
      'hidden',
    ],
    'without its table of contents, which the site makes itself': [
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Mục lục')}${paragraph('Buổi trao 1')}</w:sdtContent></w:sdt>` +
        paragraph('Bài.'),
      'Bài.\n',
      'contentsTable',
    ],
  };
  test.each(Object.entries(samples))('%s', async (_, [sample, text, remark]) => {
    const made = await ofSample(sample);
    expect(made.text).toBe(text);
    expect(made.remarks).toEqual(remark === undefined ? [] : [remark, ...made.remarks.slice(1)]);
    if (remark !== undefined) expect(made.remarks).toContain(remark);
  });
});

describe('pictures are kept', () => {
  const figure = '<Figure src="./anh-1.jpg" alt="Lễ trao" />\n';
  test.each([
    [
      'as old versions drew them (VML)',
      '<w:r><w:pict><v:shape alt="Lễ trao"><v:imagedata r:id="rPic" o:title="Lễ trao"/></v:shape></w:pict></w:r>',
    ],
    [
      'with a fallback for old versions, once',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="P" descr="Lễ trao"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rPic"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata r:id="rPic"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ],
  ])('%s', async (_, body) => {
    expect((await ofSample({ body: paragraph(body), relations, parts })).text).toBe(figure);
  });
});

describe('a file of another kind of Word', () => {
  const plain = wordFile({ body: paragraph('Bài.') });
  const changed = (change: (text: string, path: string) => string): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(plain)).map(([path, bytes]) => [
          path,
          strToU8(change(new TextDecoder().decode(bytes), path)),
        ]),
      ),
    );

  test('with macros (.docm) is read without them', async () => {
    const macros = wordFile({ body: paragraph('Bài.'), parts: { 'word/vbaProject.bin': dot } });
    const files = unzipSync(macros);
    const types = new TextDecoder()
      .decode(files['[Content_Types].xml'])
      .replace(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      );
    const made = await read(zipSync({ ...files, '[Content_Types].xml': strToU8(types) }));
    expect(made).toEqual({ text: 'Bài.\n', remarks: ['macros'] });
  });

  test('saved as “Strict Open XML Document” is read', async () => {
    const strict = changed((text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
    expect((await read(strict)).text).toBe('Bài.\n');
  });

  test('with another document within it keeps its own text and names the other', async () => {
    const made = await ofSample({
      body: paragraph('Bài.') + '<w:altChunk r:id="rChunk"/>',
      relations:
        '<Relationship Id="rChunk" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.html"/>',
      parts: { 'word/chunk.html': '<p>Bài khác.</p>' },
    });
    expect(made).toEqual({ text: 'Bài.\n', remarks: ['chunks'] });
  });
});
