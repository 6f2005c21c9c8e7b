/** The part of `edtf` (no types of its own) that this project uses. */
declare module 'edtf' {
  interface ParsedDate {
    type: 'Date' | 'Season';
    /** Year, month (0–11), day; for a Season year and season code. */
    values: number[];
    approximate?: boolean;
    uncertain?: boolean;
    unspecified?: number;
  }
  interface ParsedInterval {
    type: 'Interval';
    values: (ParsedDate | null)[];
  }
  /** Throws a SyntaxError for text that is not EDTF. */
  export function parse(text: string): ParsedDate | ParsedInterval | { type: string; values: unknown[] };
}
