import { z } from 'zod';
import * as field from './fields.ts';

/** An article written for the bulletin: who and what it is about. */
export const story = {
  facts: z.strictObject({
    date: field.date
      .optional()
      .meta(
        field.says(
          'Ngày, tháng, quý hoặc năm, đúng như nguồn biết',
          'Day, month, quarter or year, exactly as far as the source knows',
        ),
      ),
    author: field.text.optional().meta(field.says('Người viết, nếu biết', 'The author, if known')),
    about: z
      .strictObject({
        partners: z
          .array(field.reference('partners'))
          .default([])
          .meta(field.says('Những đối tác mà bài nói về', 'The partners that it is about')),
        units: z
          .array(field.reference('units'))
          .default([])
          .meta(field.says('Những liên hiệp mà bài nói về', 'The unions that it is about')),
        activities: z
          .array(field.reference('activities'))
          .default([])
          .meta(field.says('Những hoạt động mà bài nói về', 'The activities that it is about')),
      })
      .meta(
        field.says(
          'Bài viết nói về đối tác, liên hiệp, hoạt động nào',
          'Which partners, units and activities the story is about',
        ),
      ),
    countries: field.countries,
    unknown: field.unknown,
    sources: field.sources,
    updated: field.updated,
    draft: field.draft,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};
