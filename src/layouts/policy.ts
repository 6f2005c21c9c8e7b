/**
 * The Content Security Policy of every built page, as a `<meta>`: a reader is safe on any host, whatever headers it
 * sends. Not in `astro dev`, where Vite needs scripts of its own.
 */

const ofScreen = (scripts: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    // No page but search connects to anything; Lighthouse reads robots.txt through the page.
    "connect-src 'self'",
    `script-src ${scripts}`,
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');

export const policies = {
  /** Scripts are our own files. */
  page: ofScreen("'self'"),
  /** Pagefind is WebAssembly. */
  search: ofScreen("'self' 'wasm-unsafe-eval'"),
  /** Runs nothing. Its running heads are a style sheet within the page, and the press PDF adds another. */
  print: [
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "script-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; '),
} as const;
