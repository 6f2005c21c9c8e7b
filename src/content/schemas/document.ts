import { z } from 'zod';
import * as field from './fields.ts';

/** A document that facts are taken from. */
export const document = {
  facts: z.strictObject({
    names: field.names,
    file: field.text.meta(field.says('Tên tệp của văn bản', 'File name of the document')),
    notes: field.notes,
  }),
};
