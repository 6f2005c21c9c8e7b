/** linebreak 1.1.0 brings no types (https://github.com/foliojs/linebreak#api). */
declare module 'linebreak' {
  interface Break {
    /** Where the next line may begin, in UTF-16 units. */
    position: number;
    required: boolean;
  }
  /** Where lines may end (UAX #14), in order. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
