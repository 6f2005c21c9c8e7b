import { z } from 'zod';
import { calendars, occasionKinds } from '../occasions.ts';
import * as field from './fields.ts';

/** A day that comes back. */
export const occasion = {
  facts: z.strictObject({
    kind: z
      .enum(occasionKinds)
      .meta(
        field.says(
          'Ngày lễ, quốc khánh, quan hệ ngoại giao, lịch sử',
          'Festival, national day, relations between countries, history',
        ),
      ),
    calendar: z
      .enum(calendars)
      .meta(field.says('Lịch dùng để tính ngày', 'The calendar by which the day is found')),
    since: field.date
      .optional()
      .meta(
        field.says(
          'Ngày hoặc năm bắt đầu; số năm kỷ niệm được tính từ đây',
          'First day or year; anniversaries are counted from it',
        ),
      ),
    day: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
      .optional()
      .meta(
        field.says(
          'Tháng-ngày trong lịch ấy, khi không biết năm bắt đầu: "07-14"',
          'Month-day in that calendar, where the first year is not known: "07-14"',
        ),
      ),
    countries: field.countries,
    names: field.names,
    sources: field.sources,
    notes: field.notes,
  }),
};
