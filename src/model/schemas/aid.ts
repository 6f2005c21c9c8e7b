import { z } from 'zod';
import { aidStates, countedThings, currencies, directions } from '../aid.ts';
import * as field from './fields.ts';

/** An amount of money in one currency. */
export const amount = {
  amount: z
    .int()
    .positive()
    .meta(field.says('Số tiền nguyên, không dấu chấm, dấu phẩy', 'The whole amount, without separators')),
  currency: z.enum(currencies).meta(field.says('Loại tiền', 'The currency')),
  qualifier: field.qualifier,
};

/** Aid: how much, in which state, in which direction, made up of what. */
export const aid = z
  .strictObject({
    ...amount,
    state: z
      .enum(aidStates)
      .meta(
        field.says(
          'proposed: mới đề xuất, chưa ai hứa; mobilised: đã vận động; pledged: đã cam kết; pending: đã vận động, chờ phê duyệt; agreed: đồng ý chủ trương; approved: đã phê duyệt; implementing: đang triển khai; estimated: ước giải ngân; disbursed: đã giải ngân, đã trao',
          'proposed: asked for, nobody has promised; mobilised: raised; pledged: promised; pending: raised, awaiting approval; agreed: agreed in principle; approved; implementing: under way; estimated: disbursement estimated; disbursed: disbursed or handed over',
        ),
      ),
    direction: z
      .enum(directions)
      .default('in')
      .meta(
        field.says('in: nhận từ nước ngoài; out: gửi ra nước ngoài', 'in: from abroad; out: sent abroad'),
      ),
    items: z
      .array(
        z.strictObject({
          count: z.int().positive().meta(field.says('Số lượng', 'How many')),
          of: z.enum(countedThings).meta(field.says('Đếm cái gì', 'What is counted')),
          each: z
            .int()
            .positive()
            .optional()
            .meta(field.says('Giá trị một suất, cùng loại tiền', 'Value of one, in the same currency')),
        }),
      )
      .default([])
      .meta(
        field.says(
          'Các khoản: số lượng, đếm cái gì, giá trị một suất',
          'The items: how many, of what, value of one',
        ),
      ),
    equivalent: z
      .strictObject(amount)
      .optional()
      .meta(
        field.says(
          'Số tiền tương đương mà nguồn ghi bằng loại tiền khác',
          'The same value in another currency, as the source gives it',
        ),
      ),
    total: z
      .boolean()
      .default(false)
      .meta(
        field.says(
          'true khi đây là tổng số cả năm mà Liên hiệp nêu, đã gồm những hoạt động khác',
          'true when this is a yearly total stated by the Union, which holds other activities as well',
        ),
      ),
    sources: field.ownSources,
  })
  .meta(
    field.says('Giá trị hỗ trợ: số tiền nguyên, loại tiền, tình trạng', 'Aid: whole amount, currency, state'),
  );
