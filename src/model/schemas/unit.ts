import { z } from 'zod';
import { headPositions, weekdays } from '../contacts.ts';
import * as field from './fields.ts';

/** How it is reached: nothing of it is required, and nothing is guessed. Whether it can be so is `content/checks/contacts.ts`. */
const contact = z
  .strictObject({
    address: field.text
      .optional()
      .meta(field.says('Địa chỉ như ghi trên phong bì', 'The address as it stands on an envelope')),
    phones: z
      .array(field.text)
      .default([])
      .meta(
        field.says(
          'Số điện thoại trong ngoặc kép, có mã vùng: ["0233 3000 000"]; số nước ngoài có dấu + ở đầu',
          'Telephone numbers in quotation marks, with the area code: ["0233 3000 000"]; from abroad with a +',
        ),
      ),
    email: field.text.optional().meta(field.says('Địa chỉ thư điện tử', 'The e-mail address')),
    website: field.text
      .optional()
      .meta(
        field.says(
          'Trang web, bắt đầu bằng https://; trang của Liên hiệp, không phải trang mạng xã hội của một người',
          'The web site, beginning with https://; the Union’s, not the profile of a person',
        ),
      ),
    hours: z
      .array(
        z.strictObject({
          days: z
            .array(z.enum(weekdays))
            .min(1)
            .meta(
              field.says('Các ngày: mo (thứ Hai) … su (Chủ nhật)', 'The days: mo (Monday) … su (Sunday)'),
            ),
          opens: field.text.meta(field.says('Giờ mở cửa: "07:30"', 'From: "07:30"')),
          closes: field.text.meta(field.says('Giờ đóng cửa: "11:30"', 'To: "11:30"')),
        }),
      )
      .default([])
      .meta(
        field.says(
          'Giờ làm việc; buổi sáng và buổi chiều là hai dòng',
          'Office hours; morning and afternoon are two lines',
        ),
      ),
    head: z
      .strictObject({
        name: field.text.meta(field.says('Họ tên', 'The full name')),
        position: z
          .enum(headPositions)
          .meta(
            field.says(
              'Chức vụ: chair (Chủ tịch), vice-chair (Phó Chủ tịch phụ trách)',
              'The position: chair, vice-chair (in charge)',
            ),
          ),
      })
      .optional()
      .meta(
        field.says(
          'Người đứng đầu, chỉ khi có văn bản nêu tên',
          'Who leads it, only where a document names them',
        ),
      ),
  })
  .optional()
  .meta(
    field.says(
      'Cách liên hệ: hiện ở trang của đơn vị, trang Liên hệ, bản in và dữ liệu mở; mục nào chưa biết thì bỏ trống',
      'How to reach it: shown on its page, on the page Contact, in print and in the open data; what is not known is left out',
    ),
  );

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
    contact,
    sources: field.sources,
    notes: field.notes,
  }),
};
