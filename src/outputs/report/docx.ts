import {
  AlignmentType,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ICommentOptions,
  type IParagraphOptions,
} from 'docx';
import { reportText } from '../../i18n/report.ts';
import type { ReportBlock, ReportEdition, ReportTable } from '../../editions/report.ts';
import {
  millimetres,
  numbering,
  paragraphStyles,
  points,
  space,
  styleOfLevel,
  styles,
} from './docx-styles.ts';
import { issuerLines } from './issuer-lines.ts';
import { withStableBytes } from './stable-bytes.ts';

/** A report as a Word file: an office document with real styles, numbers and tables, and remarks as Word comments. */

const page = {
  width: millimetres(210),
  height: millimetres(297),
  margin: { top: millimetres(22), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) },
};
const textWidth = page.width - page.margin.left - page.margin.right;

/** Comments with their numbers: what is said at a place in the text and listed in a part of its own. */
class Remarks {
  readonly comments: ICommentOptions[] = [];
  private readonly date: Date;

  constructor(day: string) {
    this.date = new Date(`${day}T00:00:00Z`);
  }

  /** The runs of a paragraph with its remarks round them. */
  around(runs: readonly TextRun[], remarks: readonly string[]): IParagraphOptions['children'] {
    const ids = remarks.map((remark) => {
      const id = this.comments.length;
      this.comments.push({
        id,
        author: reportText('comment.author'),
        initials: 'BT',
        date: this.date,
        children: [new Paragraph({ children: [new TextRun(remark)] })],
      });
      return id;
    });
    return [
      ...ids.map((id) => new CommentRangeStart(id)),
      ...runs,
      ...ids.flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ]),
    ];
  }
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** A line below words, of a share of the width that they stand in. */
const lineBelow = (width: number, share: number): Paragraph =>
  new Paragraph({
    style: styles.letterhead,
    indent: { left: Math.round((width * (1 - share)) / 2), right: Math.round((width * (1 - share)) / 2) },
    border: { top: { ...thin, size: 6, space: 1 } },
    spacing: { before: space(2), after: 0, line: 120, lineRule: 'exact' },
    children: [],
  });

const words = (text: string, run: ConstructorParameters<typeof TextRun>[0] = {}): TextRun =>
  new TextRun(typeof run === 'string' ? run : { ...run, text });

const letterheadLine = (
  text: string,
  run: { bold?: boolean; italics?: boolean; size?: number } = {},
): Paragraph => new Paragraph({ style: styles.letterhead, children: [words(text, run)] });

/** Two columns without lines: who writes at the left, the state and the day at the right. */
function letterhead({ letterhead: head, draft }: ReportEdition): FileChild[] {
  // In capitals of 12 points neither side fits into half of the text: letterheads reach into the margins.
  const left = millimetres(79);
  const right = millimetres(95);
  const cell = (width: number, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: noBorders,
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      children,
    });
  const rows = [
    [
      cell(left, [
        ...(head.superior === undefined ? [] : [letterheadLine(head.superior)]),
        ...issuerLines(head.issuer).map((one) => letterheadLine(one, { bold: true })),
        lineBelow(left, 0.4),
      ]),
      cell(right, [
        letterheadLine(reportText('state'), { bold: true, size: points(12) }),
        letterheadLine(reportText('motto'), { bold: true, size: points(13) }),
        // As long as the words: “Độc lập - Tự do - Hạnh phúc” in bold 13 point letters is some 58 mm wide.
        lineBelow(right, Math.min(1, millimetres(58) / right)),
      ]),
    ],
    [
      cell(left, [letterheadLine(head.number, { size: points(13) })]),
      cell(right, [letterheadLine(head.placeAndDay, { italics: true, size: points(13) })]),
    ],
  ];
  return [
    ...(draft
      ? [
          new Paragraph({
            style: styles.letterhead,
            alignment: AlignmentType.RIGHT,
            children: [words(reportText('draft'), { bold: true, italics: true })],
          }),
        ]
      : []),
    new Table({
      width: { size: left + right, type: WidthType.DXA },
      indent: { size: -Math.round((left + right - textWidth) / 2), type: WidthType.DXA },
      columnWidths: [left, right],
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: rows.map((children) => new TableRow({ children, cantSplit: true })),
    }),
  ];
}

