/**
 * Turns the colours of a printed page (DeviceRGB, as Chromium writes them) into the four inks of a press, or into black
 * alone for a press of one colour.
 *
 * A general conversion makes text of 10 points out of four inks, which no press lays down exactly one upon another.
 * So the design's colours are a table: text and rules are black alone, and each dye of the cloth is chosen. A colour that
 * is not in the table stops the file: nobody has chosen its inks.
 */
import { PDFDict, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { unpacked } from './deflate.ts';
import { readPage, writePage } from './page-content.ts';

/** Cyan, magenta, yellow, black: each 0–100 %. */
export type Inks = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** No more ink than a press can dry on coated paper, all four together, in per cent. */
export const mostInk = 300;

/** The colours of `styles/tokens.css` and `styles/print/scripts.css` that a page is printed in. */
export const inksOf: Readonly<Record<string, Inks>> = {
  '#ffffff': [0, 0, 0, 0],
  // Text, rules, the code on the back cover: on the black plate alone.
  '#000000': [0, 0, 0, 100],
  '#1c1a17': [0, 0, 0, 100],
  '#5c554b': [0, 0, 0, 72],
  '#b9b0a3': [0, 0, 0, 32],
  // The one red.
  '#9b1c2e': [18, 100, 76, 22],
  // The dyes of the cloth.
  '#8f1d2f': [22, 100, 74, 28],
  '#22305a': [100, 84, 32, 22],
  '#d9a035': [10, 38, 90, 2],
  '#3a6b4b': [76, 34, 74, 22],
  '#a9562b': [20, 74, 92, 12],
  '#7f97bd': [52, 32, 8, 2],
  '#26231f': [30, 25, 25, 95],
  '#efe6d3': [4, 7, 18, 0],
  '#fbf9f4': [0, 0, 0, 0],
};

/** What a press prints with: four inks, or black alone. */
export type Plates = 'cmyk' | 'black';

/**
 * Changes all pages and pictures in place. Chromium writes its strings in hexadecimal, so that an operator's name stands
 * nowhere but where it is one.
 *
 * @throws Error where a colour is not in the table; it names the first page on which it stands
 */
export async function setInInks(pdf: PDFDocument, plates: Plates): Promise<void> {
  for (const [index, page] of pdf.getPages().entries()) {
    writePage(page, inInks(readPage(page), plates, index + 1));
  }
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    if (object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) continue;
    pdf.context.assign(reference, await pictureInInks(pdf, object, plates));
  }
}

/**
 * A content stream whose colours are inks.
 *
 * @param page its number, for the error
 * @throws Error where a colour is not in the table
 * @example
 * inInks('.1098 .102 .0902 rg', 'cmyk', 1) // => '0 0 0 1 k'
 * inInks('.1098 .102 .0902 rg', 'black', 1) // => '0 g'
 */
export function inInks(content: string, plates: Plates, page: number): string {
  return content.replace(
    /(?<=^|\s)([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)(?=\s|$)/g,
    (_, red: string, green: string, blue: string, operator: string) => {
      const colour = hexadecimal([red, green, blue].map(Number));
      const inks = inksOf[colour];
      if (!inks) {
        throw new Error(
          `Page ${page} has the colour ${colour}, for which no inks are chosen: use a colour of the design, ` +
            `or add it to the table in src/outputs/print/inks.ts.`,
        );
      }
      const fills = operator === 'rg';
      if (plates === 'cmyk') return `${inks.map(part).join(' ')} ${fills ? 'k' : 'K'}`;
      return `${part(100 - grey(colour, inks))} ${fills ? 'g' : 'G'}`;
    },
  );
}

/** How much black stands for a colour: what is black alone stays as it is, a dye is as dark as the eye sees it. */
function grey(colour: string, [cyan, magenta, yellow, black]: Inks): number {
  if (cyan + magenta + yellow === 0) return black;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.round(100 - (0.299 * red + 0.587 * green + 0.114 * blue) / 2.55);
}

/** `part(22) // => '0.22'` */
const part = (percent: number): string => String(Number((percent / 100).toFixed(4)));

/** `hexadecimal([1, 0.5, 0]) // => '#ff8000'` */
function hexadecimal(parts: readonly number[]): string {
  return `#${parts
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/**
 * A picture of a page as JPEG for the plates. The profile is the one that comes with sharp, “Chemical proof” by Graeme
 * Gill, in the public domain, which lays down at most 283 % of ink.
 */
async function pictureInInks(pdf: PDFDocument, picture: PDFRawStream, plates: Plates): Promise<PDFRawStream> {
  const { dict } = picture;
  const [width, height] = ['Width', 'Height'].map((name) => Number(String(dict.get(PDFName.of(name)))));
  const isJpeg = dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode');
  const isMask = dict.get(PDFName.of('ColorSpace')) === PDFName.of('DeviceGray') && !isJpeg;
  if (isMask) return picture;
  const read = isJpeg
    ? sharp(picture.getContents())
    : sharp(unpacked(picture), {
        raw: { width: width ?? 0, height: height ?? 0, channels: 3 },
      });
  const colours = plates === 'cmyk' ? 'cmyk' : 'b-w';
  const made = await read.toColourspace(colours).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
  const mask = dict.get(PDFName.of('SMask'));
  return PDFRawStream.of(
    PDFDict.withContext(pdf.context).context.obj({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width ?? 0,
      Height: height ?? 0,
      BitsPerComponent: 8,
      ColorSpace: plates === 'cmyk' ? 'DeviceCMYK' : 'DeviceGray',
      Filter: 'DCTDecode',
      // JPEG of four inks holds them turned round, as Adobe's programs began to write it.
      ...(plates === 'cmyk' && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
      ...(mask && { SMask: mask }),
      Length: made.length,
    }),
    made,
  );
}
