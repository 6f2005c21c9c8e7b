import { wording, type Problem } from '../../content/problems.ts';
import { useLanguage, useSay } from '../app/words.ts';

/** What is wrong with a field, in the words of `npm run check`. */
export function ProblemList({
  problems,
  id,
  withFile = false,
}: {
  readonly problems: readonly Problem[];
  readonly id?: string;
  /** Whether it has to be said which file each is in. */
  readonly withFile?: boolean;
}) {
  const locale = useLanguage();
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <ul class="problems" id={id}>
      {problems.map((problem) => {
        const { what, fix, corrected } = wording(problem, locale);
        return (
          <li key={`${problem.file}-${problem.code}-${problem.line}-${problem.column}`}>
            {withFile && <small>{problem.file.replace(/^.*\//, '')}: </small>}
            <strong>{what}</strong> {fix}
            {corrected !== undefined && <code>{say('editor.corrected', { line: corrected.trim() })}</code>}
          </li>
        );
      })}
    </ul>
  );
}
