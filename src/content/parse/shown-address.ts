/** Words of a link that are an address themselves: it must be the one that the link leads to. */

const domain =
  /^(?:[\w-]+\.)+(?:com|org|net|info|gov|edu|int|eu|asia|io|me|vn|la|kh|cn|fr|jp|kr|th|us|uk|de|au)$/i;

interface Address {
  readonly host: string;
  readonly path: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `https://www.a.vn/b/` → host `a.vn`, path `/b` */
function addressIn(text: string): Address | undefined {
  const [, scheme, www, host = '', rest = ''] =
    /^(https?:\/\/)?(www\.)?([^\s/?#@:]+)(?::\d+)?((?:[/?#]\S*)?)$/i.exec(text) ?? [];
  if (host === '' || (scheme === undefined && www === undefined && !domain.test(host))) return undefined;
  return { host: decoded(host).toLowerCase(), path: decoded(rest).replace(/\/+$/, '') };
}

/** The last seven figures say which telephone it is, with or without the country before them. */
const subscriber = (text: string): string => text.replace(/\D/g, '').slice(-7);

/**
 * The address that a link should lead to by its words; `undefined` where it does, and where its words are no address.
 * A page may be shown by its host alone, and a long address by its beginning.
 * @example meantAddress('https://a.vn', 'https://b.vn/') // => 'https://a.vn'
 */
export function meantAddress(words: string, target: string): string | undefined {
  const shown = words.trim().replace(/[.,;:!?]+$/, '');
  if (/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(shown)) {
    const mail = shown.replace(/^mailto:/i, '');
    return target.replace(/^mailto:/i, '').toLowerCase() === mail.toLowerCase()
      ? undefined
      : `mailto:${mail}`;
  }
  if (/^tel:/i.test(target)) {
    const isNumber = /^[+(\d][\d\s().+-]{6,}$/.test(shown);
    return !isNumber || subscriber(shown) === subscriber(target)
      ? undefined
      : `tel:${shown.replace(/[^\d+]/g, '')}`;
  }
  const own = /https?:\/\/\S+/i.exec(shown)?.[0] ?? shown;
  const address = addressIn(own.replace(/(?:…|\.{3})$/, ''));
  if (!address) return undefined;
  const leadsTo = /^https?:/i.test(target) ? addressIn(target) : undefined;
  const same = leadsTo?.host === address.host && leadsTo.path.startsWith(address.path);
  return same ? undefined : /^https?:/i.test(own) ? own : `https://${own}`;
}
