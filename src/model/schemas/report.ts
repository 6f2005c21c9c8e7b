import { z } from 'zod';
import { localeCodes } from '../locales.ts';
import { reportContents } from '../report-contents.ts';
import * as field from './fields.ts';

/** Paragraphs of people's own words: a line each; one that begins with “- ” or “+ ” is a point of a list. */
const prose = (vi: string, en: string) => field.text.optional().meta(field.says(vi, en));

const section = z.strictObject({
  level: z
    .int()
    .min(1)
    .max(3)
    .default(2)
    .meta(
      field.says(
        'Cấp của đề mục: 1 là phần (I, II), 2 là mục (1, 2), 3 là tiểu mục (a, b)',
        'Level of the heading: 1 is a part (I, II), 2 a section (1, 2), 3 a subsection (a, b)',
      ),
    ),
  title: field.text.meta(
    field.says(
      'Tên đề mục, không có số thứ tự: số do máy đánh',
      'The heading without its number, which is counted',
    ),
  ),
  contents: z
    .array(z.enum(reportContents))
    .default([])
    .meta(
      field.says(
        'Những gì máy lấy từ hồ sơ vào mục này: loại hoạt động; central: do Trung ương tổ chức; national-support: Liên hiệp Việt Nam hỗ trợ; coordination: việc chung của cụm; plan: sự kiện sắp tới; figures: con số của bản tin',
        'What is compiled from the records here: categories of activities; central: held by the national union; national-support: what it did for this union; coordination: what the cluster does together; plan: events to come; figures: numbers of the bulletin',
      ),
    ),
  activities: z
    .array(field.reference('activities'))
    .default([])
    .meta(
      field.says(
        'Những hoạt động được kể ở mục này dù loại của chúng thuộc mục khác',
        'Activities told here although their category belongs elsewhere',
      ),
    ),
  nothing: z
    .boolean()
    .default(false)
    .meta(
      field.says(
        'true: mục này ghi “không” vì thật sự không có gì',
        'true: the section says “không” because there is nothing',
      ),
    ),
  text: prose(
    'Lời của người viết, đứng trước những gì lấy từ hồ sơ; mỗi dòng một đoạn, dòng bắt đầu bằng “- ” là gạch đầu dòng',
    'People’s own words, before what the records give; a paragraph a line, “- ” begins a point of a list',
  ),
  after: prose(
    'Lời của người viết, đứng sau những gì lấy từ hồ sơ',
    'People’s own words, behind what the records give',
  ),
  sources: field.ownSources,
});

/** A report of a union or of the cluster: what only people can write. The rest is compiled (`npm run report`). */
export const report = {
  facts: z.strictObject({
    unit: field
      .reference('units')
      .meta(field.says('Liên hiệp hoặc cụm làm báo cáo', 'The union or cluster that reports')),
    period: field.date.meta(
      field.says(
        'Kỳ báo cáo: 2023; sáu tháng đầu năm viết 2023-01/2023-06',
        'The period: 2023; the first half-year is 2023-01/2023-06',
      ),
    ),
    title: field.text
      .optional()
      .meta(
        field.says(
          'Dòng dưới chữ BÁO CÁO; bỏ trống thì máy viết theo kỳ báo cáo',
          'The line below “BÁO CÁO”; left out, it follows from the period',
        ),
      ),
    draft: z
      .boolean()
      .default(false)
      .meta(field.says('true: in chữ “Dự thảo” ở đầu', 'true: “Dự thảo” stands at the top')),
    published: z
      .literal(true)
      .optional()
      .meta(
        field.says(
          'true: đăng báo cáo trên trang web, kèm tệp Word và PDF; bỏ trống thì không đăng',
          'true: the report is on the site, with its Word file and PDF; left out, it is not',
        ),
      ),
    superior: field.text
      .optional()
      .meta(
        field.says(
          'Cơ quan chủ quản, dòng đầu bên trái; bỏ trống khi không có',
          'The body above, first line at the left; left out where there is none',
        ),
      ),
    number: field.text
      .optional()
      .meta(
        field.says(
          'Số, ký hiệu: 76/BC-LHCTCHN; chưa có số thì bỏ trống',
          'Number: 76/BC-LHCTCHN; left out until known',
        ),
      ),
    symbol: field.text
      .optional()
      .meta(
        field.says(
          'Ký hiệu khi chưa có số: BC-LHCTCHN',
          'What follows the number, while the number is not known: BC-LHCTCHN',
        ),
      ),
    place: field.text
      .optional()
      .meta(field.says('Nơi ký, đứng trước ngày', 'Where it is signed, before the date')),
    date: field.date
      .optional()
      .meta(field.says('Ngày ký; chưa biết thì bỏ trống', 'Day of signing; left out until known')),
    opening: prose('Lời mở đầu: căn cứ, theo công văn nào', 'Opening words: the basis, on whose letter'),
    sections: z
      .array(section)
      .default([])
      .meta(
        field.says(
          'Các đề mục theo thứ tự của Liên hiệp; bỏ trống thì theo báo cáo gần nhất của Liên hiệp, không có nữa thì theo mẫu chung',
          'The headings in the order of the union; left out, they follow its latest report, or else the common outline',
        ),
      ),
    closing: prose('Lời kết', 'Closing words'),
    signature: z
      .strictObject({
        authority: field.text
          .optional()
          .meta(field.says('Quyền hạn: TM. BAN THƯỜNG VỤ', 'On whose behalf: TM. BAN THƯỜNG VỤ')),
        office: field.text.optional().meta(field.says('Chức vụ: CHỦ TỊCH', 'The office: CHỦ TỊCH')),
        name: field.text.optional().meta(field.says('Họ tên người ký', 'Name of the signer')),
      })
      .default({})
      .meta(
        field.says(
          'Người ký; điều chưa biết thành dòng chấm',
          'Who signs; what is not known becomes a dotted line',
        ),
      ),
    recipients: z
      .array(field.text)
      .default([])
      .meta(field.says('Nơi nhận, mỗi nơi một dòng, không gạch đầu dòng', 'Recipients, one a line')),
    visits: z
      .array(
        z.strictObject({
          month: field.date.meta(field.says('Tháng: 2026-11', 'Month: 2026-11')),
          language: z.enum(localeCodes).meta(field.says('Ngôn ngữ của trang', 'Language of the pages')),
          visits: z.int().nonnegative().meta(field.says('Lượt truy cập', 'Visits')),
          pages: z.int().nonnegative().meta(field.says('Số trang đã xem', 'Pages seen')),
        }),
      )
      .default([])
      .meta(
        field.says(
          'Lượt truy cập trang web; máy ghi: npm run visits -- access.log --report <tên>',
          'Visits to the site; written by the machine: npm run visits -- access.log --report <name>',
        ),
      ),
    sources: field.ownSources,
    notes: field.notes,
  }),
};
