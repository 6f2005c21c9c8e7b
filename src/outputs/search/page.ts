/** The search page in the browser: what is typed and chosen becomes the address, and the address becomes results. */
import { createSearch, type Chosen, type FacetValue } from './client.ts';
import { showAid, type AidStrings, type Plural } from './found-aid.ts';
import { facetNames, type FacetName } from './record.ts';
import { resultItem } from './result.ts';

/** What the script says, in the page's language. */
export interface PageStrings {
  readonly searching: string;
  /** With `{{query}}`. */
  readonly none: string;
  readonly noneHint: string;
  readonly noneFiltered: string;
  /** With `{{query}}` and `{{understood}}`. */
  readonly understood: string;
  readonly partial: string;
  readonly error: string;
  /** For a browser that cannot do it. */
  readonly old: string;
  readonly any: string;
  readonly fewer: string;
  readonly browseCountry: string;
  readonly browseCategory: string;
  /** By plural form, with `{{count}}`. */
  readonly count: Plural;
  readonly inVietnamese: Plural;
  readonly facets: Readonly<Record<FacetName, string>>;
  readonly aid: AidStrings;
}

/** Results shown at first, and added by each press of the button. */
const step = 10;
/** Pause in typing after which to search, and after which a search counts as slow, in milliseconds. */
const typingPause = 150;
const slow = 400;
/** Links offered where nothing was found. */
const browseLinks = 12;

/** What is asked, as it stands in the address. */
interface Asked {
  readonly query: string;
  readonly chosen: Chosen;
  readonly order: 'relevance' | 'date';
}

function readAddress(address: URL): Asked {
  const { searchParams } = address;
  return {
    query: searchParams.get('q') ?? '',
    chosen: Object.fromEntries(
      facetNames.flatMap((name) => {
        const ids = searchParams.getAll(name).filter(Boolean);
        return ids.length > 0 ? [[name, ids]] : [];
      }),
    ),
    order: searchParams.get('order') === 'date' ? 'date' : 'relevance',
  };
}

function addressOf({ query, chosen, order }: Asked, page: string): URL {
  const address = new URL(page);
  address.search = '';
  if (query.trim()) address.searchParams.set('q', query);
  for (const name of facetNames) for (const id of chosen[name] ?? []) address.searchParams.append(name, id);
  if (order === 'date') address.searchParams.set('order', 'date');
  return address;
}

const nothing: Asked = { query: '', chosen: {}, order: 'relevance' };

const isAsked = ({ query, chosen }: Asked): boolean =>
  query.trim() !== '' || facetNames.some((name) => (chosen[name]?.length ?? 0) > 0);

const scripts: Readonly<Record<string, RegExp>> = {
  lo: /\p{Script=Lao}/u,
  km: /\p{Script=Khmer}/u,
  zh: /\p{Script=Han}/u,
};

/** Whether a query is in the letters of a language: a name in Latin ones may stand on any page, but is typed for few. */
const mayBeIn = (query: string, code: string): boolean =>
  scripts[code]?.test(query) ?? !Object.values(scripts).some((script) => script.test(query));

