import { PDFDict, PDFDocument, PDFName, PDFString, type PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finish } from '../../outputs/print/finish.ts';
import { fontFailures } from './pdf-ua-fonts.ts';
import { failures } from './pdf-ua.ts';
import { sampleFont } from './sample-font.ts';

test('a PDF that nobody has cared for fails', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText('Words');
  expect(failures(await PDFDocument.load(await pdf.save()))).toEqual(
    expect.arrayContaining([
      '06-001 no metadata',
      '07-001 shows its file name',
      '11-001 no language',
      '06-002 not marked as tagged',
      '01-005 no structure',
      '01-005 no content, page 1',
      '31-009 Helvetica is not embedded',
    ]),
  );
});

test('a tree of the wrong shape is found', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const { context } = pdf;
  const element = (S: string, K: PDFRef[], more = {}) => {
    const ref = context.register(context.obj({ S, K, ...more }));
    for (const kid of K) context.lookup(kid, PDFDict).set(PDFName.of('P'), ref);
    return ref;
  };
  const orphan = element('P', []);
  const tree = element('Document', [
    element('H2', []),
    element('H4', []),
    element('Figure', []),
    element('Fable', [], { Lang: PDFString.of('vi_VN') }),
    element('Note', []),
    element('L', [element('LBody', []), element('LI', [element('LBody', [orphan])])]),
    element('Table', [
      element('Caption', []),
      element('TR', [element('TH', [])]),
      element('TR', [element('TH', [], { A: { Scope: 'Row' } }), element('TD', [])]),
    ]),
  ]);
  context.lookup(orphan, PDFDict).delete(PDFName.of('P'));
  const root = context.register(context.obj({ K: tree }));
  context.lookup(tree, PDFDict).set(PDFName.of('P'), root);
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
  await finish(pdf, { title: 'Title', author: 'A', language: 'vi', day: '2023-12-31' });
  expect(failures(pdf).filter((one) => !one.includes('no content'))).toEqual([
    '06-002 not marked as tagged',
    '14-002 the first heading is H2',
    '14-003 H4 after H2: ',
    '13-004 a figure without alternative text',
    '02-001 Fable is not a standard type',
    '15-003 a header without scope: ',
    '7.2-29 vi_VN is no language tag',
    '7.9-1 a note without ID',
    '7.2-19 LBody in L: ',
    '7.2-18 LBody in L',
    '7.1-12 P does not name its parent',
    '7.2-42 rows of different lengths: ',
  ]);
});

test('a code that is drawn must have a glyph, its width and a text, unless it is drawn unseen', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const { context } = pdf;
  const program = context.register(context.flateStream(sampleFont));
  const font = (W: unknown[]) =>
    context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: 'Sample',
        Encoding: 'Identity-H',
        ToUnicode: context.register(context.flateStream('1 beginbfchar\n<0002> <1780>\nendbfchar')),
        DescendantFonts: [{ Subtype: 'CIDFontType2', W, FontDescriptor: { FontFile2: program } }],
      } as never),
    );
  const draw = (content: string, W: unknown[]) => {
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font(W) } }));
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
    return fontFailures(pdf);
  };
  const text = (codes: string, mode = 0) => `BT /F1 9 Tf ${mode} Tr <${codes}> Tj ET`;
  // The square is 600 wide.
  expect(draw(text('0002'), [2, [601]])).toEqual([]);
  expect(draw(text('0002'), [2, [601.1]])).toEqual(['7.21.5-1 Sample: 2 is 600 wide, not 601.1']);
  expect(draw(text('0002', 3), [2, [900]])).toEqual([]);
  expect(draw(text('0001'), [1, [260]])).toEqual(['7.21.7-1 Sample does not say what 1 reads']);
  expect(draw(text('0004'), [])).toEqual(['7.21.4.1-2 Sample has no glyph 4']);
  expect(draw(text('0000'), [0, [0]])[0]).toBe('7.21.8-1 Sample draws .notdef');
});
