import { memoize, once } from './memoize.ts';

/** Countries by their ISO 3166-1 alpha-2 code; the names come from `Intl`, never from a list of our own. */

export interface Country {
  readonly code: string;
  readonly name: string;
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

/** Codes that `Intl` names but that are no country: unions, outlying zones and codes kept for tests. */
const notCountries = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'];

/** Every country under its name in `locale`, sorted by that name. `countriesIn('vi')[0] // => { code: 'AF', name: 'Afghanistan' }` */
export const countriesIn: (locale: string) => readonly Country[] = memoize((locale) => {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const { compare } = new Intl.Collator(locale);
  return pairs
    .filter((code) => !notCountries.includes(code))
    .map((code) => ({ code, name: names.of(code) }))
    .filter((one): one is Country => one.name !== undefined)
    .sort((a, b) => compare(a.name, b.name));
});

/** The code in use today. `currentCode('UK') // => 'GB'` */
function currentCode(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}

const currentCodes = once(
  () => new Set(countriesIn('en').flatMap(({ code }) => (currentCode(code) === code ? [code] : []))),
);

/** True for a code that names a country today: not for `XX`, and not for `UK`, which is `GB`. */
export function isCountry(code: string): boolean {
  return currentCodes().has(code);
}

/** Codes by name in small letters; where two languages disagree, the Vietnamese name counts. */
const codesByName = once(
  () =>
    new Map(
      ['en', 'vi'].flatMap((locale) =>
        // A code out of use has the name of the one in use: `UK` is the United Kingdom too.
        countriesIn(locale)
          .filter(({ code }) => isCountry(code))
          .map(({ code, name }) => [name.toLowerCase(), code] as const),
      ),
    ),
);

/**
 * The country that is meant by a name in Vietnamese or English, or by a code in small letters or out of use.
 * `countryCode('Nhật Bản') // => 'JP'`, `countryCode('jp') // => 'JP'`, `countryCode('UK') // => 'GB'`
 */
export function countryCode(spelled: string): string | undefined {
  const wanted = spelled.trim().normalize('NFC').toLowerCase();
  const code = /^[a-z]{2}$/.test(wanted) ? currentCode(wanted.toUpperCase()) : codesByName().get(wanted);
  return code !== undefined && isCountry(code) ? code : undefined;
}
