import type { Locale } from '../../model/locales.ts';
import { colours } from './colours.ts';

/** How a letter looks: by `style` attributes, as Outlook and Gmail know little else. */

/** Of the column of text, in pixels. */
export const columnWidth = 600;

interface Script {
  /**
   * Faces that phones and PCs have: a letter brings none. Those of Windows stand first, as Outlook takes Times for a letter
   * whose first face it has not.
   */
  readonly faces: string;
  /** In pixels; the letters of Lao and Khmer are small for their size. */
  readonly size: number;
  readonly leading: number;
}
const latin: Script = { faces: "Georgia, 'Times New Roman', serif", size: 16, leading: 1.55 };
const scripts: Readonly<Record<Locale, Script>> = {
  vi: latin,
  en: latin,
  fr: latin,
  lo: {
    faces: "'Leelawadee UI', 'Noto Sans Lao', 'Lao Sangam MN', 'Lao UI', DokChampa, sans-serif",
    size: 17,
    leading: 1.75,
  },
  km: {
    faces: "'Leelawadee UI', 'Noto Sans Khmer', 'Khmer Sangam MN', 'Khmer UI', sans-serif",
    size: 17,
    leading: 1.9,
  },
  zh: {
    faces: "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
    size: 16,
    leading: 1.7,
  },
};

export type Colour = 'ink' | 'muted' | 'accent';

/** Of a paragraph or heading. */
export interface TextStyle {
  /** Beside the text's own size. */
  readonly scale?: number;
  readonly colour?: Colour;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Above and below, in pixels. */
  readonly space?: readonly [number, number];
}

/** The `style` of a paragraph or heading. Every one says all of it: what is around counts for nothing in Outlook. */
export function typeStyle(
  locale: Locale,
  { scale = 1, colour = 'ink', space = [0, 0], ...type }: TextStyle,
): string {
  const { faces, size, leading } = scripts[locale];
  // Large lines stand closer; Lao and Khmer have marks above and below.
  const line = scale >= 1.2 ? leading - 0.25 : leading;
  return [
    `margin: ${space[0]}px 0 ${space[1]}px`,
    `font-family: ${faces}`,
    `font-size: ${Math.round(size * scale)}px`,
    // Outlook takes it for the least height otherwise, and adds its own.
    'mso-line-height-rule: exactly',
    `line-height: ${line.toFixed(2)}`,
    `font-weight: ${type.bold ? 'bold' : 'normal'}`,
    // Khmer, Lao and Chinese have no slanted letters.
    ...(type.italic && scripts[locale] === latin ? ['font-style: italic'] : []),
    `color: ${colours[colour].day}`,
  ].join('; ');
}

/** What the `style` attributes say of colours, at night. Programs that do not know it turn colours round by themselves. */
export const nightStyle = [
  ':root { color-scheme: light dark; }',
  '@media (prefers-color-scheme: dark) {',
  `.paper { background-color: ${colours.paper.night} !important; }`,
  ...(['ink', 'muted', 'accent'] as const).map(
    (name) => `.${name} { color: ${colours[name].night} !important; }`,
  ),
  `.rule { border-color: ${colours.rule.night} !important; }`,
  '}',
].join('\n');
