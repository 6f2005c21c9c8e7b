import { z } from 'zod';
import * as field from './fields.ts';

/** A union, a member association, the cluster, the national union. */
export const unit = {
  facts: z.strictObject({
    kind: z
      .enum(['union', 'association', 'cluster', 'national'])
      .meta(
        field.says(
          'Liên hiệp, hội thành viên, cụm hay trung ương',
          'Union, member association, cluster or national',
        ),
      ),
    order: z.int().meta(field.says('Thứ tự trong báo cáo của cụm', 'Position in the report of the cluster')),
    parent: field
      .reference('units')
      .optional()
      .meta(
        field.says('Liên hiệp hoặc cụm mà đơn vị này thuộc về', 'The union or cluster that it belongs to'),
      ),
    place: field.reference('places').optional().meta(field.says('Địa bàn', 'Its province or city')),
    countries: field.countries,
    validFrom: field.date.optional().meta(field.says('Ngày bắt đầu', 'The day from which it exists')),
    validUntil: field.date
      .optional()
      .meta(field.says('Ngày cuối cùng còn hoạt động', 'The last day on which it existed')),
    successor: field
      .reference('units')
      .optional()
      .meta(field.says('Tên hoặc đơn vị kế tiếp', 'What came after it')),
    leads: z
      .array(
        z.strictObject({
          year: z.int().meta(field.says('Năm', 'The year')),
          lead: field.reference('units').meta(field.says('Cụm trưởng', 'The lead')),
          deputy: field.reference('units').meta(field.says('Cụm phó', 'The deputy')),
        }),
      )
      .default([])
      .meta(field.says('Cụm trưởng và cụm phó theo năm', 'Lead and deputy of the cluster by year')),
    names: field.names,
    shortNames: field.names,
    aliases: z.array(field.text).default([]).meta(field.says('Những cách viết khác', 'Other spellings')),
    sources: field.sources,
    notes: field.notes,
  }),
};
