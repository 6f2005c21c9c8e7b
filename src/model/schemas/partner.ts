import { z } from 'zod';
import { partnerTypes } from '../categories.ts';
import * as field from './fields.ts';

/** Whoever the unions work with: names, country, kind. */
export const partner = {
  facts: z.strictObject({
    names: field.names,
    abbreviation: field.text.optional().meta(field.says('Tên viết tắt', 'The abbreviation')),
    aliases: z
      .array(field.text)
      .default([])
      .meta(
        field.says('Những cách viết khác của tên, để tìm kiếm', 'Other spellings of the name, for search'),
      ),
    country: field.country
      .optional()
      .meta(field.says('Nước; bỏ trống khi nguồn không nêu', 'Country; left out when the source names none')),
    type: z.enum(partnerTypes).meta(field.says('Loại hình đối tác', 'What kind of partner it is')),
    sources: field.sources,
    updated: field.updated,
    draft: field.draft,
    notes: field.notes,
  }),
  text: z.strictObject({
    summary: field.text
      .optional()
      .meta(field.says('Một câu giới thiệu đối tác', 'One sentence about the partner')),
    ...field.translation,
  }),
};