function table({ title, columns, rows, remarks: said }: ReportTable, remarks: Remarks): FileChild[] {
  const widths = columns.map(({ width }) => Math.round((textWidth * width) / 100));
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: [
        new Paragraph({
          style: styles.cell,
          alignment: isHead
            ? AlignmentType.CENTER
            : columns[column]?.figures
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          children: [words(text, { bold: isHead })],
        }),
      ],
    });
  return [
    new Paragraph({ style: styles.caption, children: remarks.around([words(title)], said) ?? [] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: {
        top: thin,
        bottom: thin,
        left: thin,
        right: thin,
        insideHorizontal: thin,
        insideVertical: thin,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map((one, index) => cell(one.title, index, true)),
        }),
        ...rows.map(
          (row) =>
            new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) }),
        ),
      ],
    }),
    // Two tables without a paragraph between them would become one.
    new Paragraph({ style: styles.cell, children: [] }),
  ];
}

const styleOf = { paragraph: styles.body, item: styles.point, subitem: styles.pointBelow } as const;

/** @param keepNext whether it stays on the page of what follows */
function block(one: ReportBlock, remarks: Remarks, keepNext = false): FileChild[] {
  switch (one.kind) {
    case 'table':
      return table(one, remarks);
    case 'blank':
      return [
        new Paragraph({
          style: styles.dots,
          tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'dot' }],
          children: remarks.around([new TextRun({ children: [new Tab()] })], one.remarks) ?? [],
        }),
      ];
    default:
      return [
        new Paragraph({
          style: styleOf[one.kind],
          ...(keepNext && { keepNext }),
          children: remarks.around([words(one.text)], one.remarks) ?? [],
        }),
      ];
  }
}

/** The recipients at the left, who signs at the right, with room for the signature. */
function ending({ recipients, signature }: ReportEdition): FileChild {
  const left = Math.round(textWidth * 0.5);
  const right = textWidth - left;
  const signs = (text: string, bold = true, before = 0): Paragraph =>
    new Paragraph({
      style: styles.letterhead,
      spacing: { before: space(before), after: 0 },
      children: [words(text, { bold, size: points(14) })],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [left, right],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: left, type: WidthType.DXA },
            borders: noBorders,
            children: [
              new Paragraph({
                style: styles.recipients,
                children: [words(reportText('recipients'), { bold: true, italics: true, size: points(12) })],
              }),
              ...(recipients.length > 0 ? recipients : [reportText('dots')]).map(
                (one) => new Paragraph({ style: styles.recipients, children: [words(`- ${one}`)] }),
              ),
            ],
          }),
          new TableCell({
            width: { size: right, type: WidthType.DXA },
            borders: noBorders,
            children: [
              ...(signature.authority === undefined ? [] : [signs(signature.authority)]),
              signs(signature.office),
              signs(signature.name, true, 72),
            ],
          }),
        ],
      }),
    ],
  });
}

/** The page number, in the top margin of every page but the first. */
const header = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 0 },
        children: [new TextRun({ children: [PageNumber.CURRENT], size: points(14) })],
      }),
    ],
  });

/**
 * The Word file of a report. The same report makes the same bytes.
 */
export async function reportDocx(report: ReportEdition): Promise<Uint8Array> {
  const remarks = new Remarks(report.day);
  const kind = new Paragraph({
    style: styles.kind,
    children: remarks.around([words(reportText('kind'))], report.remarks) ?? [],
  });
  const body: FileChild[] = [
    ...letterhead(report),
    kind,
    ...report.title
      .split('\n')
      .map((line) => new Paragraph({ style: styles.subject, children: [words(line)] })),
    new Paragraph({
      style: styles.subject,
      indent: { left: Math.round(textWidth * 0.38), right: Math.round(textWidth * 0.38) },
      border: { top: { ...thin, size: 6, space: 1 } },
      spacing: { before: space(3), after: space(6), line: 120, lineRule: 'exact' },
      children: [],
    }),
    ...report.opening.flatMap((one) => block(one, remarks)),
    ...report.sections.flatMap((section) => [
      new Paragraph({
        style: styleOfLevel[section.level],
        children: remarks.around([words(section.title)], section.remarks) ?? [],
      }),
      ...section.blocks.flatMap((one) => block(one, remarks)),
    ]),
    // A page with nothing but the signature could be put under any other paper.
    ...report.closing.flatMap((one) => block(one, remarks, true)),
    ending(report),
  ];
  const document = new Document({
    title: `${reportText('kind')} ${report.title.replaceAll('\n', ' ')}`,
    creator: report.letterhead.issuer,
    lastModifiedBy: report.letterhead.issuer,
    styles: paragraphStyles,
    numbering,
    comments: { children: remarks.comments },
    fonts: [],
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { ...page.margin, header: millimetres(10), footer: millimetres(10) },
          },
        },
        headers: { default: header(), first: new Header({ children: [new Paragraph({ children: [] })] }) },
        children: body,
      },
    ],
  });
  return withStableBytes(await Packer.toBuffer(document), report.day);
}
