import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { issuerLines } from './issuer-lines.ts';
import { headingDepths, headingNumbers } from '../../editions/report-numbers.ts';
import type { ReportBlock, ReportEdition, ReportTable } from '../../editions/report.ts';
import { reportText } from '../../i18n/report.ts';
import { element, text } from '../../model/markup.ts';

/** A report as one page of HTML, which a browser prints as the PDF. Remarks for the clerk are not in it. */

const style = readFileSync(join(import.meta.dirname, 'report.css'), 'utf8');

const words = (tag: string, said: string, className?: string): Element =>
  element(tag, className === undefined ? {} : { className: [className] }, [text(said)]);

function table({ title, columns, rows }: ReportTable): Element {
  const row = (cells: Element[]): Element => element('tr', {}, cells);
  return element('table', {}, [
    words('caption', title),
    element('thead', {}, [row(columns.map((one) => element('th', { scope: 'col' }, [text(one.title)])))]),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        row(cells.map((cell, index) => words('td', cell, columns[index]?.figures ? 'figures' : undefined))),
      ),
    ),
  ]);
}

/** The blocks in order; points that follow one another are one list. */
function blocksOf(blocks: readonly ReportBlock[]): Element[] {
  const made: Element[] = [];
  for (const block of blocks) {
    if (block.kind === 'item' || block.kind === 'subitem') {
      const point = words('li', block.text, block.kind === 'subitem' ? 'below' : undefined);
      const last = made.at(-1);
      if (last?.tagName === 'ul') last.children.push(point);
      else made.push(element('ul', {}, [point]));
    } else if (block.kind === 'table') made.push(table(block));
    else
      made.push(block.kind === 'blank' ? element('p', { className: ['blank'] }, []) : words('p', block.text));
  }
  return made;
}

/** Lines with a break between them. */
const broken = (lines: readonly string[]): Element['children'] =>
  lines.flatMap((line, index) => [...(index > 0 ? [element('br', {}, [])] : []), text(line)]);

function letterhead({ letterhead: head, draft }: ReportEdition): Element[] {
  return [
    ...(draft ? [words('p', reportText('draft'), 'draft')] : []),
    element('header', { className: ['letterhead'] }, [
      element('div', {}, [
        ...(head.superior === undefined ? [] : [words('p', head.superior)]),
        element('p', { className: ['issuer'] }, broken(issuerLines(head.issuer))),
        words('p', head.number, 'number'),
      ]),
      element('div', {}, [
        words('p', reportText('state'), 'state'),
        words('p', reportText('motto'), 'motto'),
        words('p', head.placeAndDay, 'day'),
      ]),
    ]),
  ];
}

function ending({ recipients, signature }: ReportEdition): Element {
  const named = recipients.length > 0 ? recipients : [reportText('dots')];
  return element('footer', { className: ['ending'] }, [
    element('div', { className: ['recipients'] }, [
      words('p', reportText('recipients')),
      ...named.map((one) => words('p', `- ${one}`)),
    ]),
    element('div', { className: ['signature'] }, [
      ...(signature.authority === undefined ? [] : [words('p', signature.authority)]),
      words('p', signature.office),
      words('p', signature.name),
    ]),
  ]);
}

/** @param fonts further rules for the style sheet: the faces that a machine without Times New Roman prints with */
export function reportHtml(report: ReportEdition, fonts = ''): string {
  const levels = report.sections.map((one) => one.level);
  const [numbers, depths] = [headingNumbers(levels), headingDepths(levels)];
  const body = [
    ...letterhead(report),
    words('h1', reportText('kind')),
    element('p', { className: ['title'] }, broken(report.title.split('\n'))),
    ...blocksOf(report.opening),
    ...report.sections.flatMap(({ level, title, blocks }, index) => [
      words(`h${(depths[index] ?? 1) + 1}`, `${numbers[index] ?? ''} ${title}`, `level${level}`),
      ...blocksOf(blocks),
    ]),
    ...blocksOf(report.closing),
    ending(report),
  ];
  const sheet = `${fonts}${style}`;
  const hash = createHash('sha256').update(sheet).digest('base64');
  const policy = `default-src 'none'; font-src data:; style-src 'sha256-${hash}'`;
  const page = element('html', { lang: 'vi' }, [
    element('head', {}, [
      element('meta', { charSet: 'utf-8' }, []),
      element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }, []),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, []),
      words('title', `${reportText('kind')} ${report.title.replaceAll('\n', ' ')}`),
      words('style', sheet),
    ]),
    element('body', {}, [element('main', {}, body)]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}
