import { z } from 'zod';
import { qualifiers } from '../aid.ts';
import { countedRecords } from '../categories.ts';
import { dateDoubts, isKnownDate, parseDate, type DateFault } from '../dates.ts';
import { partnerRoles, unitRoles } from '../roles.ts';
import { localeCodes } from '../locales.ts';
import type { ReferenceTo } from '../references.ts';
import { unknowns } from '../unknowns.ts';
import type { CollectionName } from './collections.ts';

/**
 * Fields that several collections share. Each carries its description for the person who fills it in; faults that
 * only this project knows (dates, sources) travel as `params` of a custom issue to `validate.ts`, which words them.
 */

/**
 * What a field says of itself to the person who fills it in. The handbook, the forms of `npm run new` and the comments
 * in new files are made from it, in Vietnamese and English.
 */
export const says = (vi: string, en: string): { description: string; en: string } => ({
  description: vi,
  en,
});

declare module 'zod' {
  /** What a field of this project may say of itself: `.meta({ … })`. */
  interface GlobalMeta {
    /** The description in English; `description` is the Vietnamese one. */
    en?: string;
    /** For a field that names a record: of which collections, and how. */
    reference?: ReferenceTo;
  }
}

/** Data that a custom issue carries to its wording. */
export type CustomFault =
  | { kind: 'date'; fault: DateFault['fault']; suggestion: string | undefined; value: string }
  | { kind: 'source'; value: string };

/** Whether a figure is no more exact than that. */
export const qualifier = z
  .enum(qualifiers)
  .optional()
  .meta(
    says(
      'hơn (over), gần (nearly), khoảng (about); bỏ trống khi nguồn ghi đúng con số',
      'over, nearly, about; left out when the source gives the plain figure',
    ),
  );

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

/**
 * A field that names a record: by its id where it can be of one collection only, by its path where it can be of
 * several. Whatever asks what a field points to reads it here (see `../references.ts`).
 * @example reference('units') // da-nang
 * @example reference('activities', 'stories') // stories/2023/nguoi-ban
 */
export const reference = (...to: [CollectionName, ...CollectionName[]]): z.ZodString =>
  z
    .string()
    .min(1)
    .meta({ reference: { to, form: to.length === 1 ? 'id' : 'path' } });

/** Said beside the date, so that nobody takes it for what the source says plainly. */
export const dateDoubt = z
  .enum(dateDoubts)
  .optional()
  .meta(
    says(
      'inferred: ngày được suy ra, nguồn không ghi; misprint: nguồn có thể ghi nhầm; bỏ trống khi không có gì phải ngờ',
      'inferred: worked out, the source does not give it; misprint: the source may be mistaken; left out where there is no doubt',
    ),
  );

/** A source as `document:line`, for instance `quang-tri-2023:38`. Lines count from 1. */
const source = z
  .string()
  .meta({ reference: { to: ['documents'], form: 'source' } })
  .transform((value, context) => {
    const match = /^([a-z0-9-]+):([1-9]\d*)$/.exec(value);
    if (match) return { document: match[1] as string, line: Number(match[2]) };
    context.addIssue({ code: 'custom', params: { kind: 'source', value } satisfies CustomFault });
    return z.NEVER;
  });

export const sources = z
  .array(source)
  .min(1)
  .meta(
    says('Văn bản và số dòng mà dữ kiện được lấy ra', 'Documents and lines that the facts were taken from'),
  );

/** Sources of one figure, where documents disagree and every value is kept with its own. */
export const ownSources = z
  .array(source)
  .default([])
  .meta(
    says(
      'Nguồn riêng của con số này, khi các văn bản nói khác nhau',
      'Sources of this very figure, where documents disagree',
    ),
  );

/** ISO 3166-1 alpha-2 country codes. */
export const country = z.string().regex(/^[A-Z]{2}$/);
export const countries = z
  .array(country)
  .default([])
  .meta(says('Các nước có liên quan', 'Countries concerned'));

export const names = z
  .strictObject({ ...Object.fromEntries(localeCodes.map((code) => [code, text.optional()])), vi: text } as {
    vi: typeof text;
  } & Record<Exclude<(typeof localeCodes)[number], 'vi'>, z.ZodOptional<typeof text>>)
  .meta(
    says(
      'Tên trong từng ngôn ngữ; tên tiếng Việt là bắt buộc',
      'The name in each language; the Vietnamese one is required',
    ),
  );

export const unitsWithRole = z
  .array(
    z.strictObject({
      unit: reference('units').meta(says('Liên hiệp hoặc hội thành viên', 'The union or member association')),
      role: z
        .enum(unitRoles)
        .optional()
        .meta(
          says('Vai trò; bỏ trống khi nguồn không nêu', 'The role; left out when the source states none'),
        ),
    }),
  )
  .default([])
  .meta(
    says(
      'Liên hiệp hoặc hội thành viên, và vai trò nếu nguồn có nêu',
      'Unions or member associations, with the role where the source states it',
    ),
  );

