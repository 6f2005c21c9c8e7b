import type { Bulletin } from '../../bulletin/bulletin.ts';
import { resolveLinks } from '../../bulletin/links.ts';
import { placeNames } from '../../bulletin/place-names.ts';
import { bindClosing, keepWhole } from '../../i18n/line-ends.ts';
import type { Locale } from '../../model/locales.ts';
import { lowerHeadings, type Markup } from '../../model/markup.ts';
import { hyphenate } from '../../outputs/print/hyphenate.ts';

interface Setting {
  readonly bulletin: Bulletin;
  /** The reader's language. */
  readonly locale: Locale;
  /** By how many levels the headings are lowered. */
  readonly lower: number;
  /** Set on paper, where long words may break; on screen closing marks are kept with their word. */
  readonly printed: boolean;
}

/** A piece of a text as it stands on a page: links lead on, headings have their level, lines end where they may. */
export function typeset(markup: readonly Markup[], { bulletin, locale, lower, printed }: Setting): Markup[] {
  const linked = lowerHeadings(resolveLinks(markup, bulletin, locale), lower);
  const names = placeNames(bulletin, locale);
  return printed
    ? keepWhole(hyphenate(linked, locale), locale, names)
    : bindClosing(keepWhole(linked, locale, names));
}
