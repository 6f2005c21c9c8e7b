import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';
import { lacksBrowser, reasonIn } from '../build/print-error.ts';
import { pressLacks } from '../editions/press-lacks.ts';
import type { ArticleEntry } from '../model/entries.ts';
import type { Progress } from './progress.ts';
import type { FailedEdition, PrintedEdition } from '../outputs/print/print-issues.ts';

/** What `build` and `print` say of the editions that they print. */

/** So many articles have a line each; more have one together. */
const few = 6;

/** Says what issues still lack before a press prints them, a line each. */
export function sayPressLacks(
  issues: readonly ArticleEntry<'issues'>[],
  site: string,
  locale: EditorLocale,
  say: (line: string) => void,
): void {
  for (const issue of issues) {
    const lacks = pressLacks(issue, site);
    if (lacks.length === 0) continue;
    const needs = lacks.map((need) => editorText(`print.need.${need}`, locale)).join(', ');
    say(`  ${editorText('print.lacks', locale, { issue: issue.id, needs })}`);
  }
}

export interface EditionReport {
  /** Says how one edition ended. */
  onEdition(outcome: PrintedEdition | FailedEdition): void;
  /** Says what stands for many editions together. */
  end(): void;
  /** Everything that was said of printed editions, for the summary. */
  readonly lines: readonly string[];
}

/**
 * @param articles how many single articles there are among the editions
 * @param out where it is said
 */
export function editionReport(
  articles: number,
  locale: EditorLocale,
  out: Pick<Progress, 'say' | 'warn'>,
): EditionReport {
  const lines: string[] = [];
  const made: PrintedEdition[] = [];
  let withoutBrowser = false;
  /** How many editions failed for each reason: what is wrong with all is not said sixty times. */
  const reasons = new Map<string, number>();
  const say = (line: string): void => {
    lines.push(line);
    out.say(`  ${line}`);
  };

  return {
    lines,
    onEdition(outcome) {
      const file = outcome.out.split('/').at(-1) ?? outcome.out;
      if ('error' in outcome) {
        const reason = reasonIn(outcome.cause, locale);
        if (lacksBrowser(outcome.cause)) {
          if (!withoutBrowser) out.warn(`  ${editorText('build.noPdfs', locale, { reason })}`);
          withoutBrowser = true;
          return;
        }
        const known = reasons.get(reason) ?? 0;
        reasons.set(reason, known + 1);
        if (known === 0) out.warn(`  ${editorText('build.pdfFailed', locale, { file, reason })}`);
        return;
      }
      if (outcome.article) made.push(outcome);
      if (outcome.article && articles > few) return;
      const [first] = outcome.files;
      const values = {
        file: first?.out.split('/').at(-1) ?? file,
        pages: first?.pages ?? outcome.pages,
        size: Math.round((first?.bytes ?? 0) / 1000),
        seconds: (outcome.milliseconds / 1000).toFixed(1),
      };
      say(editorText(outcome.cached ? 'build.pdfCached' : 'build.pdf', locale, values));
    },
    end() {
      for (const [reason, count] of reasons) {
        const values = { count: count - 1, reason };
        if (count > 1) out.warn(`  ${editorText('build.pdfsFailed', locale, values)}`);
      }
      if (articles <= few || made.length === 0) return;
      const anew = made.filter((edition) => !edition.cached);
      const seconds = made.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
      const values = { count: made.length, anew: anew.length, seconds: seconds.toFixed(1) };
      say(editorText('build.articlePdfs', locale, values));
    },
  };
}
