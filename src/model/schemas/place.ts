import { z } from 'zod';
import * as field from './fields.ts';

/** A province, city or site, with the time for which its name is valid. */
export const place = {
  facts: z.strictObject({
    kind: z
      .enum(['province', 'city', 'district', 'site'])
      .meta(
        field.says('Tỉnh, thành phố, huyện hay một địa điểm', 'Province, city, district or a single site'),
      ),
    country: field.country
      .default('VN')
      .meta(field.says('Nước, khi ở ngoài Việt Nam', 'Country, outside Viet Nam')),
    in: field
      .reference('places')
      .optional()
      .meta(field.says('Tỉnh hoặc thành phố có nơi này', 'The province or city that it lies in')),
    validUntil: field.date
      .optional()
      .meta(field.says('Ngày cuối cùng mà tên này còn hiệu lực', 'The last day on which the name was valid')),
    successor: field
      .reference('places')
      .optional()
      .meta(field.says('Tên hoặc đơn vị kế tiếp', 'What came after it')),
    names: field.names,
    aliases: z.array(field.text).default([]).meta(field.says('Những cách viết khác', 'Other spellings')),
    notes: field.notes,
  }),
};
