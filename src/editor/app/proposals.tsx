import { useEffect, useState } from 'preact/hooks';
import type { Proposal, Store } from '../store/store.ts';
import { faultText } from './use-saving.tsx';
import { useLanguage, useSay } from './words.ts';

/** What waits to be accepted into a protected branch, and whether its check and its preview are ready. */

/** While a check runs it is asked again after this long, in milliseconds. */
const pause = 30_000;

export function Proposals({ store }: { readonly store: Store }) {
  const say = useSay();
  const locale = useLanguage();
  const [list, setList] = useState<readonly Proposal[]>();
  const [fault, setFault] = useState<string>();
  const load = async (): Promise<void> => {
    try {
      setList(await store.proposals?.());
      setFault(undefined);
    } catch (error) {
      setFault(faultText(error, say));
    }
  };
  useEffect(() => void load(), [store]);
  const running = list?.some(({ check, preview }) => check === 'running' || preview?.state === 'running');
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => void load(), pause);
    return () => clearTimeout(timer);
  }, [list]);
  if (!store.proposals) return null;
  // Nothing waits, and nothing is said.
  if (list?.length === 0 && fault === undefined) return null;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <section>
      <h2>{say('editor.proposals')}</h2>
      {fault !== undefined && <p role="alert">{fault}</p>}
      <ul class="records">
        {list?.map(({ title, url, author, created, check, checkUrl, preview }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
            <small>
              {author} · {date.format(new Date(created))}
            </small>
            <small class={`check-${check}`}>
              {checkUrl === undefined ? (
                say(`editor.proposalCheck.${check}`)
              ) : (
                <a href={checkUrl} target="_blank" rel="noreferrer">
                  {say(`editor.proposalCheck.${check}`)}
                </a>
              )}
            </small>
            {preview?.url !== undefined && (
              <small>
                <a href={preview.url} target="_blank" rel="noreferrer">
                  {say('editor.proposalPreview')}
                </a>
              </small>
            )}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => void load()}>
        {say('editor.proposalsAgain')}
      </button>
    </section>
  );
}
