import { z } from 'zod';
import * as field from './fields.ts';

/** Something to come, with its date as far as it is known. */
export const event = {
  facts: z.strictObject({
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
          'The words of the source for the date, where they are odd',
        ),
      ),
    dateDoubt: field.dateDoubt,
    tentative: z
      .boolean()
      .default(false)
      .meta(
        field.says(
          'true khi nguồn ghi “dự kiến”; những sự kiện khác hiện “theo kế hoạch” cho tới khi có bài ở “activity” kể lại',
          'true where the source itself says “dự kiến”; all others are shown as “planned” until the record in “activity” reports them',
        ),
      ),
    occasion: field.occasion.optional(),
    places: field.places,
    units: field.unitsWithRole,
    partners: field.partnersWithRole,
    countries: field.countries,
    activity: field
      .reference('activities')
      .optional()
      .meta(
        field.says(
          'Hoạt động đã diễn ra mà sự kiện này dự báo',
          'The activity that reported this event once it had happened',
        ),
      ),
    reportLine: field.reportLine,
    unknown: field.unknown,
    sources: field.sources,
    updated: field.updated.meta(
      field.says(
        'Ngày sửa gần nhất: khi sửa bản tiếng Việt đã có bản dịch, và khi dời ngày sự kiện, để lịch trên máy người đọc dời theo',
        'The day of the last change: of the Vietnamese text where it has translations, and of the date, so that the calendars of readers move the event',
      ),
    ),
    draft: field.draft,
    notes: field.notes,
  }),
  text: z.strictObject({ ...field.articleText, ...field.translation }),
};
