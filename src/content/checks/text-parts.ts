import type { TextPosition } from '../parse/yaml-facts.ts';
import type { ParsedFile } from '../records.ts';

/** What a file says in words, and where. */
export interface TextPart {
  readonly text: string;
  /** Asked where something is wrong: the place of a field is found by parsing the YAML again. */
  readonly position: () => TextPosition;
}

/** Title, summary and body of a text, each with its place; nothing of a file that could not be read. */
export function textParts({ yaml, body, bodyLine }: ParsedFile): TextPart[] {
  if (!yaml || !body) return [];
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  const fields = ['title', 'summary'].flatMap((key) => {
    const text = data[key];
    return typeof text === 'string' ? [{ text, position: () => yaml.positionOf([key]) }] : [];
  });
  return [...fields, { text: body.text, position: () => ({ line: bodyLine, column: 1 }) }];
}

/** A line as it was typed, with its place and what stands there once its text is corrected. */
export interface TypedLine extends TextPosition {
  readonly text: string;
  /** @returns the whole line of the file with `text` in the place of this one; `undefined` where that is not known */
  readonly lineWith: (text: string) => string | undefined;
}

/** Title, summary and the other sentences of the front matter, and each line of the body. */
export function typedLines({ yaml, body, bodySource, bodyLine }: ParsedFile): TypedLine[] {
  if (!yaml) return [];
  const fields = Object.entries((yaml.data ?? {}) as Record<string, unknown>).flatMap(([key, value]) => {
    if (typeof value !== 'string') return [];
    const typed = yaml.sourceOf([key]);
    const lineWith = (now: string): string | undefined =>
      typed === undefined ? undefined : yaml.lineWith([key], now);
    return [{ text: typed ?? value, ...yaml.positionOf([key]), lineWith }];
  });
  const lines = body ? bodySource.split('\n') : [];
  return [
    ...fields,
    ...lines.map((text, index) => ({
      text,
      line: bodyLine + index,
      column: 1,
      lineWith: (now: string) => now,
    })),
  ];
}
