/**
 * Dates as offices write them, for a proposal in the form of the records: “đầu tháng 3/2023”, “quý III/2023”, “1/5/23”,
 * “14/4/2566”, “14 - 16/10/2023”, a day of Excel. Only what can mean one date is read; nothing is made up.
 */

const pad = (value: number): string => String(value).padStart(2, '0');

/** The Buddhist calendar of Laos and Cambodia counts from 543 years before ours. */
const buddhist = 543;

function readYear(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const year = Number(typed);
  // Two digits are of this century: the bulletin began in 2023.
  if (typed.length === 2) return 2000 + year;
  return year >= 1945 + buddhist && year <= 2100 + buddhist ? year - buddhist : year;
}

const numbersInWords = [
  'một',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
];
/** Months as seals and letters number them: `IX/2023`. */
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const quarters: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  nhất: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
};
/** The first three letters of months in English and French, where they tell. */
const months: readonly RegExp[] = [
  /jan(?:uary|vier)?\.?/,
  /feb(?:ruary)?\.?|f[ée]v(?:rier)?\.?/,
  /mar(?:ch|s)?\.?/,
  /a[pv]r(?:il)?\.?/,
  /ma[yi]/,
  /june?|juin/,
  /july?|juil(?:let)?\.?/,
  /aug(?:ust)?\.?|ao[uû]t/,
  /sept?(?:ember|embre)?\.?/,
  /oct(?:ober|obre)?\.?/,
  /nov(?:ember|embre)?\.?/,
  /d[ée]c(?:ember|embre)?\.?/,
];
const anyMonth = months.map((one) => one.source).join('|');
const monthOf = (word: string): number =>
  months.findIndex((one) => new RegExp(`^(?:${one.source})$`).test(word)) + 1;

