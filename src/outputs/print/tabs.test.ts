import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserSession } from '../../build/browser.ts';
import { madeUpOrigin } from '../../build/serve.ts';
import { openTabs, type Tab } from './tabs.ts';

const session = new BrowserSession();
const dist = mkdtempSync(join(tmpdir(), 'ban-tin-tabs-'));
const tabs = openTabs(session, { dist, base: '/', origin: madeUpOrigin });
let tab: Tab;
beforeAll(async () => {
  for (const name of ['sheet.css', 'other.css']) writeFileSync(join(dist, name), 'p { margin: 0 }');
  tab = await tabs.open('en');
});
afterAll(async () => {
  await tabs.close();
  await session.close();
  rmSync(dist, { recursive: true });
});

/** Shows a page, and says whether it stands in the document in which the one before stood. */
async function isPutInPlace(name: string, html: string): Promise<boolean> {
  await tab.page.evaluate(() => Object.assign(globalThis, { isMarked: true }));
  writeFileSync(join(dist, `${name}.html`), html);
  await tab.show(`${madeUpOrigin}/${name}.html`, Buffer.from(html));
  return tab.page.evaluate(() => 'isMarked' in globalThis);
}
const withHead = (head: string, words: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body><p>${words}</p></body></html>`;
const sheet = '<link rel="stylesheet" href="/sheet.css">';
const heads = (color: string) => `<style>p { color: ${color} }</style>`;

test('a page that has the same style sheets as the one before is put in its place, with its own rules and words', async () => {
  expect(await isPutInPlace('first', withHead(heads('red') + sheet, 'One'))).toBe(false);
  expect(await isPutInPlace('next', withHead(heads('blue') + sheet, 'Two'))).toBe(true);
  const found = await tab.page.evaluate(() => {
    const [word] = document.getElementsByTagName('p');
    return [location.pathname, word?.textContent, word && getComputedStyle(word).color];
  });
  expect(found).toEqual(['/next.html', 'Two', 'rgb(0, 0, 255)']);
  expect([...tab.served.files.keys()].sort()).toEqual(['next.html', 'sheet.css']);
});

test.each([
  ['another style sheet', '<link rel="stylesheet" href="/other.css">'],
  ['one more', `${sheet}<link rel="stylesheet" href="/other.css">`],
  ['words for browsers without scripts', `${sheet}<noscript><style></style></noscript>`],
])('a page with %s is loaded', async (_, head) => {
  await isPutInPlace('before', withHead(sheet, 'Before'));
  expect(await isPutInPlace('other', withHead(head, 'Other'))).toBe(false);
});

test('a script of the site does not run', async () => {
  writeFileSync(join(dist, 'script.js'), 'document.body.textContent = "Changed"');
  await isPutInPlace('script', withHead('', 'As it is</p><script src="/script.js"></script><p>'));
  expect(await tab.page.evaluate(() => document.body.textContent)).toContain('As it is');
  expect(tab.served.missing).toEqual([]);
});
