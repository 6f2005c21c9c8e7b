import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finish } from '../../outputs/print/finish.ts';
import { failures } from './pdf-ua.ts';

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
  const element = (S: string, K: unknown[], more = {}) => pdf.context.obj({ S, K, ...more } as never);
  const tree = element('Document', [
    element('H2', []),
    element('H4', []),
    element('Figure', []),
    element('Fable', []),
    element('L', [element('LBody', [])]),
    element('Table', [element('TR', [element('TH', [])])]),
  ]);
  pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.obj({ K: tree }));
  await finish(pdf, { title: 'Title', author: 'A', language: 'vi', day: '2023-12-31' });
  expect(failures(pdf).filter((one) => !one.includes('no content'))).toEqual([
    '06-002 not marked as tagged',
    '14-002 the first heading is H2',
    '14-003 H4 after H2: ',
    '13-004 a figure without alternative text',
    '02-001 Fable is not a standard type',
    '09-004 LBody in L',
    '15-003 a header without scope: ',
  ]);
});
