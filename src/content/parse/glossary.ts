import { glossarySchema, type Glossary } from '../../model/schemas/glossary.ts';
import type { Report } from '../checks/check.ts';
import { contained } from '../checks/containment.ts';
import { validate } from '../checks/schema.ts';
import type { ContentFiles } from '../files.ts';
import type { ProblemCode } from '../problems.ts';
import { readSource } from './source.ts';
import type { YamlFacts } from './yaml-facts.ts';
import { readYaml } from './yaml.ts';

/** The agreed renderings of terms, which stand in one file beside the collections. */

export const glossaryFile = 'content/glossary.yaml';

export interface ParsedGlossary {
  readonly glossary: Glossary;
  readonly yaml: YamlFacts;
}

export const emptyGlossary: Glossary = { terms: [], names: {}, wordings: [], related: {}, words: {} };

/** @returns `undefined` without a glossary, and when it cannot be used (every fault has been reported) */
export function parseGlossary(files: ContentFiles, report: Report<ProblemCode>): ParsedGlossary | undefined {
  const file = files.get(glossaryFile);
  return contained(report, () => {
    const source = file && readSource(file, report);
    const yaml = source === undefined ? undefined : readYaml(source, 1, report);
    const found = yaml && validate({ glossary: glossarySchema }, yaml, [], report);
    return found && { ...found, yaml };
  });
}
