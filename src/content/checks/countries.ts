import { countriesIn, countryCode as spelledCode } from '../../model/countries.ts';

/** Which country codes may stand in a record: those of today. */

/** The code in use today. `canonical('UK') // => 'GB'` */
function canonical(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}

let codes: ReadonlySet<string> | undefined;

/** True for a code that names a country today: not for `XX`, and not for `UK`, which is `GB`. */
export function isCountry(code: string): boolean {
  codes ??= new Set(countriesIn('en').map((one) => one.code));
  return codes.has(code) && canonical(code) === code;
}

/** `countryCode('Nhật Bản') // => 'JP'`, `countryCode('jp') // => 'JP'`, `countryCode('UK') // => 'GB'` */
export function countryCode(name: string): string | undefined {
  const word = name.trim().toUpperCase();
  const code = /^[A-Z]{2}$/.test(word) ? canonical(word) : spelledCode(name);
  return code !== undefined && isCountry(code) ? code : undefined;
}
