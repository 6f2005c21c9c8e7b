import type { Currency, Qualifier } from '../../model/aid.ts';

/**
 * Amounts as Vietnamese documents spell them. A dot groups thousands, a comma begins the decimals, and “tỷ” (10⁹),
 * “triệu” (10⁶) and “nghìn” (10³) may follow one another: `1 tỷ 060 triệu`.
 */

export interface SpelledAmount {
  /** In whole units: đồng, dollars, or things. */
  readonly amount: number;
  readonly qualifier?: Qualifier;
  readonly currency?: Currency;
}

const multiples: Readonly<Record<string, number>> = {
  tỷ: 1e9,
  tỉ: 1e9,
  triệu: 1e6,
  tr: 1e6,
  nghìn: 1e3,
  ngàn: 1e3,
  k: 1e3,
};
const multiple = 'tỷ|tỉ|triệu|tr|nghìn|ngàn|k';
const qualifiers: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(hơn|trên)\s+/, 'over'],
  [/^(gần)\s+/, 'nearly'],
  [/^(khoảng|ước tính|ước|xấp xỉ|chừng|độ)\s+|^[~≈]\s*/, 'about'],
];
/** In small letters, before or behind the sum. */
const currencies: readonly (readonly [string, Currency])[] = [
  ['việt nam đồng|đồng|vnđ|vnd|đ|₫', 'VND'],
  ['đô la mỹ|đô la|đô|usd|us\\$|\\$', 'USD'],
  ['euro|eur|€', 'EUR'],
  ['yên nhật|yên|yen|jpy|¥|円', 'JPY'],
  ['won|krw|₩', 'KRW'],
  ['kíp lào|kíp|kip|lak|₭', 'LAK'],
];
const behind = currencies.map(
  ([words, currency]) => [new RegExp(`^(?:${words})(?![\\p{Letter}])`, 'u'), currency] as const,
);
const before = currencies.map(
  ([words, currency]) => [new RegExp(`^(?:${words})(?![\\p{Letter}])\\s*(?=\\d)`, 'u'), currency] as const,
);

/** A figure and what multiplies it. Spaces group thousands too: `60 000 000`. */
const partOf = new RegExp(
  `^(\\d{1,3}(?: \\d{3})+(?!\\d)|\\d[\\d.,]*)\\s*(${multiple})?(?![\\p{Letter}\\d.,])\\s*`,
  'u',
);

/** `2.901,81` → ['2901', '81']; a dot that does not group thousands is a decimal point (`99.7`). */
function readNumber(text: string): readonly [whole: string, decimals: string] | undefined {
  const grouped = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text);
  if (grouped) return [(grouped[1] as string).replaceAll('.', ''), grouped[2] ?? ''];
  // Two groups behind commas can only be the English order: 1,060,000.
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return [text.replaceAll(',', ''), ''];
  if (/^\d{1,3}(?: \d{3})+$/.test(text)) return [text.replaceAll(' ', ''), ''];
  const plain = /^(\d+)(?:[.,](\d+))?$/.exec(text);
  return plain ? [plain[1] as string, plain[2] ?? ''] : undefined;
}

/**
 * Reads an amount as it is spelled, or gives `undefined` for anything that is not plainly one whole amount.
 * @example readVietnameseAmount('14,903 tỷ') // => { amount: 14_903_000_000 }
 * @example readVietnameseAmount('hơn 765 triệu đồng') // => { amount: 765_000_000, qualifier: 'over', currency: 'VND' }
 * @example readVietnameseAmount('99,7%') // => undefined
 */
export function readVietnameseAmount(text: string): SpelledAmount | undefined {
  let rest = text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  const qualified = qualifiers.find(([pattern]) => pattern.test(rest));
  if (qualified) rest = rest.replace(qualified[0], '');
  const first = before.find(([pattern]) => pattern.test(rest));
  if (first) rest = rest.replace(first[0], '');
  let amount = 0;
  let lastMultiple = Infinity;
  for (;;) {
    const part = partOf.exec(rest);
    // “60suất”: what is counted follows at once.
    const bare = part ?? /^(\d[\d.,]*)\s*/.exec(rest);
    if (!bare) break;
    const number = readNumber(bare[1] as string);
    const times = multiples[bare[2] ?? ''] ?? 1;
    // “1 tỷ 2” says 1.2 billion in speech and 1,000,000,002 in arithmetic: nobody knows.
    if (!number || times >= lastMultiple || (lastMultiple !== Infinity && bare[2] === undefined))
      return undefined;
    const [whole, decimals] = number;
    let value = Number(whole) * times;
    if (decimals !== '') value += (Number(decimals) * times) / 10 ** decimals.length;
    // There is no fraction of a đồng: `182,419 đồng` groups thousands with a comma.
    if (!Number.isInteger(value) && times === 1 && /^\d{1,3},\d{3}$/.test(bare[1] as string))
      value = Number(whole + decimals);
    amount += value;
    lastMultiple = times;
    rest = rest.slice(bare[0].length);
    // “5 triệu rưỡi”: half of what was named last.
    const half = /^rưỡi(?![\p{Letter}])\s*/u.exec(rest);
    if (half && times > 1) {
      amount += times / 2;
      rest = rest.slice(half[0].length);
      break;
    }
    if (bare[2] === undefined) break;
  }
  if (lastMultiple === Infinity || !Number.isSafeInteger(amount)) return undefined;
  const last = behind.find(([pattern]) => pattern.test(rest));
  if (last) rest = rest.replace(last[0], '');
  const money = last ?? first;
  // A counted noun may follow (“60 suất”, “đ/suất”); figures, signs of arithmetic and per cent may not.
  if (!/^[\p{Letter}\p{Mark}\s/().]*$/u.test(rest)) return undefined;
  return {
    amount,
    ...(qualified && { qualifier: qualified[1] }),
    ...(money && { currency: money[1] }),
  };
}
