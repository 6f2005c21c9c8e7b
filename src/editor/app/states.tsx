import { locales, translationLocales, type Locale } from '../../model/locales.ts';
import type { TextState } from '../../model/text-states.ts';
import { useSay } from './words.ts';

/** How each translation of a record stands, as one short line. */
export function States({ states }: { readonly states: Partial<Record<Locale, TextState>> }) {
  const say = useSay();
  return (
    <span class="states">
      {translationLocales.map((code) => {
        const state = states[code] ?? 'missing';
        const said = state === 'original' ? 'current' : state;
        return (
          <span key={code} class={`state-${state}`}>
            <span aria-hidden="true">{code}</span>
            <span class="unseen">
              {locales[code].name}: {say(`editor.state.${said}`)}
            </span>
          </span>
        );
      })}
    </span>
  );
}
