import sharp from 'sharp';
import type { Locale } from '../../model/locales.ts';

/**
 * Made photographs for trials of the printed issue, and where they stand in its texts. They are for the eye and for tests:
 * numbered, with a frame that shows what is cut off, and never part of the bulletin.
 */

/** What each says of itself, in the language of the text around it. */
const captions: Readonly<Record<Locale, string>> = {
  vi: 'Ảnh mẫu, dùng để thử bố cục của trang báo.',
  en: 'A made picture, to judge the layout of the page.',
  lo: 'ຮູບຕົວຢ່າງ ໃຊ້ເພື່ອທົດລອງການຈັດໜ້າ.',
  km: 'រូបភាពគំរូ សម្រាប់សាកល្បងប្លង់ទំព័រ។',
  zh: '示意图，用于检验版面。',
  fr: 'Image d’essai, pour juger la mise en page.',
};

const shapes = { landscape: [2100, 1400], portrait: [1400, 1867], panorama: [2400, 1000] } as const;
type Shape = keyof typeof shapes;

/** One way in which photographs stand in a text. */
interface Placement {
  readonly where: 'before' | 'within' | 'behind';
  readonly shapes: readonly Shape[];
  readonly size?: 'column' | 'wide' | 'page';
  readonly inside?: 'Gallery' | 'Note';
}

/** Every way that an author has, the usual ones first. */
const placements: readonly Placement[] = [
  { where: 'before', shapes: ['landscape'] },
  { where: 'within', shapes: ['portrait'] },
  { where: 'within', shapes: ['landscape'] },
  { where: 'within', shapes: ['panorama'] },
  { where: 'behind', shapes: ['landscape'], inside: 'Note' },
  { where: 'behind', shapes: ['landscape', 'portrait', 'landscape'], inside: 'Gallery' },
  { where: 'within', shapes: ['landscape'], size: 'page' },
  { where: 'before', shapes: ['portrait'] },
  { where: 'behind', shapes: ['landscape', 'landscape', 'landscape', 'landscape'], inside: 'Gallery' },
  { where: 'within', shapes: ['landscape'], size: 'wide' },
];

/** A photograph's file name and what it shows. */
export interface MadePhoto {
  readonly name: string;
  readonly number: number;
  readonly shape: Shape;
}

export interface Placed {
  /** Which item of the issue, counted from 0. */
  readonly item: number;
  readonly placement: Placement;
  readonly photos: readonly MadePhoto[];
}

/** So many photographs, spread over the items of an issue: neighbours have different kinds. */
export function placePhotos(count: number, items: number): Placed[] {
  const placed: Placed[] = [];
  let number = 0;
  for (let at = 0; number < count; at++) {
    const left = count - number;
    const asked = placements[at % placements.length];
    const placement = asked && asked.shapes.length <= left ? asked : placements[0];
    if (!placement) break;
    const photos = placement.shapes.map((shape) => {
      number++;
      return { name: `anh-mau-${String(number).padStart(2, '0')}.jpg`, number, shape };
    });
    // Three further each time: of ten items each comes once before one comes again.
    placed.push({ item: (3 * at) % items, placement, photos });
  }
  return placed;
}

/** The text with the photographs at their place. */
export function withPhotos(mdx: string, locale: Locale, { placement, photos }: Placed): string {
  const { where, size, inside } = placement;
  const figure = ({ name, number }: MadePhoto) =>
    `<Figure src="./${name}" alt="${captions[locale]} (${number})" caption="${captions[locale]} (${number})" credit="Photo ${number}"${size ? ` size="${size}"` : ''} />`;
  const figures = photos.map(figure).join('\n');
  const markup =
    inside === 'Note'
      ? `<Note title="${captions[locale]}">\n\n${captions[locale]}\n\n${figures}\n\n${captions[locale]}\n\n</Note>`
      : inside === 'Gallery'
        ? `<Gallery caption="${captions[locale]}">\n${figures}\n</Gallery>`
        : figures;
  const [, head = '', body = ''] = /^(---\n[^]*?\n---\n)([^]*)$/.exec(mdx) ?? [];
  const paragraphs = body.trim().split(/\n\n+(?![^<]*<\/(?:Note|Gallery|PullQuote)>)/);
  const places = { before: 0, within: Math.ceil(paragraphs.length / 2), behind: paragraphs.length };
  paragraphs.splice(places[where], 0, markup);
  return `${head}\n${paragraphs.join('\n\n')}\n`;
}

/** A row of people before hills, with the photograph's number and a frame; the same each time. */
export async function drawPhoto({ number, shape }: MadePhoto): Promise<Buffer> {
  const [width, height] = shapes[shape];
  const hue = (number * 47) % 360;
  const people = Math.round(width / 150);
  const person = (at: number) => {
    const [x, y] = [((at + 0.5) * width) / people, height * 0.62 + ((at * 37) % 5) * 12];
    return `<g fill="hsl(${(hue + at * 29) % 360} 35% 42%)"><circle cx="${x}" cy="${y}" r="42" fill="hsl(28 40% ${48 + ((at * 11) % 30)}%)"/><path d="M${x - 62} ${height}V${y + 110}q0-62 62-62t62 62V${height}z"/></g>`;
  };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue} 45% 62%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 50% 86%)"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#sky)"/>
<path d="M0 ${height * 0.6}Q${width * 0.25} ${height * 0.35} ${width * 0.5} ${height * 0.55}T${width} ${height * 0.5}V${height}H0z" fill="hsl(${(hue + 90) % 360} 25% 45%)"/>
${Array.from({ length: people }, (_, at) => person(at)).join('')}
<rect x="10" y="10" width="${width - 20}" height="${height - 20}" fill="none" stroke="white" stroke-width="8"/>
<text x="${width / 2}" y="${height * 0.32}" font-family="serif" font-size="${height / 5}" fill="white" text-anchor="middle">${number}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}
