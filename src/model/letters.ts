/**
 * One text for many spellings. What a spelling may differ in depends on the question, so there are three answers:
 * all accents for what is typed in haste, the place of a tone for what is one word in two spellings, the tones alone
 * for titles that two people wrote.
 */

/** Marks of the five tones of Vietnamese in NFD. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * In small letters without any accent, as people type who have no keyboard for them. Lao and Khmer lose their vowel
 * signs too: not for texts in those scripts.
 * @example withoutAccents('Đà Nẵng') // => 'da nang'
 */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

/**
 * Without the five tones of Vietnamese; its letters stay, “ơ” is not “o”.
 * @example withoutTones('Hòa bình') // => 'Hoa binh', withoutTones('hữu nghị') // => 'hưu nghi'
 */
export function withoutTones(text: string): string {
  return text.normalize('NFD').replace(tones, '').normalize('NFC');
}

/**
 * A word in NFD with its tone behind it, wherever it was written: “hòa” and “hoà” are one word, “hoa” is another.
 * @example toneLast('hòa') === toneLast('hoà') // => true
 */
export function toneLast(word: string): string {
  const apart = word.normalize('NFD');
  return apart.replace(tones, '') + (apart.match(tones)?.join('') ?? '');
}

/**
 * A name as an address.
 * @example toSlug('Trao học bổng Đợt 2') // => 'trao-hoc-bong-dot-2'
 */
export function toSlug(name: string): string {
  return withoutAccents(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
