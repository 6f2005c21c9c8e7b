import { DOMParser, type Element } from '@xmldom/xmldom';

/**
 * The order in which Word wants the children of its elements (ECMA-376, part 1, annex A): a file that keeps another one is
 * “unreadable content” and is repaired, while LibreOffice minds nothing.
 */

const ordered: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tblCellMar': 'top left start bottom right end',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'w:tcBorders': 'top left start bottom right end insideH insideV tl2br tr2bl',
  'w:tcMar': 'top left start bottom right end',
  'w:pBdr': 'top left bottom right between bar',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:numPr': 'ilvl numId',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:num': 'abstractNumId lvlOverride',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:styles': 'docDefaults latentStyles style',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
};

/** Elements that begin with their properties, whatever follows. */
const firstChild: Readonly<Record<string, string>> = { 'w:p': 'w:pPr', 'w:r': 'w:rPr', 'w:tc': 'w:tcPr' };

/** Headers and footers may come in any order among themselves. */
const rankOf = (order: readonly string[], name: string): number =>
  order.indexOf(name === 'footerReference' ? 'headerReference' : name);

const childrenOf = (element: Element): Element[] =>
  [...element.childNodes].filter((one): one is Element => one.nodeType === 1);

/** What stands in another order than Word wants, and cells that do not end with a paragraph: `w:pPr: jc before spacing`. */
export function misplacedIn(xml: string): string[] {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const faults: string[] = [];
  const look = (element: Element): void => {
    const { nodeName } = element;
    const children = childrenOf(element);
    const order = ordered[nodeName]?.split(' ');
    let before = '';
    for (const child of order ? children : []) {
      const name = child.nodeName.replace(/^w:/, '');
      // Marks of places may stand anywhere between blocks.
      if (/^(?:bookmark|comment)/.test(name)) continue;
      const rank = rankOf(order ?? [], name);
      if (rank < 0) faults.push(`${nodeName}: unknown ${name}`);
      else if (before !== '' && rank < rankOf(order ?? [], before))
        faults.push(`${nodeName}: ${before} before ${name}`);
      before = name;
    }
    const own = firstChild[nodeName];
    const at = own === undefined ? -1 : children.findIndex((one) => one.nodeName === own);
    if (at > 0) faults.push(`${nodeName}: ${own} is not first`);
    if (nodeName === 'w:tc' && children.at(-1)?.nodeName !== 'w:p')
      faults.push('w:tc: no paragraph at its end');
    children.forEach(look);
  };
  if (root) look(root);
  return faults;
}
