import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Is a text a text, or only the place where one shall stand? */

/** What people leave where they mean to write later, in any of our languages. */
const placeholder =
  /(?<!\p{L})(?:TODO|TBD|FIXME|XXX+|lorem ipsum)(?!\p{L})|\[(?:…|\.\.\.)\]|here is the (?:\w+ )?(?:translation|version)|translated (?:with|by) (?:deepl|google|chatgpt)|\[(?:cần|chưa) [^\]]*\]|as an ai (?:language )?model|dưới đây là (?:bản dịch|bản viết lại|nội dung)[^.\n]{0,40}:|^\[(?:chèn|thêm|insert|ảnh)[^\]]*\]|^\(?(?:chưa có nội dung|viết sau|đang cập nhật|sẽ bổ sung(?: sau)?|(?:nội dung )?đang biên soạn|to be (?:written|added)|à compléter|待补充|待翻译)[\s.…)]*$/imu;
/** No letter and no figure of any script. */
const silent = /^[^\p{Letter}\p{Number}]*$/u;

const codes = ['stub'] as const;
type Code = (typeof codes)[number];

/** Reports fields and bodies that say nothing, and placeholders in them. */
function run({ yaml, body, bodyLine, locale }: ParsedFile, report: Report<Code>): void {
  if (!yaml || locale === undefined) return;
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  const tell = (text: string, at: { line: number; column: number }): void => {
    if (text.trim() === '') return;
    const found = silent.test(text) ? text.trim() : placeholder.exec(text)?.[0];
    if (found !== undefined) report({ ...at, code: 'stub', values: { value: found.trim().slice(0, 40) } });
  };
  for (const key of ['title', 'summary']) {
    const text = data[key];
    if (typeof text === 'string') tell(text, yaml.positionOf([key]));
  }
  if (body) tell(body.text, { line: bodyLine, column: 1 });
}

export const stubs: Check<'file', Code> = { looksAt: 'file', codes, run };
