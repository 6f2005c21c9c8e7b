import type { Browser } from 'playwright-core';
import { localeUrl } from '../i18n/urls.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { median, table } from './measure.ts';
import { countShift } from './weight.ts';

/** The search on a slow phone: a processor six times slower, a line of slow 4G as Lighthouse has it. */

const slowing = 6;
const slow4g = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};

/** “Scholarship” in each language: many pages say it. */
const words: Readonly<Record<Locale, string>> = {
  vi: 'học bổng',
  en: 'scholarship',
  lo: 'ທຶນການສຶກສາ',
  km: 'អាហារូបករណ៍',
  zh: '奖学金',
  fr: 'bourses',
};

/** Between two letters, as somebody types who looks for the keys. In milliseconds. */
const betweenLetters = 150;

interface FirstResult {
  /** From the last letter to the first result. */
  readonly seconds: number;
  /** Over the wire: index, engine and scripts of the search, without the page itself. */
  readonly bytes: number;
  readonly shift: number;
}

async function searchOnce(browser: Browser, url: string, word: string): Promise<FirstResult> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, bypassCSP: true });
  try {
    const page = await context.newPage();
    const shiftSoFar = await countShift(page);
    const phone = await context.newCDPSession(page);
    await phone.send('Emulation.setCPUThrottlingRate', { rate: slowing });
    await phone.send('Network.emulateNetworkConditions', { offline: false, ...slow4g });
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    let bytes = 0;
    const counted: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      counted.push(
        request.sizes().then(
          ({ responseBodySize }) => void (bytes += responseBodySize),
          () => {}, // came after the page was closed
        ),
      );
    });
    await page.locator('search-page input[name="q"]').focus();
    for (const letter of word) {
      await page.keyboard.insertText(letter);
      await page.waitForTimeout(betweenLetters);
    }
    const began = performance.now();
    await page.locator('search-page mark').first().waitFor();
    const seconds = (performance.now() - began + betweenLetters) / 1000;
    await Promise.all(counted);
    return { seconds, bytes, shift: await shiftSoFar() };
  } finally {
    await context.close();
  }
}

/** How long the first result takes a reader with a slow phone, who has never been there. */
export async function benchSlowSearch(
  browser: Browser,
  origin: string,
  runs: number,
  say: (line: string) => void,
): Promise<string> {
  const rows = [['search on a slow phone', 'first result s', 'of the runs', 'bar', 'kB', 'bar', 'shift']];
  for (const code of localeCodes) {
    say(`pages: search ${code} on a slow phone …`);
    const all: FirstResult[] = [];
    for (let run = 0; run < runs; run++)
      all.push(await searchOnce(browser, origin + localeUrl(code, '/search/'), words[code]));
    const seconds = all.map((one) => one.seconds).sort((a, b) => a - b);
    rows.push([
      code,
      median(seconds).toFixed(2),
      seconds.map((one) => one.toFixed(2)).join(' '),
      '2',
      (Math.max(...all.map(({ bytes }) => bytes)) / 1000).toFixed(0),
      '200',
      Math.max(...all.map(({ shift }) => shift)).toFixed(3),
    ]);
  }
  return table(rows);
}
