/**
 * Names of hosts with letters beyond ASCII, which the net writes `xn--…` (RFC 3492). The platform turns letters into that,
 * and nothing in a browser turns it back.
 */

const base = 36;
const [tMin, tMax, skew, damp, initialBias, initialCode] = [1, 26, 38, 700, 72, 128];

function adapted(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? damp : 2));
  rest += Math.floor(rest / points);
  let steps = 0;
  for (; rest > ((base - tMin) * tMax) / 2; steps += base) rest = Math.floor(rest / (base - tMin));
  return steps + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

/** One label without its `xn--`; `undefined` where it is none. */
function decodedLabel(label: string): string | undefined {
  const cut = label.lastIndexOf('-');
  const letters = [...label.slice(0, Math.max(cut, 0))];
  const digits = [...label.slice(cut + 1)].map((one) => Number.parseInt(one, 36));
  let [code, at, bias] = [initialCode, 0, initialBias];
  for (let index = 0; index < digits.length;) {
    const before = at;
    for (let [weight, step] = [1, base]; ; step += base) {
      const typed = digits[index++];
      if (typed === undefined || Number.isNaN(typed)) return undefined;
      // RFC 3492 counts letters from 0 and figures from 26.
      const digit = typed < 10 ? typed + 26 : typed - 10;
      at += digit * weight;
      const threshold = Math.min(Math.max(step - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    bias = adapted(at - before, letters.length + 1, before === 0);
    code += Math.floor(at / (letters.length + 1));
    at %= letters.length + 1;
    if (code > 0x10ffff) return undefined;
    letters.splice(at++, 0, String.fromCodePoint(code));
  }
  const text = letters.join('');
  return /[\u00A0-\u{10FFFF}]/u.test(text) ? text : undefined;
}

/** @example readableHost('xn--bcher-kva.example') // => 'bücher.example' */
export const readableHost = (host: string): string =>
  host
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (decodedLabel(label.slice(4).toLowerCase()) ?? label) : label))
    .join('.');
