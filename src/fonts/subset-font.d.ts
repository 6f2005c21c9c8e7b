/** subset-font 2.9.0 brings no types (https://github.com/papandreou/subset-font#api). */
declare module 'subset-font' {
  interface Options {
    targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** OpenType features to keep; all when left out. */
    keepFeatures?: readonly string[];
  }
  export default function subset(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
