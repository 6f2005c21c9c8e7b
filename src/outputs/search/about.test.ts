import { expect, test } from 'vitest';
import { createBulletin, languagesOf } from '../../bulletin/bulletin.ts';
import { frozen } from '../../tests/fixtures/bulletin.ts';
import { aboutEntry, aboutSite, countryWords } from './about.ts';

const bulletin = createBulletin(frozen.entries);
const { partners, units, activities } = bulletin.entries;

test('a partner or Union gives all its names, in every language, its abbreviation and its aliases', () => {
  for (const entry of [...partners, ...units]) {
    const { names, aliases } = entry.facts;
    const short = 'abbreviation' in entry.facts ? entry.facts.abbreviation : undefined;
    const all = [...Object.values(names), ...aliases, ...(short === undefined ? [] : [short])];
    expect(aboutEntry(entry, 'lo', bulletin).names).toEqual(expect.arrayContaining(all));
  }
});

test('an activity says what it can be filtered by, in the page’s language', () => {
  const entry = bulletin.get('activities', '2023/hvpf-60-hoc-bong');
  expect(aboutEntry(entry, 'fr', bulletin)).toMatchObject({
    sort: '2023-11-02',
    languages: languagesOf(entry),
    facets: {
      year: { 2023: '2023' },
      country: { JP: 'Japon' },
      union: { 'quang-tri': 'Union de Quảng Trị' },
    },
  });
});

test('a record that a language does not have is known by its countries in that language', () => {
  const entry = activities.find((one) => languagesOf(one).length === 1 && one.facts.countries.includes('US'));
  if (!entry) throw new Error('the fixture has no activity with the United States in Vietnamese alone');
  expect(aboutEntry(entry, 'vi', bulletin).names).toContain('États-Unis');
});

test('a record is known by what its language calls the people of its countries, and by no other language’s words', () => {
  const entry = activities.find((one) => one.facts.countries.includes('LA'));
  if (!entry) throw new Error('the fixture has no activity with Laos');
  const term = { vi: ['Lào'], fr: ['Laos', 'laotien', 'laotienne'], en: ['Laos', 'Lao'] };
  const words = countryWords({ terms: [term], names: {}, wordings: [], related: {}, words: {} });
  expect(words('LA', 'fr')).toEqual(term.fr);
  expect(words('JP', 'fr')).toEqual([]);
  expect(aboutEntry(entry, 'fr', bulletin, words).names).toEqual(
    expect.arrayContaining(['Laos', 'laotienne']),
  );
  expect(aboutEntry(entry, 'en', bulletin, words).names).not.toContain('laotienne');
  const elsewhere = activities.find((one) => !one.facts.countries.includes('LA'));
  expect(elsewhere && aboutEntry(elsewhere, 'fr', bulletin, words).names).not.toContain('laotienne');
});

test('the page of a country, a place or an occasion is found by every name of it', () => {
  const of = aboutSite(bulletin);
  expect(of('en/countries/jp/')?.names).toEqual(expect.arrayContaining(['Nhật Bản', '日本', 'Japon']));
  for (const collection of ['places', 'occasions'] as const) {
    for (const { id, facts } of bulletin.entries[collection])
      expect(of(`${collection}/${id}/`)?.names).toEqual(expect.arrayContaining(Object.values(facts.names)));
  }
  expect(of('en/countries/')?.names).toEqual([]);
});

test('a page is known by its address, in its language', () => {
  const of = aboutSite(bulletin);
  expect(of('lo/partners/hvpf/')?.facets.kind).toEqual({ partners: 'ຄູ່ຮ່ວມມື' });
  expect(of('partners/hvpf/')?.facets.country).toEqual({ JP: 'Nhật Bản' });
  expect(of('en/about/')?.facets.kind).toEqual({ pages: 'Page' });
});
