/** fontverter 2.0.0 brings no types (https://github.com/papandreou/fontverter#usage). */
declare module 'fontverter' {
  export function convert(font: Uint8Array, format: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>;
}
