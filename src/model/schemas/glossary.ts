import { z } from 'zod';
import { localeCodes } from '../locales.ts';
import { reference, text } from './fields.ts';

/** What may stand in `content/glossary.yaml`. */

const forms = z.array(text).min(1);

/** Groups of words that belong together. */
const groups = z.array(forms);

type TranslationLocale = Exclude<(typeof localeCodes)[number], 'vi'>;

/** Collections whose records' names are terms. */
export const namedCollections = ['units', 'partners', 'places', 'occasions'] as const;

/** The agreed renderings by language; a language without any is not checked. */
const renderings = Object.fromEntries(
  localeCodes.filter((code) => code !== 'vi').map((code) => [code, forms.optional()]),
) as Record<TranslationLocale, z.ZodOptional<typeof forms>>;

export const glossarySchema = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        vi: forms.describe('Thuật ngữ tiếng Việt và những cách viết khác của nó'),
        ...renderings,
      }),
    )
    .describe('Thuật ngữ, chức danh, cơ quan và tên riêng hay gặp, cùng cách dịch đã thống nhất'),
  names: z
    .record(reference(...namedCollections), z.strictObject({ vi: forms.optional(), ...renderings }))
    .default({})
    .describe('Những cách gọi khác được dùng cho một tên đã có hồ sơ riêng: units/quang-tri, places/hue …'),
  wordings: z
    .array(
      z.strictObject({
        language: z.enum(localeCodes).describe('Mã ngôn ngữ: vi, en, lo, km, zh, fr'),
        write: text.describe('Cách viết của bản tin'),
        avoid: forms.describe('Những cách viết sai ở bất cứ chỗ nào; chữ thường thì đầu câu cũng được tìm'),
      }),
    )
    .default([])
    .describe('Chính tả và cách dùng từ: viết thế nào, không viết thế nào'),
  related: z
    .strictObject(
      Object.fromEntries(localeCodes.map((code) => [code, groups.optional()])) as Record<
        (typeof localeCodes)[number],
        z.ZodOptional<typeof groups>
      >,
    )
    .default({})
    .describe(
      'Những từ đi với nhau khi tìm trên trang của mỗi ngôn ngữ: bạn đọc gõ từ này, bài viết dùng từ kia; từ các bài hay dùng đứng đầu nhóm',
    ),
  words: z
    .strictObject({ fr: forms.optional(), lo: forms.optional() })
    .default({})
    .describe('Từ và tên viết đúng mà từ điển tiếng Pháp, tiếng Lào chưa có'),
});

export type Glossary = z.output<typeof glossarySchema>;
