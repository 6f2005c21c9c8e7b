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
          .array(field.reference)
          .default([])
          .meta(field.says('Tên thư mục trong content/partners', 'Names of folders in content/partners')),
        units: z
          .array(field.reference)
          .default([])
          .meta(field.says('Tên tệp trong content/units', 'Names of files in content/units')),
        activities: z
          .array(field.reference)
          .default([])
          .meta(
            field.says(
              'Năm và tên thư mục trong content/activities',
              'Year and folder in content/activities',
            ),
          ),
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
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};
