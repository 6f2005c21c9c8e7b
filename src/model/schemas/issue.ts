import { z } from 'zod';
import { ranks } from '../ranks.ts';
import * as field from './fields.ts';

/** One number of the printed bulletin: its items in order, its letter. */
export const issue = {
  facts: z.strictObject({
    number: z.int().positive().meta(field.says('Số báo trong năm', 'Number of the issue in its year')),
    date: field.date.meta(
      field.says(
        'Khoảng thời gian của số báo, ví dụ 2023-07/2023-12',
        'The period of the issue, for instance 2023-07/2023-12',
      ),
    ),
    publisher: field.reference('units').meta(field.says('Liên hiệp xuất bản', 'The unit that publishes it')),
    sections: z
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^[a-z0-9-]+$/)
            .meta(
              field.says(
                'Tên ngắn của phần, không dấu; tên hiện ra nằm trong sectionTitles',
                'A short name without accents; the title shown stands in sectionTitles',
              ),
            ),
          items: z
            .array(field.reference('activities', 'stories'))
            .min(1)
            .meta(
              field.says(
                'Các bài: activities/<năm>/<tên> hoặc stories/<năm>/<tên>',
                'The items: activities/<year>/<name> or stories/<year>/<name>',
              ),
            ),
        }),
      )
      .min(1)
      .meta(
        field.says(
          'Các phần của số báo và các bài theo thứ tự',
          'Sections of the issue and their items in order',
        ),
      ),
    ranks: z
      .array(
        z.strictObject({
          item: field.reference('activities', 'stories').meta(field.says('Bài', 'The item')),
          rank: z
            .enum(ranks)
            .meta(
              field.says(
                'Cỡ của bài: lead mở đầu phần, standard như thường, brief tin ngắn',
                'How much room it takes: lead opens its section, standard, brief a short notice',
              ),
            ),
        }),
      )
      .default([])
      .meta(
        field.says(
          'Bài nào lớn, bài nào ngắn khi in; không ghi thì máy chọn theo độ dài, ảnh và số tiền',
          'Which items are large or small in print; otherwise length, photos and amounts decide',
        ),
      ),
    colophon: z
      .strictObject({
        licence: field.text
          .optional()
          .meta(field.says('Số giấy phép xuất bản', 'Number of the publishing licence')),
        responsible: field.text
          .optional()
          .meta(field.says('Người chịu trách nhiệm xuất bản', 'Who answers for the publication')),
        editors: z.array(field.text).default([]).meta(field.says('Người biên tập', 'The editors')),
        printRun: z.int().positive().optional().meta(field.says('Số bản in', 'Copies printed')),
        printer: field.text
          .optional()
          .meta(field.says('Nơi in: tên và địa chỉ nhà in', 'The printing house, with its address')),
        deposit: field.text
          .optional()
          .meta(
            field.says(
              'Nộp lưu chiểu: tháng hoặc quý, năm, ví dụ “quý I năm 2024”',
              'When the legal deposit was made, for instance “quý I năm 2024”',
            ),
          ),
      })
      .default({ editors: [] })
      .meta(
        field.says(
          'Những gì một bản tin in phải ghi: giấy phép, người chịu trách nhiệm, biên tập, số lượng, nơi in, lưu chiểu; để trống khi chưa có',
          'What a printed bulletin must state: licence, who answers for it, editors, print run, printer, deposit; left out until known',
        ),
      ),
    cover: z
      .strictObject({
        image: field.text.meta(
          field.says('Tên tệp ảnh nằm cạnh index.vi.mdx', 'Name of the photo beside index.vi.mdx'),
        ),
        credit: field.text.optional().meta(field.says('Người chụp', 'Who took it')),
      })
      .optional()
      .meta(
        field.says(
          'Ảnh bìa; bỏ trống thì bìa là tấm vải dệt',
          'Cover photo; without it the cover is the cloth',
        ),
      ),
    figures: z
      .boolean()
      .default(true)
      .meta(field.says('In trang “Qua những con số”', 'Whether to print the page “In figures”')),
    calendar: z
      .boolean()
      .default(true)
      .meta(
        field.says('In lịch sắp tới và các dịp kỷ niệm', 'Whether to print coming events and anniversaries'),
      ),
    minimumItems: z
      .int()
      .positive()
      .default(6)
      .meta(
        field.says(
          'Số bài ít nhất phải có trong một ngôn ngữ thì mới in số báo bằng ngôn ngữ ấy',
          'An edition of a language is made when at least so many items exist in it',
        ),
      ),
    sources: field.sources,
    updated: field.updated,
    draft: field.draft,
    notes: field.notes,
  }),
  text: z.strictObject({
    ...field.articleText,
    sectionTitles: z
      .record(z.string(), field.text)
      .meta(field.says('Tên các phần trong ngôn ngữ này', 'Titles of the sections in this language')),
    signature: field.text
      .optional()
      .meta(
        field.says(
          'Ai ký thư ban biên tập: tên, chức vụ',
          'Who signs the letter from the editors: name and office',
        ),
      ),
    coverAlt: field.text.optional().meta(field.says('Ảnh bìa cho thấy gì', 'What the cover photo shows')),
    ...field.translation,
  }),
};
