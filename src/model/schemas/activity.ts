import { z } from 'zod';
import { countedThings } from '../aid.ts';
import { categories, statuses } from '../categories.ts';
import { aid } from './aid.ts';
import * as field from './fields.ts';

/** Something that one or several units did. */
export const activity = {
  facts: z.strictObject({
    categories: z
      .array(z.enum(categories))
      .min(1)
      .meta(field.says('Loại hoạt động; loại chính đứng đầu', 'Categories; the main one first')),
    date: field.date
      .optional()
      .meta(
        field.says(
          'Ngày, tháng, quý hoặc năm, đúng như nguồn biết',
          'Day, month, quarter or year, exactly as far as the source knows',
        ),
      ),
    dateAsWritten: field.text
      .optional()
      .meta(
        field.says(
          'Nguyên văn ngày trong nguồn, khi nguồn viết khác thường',
          'The source’s own words for the date, where they are odd',
        ),
      ),
    dateDoubt: field.dateDoubt,
    status: z
      .enum(statuses)
      .default('held')
      .meta(field.says('đã diễn ra, dự kiến, đang tiếp tục', 'held, planned, ongoing')),
    occasion: field.occasion.optional(),
    places: field.places,
    units: field.unitsWithRole,
    partners: field.partnersWithRole,
    countries: field.countries,
    numbers: z
      .array(
        z.strictObject({
          value: z.int().nonnegative().meta(field.says('Con số', 'The figure')),
          of: z.enum(countedThings).meta(field.says('Đếm cái gì', 'What is counted')),
          qualifier: field.qualifier,
          sources: field.ownSources,
        }),
      )
      .default([])
      .meta(
        field.says(
          'Con số; khi hai văn bản nói khác nhau, viết cả hai, mỗi số kèm nguồn riêng',
          'Figures; where two documents disagree write both, each with its own sources',
        ),
      ),
    aid: z.array(aid).default([]),
    partOf: field
      .reference('activities')
      .optional()
      .meta(
        field.says(
          'Hoạt động lớn hơn mà hoạt động này là một phần',
          'The larger activity that this one is part of',
        ),
      ),
    reportLine: field.reportLine,
    countedAs: field.countedAs,
    unknown: field.unknown,
    sources: field.sources,
    updated: field.updated,
    draft: field.draft,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};