/** Brings the elements of `SearchBox.astro` to life. */
export function startSearchPage(host: HTMLElement): void {
  const part = <T extends Element>(selector: string): T => {
    const found = host.querySelector<T>(selector);
    if (!found) throw new Error(`<search-page> lacks its ${selector}.`);
    return found;
  };
  const form = part<HTMLFormElement>('form');
  const input = part<HTMLInputElement>('input');
  const choices = part<HTMLDetailsElement>('.choices');
  const heading = part<HTMLElement>('.choices summary');
  const filters = heading.textContent;
  const clear = part<HTMLButtonElement>('.clear');
  const status = part<HTMLElement>('.status');
  const aidBox = part<HTMLDetailsElement>('.aid-sums');
  const list = part<HTMLOListElement>('.results');
  const more = part<HTMLButtonElement>('.more');
  const csv = part<HTMLButtonElement>('.csv');
  const help = part<HTMLElement>('.help');
  const vietnamese = part<HTMLElement>('.vietnamese');
  const elsewhere = part<HTMLElement>('.elsewhere');
  const select = (name: FacetName | 'order') => part<HTMLSelectElement>(`select[name="${name}"]`);

  const { locale = '', base = '/' } = host.dataset;
  const strings = JSON.parse(host.dataset['strings'] ?? '{}') as PageStrings;
  const search = createSearch(base, locale);
  const original = locale === 'vi' ? undefined : createSearch(base, 'vi');
  const others = new Map<string, ReturnType<typeof createSearch>>();
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
  const say = (forms: Plural, count: number) =>
    (forms[plural.select(count)] ?? forms.other).replace('{{count}}', number.format(count));
  const isWide = matchMedia('(width >= 48rem)').matches;
  let latest = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  function empty(): void {
    status.textContent = '';
    heading.textContent = filters;
    list.replaceChildren();
    for (const one of [aidBox, more, csv, help, vietnamese, elsewhere]) one.hidden = true;
    // What there is to filter by is loaded when somebody looks for it.
    choices.hidden = false;
    if (choices.open) void showFacets(nothing, latest);
  }

  async function showFacets({ query, chosen, order }: Asked, mine: number): Promise<void> {
    const facets = await search.facets(query, chosen);
    if (mine !== latest) return;
    for (const name of facetNames) {
      const [current = ''] = chosen[name] ?? [];
      const options = facets[name].map(({ id, label, count }) => {
        const option = new Option(`${label} (${number.format(count)})`, id);
        option.selected = id === current;
        return option;
      });
      // A filter that has nothing for these results stays chosen until the reader lets go of it.
      if (current && !facets[name].some(({ id }) => id === current)) {
        options.push(new Option(`${current} (0)`, current, true, true));
      }
      const field = select(name);
      field.replaceChildren(new Option(strings.any, ''), ...options);
      if (current) field.value = current;
      const label = field.closest('label');
      if (label) label.hidden = !current && facets[name].length < 2;
    }
    const labels = facetNames.flatMap((name) => {
      const [option] = chosen[name]?.length ? select(name).selectedOptions : [];
      return option ? [option.text.replace(/ \(\S+\)$/, '')] : [];
    });
    heading.textContent = [filters, ...labels].join(' · ');
    select('order').value = order === 'date' ? 'date' : '';
    clear.hidden = facetNames.every((name) => !chosen[name]?.length);
  }

  /** What to do where nothing was found. */
  async function showHelp(asked: Asked, mine: number): Promise<void> {
    const all = await search.facets('');
    const fewer = await search.fewer(asked.query);
    if (mine !== latest) return;
    const hint = document.createElement('p');
    hint.textContent = strings.noneHint;
    const browse = (name: FacetName) => (values: readonly FacetValue[]) =>
      values
        .slice(0, browseLinks)
        .map(({ id, label, count }) =>
          linkTo(
            { query: '', chosen: { [name]: [id] }, order: 'relevance' },
            `${label} (${number.format(count)})`,
          ),
        );
    help.replaceChildren(
      hint,
      ...linkList(
        strings.fewer,
        fewer.map(({ query, total }) =>
          linkTo({ ...asked, chosen: {}, query }, `${query} (${number.format(total)})`),
        ),
      ),
      ...linkList(strings.browseCountry, browse('country')(all.country)),
      ...linkList(strings.browseCategory, browse('category')(all.category)),
    );
    help.hidden = false;
  }

  /**
   * How many pages the original language has for it, and the same search in the others; with their numbers where this
   * language has nothing, for each is an index more to load.
   */
  async function showElsewhere(asked: Asked, total: number, mine: number): Promise<void> {
    elsewhere.hidden = asked.query.trim() === '';
    const links = [...elsewhere.querySelectorAll('a')];
    for (const link of links) {
      link.href = addressOf({ ...asked, chosen: {}, order: 'relevance' }, link.href).href;
      link.querySelector('span')?.remove();
    }
    if (total === 0) await Promise.allSettled(links.map((link) => showNumber(link, asked.query, mine)));
    const count = original ? await original.count(asked.query) : 0;
    if (mine !== latest) return;
    const link = vietnamese.querySelector('a');
    vietnamese.hidden = count === 0;
    if (count === 0 || !link) return;
    link.textContent = say(strings.inVietnamese, count);
    link.href = addressOf({ ...asked, chosen: {}, order: 'relevance' }, link.href).href;
  }

  async function showNumber(link: HTMLAnchorElement, query: string, mine: number): Promise<void> {
    const code = link.hreflang;
    if (!mayBeIn(query, code)) return;
    const other = code === 'vi' && original ? original : (others.get(code) ?? createSearch(base, code));
    others.set(code, other);
    const count = await other.count(query);
    if (mine !== latest) return;
    const shown = document.createElement('span');
    shown.textContent = ` (${number.format(count)})`;
    link.querySelector('span')?.remove();
    link.append(shown);
  }

  async function show(asked: Asked, limit: number): Promise<void> {
    clearTimeout(typing);
    latest += 1;
    const mine = latest;
    if (!isAsked(asked)) return empty();
    // Before anything stands below them that would move.
    choices.hidden = false;
    const patience = setTimeout(() => {
      if (mine === latest) status.textContent = strings.searching;
    }, slow);
    const { query, chosen, order } = asked;
    try {
      const isFiltered = facetNames.some((name) => chosen[name]?.length);
      const [found, aid] = await Promise.all([
        search.search(query, { limit, chosen, order }),
        // Of a choice, which has loaded what that needs; not of every word that somebody tries.
        isFiltered ? search.aid(query, chosen) : undefined,
      ]);
      // An answer may come after that to a later question.
      if (mine !== latest) return;
      clearTimeout(patience);
      const { total, results, understood, partial } = found;
      const taken = partial
        ? `${strings.partial} `
        : understood
          ? `${strings.understood.replace('{{query}}', () => query.trim()).replace('{{understood}}', () => understood)} `
          : '';
      status.textContent =
        total > 0
          ? taken + say(strings.count, total)
          : isFiltered
            ? strings.noneFiltered
            : strings.none.replace('{{query}}', () => query.trim());
      help.hidden = true;
      // What is there already stays, so that the reader's place and focus are kept.
      const kept = limit > step ? list.children.length : 0;
      if (kept === 0) {
        list.replaceChildren();
        showAid(aidBox, aid, strings.aid, locale);
      }
      choices.hidden = total === 0 && !isFiltered;
      list.append(...results.slice(kept).map((result) => resultItem(result, base)));
      more.hidden = results.length >= total;
      csv.hidden = total === 0;
      if (kept > 0) links()[kept]?.focus();
      // These are extras: if they cannot be loaded, what was found stays.
      await Promise.allSettled([
        showFacets(asked, mine),
        total === 0 && !isFiltered ? showHelp(asked, mine) : undefined,
        showElsewhere(asked, total, mine),
      ]);
    } catch (error) {
      if (mine !== latest) return;
      // `reportError` is younger than the browsers that end up here.
      if ('reportError' in globalThis) reportError(error);
      empty();
      status.textContent = 'structuredClone' in globalThis ? strings.error : strings.old;
    } finally {
      clearTimeout(patience);
    }
  }

  /** All that was found, as a file for a spreadsheet. */
  async function saveTable({ query, chosen, order }: Asked): Promise<void> {
    csv.disabled = true;
    try {
      // Loaded by the few who ask for it.
      const [{ head, rows }, { saveCsv }] = await Promise.all([
        search.table(query, { chosen, order }),
        import('../data/save.ts'),
      ]);
      const whole = rows.map(([url, ...rest]) => [new URL(String(url), location.href).href, ...rest]);
      saveCsv('search.csv', head, whole, csv.dataset['delimiter'] === ',' ? ',' : ';');
    } catch (error) {
      if ('reportError' in globalThis) reportError(error);
      status.textContent = strings.error;
    } finally {
      csv.disabled = false;
    }
  }

  function linkTo(asked: Asked, text: string): HTMLAnchorElement {
    const link = document.createElement('a');
    link.href = addressOf(asked, location.href).href;
    link.textContent = text;
    return link;
  }

  const links = () => [...list.querySelectorAll('a')];

  function asked(): Asked {
    const chosen: Chosen = Object.fromEntries(
      facetNames.flatMap((name) => {
        const { value } = select(name);
        return value ? [[name, [value]]] : [];
      }),
    );
    return { query: input.value, chosen, order: select('order').value === 'date' ? 'date' : 'relevance' };
  }

  function ask(next: Asked): void {
    if (isWide && isAsked(next) && !isAsked(readAddress(new URL(location.href)))) choices.open = true;
    history.replaceState(history.state, '', addressOf(next, location.href));
    void show(next, step);
  }

  // While the reader types, the engine comes.
  input.addEventListener('focus', () => void search.warmUp());
  if (document.activeElement === input) void search.warmUp();
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => ask(asked()), typingPause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(asked());
  });
  choices.addEventListener('change', () => ask(asked()));
  choices.addEventListener('toggle', () => {
    if (choices.open && !isAsked(asked())) void showFacets(nothing, latest);
  });
  clear.addEventListener('click', () => {
    ask({ ...asked(), chosen: {} });
    input.focus();
  });
  more.addEventListener('click', () => void show(asked(), list.children.length + step));
  csv.addEventListener('click', () => void saveTable(asked()));

  host.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    const inInput = document.activeElement === input;
    if (at < 0 && !inInput) return;
    const go = (to: HTMLElement | undefined) => {
      if (!to) return;
      event.preventDefault();
      to.focus();
    };
    if (event.key === 'ArrowDown') go(all[at + 1]);
    else if (event.key === 'ArrowUp' && at >= 0) go(all[at - 1] ?? input);
    else if (event.key === 'Home' && at >= 0) go(all[0]);
    else if (event.key === 'End' && at >= 0) go(all.at(-1));
    else if (event.key === 'Escape') {
      input.value = '';
      go(input);
      ask(nothing);
    }
  });
  const first = readAddress(new URL(location.href));
  input.value = first.query;
  // So that nothing chosen is lost if the reader types before the filters are there.
  for (const name of facetNames) {
    const [id] = first.chosen[name] ?? [];
    if (id !== undefined) select(name).append(new Option(id, id, true, true));
  }
  select('order').value = first.order === 'date' ? 'date' : '';
  // On a small screen the filters would stand before the results: their line says what is chosen. Who has not asked yet waits for
  // none.
  choices.open = isAsked(first) && isWide;
  if (isAsked(first)) void show(first, step);
  else empty();
  // Until here a browser may not understand a part of the script; the page says so by itself after a while.
  part<HTMLElement>('.old').remove();
}

/** A heading and its links; nothing where there is no link. */
function linkList(heading: string, entries: readonly HTMLElement[]): HTMLElement[] {
  if (entries.length === 0) return [];
  const title = document.createElement('h2');
  title.textContent = heading;
  const list = document.createElement('ul');
  list.append(
    ...entries.map((entry) => {
      const line = document.createElement('li');
      line.append(entry);
      return line;
    }),
  );
  return [title, list];
}
