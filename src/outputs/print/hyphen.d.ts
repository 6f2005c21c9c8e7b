/** `hyphen` brings no types: as much of them as `hyphenate.ts` uses. */
declare module 'hyphen/*/index.js' {
  const language: { hyphenateSync(text: string, options?: { hyphenChar?: string }): string };
  export default language;
}
