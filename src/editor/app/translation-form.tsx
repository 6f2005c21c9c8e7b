import { useMemo } from 'preact/hooks';
import type { ArticleEntry } from '../../model/entries.ts';
import { originalLocale, type Locale } from '../../model/locales.ts';
import { textOf, withFile } from '../open-record.ts';
import { missingFigures, pairPassages, termsIn } from '../translation.ts';
import { FileForm, sectionTitlesOf, type FileView } from './file-form.tsx';
import type { CheckResult } from './use-check.ts';
import { useSay } from './words.ts';

/** A translation, with what helps to make it right: figures that are missing, names as agreed, passages left behind. */

type FileFormProps = Parameters<typeof FileForm>[0];

const wordsOf = ({ data, body }: FileView): string =>
  [data?.['title'], data?.['summary'], body].filter((one) => typeof one === 'string').join('\n\n');

/** As much of a passage as tells which one it is. */
const beginning = (passage: string): string => (passage.length <= 80 ? passage : `${passage.slice(0, 79)}…`);

export function TranslationForm({
  original,
  check,
  language,
  ...props
}: FileFormProps & {
  readonly original: FileView;
  readonly check: CheckResult;
  readonly language: Exclude<Locale, typeof originalLocale>;
}) {
  const say = useSay();
  const { view, index, record, change } = props;
  const [from, to] = [wordsOf(original), wordsOf(view)];
  const figures = useMemo(() => missingFigures(from, to), [from, to]);
  const passages = useMemo(() => pairPassages(original.body, view.body), [original.body, view.body]);
  const terms = useMemo(() => termsIn(from, language, index), [from, language, index]);
  const entry =
    check.state === 'done' && check.entry && 'texts' in check.entry
      ? (check.entry as ArticleEntry)
      : undefined;
  const text = entry?.texts[language];
  const isCurrent = text !== undefined && text.fingerprint === entry?.texts.vi.ownFingerprint;
  const sound =
    text !== undefined && check.state === 'done' && !check.problems.some(({ file }) => file === view.file);
  const accept = async (): Promise<void> => {
    if (!entry) return;
    const { accepted, todayInVietNam } = await import('../check.ts');
    const now = record();
    const stamped = accepted(textOf(now, view.file) ?? '', entry, todayInVietNam(new Date()));
    if (stamped !== undefined) change(withFile(now, view.file, stamped, 'accept'));
  };
  return (
    <>
      <section class="aids" aria-label={say('editor.aids')}>
        <p>
          {isCurrent ? say('editor.acceptedAlready') : say('editor.notAccepted')}{' '}
          <button
            type="button"
            aria-disabled={!sound || isCurrent}
            onClick={() => {
              if (sound && !isCurrent) void accept();
            }}
          >
            {say('editor.accept')}
          </button>
        </p>
        {figures.length > 0 && (
          <p class="lacking">{say('editor.missingFigures', { figures: figures.join(' · ') })}</p>
        )}
        {passages.original !== passages.translation && view.body.trim() !== '' && (
          <p class="lacking">
            {say('editor.passages', { original: passages.original, translation: passages.translation })}
          </p>
        )}
        {passages.lacking.length > 0 && (
          <details>
            <summary>{say('editor.lackingPassages', { count: passages.lacking.length })}</summary>
            <ul>
              {passages.lacking.map((one) => (
                <li key={one.number}>
                  <span lang={originalLocale}>{beginning(one.original)}</span>{' '}
                  <strong>{one.figures.join(' · ')}</strong>
                </li>
              ))}
            </ul>
          </details>
        )}
        {terms.length > 0 && (
          <details>
            <summary>{say('editor.terms', { count: terms.length })}</summary>
            <dl class="terms">
              {terms.map(({ vi, rendering }) => (
                <div key={vi}>
                  <dt lang={originalLocale}>{vi}</dt>
                  <dd lang={language}>{rendering}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </section>
      <FileForm {...props} sectionTitles={sectionTitlesOf(original)} />
    </>
  );
}
