import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localeCodes } from '../../model/locales.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { kinds } from '../../outputs/metadata/kinds.ts';
import { openSite, type Site } from './site.ts';

/** WCAG 2.2 AA, as far as a program can tell. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const looks = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

test.each(localeCodes)(
  'axe finds nothing on any kind of page in %s, light and dark, narrow and wide',
  async (code) => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const found: unknown[] = [];
    for (const path of Object.values(kinds)) {
      const url = localeUrl(code, path);
      expect((await page.goto(site.origin + url))?.status(), url).toBe(200);
      for (const { width, colorScheme } of looks) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        // Legacy mode looks at the page alone, no frames of other sites, of which there are none: half the time.
        const axe = new AxeBuilder({ page }).setLegacyMode().withTags(rules);
        const { violations } = await axe.analyze();
        for (const { id, nodes } of violations)
          found.push({ url, width, colorScheme, id, where: nodes.map((node) => node.html) });
        const taken = await page.evaluate(() => document.documentElement.scrollWidth);
        if (taken > width) found.push({ url, id: 'wider than the screen', taken });
      }
    }
    await context.close();
    expect(found).toEqual([]);
  },
);
