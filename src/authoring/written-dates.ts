import { isKnownDate, parseDate } from '../model/dates.ts';

/** Dates as Vietnamese documents write them, read into the spelling of a record (EDTF). */

const romanQuarters: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

const pad = (value: string): string => value.padStart(2, '0');

/** Words that say nothing to the date, and words that say that it is near: `ngày 18 tháng 4` → `18/4`. */
function inFigures(text: string): { readonly figures: string; readonly about: boolean } {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const about = /^(?:khoảng|chừng|about|circa)\s+/.test(plain);
  const figures = plain
    .replace(/^(?:khoảng|chừng|about|circa)\s+/, '')
    .replace(/[–—]/g, '-')
    .replace(/\s*(?:,\s*)?(?:tháng|năm)\s+/g, '/')
    .replace(/(?:từ\s+)?(?:ngày|từ)\s+/g, '')
    .replace(/^\//, '')
    .replace(/\s*(?:đến|tới)\s*/g, '-')
    .replace(/\s*([-/.])\s*/g, '$1');
  return { figures, about };
}

/** One day, month, quarter or year; what is missing at its beginning is taken from `end`. */
function point(
  figures: string,
  end?: readonly [day: string, month: string, year: string],
): string | undefined {
  const day = /^(\d{1,2})(?:[/.](\d{1,2})(?:[/.](\d{4}))?)?$/.exec(figures);
  if (day?.[1] !== undefined) {
    const [, own, month = end?.[1], year = end?.[2]] = day;
    if (month !== undefined && year !== undefined) return `${year}-${pad(month)}-${pad(own)}`;
  }
  const month = /^(\d{1,2})[/.](\d{4})$/.exec(figures);
  if (month) return `${month[2]}-${pad(month[1] as string)}`;
  const quarter = /^(?:quý|q)\.?\s*(iv|i{1,3}|[1-4])[/\s]+(\d{4})$/.exec(figures);
  if (quarter) return `${quarter[2]}-Q${romanQuarters[quarter[1] as string] ?? quarter[1]}`;
  return /^\d{4}$/.test(figures) ? figures : undefined;
}

/** `18/4/2023` as its parts. */
function parts(figures: string): readonly [string, string, string] | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(figures) ?? [];
  return day !== undefined && month !== undefined && year !== undefined ? [day, month, year] : undefined;
}

/**
 * What a date means that is not spelled as records spell it.
 * @returns the record's spelling; `undefined` for what is spelled so already, and for what is no date
 * @example readWrittenDate('18/7/2023') // => '2023-07-18'
 * @example readWrittenDate('từ ngày 18 đến 28/4/2023') // => '2023-04-18/2023-04-28'
 * @example readWrittenDate('quý II năm 2024') // => '2024-Q2'
 */
export function readWrittenDate(text: string): string | undefined {
  const as = parseDate(text.trim());
  if (isKnownDate(as)) return undefined;
  const { figures, about } = inFigures(text);
  const [from = '', to, ...more] = figures.split('-');
  const found = ((): string | undefined => {
    if (more.length > 0 || to === undefined) return point(figures);
    const end = point(to);
    const begin = end === undefined ? undefined : point(from, parts(to));
    return begin === undefined ? undefined : `${begin}/${end}`;
  })();
  const spelled = found === undefined ? as.suggestion : about ? `${found}~` : found;
  if (spelled === undefined) return undefined;
  return isKnownDate(parseDate(spelled)) ? spelled : undefined;
}
