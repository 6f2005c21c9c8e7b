import type { Cloth } from '../../model/weave.ts';
import type { Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { cardHeight, cardWidth, type Card } from './card.ts';

/**
 * The page that the browser takes the cards' pictures of: one for all of them, filled anew for each. Colours and
 * faces are the site's own (`styles/tokens.css`, `styles/fonts.css`); sizes are pixels of the picture.
 */

const layout = `
  :root { color-scheme: only light; }
  body {
    margin: 0;
    width: ${cardWidth}px;
    height: ${cardHeight}px;
    overflow: hidden;
    display: grid;
    grid-template-rows: 210px 1fr auto;
    background: var(--paper);
    color: var(--ink);
    /* Then every script: a Lao name in a Vietnamese title has no system font to fall back on here. */
    font-family: var(--serif), 'Literata', 'Noto Serif Lao', 'Noto Serif Khmer', 'Noto Serif SC';
    font-synthesis: none;
    text-rendering: geometricPrecision;
  }
  svg { display: block; width: 1210px; height: 210px; margin-left: -5px; }
  main { padding: 26px 64px 18px; min-height: 0; overflow: hidden; display: flex; flex-direction: column; }
  .kicker { flex: none; margin: 0 0 8px; color: var(--accent); font-size: 27px; line-height: 1.75; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .kicker:empty { display: none; }
  h1 { flex: none; margin: 0; font-weight: 700; text-wrap: balance; overflow-wrap: break-word; }
  h1.cut { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; text-wrap: wrap; }
  footer {
    margin: 0 64px;
    padding: 8px 0 14px;
    border-top: 6px double var(--ink);
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 40px;
    line-height: 1.7;
    white-space: nowrap;
  }
  .masthead { font-weight: 700; font-size: 34px; }
  .when { font-size: 25px; color: var(--muted); overflow: hidden; text-overflow: ellipsis; }
  h1:lang(zh), .masthead:lang(zh) { line-break: strict; }
`;

/** Chinese in one face: pages on screen leave it to the reader's system, a picture cannot. */
const chineseFace = [400, 700]
  .map(
    (weight) => `@font-face {
      font-family: 'Noto Serif SC';
      src: url('@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-${weight}-normal.woff2') format('woff2');
      font-weight: ${weight};
    }`,
  )
  .join('\n');

/**
 * The empty page.
 * @param styles tokens and fonts of the site
 */
export function cardPage(styles: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><base href="${fontOrigin}/">
<style>${styles.replace(/url\('@fontsource/g, `url('${fontOrigin}/@fontsource`)}</style></head>
<body></body></html>`;
}

/** Where the page looks for its fonts: answered from `node_modules`. `.test` never resolves (RFC 6761). */
export const fontOrigin = 'http://cards.test';

/** All styles of the card page. */
export function cardStyles(tokens: string, fonts: string): string {
  return [fonts, chineseFace, tokens, layout].join('\n');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function clothSvg(cloths: readonly Cloth[]): string {
  let left = 0;
  const strips = cloths.map((cloth) => {
    const ground = `<path fill="var(--${cloth.ground})" d="M0 0h${cloth.width}v${cloth.height}H0z"/>`;
    const threads = cloth.paths.map(({ dye, data }) => `<path fill="var(--${dye})" d="${data}"/>`).join('');
    const strip = `<g transform="translate(${left} 0)">${ground}${threads}</g>`;
    left += cloth.width;
    return strip;
  });
  const height = cloths[0]?.height ?? 21;
  return `<svg viewBox="0 0 ${left} ${height}" shape-rendering="crispEdges">${strips.join('')}</svg>`;
}

/** Line heights under which no mark of a script touches the line above. */
const leading: Readonly<Record<Locale, number>> = {
  vi: 1.32,
  en: 1.25,
  fr: 1.25,
  lo: 1.55,
  km: 1.75,
  zh: 1.35,
};

/** The body of one card. The title is made as large as fits by the page itself (`draw-cards.ts`). */
export function cardBody(card: Card): string {
  const t = translator(card.locale);
  const foreign = card.titleLang === card.locale ? '' : ` lang="${card.titleLang}"`;
  return [
    clothSvg(card.cloths),
    '<main>',
    `<p class="kicker">${escaped(card.kicker)}</p>`,
    `<h1${foreign} style="line-height: ${leading[card.titleLang]}">${escaped(card.title)}</h1>`,
    '</main>',
    '<footer>',
    `<span class="masthead">${escaped(t('site.title'))}</span>`,
    `<span class="when">${escaped(card.when === '' ? t('site.publisher') : card.when)}</span>`,
    '</footer>',
  ].join('');
}
