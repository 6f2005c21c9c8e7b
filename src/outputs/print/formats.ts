/**
 * The same edition for an office: with little toner, or set for half the sheet. Each is a style that is added to the
 * print page, with its numbers where `src/styles/print/` has those of A4.
 */

/** What a print page is printed on. */
export interface Format {
  /** Rules behind those of the page. */
  readonly style: string;
  /** Width of the text of an inner page, in millimetres. */
  readonly textWidth: number;
  /** Its height. */
  readonly textHeight: number;
  /** Attribute in which an element has what it says in this format, in the place of its words. */
  readonly words?: `data-${string}`;
}

/** In CSS pixels, of the text of an inner page. */
export const widthInPixels = ({ textWidth }: Format): number => Math.round((textWidth / 25.4) * 96);

/** The print page as it is: `src/styles/print/pages.css` has these measures, and a test compares them. */
export const a4: Format = { style: '', textWidth: 174, textHeight: 255 };

/**
 * For a laser printer, in black alone: cloths and bars as outlines, pages without words left white. Nothing moves, so
 * that its pages are those of the office PDF.
 */
export const economyStyle = `
  :root { --ink: #000; --soft: #333; --hair: #888; --red: #000; }
  .print-issue svg:not(.qr) path { fill: none !important; stroke: #888; stroke-width: 0.15px; vector-effect: non-scaling-stroke; }
  .print-issue :is(.blank, .tail) > * { visibility: hidden; }
`;

/**
 * A5 in one column, ten points as on A4. Two pages lie on an A4 sheet as they are, not reduced. Its length is not
 * fitted as that of A4 is: a line more or less makes little difference on so small a page.
 */
export const a5: Format = {
  textWidth: 122,
  textHeight: 178,
  words: 'data-a5',
  style: `
    @page { size: 148mm 210mm; margin: 17mm 13mm 15mm; }
    @page :left { margin-left: 11mm; margin-right: 15mm; }
    @page :right { margin-left: 15mm; margin-right: 11mm; }
    @page cover { margin: 0; }
    @page blank { margin: 0; }
    @page back-cover { margin: 0; }
    :root { --masthead: 34pt; --title: 21pt; --headline: 14.5pt; --gap: 5mm; }
    :root:lang(lo), :root:lang(km) { --masthead: 33pt; --title: 19pt; --headline: 13.5pt; }
    :root:lang(zh) { --masthead: 44pt; }
    :root .print-issue { width: 122mm; }
    :root .print-issue :is(.cover, .blank, .back-cover) { width: 148mm; height: 209.9mm; }
    :root .print-issue .cover { padding: 11mm 13mm 0; }
    :root .print-issue .cover .theme { max-width: none; padding-top: 5mm; font-size: 17pt; }
    :root .print-issue .cover :is(.cloth, .photo) { margin: 6mm -13mm 0; }
    :root .print-issue .back-cover { padding: 0 13mm 13mm; }
    :root .print-issue .back-cover .cloth { margin: 0 -13mm 9mm; }
    :root .print-issue .back-cover .answer { max-width: 80mm; }
    :root .print-issue .back-cover .qr { width: 26mm; }
    :root .print-issue :is(.item .body, .item .facts dl, .item.brief, .contact .body) { columns: auto; }
    :root .print-issue .item.brief { break-inside: auto; }
    :root .print-issue .item :is(.headline, .standfirst) { max-width: none; }
    :root .print-issue .letter .sheet { grid-template-columns: 12mm 1fr; gap: 7mm; }
    :root .print-issue .letter .signature { margin-left: 19mm; }
    :root .print-issue :is(.body, .lead-photo) figure img { max-height: 85mm; }
    :root .print-issue .item.opens .lead-photo figure img { max-height: 105mm; }
    :root .print-issue :is(.body, .lead-photo) figure.portrait:is(.wide, .page) { grid-template-columns: auto minmax(30mm, 1fr); }
    :root .print-issue :is(.body, .lead-photo) figure.portrait:is(.wide, .page) img { max-width: 80mm; }
    :root .print-issue .body .gallery figure:not(.portrait) { flex-basis: 36mm; }
    :root .print-issue .body .gallery:has(> :last-child:nth-child(4)) figure:not(.portrait) { flex-basis: 54mm; }
    :root .print-issue .figures .charts { grid-template-columns: 1fr; }
    :root .print-issue .figures .large strong { font-size: 32pt; }
    :root .print-issue .figures :is(.bars, .aid) { break-inside: avoid; }
    :root .print-issue .figures .bars svg { width: 44mm; }
    :root .print-issue .calendar tbody th { width: 30mm; }
    :root .print-issue .unions.many .list { columns: 2; }
  `,
};
