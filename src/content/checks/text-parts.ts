import type { TextPosition } from '../parse/yaml.ts';
import type { ParsedFile } from '../records.ts';

/** What a file says in words, and where. */
export interface TextPart extends TextPosition {
  readonly text: string;
}

/** Title, summary and body of a text, each with its place; nothing of a file that could not be read. */
export function textParts({ yaml, body, bodyLine }: ParsedFile): TextPart[] {
  if (!yaml || !body) return [];
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  const fields = ['title', 'summary'].flatMap((key) => {
    const text = data[key];
    return typeof text === 'string' ? [{ text, ...yaml.positionOf([key]) }] : [];
  });
  return [...fields, { text: body.text, line: bodyLine, column: 1 }];
}
