import { z } from 'zod';
import { aidStates, countedThings, currencies, directions, qualifiers } from '../../domain/aid.ts';
import { categories, partnerTypes, statuses } from '../../domain/categories.ts';
import { calendars, occasionKinds } from '../../domain/occasions.ts';
import { partnerRoles } from '../../domain/roles.ts';
import * as field from './fields.ts';

/**
 * What an editor may write, one schema a collection. `facts` stand in the original (`index.vi.mdx`) or in the YAML
 * file; `text` stands in every language. Unknown keys are problems everywhere (strict objects).
 */

const amount = {
  amount: z.int().positive(),
  currency: z.enum(currencies),
  qualifier: z.enum(qualifiers).optional(),
};

const aid = z
  .strictObject({
    ...amount,
    state: z.enum(aidStates),
    direction: z.enum(directions).default('in'),
    items: z
      .array(
        z.strictObject({
          count: z.int().positive(),
          of: z.enum(countedThings),
          each: z.int().positive().optional(),
        }),
      )
      .default([]),
    equivalent: z.strictObject(amount).optional(),
    sources: field.ownSources,
  })
  .describe('Giá trị hỗ trợ: số tiền nguyên, loại tiền, tình trạng');

const activity = {
  facts: z.strictObject({
    categories: z.array(z.enum(categories)).min(1).describe('Loại hoạt động; loại chính đứng đầu'),
    date: field.date.optional().describe('Ngày, tháng, quý hoặc năm, đúng như nguồn biết'),
    dateAsWritten: field.text.optional().describe('Nguyên văn ngày trong nguồn, khi nguồn viết khác thường'),
    status: z.enum(statuses).default('held'),
    occasion: field.occasion.optional(),
    places: field.places,
    units: field.unitsWithRole,
    partners: z
      .array(z.strictObject({ partner: field.reference, role: z.enum(partnerRoles).optional() }))
      .default([])
      .describe('Đối tác, và vai trò nếu rõ'),
    countries: field.countries,
    numbers: z
      .array(
        z.strictObject({
          value: z.int().nonnegative(),
          of: z.enum(countedThings),
          qualifier: z.enum(qualifiers).optional(),
          sources: field.ownSources,
        }),
      )
      .default([])
      .describe('Con số; khi hai văn bản nói khác nhau, viết cả hai, mỗi số kèm nguồn riêng'),
    aid: z.array(aid).default([]),
    partOf: field.reference.optional().describe('Hoạt động lớn hơn mà hoạt động này là một phần'),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};

const story = {
  facts: z.strictObject({
    date: field.date.optional(),
    author: field.text.optional().describe('Người viết, nếu biết'),
    about: z
      .strictObject({
        partners: z.array(field.reference).default([]),
        units: z.array(field.reference).default([]),
        activities: z.array(field.reference).default([]),
      })
      .describe('Bài viết nói về đối tác, liên hiệp, hoạt động nào'),
    countries: field.countries,
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};

const event = {
  facts: z.strictObject({
    date: field.date.optional(),
    dateAsWritten: field.text.optional(),
    tentative: z.boolean().default(false).describe('true khi nguồn ghi “dự kiến”'),
    occasion: field.occasion.optional(),
    places: field.places,
    units: field.unitsWithRole,
    partners: z
      .array(z.strictObject({ partner: field.reference, role: z.enum(partnerRoles).optional() }))
      .default([]),
    countries: field.countries,
    activity: field.reference.optional().describe('Hoạt động đã diễn ra mà sự kiện này dự báo'),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};

const partner = {
  facts: z.strictObject({
    names: field.names,
    abbreviation: field.text.optional(),
    aliases: z.array(field.text).default([]).describe('Những cách viết khác của tên, để tìm kiếm'),
    country: field.country,
    type: z.enum(partnerTypes),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({ summary: field.text.optional(), ...field.translation }),
};

const issue = {
  facts: z.strictObject({
    number: z.int().positive().describe('Số báo trong năm'),
    date: field.date.describe('Khoảng thời gian của số báo, ví dụ 2023-07/2023-12'),
    publisher: field.reference.describe('Liên hiệp xuất bản'),
    sections: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), items: z.array(field.reference).min(1) }))
      .min(1)
      .describe('Các phần của số báo và các bài theo thứ tự'),
    colophon: z
      .strictObject({
        licence: field.text.optional(),
        editors: z.array(field.text).default([]),
        printRun: z.int().positive().optional(),
      })
      .default({ editors: [] })
      .describe('Giấy phép, biên tập, số lượng in; để trống khi chưa có'),
    sources: field.sources,
    updated: field.updated,
    notes: field.notes,
  }),
  text: z.strictObject({
    ...field.articleText,
    sectionTitles: z.record(z.string(), field.text).describe('Tên các phần trong ngôn ngữ này'),
    ...field.translation,
  }),
};

const unit = {
  facts: z.strictObject({
    kind: z.enum(['union', 'association', 'cluster', 'national']),
    order: z.int().describe('Thứ tự trong báo cáo của cụm'),
    parent: field.reference.optional(),
    place: field.reference.optional(),
    countries: field.countries,
    validFrom: field.date.optional(),
    validUntil: field.date.optional(),
    successor: field.reference.optional(),
    leads: z
      .array(z.strictObject({ year: z.int(), lead: field.reference, deputy: field.reference }))
      .default([])
      .describe('Cụm trưởng và cụm phó theo năm'),
    names: field.names,
    shortNames: field.names,
    aliases: z.array(field.text).default([]),
    sources: field.sources,
    notes: field.notes,
  }),
};

const place = {
  facts: z.strictObject({
    kind: z.enum(['province', 'city', 'site']),
    in: field.reference.optional().describe('Tỉnh hoặc thành phố có nơi này'),
    validUntil: field.date.optional().describe('Ngày cuối cùng mà tên này còn hiệu lực'),
    successor: field.reference.optional(),
    names: field.names,
    aliases: z.array(field.text).default([]),
    notes: field.notes,
  }),
};

const occasion = {
  facts: z.strictObject({
    kind: z.enum(occasionKinds),
    calendar: z.enum(calendars),
    since: field.date.optional().describe('Ngày hoặc năm bắt đầu; số năm kỷ niệm được tính từ đây'),
    countries: field.countries,
    names: field.names,
    sources: field.sources,
    notes: field.notes,
  }),
};

const document = {
  facts: z.strictObject({
    names: field.names,
    file: field.text.describe('Tên tệp của văn bản'),
    notes: field.notes,
  }),
};

/** Collections whose records are a folder with one MDX file a language. */
export const articleSchemas = {
  activities: activity,
  stories: story,
  events: event,
  partners: partner,
  issues: issue,
} as const;

/** Collections whose records are one YAML file. */
export const referenceSchemas = {
  units: unit,
  places: place,
  occasions: occasion,
  documents: document,
} as const;

export type ArticleCollection = keyof typeof articleSchemas;
export type ReferenceCollection = keyof typeof referenceSchemas;
export type CollectionName = ArticleCollection | ReferenceCollection;

export type Facts<Name extends CollectionName> = Name extends ArticleCollection
  ? z.output<(typeof articleSchemas)[Name]['facts']>
  : Name extends ReferenceCollection
    ? z.output<(typeof referenceSchemas)[Name]['facts']>
    : never;

export type TextFields<Name extends ArticleCollection> = z.output<(typeof articleSchemas)[Name]['text']>;

/** Records of these collections stand in a folder per year: `activities/2023/<slug>`. */
export const byYear: readonly CollectionName[] = ['activities', 'stories', 'events'];

/** Collections whose texts need a body; a partner may be a name and a country only. */
export const bodyRequired: readonly CollectionName[] = ['activities', 'stories', 'events', 'issues'];
