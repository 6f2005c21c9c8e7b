/** subset-font 2.9.0 brings no types (https://github.com/papandreou/subset-font#api). */
declare module 'subset-font' {
  interface Options {
    targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** OpenType features to keep; all when left out. */
    keepFeatures?: readonly string[];
    /** Entries of the table of names to keep beside the usual ones: https://learn.microsoft.com/typography/opentype/spec/name#name-ids */
    preserveNameIds?: readonly number[];
  }
  export default function subset(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
