import { expect, test } from 'vitest';
import { projectRoot } from '../build/paths.ts';
import { readContentFolder } from '../content/disk.ts';
import { translationLocales } from '../model/locales.ts';
import { countryName } from './format.ts';

const { entries, index } = readContentFolder(projectRoot);

/** The countries that the records name, without the one that is called as the sources write it. */
const codes = new Set(
  [entries.activities, entries.events, entries.stories, entries.occasions]
    .flatMap((list) => list.flatMap(({ facts }) => facts.countries))
    .concat(entries.partners.flatMap(({ facts }) => facts.country ?? []))
    .filter((code) => code !== 'TW'),
);

test('every country has the name that the glossary agrees on: labels and texts say the same', () => {
  expect(codes.size).toBeGreaterThan(25);
  for (const code of codes) {
    const name = countryName(code, 'vi');
    const term = index.glossary.terms.find((one) => one.vi.includes(name));
    expect(term, `no term “${name}” in the glossary`).toBeDefined();
    for (const locale of translationLocales)
      expect({ code, agreed: term?.[locale] }).toEqual({
        code,
        agreed: expect.arrayContaining([countryName(code, locale)]) as string[],
      });
  }
});
