import { createHash } from 'node:crypto';
import { wording, type Problem } from '../content/problems.ts';
import type { EditorLocale } from '../model/locales.ts';

/** Problems as GitHub and GitLab show them beside the lines of a change. Paths count from the project folder. */

/** A problem in words, without its place: what is wrong, what to do, the corrected line. */
function words(problem: Problem, locale: EditorLocale): { what: string; all: string } {
  const { what, fix, corrected } = wording(problem, locale);
  return { what, all: [what, fix.trim(), corrected].filter((one) => one !== undefined).join('\n') };
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * One workflow command a problem. GitHub shows ten of them a step beside their lines; the log has them all.
 * @example // ::error file=content/…/index.vi.mdx,line=4,col=8,title=badDate::Không đọc được ngày …%0AHãy viết …
 */
export function githubAnnotations(problems: readonly Problem[], locale: EditorLocale): string[] {
  return problems.map((problem) => {
    const { file, line, column, code } = problem;
    const place = `file=${escapeProperty(file)},line=${line},col=${column},title=${code}`;
    return `::error ${place}::${escapeMessage(words(problem, locale).all)}`;
  });
}

/** An entry of a Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** The same problem keeps it when lines are added above; two problems of a report never share it. */
  readonly fingerprint: string;
  readonly severity: 'major';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** The Code Quality report of GitLab; an empty list says that all is well. */
export function gitlabReport(problems: readonly Problem[], locale: EditorLocale): CodeQualityIssue[] {
  const met = new Map<string, number>();
  return problems.map((problem) => {
    const { file, line, code, values } = problem;
    const key = JSON.stringify([file, code, values]);
    const earlier = met.get(key) ?? 0;
    met.set(key, earlier + 1);
    return {
      description: words(problem, locale).all,
      check_name: code,
      fingerprint: createHash('sha256').update(`${key} ${earlier}`).digest('hex'),
      severity: 'major',
      location: { path: file, lines: { begin: line } },
    };
  });
}
