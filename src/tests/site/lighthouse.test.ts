import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLighthouse, type LighthouseBrowser } from '../../bench/lighthouse.ts';
import type { Locale } from '../../model/locales.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { kinds, type Kind } from '../../outputs/metadata/kinds.ts';
import { dist } from './site.ts';
import { serveLikeAHost, type WebHost } from '../../bench/weight.ts';

/** Speed is not here: it depends on the machine and has a benchmark, `npm run bench -- pages`. */
const categories = ['accessibility', 'best-practices', 'seo'] as const;

/** Every kind once, every language once. */
const measured: readonly (readonly [Kind, Locale])[] = [
  ['home', 'vi'],
  ['activities', 'en'],
  ['activity', 'lo'],
  ['issue', 'km'],
  ['partner', 'zh'],
  ['story', 'fr'],
];

let host: WebHost;
let browser: LighthouseBrowser;
beforeAll(async () => {
  host = await serveLikeAHost(dist);
  browser = await openLighthouse();
});
afterAll(async () => {
  await browser.close();
  host.close();
});

test.each(measured)(
  'Lighthouse gives %s in %s 100 for accessibility, best practices and search engines',
  async (kind, code) => {
    const { scores, faults } = await browser.measure(host.origin + localeUrl(code, kinds[kind]), categories);
    expect({ ...scores, faults }).toEqual({
      accessibility: 100,
      'best-practices': 100,
      seo: 100,
      faults: [],
    });
  },
);
