import type { BookFace } from './faces.ts';

/**
 * How a book looks. Sizes and faces are the reader's: only what tells one thing from another is set. (Cells stand on their
 * first lines and rows have the rules: MuPDF gives alignment to each word, and strikes rules of cells through the next.)
 */
const rules = `
body { line-height: 1.5; }
:lang(lo) { line-height: 1.8; }
:lang(km) { line-height: 1.95; }
h1, h2, h3, h4 { line-height: 1.3; break-after: avoid; break-inside: avoid; text-align: left; hyphens: none; }
:lang(lo) h1, :lang(lo) h2, :lang(lo) h3, :lang(lo) h4 { line-height: 1.6; }
:lang(km) h1, :lang(km) h2, :lang(km) h3, :lang(km) h4 { line-height: 1.75; }
h1 { font-size: 1.7em; }
h2 { font-size: 1.35em; }
h3 { font-size: 1.1em; }
article { break-before: page; }
h1 + article, article.brief { break-before: auto; }
article + article { border-top: 2px solid; padding-top: 0.8em; margin-top: 2em; }
.lead > h2 { font-size: 1.6em; }
.brief > h2 { font-size: 1.15em; }
.numeral { font-size: 1.1em; margin: 0.6em 0; }
.numeral strong { font-size: 2.4em; line-height: 1.2; margin-right: 0.1em; }
.kicker, .by, .address, .remark, .caption, figcaption, small { font-size: 0.85em; }
.kicker { margin-bottom: 0; }
.kicker + h2 { margin-top: 0.2em; }
.standfirst { font-size: 1.1em; }
.facts { border-top: 1px solid; border-bottom: 1px solid; padding: 0.5em 0; margin: 1em 0; }
dl > div { margin: 0.3em 0; }
dt { font-weight: bold; }
dd { margin: 0 0 0 1em; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
tr { border-bottom: 1px solid #999; }
th, td { text-align: left; vertical-align: baseline; padding: 0.2em 0.6em 0.2em 0; }
th[scope='row'] { font-weight: normal; }
aside { border-left: 3px solid; padding-left: 0.8em; margin: 1em 0; }
.note-title { font-weight: bold; }
figure { margin: 1em 0; break-inside: avoid; }
img { max-width: 100%; }
.cover { text-align: center; }
.cover img { max-height: 100%; }
.large { list-style: none; padding: 0; }
.large strong { font-size: 1.6em; }
.whole { white-space: nowrap; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.8em; }
nav ol { list-style: none; padding-left: 1em; }
`;

/** The style sheet of a book with these faces. */
export const bookStyle = (faces: readonly BookFace[]): string =>
  [
    ...faces.map(
      ({ family, weight, file }) =>
        `@font-face { font-family: '${family}'; font-weight: ${weight === 400 ? 'normal' : 'bold'}; src: url(${file}); }`,
    ),
    ...[...new Map(faces.map((face) => [face.locale, face.family]))].map(
      ([locale, family]) => `:lang(${locale}) { font-family: '${family}', serif; }`,
    ),
    rules.trim(),
    '',
  ].join('\n');
