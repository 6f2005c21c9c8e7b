/**
 * Licences that the owner of the texts can choose from (`src/site.ts`). The names are the same in all languages; the
 * addresses answer in the reader's own, where Creative Commons has a translation.
 */

export interface TextLicence {
  /** As people write it: `CC BY 4.0`. */
  readonly name: string;
  readonly url: string;
}

const creativeCommons = (kind: string): TextLicence => ({
  name: `CC ${kind.toUpperCase()} 4.0`,
  url: `https://creativecommons.org/licenses/${kind}/4.0/`,
});

/** By SPDX identifier (https://spdx.org/licenses/). */
export const textLicences = {
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'CC-BY-4.0': creativeCommons('by'),
  'CC-BY-SA-4.0': creativeCommons('by-sa'),
  'CC-BY-NC-4.0': creativeCommons('by-nc'),
  'CC-BY-NC-SA-4.0': creativeCommons('by-nc-sa'),
  'CC-BY-ND-4.0': creativeCommons('by-nd'),
  'CC-BY-NC-ND-4.0': creativeCommons('by-nc-nd'),
} as const satisfies Record<string, TextLicence>;
