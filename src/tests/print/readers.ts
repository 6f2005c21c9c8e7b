/** The text of a PDF as readers get it, to search and copy in. For tests. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { Document } from 'mupdf';

/** Pages as Firefox's reader, pdf.js, reads them. It takes letters apart that look like two (U+0EB3). */
export async function readAsFirefox(bytes: Uint8Array): Promise<string[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const pages: string[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
  } finally {
    await task.destroy();
  }
  return pages;
}

/** Pages as Chrome's and Edge's reader, PDFium, reads them. A hyphen that ends a line comes back as U+FFFE. */
export async function readAsChrome(bytes: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(Buffer.from(bytes));
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

/** Pages as MuPDF reads them, on which SumatraPDF and light readers for phones are built. */
export function readAsMuPdf(bytes: Uint8Array): Promise<string[]> {
  const document = Document.openDocument(bytes, 'application/pdf');
  try {
    const pages = Array.from({ length: document.countPages() }, (_, index) =>
      document.loadPage(index).toStructuredText('').asText(),
    );
    return Promise.resolve(pages);
  } finally {
    document.destroy();
  }
}