export const partnersWithRole = z
  .array(
    z.strictObject({
      partner: reference('partners').meta(says('Đối tác', 'The partner')),
      role: z
        .enum(partnerRoles)
        .optional()
        .meta(says('Vai trò; bỏ trống khi không rõ', 'The role; left out when it is not clear')),
    }),
  )
  .default([])
  .meta(says('Đối tác, và vai trò nếu rõ', 'Partners, with the role where it is clear'));

/** An occasion and the year in which it was kept; the number of years since its beginning is computed. */
export const occasion = z
  .strictObject({
    id: reference('occasions').meta(says('Dịp kỷ niệm hoặc ngày lễ', 'The anniversary or festival')),
    year: z
      .int()
      .min(1900)
      .max(2200)
      .meta(
        says(
          'Năm của dịp ấy; số năm kỷ niệm do máy tính',
          'The year in which it was kept; the number of years is computed',
        ),
      ),
  })
  .meta(says('Dịp kỷ niệm hoặc ngày lễ, và năm', 'An anniversary or festival, and the year'));

export const places = z.array(reference('places')).default([]).meta(says('Nơi diễn ra', 'Where it happened'));

/** What the sources do not say. It stands in a note beside the text, so that the text can tell what happened. */
export const unknown = z
  .array(z.enum(unknowns))
  .default([])
  .meta(
    says(
      'Điều mà nguồn không nói: hiện thành một dòng nhỏ “Chưa rõ: ngày, số người” cạnh bài, nên trong bài không cần viết',
      'What the sources do not say: shown as a small note “Not stated: the date, the number of people” beside the text, so that the text need not say it',
    ),
  );

/** How a report of the union tells the record, where its summary would not do. In Vietnamese, as reports are. */
export const reportLine = text
  .optional()
  .meta(
    says(
      'Câu kể việc này trong báo cáo của Liên hiệp (npm run report); bỏ trống thì dùng summary',
      'The sentence for this record in the union’s report (npm run report), in Vietnamese; left out, the summary is used',
    ),
  );

/** What reports count beside delegations. */
export const countedAs = z
  .enum(countedRecords)
  .optional()
  .meta(
    says(
      'Báo cáo đếm việc này là gì: congress (đại hội của Liên hiệp hoặc hội thành viên), publication (bản tin, ấn phẩm; nhiều số thì ghi thêm numbers: issues)',
      'As what reports count it: congress (of the union or an association), publication (several issues: numbers of issues)',
    ),
  );

/** Remarks between editors: doubts, merges, what the source says oddly. Not shown to readers. */
export const notes = text
  .optional()
  .meta(
    says(
      'Ghi chú giữa các biên tập viên; không hiện trên trang',
      'Remarks between editors; not shown to readers',
    ),
  );

/** Of a record's Vietnamese text. The readers of a translation that has become old are told this day. */
export const updated = date
  .optional()
  .meta(
    says(
      'Ngày sửa nội dung bản tiếng Việt gần nhất; bắt buộc khi sửa một bài đã có bản dịch',
      'The day on which the Vietnamese words were last changed; required when a text that has translations is changed',
    ),
  );

/** Held back by choice: written, and not to be published yet. */
export const draft = z
  .literal(true)
  .optional()
  .meta(
    says(
      'true: bài chưa đăng, chờ duyệt; xóa dòng này để đăng',
      'true: not published yet; take the line out to publish it',
    ),
  );

/** Text of an article, in every language. */
export const articleText = {
  title: text.meta(says('Tên bài, tối đa khoảng 90 chữ cái', 'The headline, at most about 90 letters')),
  summary: text.meta(
    says(
      'Một hoặc hai câu tóm tắt, hiện trong danh sách và kết quả tìm kiếm; trên đầu bài thì không, nếu bài ngắn và nói lại như thế',
      'One or two sentences, shown in lists and search results; not above a short text that says the same again',
    ),
  ),
};

/** What only a translation says of itself. */
export const translation = {
  translator: text.optional().meta(says('Người dịch', 'The translator')),
  fingerprint: text
    .optional()
    .meta(
      says(
        'Dấu của bản tiếng Việt mà bản dịch này được làm theo; máy tự ghi',
        'Stamp of the Vietnamese text that this translation was made from; written by the machine',
      ),
    ),
  translated: date
    .optional()
    .meta(
      says(
        'Ngày bản dịch được duyệt; máy tự ghi cùng với fingerprint (npm run translations -- accept)',
        'The day on which the translation was accepted; written by the machine with the fingerprint (npm run translations -- accept)',
      ),
    ),
  reviewed: date
    .optional()
    .meta(
      says(
        'Ngày một người bản ngữ đọc xong cả bản dịch này; máy tự ghi (npm run translations -- accept … --reviewed)',
        'The day on which a native reader had read the whole of this translation; written by the machine (npm run translations -- accept … --reviewed)',
      ),
    ),
};
