/** Queries that nobody chose: pieces of the texts, cut at random, half typed, or with one letter wrong. */
import { localeCodes, type Locale } from '../model/locales.ts';
import { cluster } from '../outputs/search/transform.ts';
import { numbersFrom, type CorpusPage } from './search-corpus.ts';
import type { Query } from './search-judge.ts';

export interface Cuts {
  /** Two to four words, or three to eight clusters, side by side. */
  readonly runs: readonly Query[];
  /** The same, of which the last word is typed in part; of clusters none, for they are found wherever they are cut. */
  readonly half: readonly Query[];
  /** Two or three Vietnamese syllables with one letter dropped, doubled or another; none in other languages. */
  readonly slips: readonly Query[];
}

const clusters = new RegExp(cluster, 'gu');
/** Words of a piece of text without punctuation in it. */
const words = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’-]*/gu;

/** In letters; Chinese sentences are short. */
const longestFact = 30;

/** The same ones in every run. */
export function randomCuts(pages: readonly CorpusPage[], locale: Locale, count: number): Cuts {
  const random = numbersFrom(100 + localeCodes.indexOf(locale));
  const below = (end: number) => Math.floor(random() * end);
  const spaced = !['lo', 'km', 'zh'].includes(locale);
  const texts = pages.filter(({ path }) => /\/?(?:activities|stories|events)\//.test(path));
  const piece = (least: number, most: number): string[] => {
    for (;;) {
      // Sentences: the facts beside them are the same few words on every page.
      const blocks = texts[below(texts.length)]?.blocks.filter(({ length }) => length > longestFact) ?? [];
      const block = blocks[below(blocks.length)] ?? '';
      const part = block.split(/[^\p{L}\p{M}\p{N}\s’-]+/u);
      const units = (part[below(part.length)] ?? '').match(spaced ? words : clusters) ?? [];
      const length = least + below(most - least + 1);
      if (units.length < length) continue;
      const start = below(units.length - length + 1);
      const run = units.slice(start, start + length);
      // Cut out where it stands, so that nothing but one space lies between.
      if (block.includes(run.join(spaced ? ' ' : ''))) return run;
    }
  };
  const times = <Item>(make: () => Item): Item[] => Array.from({ length: count }, make);
  const runs = times((): Query => {
    const query = spaced ? piece(2, 4).join(' ') : piece(3, 8).join('');
    return { query, kind: 'run', finds: [query] };
  });
  if (!spaced) return { runs, half: [], slips: [] };
  const half = times((): Query => {
    for (;;) {
      const run = piece(2, 3);
      const last = run.at(-1) ?? '';
      if (last.length < 4 || /[^\p{L}]/u.test(last)) continue;
      const query = [...run.slice(0, -1), last.slice(0, 2 + below(last.length - 3))].join(' ');
      return { query, kind: 'half typed', finds: [query], begins: true };
    }
  });
  if (locale !== 'vi') return { runs, half, slips: [] };
  const slips = times((): Query => {
    for (;;) {
      const run = piece(2, 3);
      const at = below(run.length);
      const word = run[at] ?? '';
      if (word.length < 3 || /[^\p{L}]/u.test(word)) continue;
      const letter = 1 + below(word.length - 1);
      const kind = below(3);
      const wrong =
        word.slice(0, letter) +
        (kind === 0 ? '' : kind === 1 ? word.charAt(letter).repeat(2) : 'nhtcaoiu'.charAt(below(8))) +
        word.slice(letter + 1);
      const query = run.map((one, other) => (other === at ? wrong : one)).join(' ');
      if (wrong !== word) return { query, kind: 'slip', finds: [run.join(' ')] };
    }
  });
  return { runs, half, slips };
}
