import { z } from 'zod';
import { aidStates, countedThings, currencies, directions, qualifiers } from '../aid.ts';
import { categories } from '../categories.ts';
import * as field from './fields.ts';

/** Whether the photos of an article that was sent in may be published. */
export const photoRights = ['own', 'permitted', 'unclear'] as const;
export type PhotoRights = (typeof photoRights)[number];

/** A figure that the document states, and how the same figure is found in the records. */
const total = z.strictObject({
  line: z.int().positive().meta(field.says('Dòng nêu con số', 'The line that states it')),
  says: field.text.meta(field.says('Nguyên văn con số', 'The figure in the words of the document')),
  value: z.int().nonnegative().meta(field.says('Con số', 'The figure')),
  qualifier: z
    .enum(qualifiers)
    .optional()
    .meta(field.says('hơn (over), gần (nearly), khoảng (about)', 'over, nearly, about')),
  unit: field
    .reference('units')
    .optional()
    .meta(
      field.says('Liên hiệp mà con số nói về; bỏ trống: cả cụm', 'The Union; left out: the whole cluster'),
    ),
  records: z
    .enum(['activities', 'units', 'partners'])
    .optional()
    .meta(
      field.says(
        'Đếm số hồ sơ thay vì cộng con số trong hồ sơ',
        'Records are counted instead of adding the figures in them',
      ),
    ),
  of: z
    .enum(countedThings)
    .optional()
    .meta(field.says('Con số nào trong hồ sơ được cộng', 'Which figures of the records are added')),
  currency: z.enum(currencies).optional().meta(field.says('Loại tiền', 'The currency')),
  state: z.enum(aidStates).optional().meta(field.says('Tình trạng của khoản hỗ trợ', 'State of the aid')),
  direction: z.enum(directions).optional().meta(field.says('Chiều hỗ trợ', 'Direction of the aid')),
  category: z.enum(categories).optional().meta(field.says('Chỉ loại hoạt động này', 'Only this category')),
  partner: field
    .reference('partners')
    .optional()
    .meta(field.says('Chỉ hoạt động với đối tác này', 'Only activities with this partner')),
  activity: field
    .reference('activities')
    .optional()
    .meta(field.says('Chỉ hoạt động này', 'Only this activity')),
  reason: field.text
    .optional()
    .meta(
      field.says(
        'Vì sao con số tính từ hồ sơ khác với con số văn bản nêu',
        'Why the figure counted from the records differs from the one stated',
      ),
    ),
});

/** A document that facts are taken from. */
export const document = {
  facts: z.strictObject({
    names: field.names,
    file: field.text.meta(field.says('Tên tệp của văn bản', 'File name of the document')),
    year: z
      .int()
      .optional()
      .meta(field.says('Năm mà văn bản báo cáo', 'The year that the document reports on')),
    lines: z
      .int()
      .positive()
      .optional()
      .meta(
        field.says(
          'Văn bản có bao nhiêu dòng; một dòng được dẫn ngoài số ấy là một lỗi',
          'How many lines the document has; to cite a line beyond them is a problem',
        ),
      ),
    publicCopy: z
      .strictObject({
        address: field.text.meta(
          field.says(
            'Địa chỉ mở được văn bản, bắt đầu bằng https://',
            'The address at which it can be opened, beginning with https://',
          ),
        ),
        allowedBy: field
          .reference('units')
          .meta(field.says('Liên hiệp hoặc hội cho phép', 'The union or association that allows it')),
      })
      .optional()
      .meta(
        field.says(
          'Bạn đọc mở được văn bản này từ mục Nguồn, chỉ khi nơi ra văn bản cho phép; bỏ trống: không mở được',
          'Readers can open it from where it is cited, only if whoever issued it allows that; left out: they cannot',
        ),
      ),
    received: z
      .strictObject({
        date: field.date.meta(field.says('Ngày nhận', 'The day on which it arrived')),
        from: field
          .reference('units')
          .optional()
          .meta(field.says('Liên hiệp hoặc hội gửi bài', 'The union or association that sent it')),
        person: field.text
          .optional()
          .meta(
            field.says(
              'Người viết, hiện dưới bài; chỉ ghi khi người ấy đồng ý',
              'Who wrote it, shown under the article; only with their consent',
            ),
          ),
        photos: z
          .enum(photoRights)
          .optional()
          .meta(
            field.says(
              'own: ảnh của nơi gửi; permitted: người chụp đồng ý; unclear: chưa rõ, chưa được đăng; bỏ trống khi không có ảnh',
              'own: photos of the sender; permitted: the photographer agreed; unclear: not known, not to be published; left out without photos',
            ),
          ),
        declined: field.text
          .optional()
          .meta(
            field.says(
              'Vì sao không đăng; để trống khi còn chờ hoặc đã đăng',
              'Why it is not published; left out while it waits or once it is published',
            ),
          ),
      })
      .optional()
      .meta(
        field.says(
          'Với bài do nơi khác gửi đến: khi nào, từ đâu; npm run inbox cho biết bài đã đến đâu',
          'Of an article that was sent in: when, by whom; npm run inbox tells where it stands',
        ),
      ),
    totals: z
      .array(total)
      .default([])
      .meta(
        field.says(
          'Những con số tổng mà văn bản nêu, để đối chiếu với hồ sơ: npm run check -- --totals',
          'Totals that the document states, to be held against the records: npm run check -- --totals',
        ),
      ),
    notes: field.notes,
  }),
};
