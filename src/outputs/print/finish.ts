/**
 * Gives a PDF from Chromium what the browser leaves out: language, title, dates, metadata.
 *
 * The same content must give the same bytes, on any day: the dates come from the issue, and what Chromium numbers
 * by its own running counters is numbered anew. No PDF/UA mark is written, for conformity has not been proven.
 */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { markArtifacts } from './artifacts.ts';
import { packPages } from './page-content.ts';
import type { Passage } from './passages.ts';
import { declarePdfX, pdfXVersion } from './press.ts';
import { markRepeatedHeads } from './repeated-heads.ts';
import { makeSearchable } from './searchable-text.ts';
import { tagStructure } from './tag-structure.ts';

export interface Finish {
  title: string;
  /** Who publishes the issue. */
  author: string;
  /** BCP 47, as in the page's `lang`. */
  language: string;
  /** The day that it is dated, `2023-12-31`: a PDF knows neither half-years nor months. */
  day: string;
  /** The words of the page's headings, in order. Default: none, the outline stays as it is. */
  headings?: readonly string[];
  /** The words of the page's links: address, or `#id`, → words. Default: a link is described by its address. */
  links?: Readonly<Record<string, string>>;
  /** What the page says, piece by piece. Default: nothing is told to the structure that Chromium left out. */
  passages?: readonly Passage[];
  /** Whether its pages lie in pairs, odd ones on the right, as in the printed copy. Default: true. */
  spreads?: boolean;
  /** Links below this address are taken out: it is not one that a reader could open. */
  deadOrigin?: string;
  /** Whether it is for the printing house, and says so as PDF/X does. Default: false. */
  press?: boolean;
}

/** Named in the PDF instead of the browser's version, so that it says who made the issue. */
export const producer = 'Bản tin hữu nghị';

/** Changes the PDF in place and returns the bytes of the file. */
export async function finish(
  pdf: PDFDocument,
  {
    title,
    author,
    language,
    day,
    headings = [],
    links = {},
    passages = [],
    spreads = true,
    deadOrigin,
    press = false,
  }: Finish,
) {
  const { catalog, context } = pdf;
  const date = new Date(`${day}T00:00:00Z`);

  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setLanguage(language);
  pdf.setProducer(producer);
  pdf.setCreator(producer);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  catalog.set(
    PDFName.of('Metadata'),
    context.register(
      context.stream(xmp({ title, author, language, date, press }), { Type: 'Metadata', Subtype: 'XML' }),
    ),
  );
  catalog.set(PDFName.of('PageLayout'), PDFName.of(spreads ? 'TwoPageRight' : 'SinglePage'));
  for (const page of pdf.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));

  mendOutline(pdf, headings);
  if (deadOrigin) removeLinks(pdf, deadOrigin);
  describeLinks(pdf, links);
  mapRoles(pdf);
  if (catalog.has(PDFName.of('StructTreeRoot'))) {
    renumberStructure(pdf);
    markRepeatedHeads(pdf);
    makeSearchable(pdf, (runs) => tagStructure(pdf, runs, passages));
    markArtifacts(pdf);
  }
  packPages(pdf);
  if (press) declarePdfX(pdf, { title, day });
  // Objects in streams (PDF 1.5) spare a tagged file a third of its weight; PDF/X-1a is PDF 1.4.
  return pdf.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    useObjectStreams: !press,
    // Without pauses for a window that would have to be drawn.
    objectsPerTick: Infinity,
  });
}

