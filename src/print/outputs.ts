/** What is made of one edition, and where it stands beside its office PDF. */

/** The PDF for screen and office, the booklet, the PDF for the printing house, small pictures of the pages. */
export const outputKinds = ['office', 'booklet', 'press', 'pictures'] as const;
export type OutputKind = (typeof outputKinds)[number];

export interface PrintedFile {
  kind: OutputKind;
  /** Path below `dist`. */
  out: string;
  bytes: number;
  /** Of a PDF. */
  pages?: number;
  /** Of a picture: number of its page, and its size in pixels. */
  picture?: { page: number; width: number; height: number };
}

/**
 * @param office path of the office PDF
 * @param page number of the page, for pictures
 * @example
 * outputPath('issues/2023-2/ban-tin-2023-2-lo.pdf', 'press') // => 'issues/2023-2/ban-tin-2023-2-lo-press.pdf'
 * outputPath('issues/2023-2/ban-tin-2023-2-lo.pdf', 'pictures', 7) // => 'issues/2023-2/pages/ban-tin-2023-2-lo-07.webp'
 */
export function outputPath(office: string, kind: OutputKind, page = 1): string {
  const cut = office.lastIndexOf('/') + 1;
  const [folder, name] = [office.slice(0, cut), office.slice(cut).replace(/\.pdf$/, '')];
  if (kind === 'office') return office;
  if (kind === 'pictures') return `${folder}pages/${name}-${String(page).padStart(2, '0')}.webp`;
  return `${folder}${name}-${kind}.pdf`;
}
