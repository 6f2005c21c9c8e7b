/**
 * What is pasted from Word, Excel or a web page as plain paragraphs, lists and tables. Which elements and marks are kept
 * says the schema; here is what those programs write in a way of their own. The HTML is taken apart in a document that is
 * never shown: nothing in it is loaded or run.
 */

/** Where Word writes a list as paragraphs: its level, and whether it counts. */
function wordItem(paragraph: Element): { level: number; ordered: boolean } | undefined {
  const style = paragraph.getAttribute('style') ?? '';
  const level = /mso-list:[^;]*?level(\d)/.exec(style)?.[1];
  if (level === undefined) return undefined;
  const sign = [...paragraph.querySelectorAll('span')].find((one) =>
    /mso-list:\s*Ignore/i.test(one.getAttribute('style') ?? ''),
  );
  const ordered = /^\s*[\dA-Za-z]{1,4}[.)]/.test(sign?.textContent ?? '');
  sign?.remove();
  return { level: Number(level), ordered };
}

/** Word’s list paragraphs, one behind the other, as lists within lists. */
function joinWordLists(document: Document): void {
  for (const paragraph of [...document.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const item = wordItem(paragraph);
    if (!item) continue;
    const entry = document.createElement('li');
    entry.append(...paragraph.childNodes);
    const before = paragraph.previousElementSibling;
    let list = before?.matches('[data-word-list]') ? before : undefined;
    if (!list) {
      list = document.createElement(item.ordered ? 'ol' : 'ul');
      list.setAttribute('data-word-list', '');
      paragraph.before(list);
    }
    let place: Element = list;
    for (let level = 1; level < item.level && place.lastElementChild; level++) {
      const last: Element = place.lastElementChild;
      const inner = [...last.children].find((one) => /^[uo]l$/i.test(one.tagName));
      const next = inner ?? document.createElement(item.ordered ? 'ol' : 'ul');
      if (!inner) last.append(next);
      place = next;
    }
    place.append(entry);
    paragraph.remove();
  }
}

/** A table of Markdown has one row of headings and no cell over several. */
function straightenTables(document: Document): void {
  for (const table of document.querySelectorAll('table')) {
    const rows = [...table.rows];
    for (const row of rows) {
      for (const cell of [...row.cells]) {
        for (let more = cell.colSpan; more > 1; more--) cell.after(document.createElement('td'));
        for (const name of ['colspan', 'rowspan', 'style', 'width', 'data-colwidth'])
          cell.removeAttribute(name);
      }
    }
    const width = Math.max(0, ...rows.map((row) => row.cells.length));
    for (const [at, row] of rows.entries()) {
      while (row.cells.length < width) row.append(document.createElement('td'));
      for (const cell of [...row.cells]) {
        const wanted = at === 0 ? 'TH' : 'TD';
        if (cell.tagName === wanted) continue;
        const other = document.createElement(wanted);
        other.append(...cell.childNodes);
        cell.replaceWith(other);
      }
    }
  }
}

const isSpace = /[\u00a0\u2007\u202f\s]+/g;

/** Spaces that cannot break, as word processors leave them everywhere, and signs that nobody sees. */
function plainSpaces(document: Document): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.nodeValue = (text.nodeValue ?? '')
      .normalize('NFC')
      .replace(/[\u200b\ufeff\u00ad]/g, '')
      .replace(isSpace, ' ');
  }
}

/** HTML as it was pasted → HTML that the schema reads. */
export function cleanPaste(html: string): string {
  const document = new DOMParser().parseFromString(html, 'text/html');
  for (const one of document.querySelectorAll(
    'style, script, meta, link, title, img, picture, svg, object, iframe, form, input, o\\:p',
  ))
    one.remove();
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const one of found) one.parentNode?.removeChild(one);
  joinWordLists(document);
  straightenTables(document);
  plainSpaces(document);
  // A paragraph without a word is a gap between paragraphs.
  for (const one of document.querySelectorAll('p, h1, h2, h3, h4, h5, h6'))
    if (one.textContent.trim() === '' && !one.closest('td, th')) one.remove();
  return document.body.innerHTML;
}
