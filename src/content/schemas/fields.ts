import { z } from 'zod';
import { isKnownDate, parseDate, type DateFault } from '../../domain/dates.ts';
import { unitRoles } from '../../domain/roles.ts';
import { localeCodes } from '../../i18n/locales.ts';

/**
 * Fields that several collections share. Each carries its description for the person who fills it in; faults that
 * only this project knows (dates, sources) travel as `params` of a custom issue to `validate.ts`, which words them.
 */

/** Data that a custom issue carries to its wording. */
export type CustomFault =
  | { kind: 'date'; fault: DateFault['fault']; suggestion: string | undefined; value: string }
  | { kind: 'source'; value: string };

/** One line of text. */
export const text = z.string().trim().min(1);

/** An EDTF date as an editor writes it, read into a `KnownDate` (see `domain/dates.ts`). */
export const date = z.union([z.string(), z.number(), z.null()]).transform((value, context) => {
  const spelled = value === null ? '' : String(value);
  const parsed = parseDate(spelled);
  if (isKnownDate(parsed)) return parsed;
  context.addIssue({
    code: 'custom',
    params: {
      kind: 'date',
      fault: parsed.fault,
      suggestion: parsed.suggestion,
      value: spelled,
    } satisfies CustomFault,
  });
  return z.NEVER;
});

/** A source as `document:line`, for instance `quang-tri-2023:38`. Lines count from 1. */
const source = z.string().transform((value, context) => {
  const match = /^([a-z0-9-]+):([1-9]\d*)$/.exec(value);
  if (match) return { document: match[1] as string, line: Number(match[2]) };
  context.addIssue({ code: 'custom', params: { kind: 'source', value } satisfies CustomFault });
  return z.NEVER;
});

export const sources = z
  .array(source)
  .min(1)
  .describe('Văn bản và số dòng mà dữ kiện được lấy ra, ví dụ quang-tri-2023:38');

/** Sources of one figure, where documents disagree and every value is kept with its own. */
export const ownSources = z
  .array(source)
  .default([])
  .describe('Nguồn riêng của con số này, khi các văn bản nói khác nhau');

/** The id of a record in another collection; `references.ts` checks that it exists. */
export const reference = z.string().min(1);

/** ISO 3166-1 alpha-2 country codes. */
export const country = z.string().regex(/^[A-Z]{2}$/);
export const countries = z
  .array(country)
  .default([])
  .describe('Mã hai chữ của các nước có liên quan: LA, KH, JP …');

export const names = z
  .strictObject({ ...Object.fromEntries(localeCodes.map((code) => [code, text.optional()])), vi: text } as {
    vi: typeof text;
  } & Record<Exclude<(typeof localeCodes)[number], 'vi'>, z.ZodOptional<typeof text>>)
  .describe('Tên trong từng ngôn ngữ; tên tiếng Việt là bắt buộc');

export const unitsWithRole = z
  .array(z.strictObject({ unit: reference, role: z.enum(unitRoles).optional() }))
  .default([])
  .describe('Liên hiệp hoặc hội thành viên, và vai trò nếu nguồn có nêu');

/** An occasion and the year in which it was kept; the number of years since its beginning is computed. */
export const occasion = z
  .strictObject({ id: reference, year: z.int().min(1900).max(2200) })
  .describe('Dịp kỷ niệm hoặc ngày lễ, và năm');

export const places = z
  .array(reference)
  .default([])
  .describe('Nơi diễn ra, theo tên trong thư mục content/places');

/** Remarks between editors: doubts, merges, what the source says oddly. Not shown to readers. */
export const notes = text.optional().describe('Ghi chú giữa các biên tập viên; không hiện trên trang');

/** Of a record's Vietnamese text. The readers of a translation that has become old are told this day. */
export const updated = date
  .optional()
  .describe('Ngày sửa nội dung bản tiếng Việt gần nhất; bắt buộc khi sửa một bài đã có bản dịch');

/** Text of an article, in every language. */
export const articleText = {
  title: text.describe('Tên bài, tối đa khoảng 90 chữ cái'),
  summary: text.describe('Một hoặc hai câu tóm tắt, hiện trong danh sách và kết quả tìm kiếm'),
};

/** What only a translation says of itself. */
export const translation = {
  translator: text.optional().describe('Người dịch'),
  fingerprint: text.optional().describe('Dấu của bản tiếng Việt mà bản dịch này được làm theo; máy tự ghi'),
  translated: date
    .optional()
    .describe('Ngày bản dịch được duyệt; máy tự ghi cùng với fingerprint (npm run translations -- accept)'),
};
