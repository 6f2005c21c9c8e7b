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
  nghìn: 1e3,
  ngàn: 1e3,
};
const qualifiers: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(hơn|trên)\s+/, 'over'],
  [/^(gần)\s+/, 'nearly'],
  [/^(khoảng|ước|ước tính|xấp xỉ)\s+|^[~≈]\s*/, 'about'],
];
const currencies: readonly (readonly [RegExp, Currency])[] = [
  [/^(đồng|đ|vnđ|vnd|₫)(?![\p{Letter}])/u, 'VND'],
  [/^(usd|đô la|\$)(?![\p{Letter}])/u, 'USD'],
  [/^(euro|eur|€)(?![\p{Letter}])/u, 'EUR'],
];

/** `2.901,81` → ['2901', '81']; a dot that does not group thousands is a decimal point (`99.7`). */
function readNumber(text: string): readonly [whole: string, decimals: string] | undefined {
  const grouped = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text);
  if (grouped) return [(grouped[1] as string).replaceAll('.', ''), grouped[2] ?? ''];
  // Two groups behind commas can only be the English order: 1,060,000.
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return [text.replaceAll(',', ''), ''];
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
  let amount = 0;
  let lastMultiple = Infinity;
  for (;;) {
    const part = /^(\d[\d.,]*)\s*(tỷ|tỉ|triệu|nghìn|ngàn)?(?![\p{Letter}])\s*/u.exec(rest);
    const bare = part ?? /^(\d[\d.,]*)\s*/.exec(rest);
    if (!bare) break;
    const number = readNumber(bare[1] as string);
    const multiple = multiples[bare[2] ?? ''] ?? 1;
    // “1 tỷ 2” says 1.2 billion in speech and 1,000,000,002 in arithmetic: nobody knows.
    if (!number || multiple >= lastMultiple || (lastMultiple !== Infinity && bare[2] === undefined))
      return undefined;
    const [whole, decimals] = number;
    let value = Number(whole) * multiple;
    if (decimals !== '') value += (Number(decimals) * multiple) / 10 ** decimals.length;
    // There is no fraction of a đồng: `182,419 đồng` groups thousands with a comma.
    if (!Number.isInteger(value) && multiple === 1 && /^\d{1,3},\d{3}$/.test(bare[1] as string))
      value = Number(whole + decimals);
    amount += value;
    lastMultiple = multiple;
    rest = rest.slice(bare[0].length);
    if (bare[2] === undefined) break;
  }
  if (lastMultiple === Infinity || !Number.isSafeInteger(amount)) return undefined;
  const money = currencies.find(([pattern]) => pattern.test(rest));
  if (money) rest = rest.replace(money[0], '');
  // A counted noun may follow (“60 suất”, “đ/suất”); figures, signs of arithmetic and per cent may not.
  if (!/^[\p{Letter}\p{Mark}\s/().]*$/u.test(rest)) return undefined;
  return {
    amount,
    ...(qualified && { qualifier: qualified[1] }),
    ...(money && { currency: money[1] }),
  };
}
