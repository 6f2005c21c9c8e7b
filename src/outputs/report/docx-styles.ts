import { AlignmentType, convertMillimetersToTwip, LevelFormat, type IPropertiesOptions } from 'docx';

/**
 * The form of an office document (Decree 30/2020/NĐ-CP, annex I) as styles of Word: a clerk changes a style once, not
 * a hundred paragraphs.
 */

/** Word counts letters in half points. */
export const points = (size: number): number => size * 2;
/** Space and lines are counted in twentieths of a point. */
export const space = (size: number): number => size * 20;

export const millimetres = convertMillimetersToTwip;

export const font = 'Times New Roman';

/** The numbers of headings: I, 1, a), and (1) for the unions in the cluster's report. */
export const outlineList = 'outline';
export const pointList = 'points';

export const styleOfLevel = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const;
export const styles = {
  body: 'BodyText',
  point: 'ReportPoint',
  pointBelow: 'ReportPointBelow',
  letterhead: 'Letterhead',
  kind: 'Title',
  subject: 'Subtitle',
  caption: 'Caption',
  cell: 'TableText',
  recipients: 'Recipients',
  dots: 'DottedLine',
} as const;

const black = '000000';
const indent = millimetres(12.7);

const heading = (level: 1 | 2 | 3 | 4) => ({
  id: styleOfLevel[level],
  name: `heading ${level}`,
  basedOn: 'Normal',
  next: styles.body,
  quickFormat: true,
  run: { bold: level < 4, italics: false, color: black, size: points(14) },
  paragraph: {
    alignment: AlignmentType.JUSTIFIED,
    spacing: { before: space(level === 1 ? 12 : 6), after: space(6) },
    keepNext: true,
    outlineLevel: level - 1,
    numbering: { reference: outlineList, level: level - 1 },
  },
});

const plain = { basedOn: 'Normal', quickFormat: true } as const;

export const paragraphStyles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font, size: points(14), color: black, language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
      paragraph: { spacing: { after: space(6), line: 276 } },
    },
  },
  paragraphStyles: [
    heading(1),
    heading(2),
    heading(3),
    heading(4),
    {
      id: styles.body,
      name: 'Body Text',
      ...plain,
      paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: indent } },
    },
    {
      id: styles.point,
      name: 'Report Point',
      ...plain,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        numbering: { reference: pointList, level: 0 },
      },
    },
    {
      id: styles.pointBelow,
      name: 'Report Point 2',
      ...plain,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        numbering: { reference: pointList, level: 1 },
      },
    },
    {
      id: styles.letterhead,
      name: 'Letterhead',
      ...plain,
      run: { size: points(12) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0, line: 240 } },
    },
    {
      id: styles.kind,
      name: 'Title',
      ...plain,
      run: { bold: true, size: points(14), color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: space(18), after: 0 } },
    },
    {
      id: styles.subject,
      name: 'Subtitle',
      ...plain,
      run: { bold: true, italics: false, size: points(14), color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
    },
    {
      id: styles.caption,
      name: 'caption',
      ...plain,
      run: { italics: true, bold: false, size: points(13), color: black },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: space(6), after: space(3) },
        keepNext: true,
      },
    },
    {
      id: styles.cell,
      name: 'Table Text',
      ...plain,
      run: { size: points(12) },
      paragraph: { spacing: { before: space(2), after: space(2), line: 240 } },
    },
    {
      id: styles.recipients,
      name: 'Recipients',
      ...plain,
      run: { size: points(11) },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
    {
      id: styles.dots,
      name: 'Dotted Line',
      ...plain,
      paragraph: { indent: { firstLine: indent }, alignment: AlignmentType.LEFT },
    },
  ],
};

/** A number at the first line's indent, with the text running on below it, as office documents have it. */
const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: 'space' as const,
  style: { paragraph: { indent: { left: 0, firstLine: indent } } },
});

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: outlineList,
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, '%1.'),
        level(1, LevelFormat.DECIMAL, '%2.'),
        level(2, LevelFormat.LOWER_LETTER, '%3)'),
        level(3, LevelFormat.DECIMAL, '(%4)'),
      ],
    },
    {
      reference: pointList,
      levels: [level(0, LevelFormat.BULLET, '-'), level(1, LevelFormat.BULLET, '+')],
    },
  ],
};
