import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import type { ArticleEntry } from '../../model/entries.ts';
import { textLicences } from '../../model/licences.ts';
import { feedOf, feedScopes, type FeedScope } from '../feeds/feed.ts';
import { writeJsonFeed } from '../feeds/json-feed.ts';
import { writeRss } from '../feeds/rss.ts';
import { articleData } from '../metadata/article.ts';
import { siteData } from '../metadata/site.ts';

const setting = vi.hoisted(() => ({ textLicence: undefined as { name: string; url: string } | undefined }));
vi.mock('../../site.ts', async (original) => ({
  ...(await original<object>()),
  get textLicence() {
    return setting.textLicence;
  },
}));

const bulletin = createBulletin(
  readContentFolder(join(import.meta.dirname, '../../tests/cases/good')).entries,
);
const activity = bulletin.activities[0] as ArticleEntry<'activities'>;
const [everything] = feedScopes(bulletin) as [FeedScope];

/** Whatever speaks for the texts to programs, as text. */
const said = async () => ({
  article: JSON.stringify(articleData(bulletin, activity, 'vi')),
  site: JSON.stringify(siteData(bulletin, 'vi')),
  rss: await writeRss(feedOf(everything, 'vi')),
  json: writeJsonFeed(feedOf(everything, 'vi')),
});

test('while the owner has chosen no licence, none is claimed', async () => {
  setting.textLicence = undefined;
  for (const text of Object.values(await said()))
    expect(text).not.toMatch(/licen[cs]e|copyright|creativecommons/i);
});

test.each(Object.entries(textLicences))(
  '%s is told to feed readers and search engines',
  async (_, licence) => {
    setting.textLicence = licence;
    const { article, site, rss, json } = await said();
    expect(JSON.parse(article)).toMatchObject({ license: licence.url });
    expect(JSON.parse(site)).toMatchObject({ license: licence.url });
    expect(JSON.parse(json)).toMatchObject({ _licence: licence });
    expect(rss).toContain(`<copyright>${licence.name}, ${licence.url}</copyright>`);
    expect(rss).toContain(`<atom:link href="${licence.url}" rel="license"/>`);
  },
);