/** Spaces, dashes and figures of one kind, small letters, without the day of the week and the hour. */
function plainSpelling(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0ED0-\u0ED9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0))
    .replace(/[\u17E0-\u17E9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/(\d{4}-\d\d-\d\d)t\d\S*$/, '$1')
    .replace(
      /(?:lúc |vào )?\b\d{1,2}(?:[:h]\d{2}|h| giờ(?: \d{1,2}(?: phút)?)?)(?: sáng| chiều| tối)?(?:,| ngày|$|(?= ))/g,
      ' ',
    )
    .replace(/(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)\s*,?/g, ' ')
    .replace(/(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g, (_, y: string, m: string, d?: string) =>
      d ? `${d}/${m}/${y}` : `${m}/${y}`,
    )
    .replace(
      /tháng (mười hai|mười một|mười|một|hai|ba|tư|năm|sáu|bảy|tám|chín)(?!\p{L})(?! \d{4}$)/gu,
      (_, word: string) => `tháng ${numbersInWords.indexOf(word) + 1}`,
    )
    .replace(
      new RegExp(`\\b(${anyMonth})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'g'),
      (_, m: string, d: string, y: string) => `${d}/${monthOf(m)}/${y}`,
    )
    .replace(
      new RegExp(`(?:(\\d{1,2})(?:st|nd|rd|th|er)?\\s+)?\\b(${anyMonth}),?\\s+(\\d{4})`, 'g'),
      (_, d: string | undefined, m: string, y: string) =>
        d ? `${d}/${monthOf(m)}/${y}` : `${monthOf(m)}/${y}`,
    )
    .replace(/ngày\s*|mùng\s*|mồng\s*/g, '')
    .replace(/^(?:kể )?từ (?!.*(?:đến|tới|-|–|và))/, '')
    .replace(/^(i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)(?=[/.-]\d{4}$)/, (roman) =>
      String(romans.indexOf(roman) + 1),
    )
    .replace(/(\d)\s*,?\s*tháng\s*(\d{1,2})/g, '$1/$2')
    .replace(/tháng\s+/g, 'tháng ')
    .replace(/(\d)\s*,?\s*năm\s*(\d{2,4})/g, '$1/$2')
    .replace(/\s*([/.-])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\S)t(?=\d{1,2}[/.-]\d{4}$)/, 'tháng ')
    .replace(/[.,;/]$/, '');
}

interface Day {
  readonly day?: number | undefined;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
}

/** A day, month or year by itself: `2/9/2023`, `2.9.23`, `9/2023`, `2023`, `2/9`. */
function readPart(text: string): Day | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (yearFirst) {
    const [, year, month, day] = yearFirst;
    return { year: readYear(year), month: Number(month), day: day === undefined ? undefined : Number(day) };
  }
  const full = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text);
  if (full) return { day: Number(full[1]), month: Number(full[2]), year: readYear(full[3]) };
  const month = /^(?:tháng )?(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (month) return { month: Number(month[1]), year: readYear(month[2]) };
  const monthAlone = /^tháng (\d{1,2})$/.exec(text);
  if (monthAlone) return { month: Number(monthAlone[1]) };
  const withoutYear = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (withoutYear) return { day: Number(withoutYear[1]), month: Number(withoutYear[2]) };
  const alone = /^(?:năm )?(\d{4})$/.exec(text);
  if (alone) return { year: readYear(alone[1]) };
  const number = /^(\d{1,2})$/.exec(text);
  return number ? { day: Number(number[1]) } : undefined;
}

/** As it stands in a record; `undefined` when there is no such day, or no year. */
function written({ day, month, year }: Day, ofFolder: number | undefined): string | undefined {
  const known = year ?? ofFolder;
  if (known === undefined || known < 1900 || known > 2200) return undefined;
  if (month === undefined) return day === undefined ? String(known) : undefined;
  const isDay = (m: number, d: number): boolean =>
    m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(known, m, 0)).getUTCDate();
  if (day === undefined) return isDay(month, 1) ? `${known}-${pad(month)}` : undefined;
  if (isDay(month, day)) return `${known}-${pad(month)}-${pad(day)}`;
  // 10/14/2023 is American.
  return isDay(day, month) ? `${known}-${pad(day)}-${pad(month)}` : undefined;
}

/** The first days of a range leave out what the last ones say: `14-16/10/2023`. */
function range(from: string, to: string, ofFolder: number | undefined): string | undefined {
  const [first, last] = [readPart(from), readPart(to)];
  if (!first || !last) return undefined;
  const end = { ...last, year: last.year ?? ofFolder };
  const ownMonth = first.month ?? end.month;
  const asMonth = /^tháng /.test(from) || end.day === undefined;
  // “tháng 3-4/2023”: the number alone is a month where the end has no day.
  const begin: Day =
    first.month === undefined && first.day !== undefined && asMonth
      ? { month: first.day, year: end.year }
      : {
          day: first.day,
          month: first.year !== undefined && first.month === undefined ? undefined : ownMonth,
          year: first.year ?? end.year,
        };
  const [start, stop] = [written(begin, ofFolder), written(end, ofFolder)];
  return start !== undefined && stop !== undefined && start.length === stop.length && start < stop
    ? `${start}/${stop}`
    : undefined;
}

function quarter(text: string, ofFolder: number | undefined): string | undefined {
  const [, word, year] =
    /^(?:trong )?(?:quý|q)\s*(iv|iii|ii|i|[1-4]|nhất|một|hai|ba|tư|bốn)(?:(?:[/.,-]| |\/năm )(?:năm )?(\d{4}|\d{2}))?$/.exec(
      text,
    ) ??
    swap(/^(\d{4})[-/ ](?:quý|q)\s*(iv|iii|ii|i|[1-4])$/.exec(text)) ??
    [];
  const known = readYear(year) ?? ofFolder;
  if (word === undefined || known === undefined) return undefined;
  return `${known}-Q${quarters[word] ?? Number(word)}`;
}

const swap = (found: RegExpExecArray | null): (string | undefined)[] | undefined =>
  found ? [found[0], found[2], found[1]] : undefined;

/** Half of a year, “6 tháng đầu năm 2023”. */
function half(text: string, ofFolder: number | undefined): string | undefined {
  const [, which, year] =
    /^(?:6|sáu) tháng (đầu|cuối)(?: năm| |\/)*\s*(\d{4})?$/.exec(text) ??
    /^nửa (đầu|cuối)(?: năm| )*\s*(\d{4})?$/.exec(text) ??
    [];
  const known = readYear(year) ?? ofFolder;
  if (which === undefined || known === undefined) return undefined;
  return which === 'đầu' ? `${known}-01/${known}-06` : `${known}-07/${known}-12`;
}

/** Days since the last of 1899, as Excel counts them. */
function dayOfExcel(text: string): string | undefined {
  const days = /^\d{5}$/.test(text) ? Number(text) : 0;
  // 1 January 2000 to 31 December 2099.
  if (days < 36_526 || days > 73_050) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

/**
 * @param ofFolder the year of the record's folder, for dates without one
 * @returns the date as records have it; `undefined` where it cannot be told
 * @example spelledDate('quý III/2023') // => '2023-Q3'
 * @example spelledDate('đầu tháng 3', 2023) // => '2023-03'
 */
export function spelledDate(text: string, ofFolder?: number): string | undefined {
  const typed = text.trim();
  const excel = dayOfExcel(typed);
  if (excel !== undefined) return excel;
  const [, year, month, day] = /^(\d{4})[_ ]?(\d\d)[_ ]?(\d\d)$/.exec(typed) ?? [];
  if (year !== undefined)
    return written({ year: readYear(year), month: Number(month), day: Number(day) }, undefined);
  let plain = plainSpelling(typed);
  const about = /^(?:khoảng|độ|chừng|dự kiến|~|c\.|circa|about)\s*|\s*\(?[?~]\)?$/;
  const approximate = /^(?:khoảng|độ|chừng|~|c\.|circa|about)|[?~]\)?$/.test(plain) ? '~' : '';
  plain = plain
    .replace(about, '')
    .replace(about, '')
    .replace(/^(?:trong|vào)\s+/, '');
  // Where in a month or a year it lay is no part of a date; `dateAsWritten` keeps it.
  const within = plain.replace(
    /^(?:(?:đầu|giữa|cuối|trong|thượng tuần|trung tuần|hạ tuần|hè|thu|đông|mùa (?:xuân|hạ|hè|thu|đông))\s+)+(?=tháng|năm|quý|q|\d{4})/,
    '',
  );
  const found =
    quarter(within, ofFolder) ??
    half(plain, ofFolder) ??
    half(within, ofFolder) ??
    single(within, ofFolder) ??
    ranges(within.replace(/^từ\s*/, ''), ofFolder);
  return found === undefined
    ? undefined
    : found + (found.includes('/') || /-Q/.test(found) ? '' : approximate);
}

function single(text: string, ofFolder: number | undefined): string | undefined {
  const part = readPart(text);
  return part && (part.month !== undefined || part.year !== undefined) ? written(part, ofFolder) : undefined;
}

/** Every place at which a range may be parted in two. */
function ranges(text: string, ofFolder: number | undefined): string | undefined {
  const parted = /^(.+?)\s*(?:đến hết|đến|tới|to|au|và|&|->|→)\s*(.+)$/.exec(text);
  if (parted?.[1] !== undefined && parted[2] !== undefined) return range(parted[1], parted[2], ofFolder);
  for (const { index } of text.matchAll(/[-/]/g)) {
    const found = range(text.slice(0, index), text.slice(index + 1), ofFolder);
    if (found !== undefined) return found;
  }
  return undefined;
}
