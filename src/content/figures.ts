/**
 * The figures of a text, whatever language spells them: “1.500 suất”, “1,500 grants”, “十五万”. Read generously, for
 * they are compared: a figure may mean several numbers (`1.500` is 1500 or 1.5), and two figures agree when they have
 * one in common.
 */

export interface Figure {
  /** As it stands in the text. */
  readonly typed: string;
  readonly index: number;
  /** Every number that it may be. */
  readonly means: readonly number[];
  /** What its last digit stands for, where a word multiplies it: “7,14 tỷ” may be 7.144 billion rounded. */
  readonly step: number;
}

/** Does `figure` say one of `numbers`, or one of them rounded? */
export const says = ({ means, step }: Figure, numbers: ReadonlySet<number>): boolean =>
  means.some((one) => numbers.has(one)) ||
  (step > 0 && [...numbers].some((number) => means.some((one) => Math.abs(one - number) <= step / 2)));

/** What follows a figure and multiplies it, in all languages; longer words before those that they contain. */
const multiples: readonly (readonly [string, number])[] = [
  ['ពាន់លាន', 1e9],
  ['ពាន់កោដិ', 1e10],
  ['ພັນລ້ານ', 1e9],
  ['ແສນລ້ານ', 1e11],
  ['ໝື່ນລ້ານ', 1e10],
  ['milliards', 1e9],
  ['milliard', 1e9],
  ['billion', 1e9],
  ['nghìn tỷ', 1e12],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
  ['ຕື້', 1e9],
  ['millions', 1e6],
  ['million', 1e6],
  ['triệu', 1e6],
  ['ລ້ານ', 1e6],
  ['លាន', 1e6],
  ['thousand', 1e3],
  ['mille', 1e3],
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['ແສນ', 1e5],
  ['សែន', 1e5],
  ['ໝື່ນ', 1e4],
  ['ម៉ឺន', 1e4],
  ['ພັນ', 1e3],
  ['ពាន់', 1e3],
  ['万亿', 1e12],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['千', 1e3],
];
const multipleOf = new Map(multiples);
const followed = `(?:[ \\u00A0\\u202F]?[多余]?(${multiples.map(([word]) => word).join('|')})(?![\\p{Script=Latin}\\p{M}]))?`;
const figure = new RegExp(`(\\d+(?:[.,\\u00A0\\u202F ]\\d{3}(?!\\d))*(?:[.,]\\d+)?)${followed}`, 'giu');

/** Lao, Khmer and full-width digits as ours, one for one. */
const ourDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x0ed0, 0x17e0, 0xff10].find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** @example readings('1.500') // => [1500, 1.5] */
function readings(typed: string): number[] {
  const grouped = Number(typed.replace(/[^\d]/g, ''));
  const [, whole = '', decimals = ''] = /^(.*)[.,](\d+)$/.exec(typed) ?? [];
  const broken = decimals === '' ? [] : [Number(`${whole.replace(/[^\d]/g, '')}.${decimals}`)];
  // A last group of one or two digits can only be decimals.
  return decimals !== '' && decimals.length !== 3 ? broken : [grouped, ...broken];
}

const decimalsOf = (typed: string): number => /[.,](\d{1,2}|\d{4,})$/.exec(typed)?.[1]?.length ?? 0;

/** The figures of a text in their order. “1 tỷ 060 triệu” is one. */
export function figuresIn(text: string): Figure[] {
  const plain = ourDigits(text);
  const found: (Figure & { readonly end: number; readonly times: number })[] = [];
  for (const match of plain.matchAll(figure)) {
    const [whole, digits = '', word] = match;
    const times = multipleOf.get(word?.toLowerCase() ?? '') ?? 1;
    const read = readings(digits);
    const scaled = read.map((one) => Number((one * times).toPrecision(12)));
    const before = found.at(-1);
    const continues = before && before.times > times && plain.slice(before.end, match.index).trim() === '';
    const sums = continues
      ? before.means.slice(0, 2).flatMap((one) => scaled.map((other) => one + other))
      : [];
    if (continues) found.pop();
    found.push({
      typed: text.slice(continues ? before.index : match.index, match.index + whole.length),
      index: continues ? before.index : match.index,
      end: match.index + whole.length,
      times,
      step: times > 1 ? times / 10 ** decimalsOf(digits) : 0,
      means: continues ? sums : scaled,
    });
  }
  return found;
}

const ones: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  đầu: 1,
  nhất: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const tens: Readonly<Record<string, number>> = { mươi: 10, chục: 10, trăm: 100, nghìn: 1000, ngàn: 1000 };
const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

const romanNumber = (letters: string): number =>
  [...letters].reduce((sum, letter, at) => {
    const [value = 0, next = 0] = [roman[letter], roman[letters[at + 1] ?? '']];
    return value < next ? sum - value : sum + value;
  }, 0);

/**
 * Numbers that a Vietnamese text gives in words or Roman numerals: a translation may write them in figures.
 * @example numbersInWords('hai mươi lăm suất, lần thứ XII') // contains 25 and 12
 */
export function numbersInWords(text: string): number[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const found: number[] = [];
  let sum = 0;
  for (const word of words) {
    const small = word.toLowerCase();
    const one = Object.hasOwn(ones, small) ? ones[small] : undefined;
    const ten = Object.hasOwn(tens, small) ? tens[small] : undefined;
    if (one !== undefined) {
      sum = sum % 10 === 0 ? sum + one : one;
      found.push(one, sum);
    } else if (ten !== undefined) {
      // “ba trăm hai mươi”: the ten multiplies what stands before it, not the hundreds.
      const last = sum % 10 || sum || 1;
      sum = sum - (sum % 10 || sum) + last * ten;
      found.push(sum);
    } else sum = 0;
    if (/^[IVXLC]+$/.test(word)) found.push(romanNumber(word));
  }
  return found;
}
