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
export function countriesIn(locale: string): Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return pairs
    .filter((code) => !notCountries.includes(code))
    .map((code) => ({ code, name: names.of(code) }))
    .filter((one): one is Country => one.name !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** The code of a country given by code or by its name in Vietnamese or English: `countryCode('Nhật Bản') // => 'JP'` */
export function countryCode(spelled: string): string | undefined {
  const wanted = spelled.trim().normalize('NFC').toLowerCase();
  return ['vi', 'en']
    .map((locale) => countriesIn(locale))
    .map((list) => list.find((one) => one.code.toLowerCase() === wanted || one.name.toLowerCase() === wanted))
    .find((one) => one !== undefined)?.code;
}
