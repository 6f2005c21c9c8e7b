import type { Page as ChromiumPage } from 'playwright-core';
import type { KeyInput, Page as FirefoxPage } from 'puppeteer-core';
import { expect } from 'vitest';

/**
 * A tab of a browser that is used by its keys alone: what Playwright and Puppeteer have in common. Where the focus is, and
 * what stands on the page, is asked of the page itself.
 */

interface Keys {
  /** `Tab`, `Shift+Tab`, `Control+s` */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
}

interface Driver extends Keys {
  goto(address: string): Promise<unknown>;
  run<Given, Result>(code: (given: Given) => Result, given: Given): Promise<Awaited<Result>>;
  close(): Promise<void>;
}

export const inChromium = (page: ChromiumPage): Driver => ({
  goto: (address) => page.goto(address),
  press: (keys) => page.keyboard.press(keys),
  type: (text) => page.keyboard.type(text),
  run: (code, given) =>
    page.evaluate(code as (given: unknown) => unknown, given as unknown) as Promise<never>,
  close: () => page.close(),
});

export const inFirefox = (page: FirefoxPage): Driver => ({
  goto: (address) => page.goto(address),
  async press(keys) {
    const parts = keys.split('+') as KeyInput[];
    for (const held of parts.slice(0, -1)) await page.keyboard.down(held);
    await page.keyboard.press(parts.at(-1) ?? 'Tab');
    for (const held of parts.slice(0, -1)) await page.keyboard.up(held);
  },
  type: (text) => page.keyboard.type(text),
  run: (code, given) => page.evaluate(code as (given: unknown) => unknown, given) as Promise<never>,
  close: () => page.close(),
});

/** In the page: the name of what has the focus; empty where nothing has it. */
function focusedName(): string {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return '';
  const labels = 'labels' in at ? [...((at as HTMLInputElement).labels ?? [])] : [];
  const label = labels.map((one) => one.textContent).join(' ');
  const name = at.getAttribute('aria-label') ?? (label || (at.tagName === 'MAIN' ? 'main' : at.textContent));
  return name.replace(/\s+/g, ' ').trim() || at.tagName;
}

/** More than any page has places for the focus. */
const mostStops = 250;

export function keyboardTab(driver: Driver) {
  const focus = (): Promise<string> => driver.run(focusedName, undefined);
  /** Waits until a text stands on the page. */
  const sees = (text: string): Promise<void> =>
    expect
      .poll(() => driver.run(() => document.body.innerText, undefined), { timeout: 30_000 })
      .toContain(text);
  /** Waits until something has the focus: after a key it must never be lost. */
  const keepsFocus = (): Promise<void> => expect.poll(focus, { message: 'focus' }).not.toBe('');
  /**
   * Presses Tab until what begins with `name` has the focus. Choose the way that does not lead out of the page: when the
   * focus comes back from its own buttons, a Firefox without a window lets no key press a button of the page any more.
   */
  async function reach(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop++) {
      const now = await focus();
      if (now.startsWith(name)) return;
      passed.push(now);
      await driver.press(key);
    }
    throw new Error(`${key} does not lead to “${name}”: ${[...new Set(passed)].join(' | ')}`);
  }
  return {
    ...driver,
    focus,
    sees,
    keepsFocus,
    reach,
    /** Goes to a field and writes into it, in the place of what stood there. */
    async write(name: string, text: string, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
      await reach(name, key);
      await driver.press('Control+a');
      await driver.type(text);
    },
    /** Goes to a button or link and presses it, as each is pressed by a key; something has the focus afterwards. */
    async use(name: string, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
      await reach(name, key);
      const isLink = await driver.run(() => document.activeElement instanceof HTMLAnchorElement, undefined);
      await driver.press(isLink ? 'Enter' : ' ');
      await keepsFocus();
    },
  };
}
export type KeyboardTab = ReturnType<typeof keyboardTab>;
