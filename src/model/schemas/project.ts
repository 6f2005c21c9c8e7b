import { z } from 'zod';
import { countedThings } from '../aid.ts';
import { projectStates } from '../projects.ts';
import { amount } from './aid.ts';
import * as field from './fields.ts';

/** Something that is needed and looks for somebody who pays for it. */
export const project = {
  facts: z.strictObject({
    state: z
      .enum(projectStates)
      .meta(
        field.says(
          'seeking: đang tìm nhà tài trợ; asked: đã gửi một tổ chức, đang chờ trả lời; funded: đã có nhà tài trợ; done: đã xong; withdrawn: không còn kêu gọi',
          'seeking: looks for a donor; asked: sent to an organisation that has not answered; funded: a donor has promised; done: carried out; withdrawn: no longer asked for',
        ),
      ),
    date: field.date
      .optional()
      .meta(field.says('Tình trạng ấy đúng vào lúc nào', 'As of when this state is true')),
    amount: z
      .strictObject(amount)
      .optional()
      .meta(
        field.says(
          'Kinh phí cần có; bỏ trống khi nguồn không nêu',
          'What it costs; left out when the source does not say',
        ),
      ),
    beneficiaries: z
      .array(
        z.strictObject({
          value: z.int().positive().meta(field.says('Con số', 'The figure')),
          of: z.enum(countedThings).meta(field.says('Đếm cái gì', 'What is counted')),
          qualifier: field.qualifier,
        }),
      )
      .default([])
      .meta(field.says('Bao nhiêu người được hưởng', 'How many people it is for')),
    places: field.places,
    contact: field
      .reference('units')
      .meta(field.says('Liên hiệp mà nhà tài trợ có thể hỏi', 'The union that a donor can ask')),
    units: field.unitsWithRole,
    partners: field.partnersWithRole,
    countries: field.countries,
    activities: z
      .array(field.reference('activities'))
      .default([])
      .meta(
        field.says(
          'Những hoạt động đã làm cho dự án: khảo sát, gửi đề xuất',
          'What has been done for it: surveys, proposals sent',
        ),
      ),
    sources: field.sources,
    updated: field.updated,
    draft: field.draft,
    notes: field.notes,
  }),
  text: z.strictObject({
    ...field.articleText,
    need: field.text.meta(field.says('Cần gì, trong vài chữ', 'What is needed, in a few words')),
    ...field.translation,
  }),
};
