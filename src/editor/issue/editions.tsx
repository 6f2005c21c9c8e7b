import { nameOf } from '../forms/record-choices.ts';
import { locales } from '../../model/locales.ts';
import { useLanguage, useSay } from '../app/words.ts';
import type { Item, LanguageEdition } from './sections.ts';

/** The languages that the editions of an issue will have, and what is missing in which, while items are chosen. */
export function Editions({
  editions,
  all,
  minimumItems,
}: {
  readonly editions: readonly LanguageEdition[];
  /** How many items the issue has. */
  readonly all: number;
  readonly minimumItems: number;
}) {
  const say = useSay();
  return (
    <section class="editions" aria-labelledby="editions">
      <h3 id="editions">{say('editor.issue.editions')}</h3>
      <ul>
        {editions.map(({ locale, state, count, missing, old }) => (
          <li key={locale} class={`edition-${state}`}>
            <strong lang={locale}>{locales[locale].name}</strong>{' '}
            <span>{say(`editor.issue.${state}`, { count, all, minimum: minimumItems })}</span>
            <Items label={say('editor.issue.missing', { count: missing.length })} items={missing} />
            <Items label={say('editor.issue.old', { count: old.length })} items={old} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Items({ label, items }: { readonly label: string; readonly items: readonly Item[] }) {
  const locale = useLanguage();
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <ul>
        {items.map(({ value, record }) => (
          <li key={value}>
            <a href={`#/${value}`}>{record ? nameOf(record, locale) : value}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