function xmp({
  title,
  author,
  language,
  date,
  press,
}: {
  title: string;
  author: string;
  language: string;
  date: Date;
  press: boolean;
}) {
  const text = (value: string) => value.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
  const stamp = date.toISOString().replace('.000', '');
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${text(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${text(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${text(producer)}</xmp:CreatorTool>
<xmp:CreateDate>${stamp}</xmp:CreateDate>
<xmp:ModifyDate>${stamp}</xmp:ModifyDate>
<pdf:Producer>${text(producer)}</pdf:Producer>${
    press
      ? `\n<pdf:Trapped>False</pdf:Trapped>\n<pdfx:GTS_PDFXVersion>${pdfXVersion}</pdfx:GTS_PDFXVersion>`
      : ''
  }
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`);
}

/** Chromium drops the space at which a heading was broken into lines (“pour lessoixante-dix ans”). */
function mendOutline(pdf: PDFDocument, headings: readonly string[]): void {
  const unspaced = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
  let next = 0;
  // Entries stand in the order of the page, each before those below it.
  const walk = (entry: PDFDict | undefined): void => {
    for (let item = entry; item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const title = unspaced(
        item.lookupMaybe(PDFName.of('Title'), PDFString, PDFHexString)?.decodeText() ?? '',
      );
      const found = headings.findIndex((heading, index) => index >= next && unspaced(heading) === title);
      const words = headings[found];
      if (words !== undefined) {
        item.set(PDFName.of('Title'), PDFHexString.fromText(words));
        next = found + 1;
      }
      walk(item.lookupMaybe(PDFName.of('First'), PDFDict));
    }
  };
  walk(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.lookupMaybe(PDFName.of('First'), PDFDict));
}

/** Takes out the links that lead to the made-up address; their words stay. */
function removeLinks(pdf: PDFDocument, deadOrigin: string): void {
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots();
    if (!annotations) continue;
    for (let index = annotations.size() - 1; index >= 0; index--) {
      const action = annotations.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of('A'), PDFDict);
      const uri = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString);
      if (uri?.decodeText().startsWith(`${deadOrigin}/`)) annotations.remove(index);
    }
  }
}

/** Says of each link what it is, for those who hear it (ISO 14289-1, 7.18.5). */
function describeLinks(pdf: PDFDocument, words: Readonly<Record<string, string>>): void {
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots();
    for (let index = 0; annotations && index < annotations.size(); index++) {
      const link = annotations.lookupMaybe(index, PDFDict);
      const action = link?.lookupMaybe(PDFName.of('A'), PDFDict);
      const address = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText();
      const target = link?.get(PDFName.of('Dest'));
      const key = address ?? (target instanceof PDFName ? `#${target.decodeText()}` : '');
      const said = words[key] || address;
      if (said) link?.set(PDFName.of('Contents'), PDFHexString.fromText(said));
    }
  }
}

/** Chromium tags with types of PDF 2.0, which this file is not: what they are there is said in the map of roles. */
function mapRoles(pdf: PDFDocument): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const roles = { Aside: 'Sect', Strong: 'Span', Em: 'Span', Title: 'P', Sub: 'Span', FENote: 'Note' };
  root?.set(PDFName.of('RoleMap'), pdf.context.obj(roles));
}

/**
 * Chromium names cells of tables by the running number of their element in the browser (`node00000262`), which may
 * differ from run to run. Ranked instead, they keep the order in which the ID tree must be sorted.
 */
function renumberStructure(pdf: PDFDocument): void {
  const found: { name: string; rename: (name: PDFString) => void }[] = [];
  const collect = (value: unknown, set: (name: PDFString) => void): void => {
    if (value instanceof PDFString) {
      const name = value.asString();
      if (/^node\d+$/.test(name)) found.push({ name, rename: set });
    } else if (value instanceof PDFArray) {
      value.asArray().forEach((item, index) => collect(item, (name) => value.set(index, name)));
    } else if (value instanceof PDFDict) {
      for (const [key, item] of value.entries()) collect(item, (name) => value.set(key, name));
    }
  };
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    collect(object, (name) => pdf.context.assign(reference, name));
  }
  const ranked = [...new Set(found.map(({ name }) => name))].sort();
  const newNames = new Map(
    ranked.map((name, index) => [name, PDFString.of(`node${String(index + 1).padStart(8, '0')}`)]),
  );
  for (const { name, rename } of found) rename(newNames.get(name) ?? PDFString.of(name));
}
