import type { BodyNode } from '../../model/body.ts';
import type { Locale } from '../../model/locales.ts';
import type { Report } from '../checks/check.ts';
import type { SourceFile } from '../files.ts';
import type { ProblemCode } from '../problems.ts';
import { compileBody } from './mdx.ts';
import { readSource } from './source.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

/** A page of `content/pages` for what runs no code, such as a book: the site renders it as full MDX. */
export interface PageText {
  readonly title: string;
  readonly body: readonly BodyNode[];
}

/**
 * Reads a page that is Markdown but for components that stand by themselves.
 * @param placed what stands in place of a component of the site, by its name
 * @returns `undefined` when it cannot be read; every fault is reported
 */
export function readPage(
  file: SourceFile,
  locale: Locale,
  placed: Readonly<Record<string, readonly BodyNode[]>>,
  report: Report<ProblemCode>,
): PageText | undefined {
  const source = readSource(file, report);
  if (source === undefined) return undefined;
  const parts = splitFrontMatter(source);
  if (!parts) {
    report({ line: 1, column: 1, code: 'noFrontMatter', values: {} });
    return undefined;
  }
  const yaml = readYaml(parts.yaml, 2, report);
  const body = compileBody(parts.body, parts.bodyLine, report, locale, placed);
  if (!yaml || !body) return undefined;
  const { title } = (yaml.data ?? {}) as { title?: unknown };
  if (typeof title !== 'string') {
    report({ ...yaml.positionOf(['title']), code: 'missingField', values: { key: 'title' } });
    return undefined;
  }
  return { title, body: body.nodes };
}
