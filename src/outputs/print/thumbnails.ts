/** Small pictures of the pages of a PDF, for the web page of an issue. */
import sharp from 'sharp';

export interface Thumbnail {
  /** WebP. */
  bytes: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}

/** Pixels: two for each that the web page shows. */
export const thumbnailWidth = 240;

/** What pdf.js draws on in Node: `@napi-rs/canvas`, which it brings itself. */
interface Canvas {
  canvas: { toBuffer(type: 'image/png'): Uint8Array } & HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}

/** One picture a page. */
export async function thumbnails(pdf: Uint8Array): Promise<Thumbnail[]> {
  // Loaded when needed: it is large, and editions from the cache do not need it.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the bytes for itself, so it gets a copy.
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const pictures: Thumbnail[] = [];
  try {
    const factory = document.canvasFactory as { create(width: number, height: number): Canvas };
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      // Drawn twice as large and made smaller: small type stays even.
      const viewport = page.getViewport({
        scale: (2 * thumbnailWidth) / page.getViewport({ scale: 1 }).width,
      });
      const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
      await page.render({ canvas, canvasContext: context, viewport }).promise;
      const { data, info } = await sharp(canvas.toBuffer('image/png'))
        .resize(thumbnailWidth)
        // The page shows two dozen of them at half this size: 60 cannot be told from 80 there, and weighs a quarter less.
        .webp({ quality: 60, effort: 6 })
        .toBuffer({ resolveWithObject: true });
      pictures.push({ bytes: data, width: info.width, height: info.height });
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
  return pictures;
}
