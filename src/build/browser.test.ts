import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserVariable, findBrowser, launchBrowser, openUndrawnPage } from './browser.ts';

describe('the browser that prints', () => {
  test('is the one that the variable names', async () => {
    const found = await findBrowser({ env: { [browserVariable]: process.execPath } });
    expect(found.executablePath).toBe(process.execPath);
  });

  test('cannot be one that does not exist', async () => {
    await expect(findBrowser({ env: { [browserVariable]: '/nowhere/chrome' } })).rejects.toThrow(
      'BULLETIN_BROWSER names "/nowhere/chrome", which does not exist. ' +
        'Set it to the path of Chrome, Edge or Chromium, or unset it.',
    );
  });

  test('is asked for where none is brought or installed', async () => {
    await expect(findBrowser({ env: {}, platform: 'freebsd', arch: 'arm64' })).rejects.toThrow(
      'No browser to print with on freebsd arm64. Install Google Chrome or Microsoft Edge, ' +
        'or set BULLETIN_BROWSER to the path of one.',
    );
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'comes with npm on Linux, in a folder that carries its version, with its libraries and no font of the machine',
    async () => {
      const { executablePath, env, args, identity } = await findBrowser({ env: { LD_LIBRARY_PATH: '/own' } });
      expect(executablePath).toMatch(/\/\.cache\/chromium-\d+\.\d+\.\d+\/chromium$/);
      expect(identity).toMatch(/^@sparticuz\/chromium \d/);
      const [libraries = '', ...others] = env['LD_LIBRARY_PATH']?.split(':') ?? [];
      expect(existsSync(`${libraries}/libnss3.so`)).toBe(true);
      expect(others).toEqual(['/own']);
      expect(env['FONTCONFIG_FILE']).toMatch(/chromium-[\d.]+\/fonts\.conf$/);
      expect(args).not.toContain('--single-process');
      expect(args).not.toContain('--disable-web-security');
    },
  );

  test('is named when it does not start, with what to do', async () => {
    const found = await findBrowser({ env: { [browserVariable]: process.execPath } });
    await expect(launchBrowser(found)).rejects.toThrow(
      /^The browser did not start: .*node.* Set BULLETIN_BROWSER to the path of another Chrome, Edge or Chromium\.$/,
    );
  });

  test('shows pages that are printed to nobody: a frame that is waited for never comes', async () => {
    const browser = await launchBrowser(await findBrowser());
    const isDrawnWithin = async (page: Page, milliseconds: number) => {
      await page.setContent('<p>Words</p>');
      return page.evaluate(
        (most) =>
          new Promise<boolean>((resolve) => {
            requestAnimationFrame(() => resolve(true));
            setTimeout(resolve, most, false);
          }),
        milliseconds,
      );
    };
    try {
      const page = await openUndrawnPage(browser);
      expect(await isDrawnWithin(page, 200)).toBe(false);
      expect((await page.pdf()).length).toBeGreaterThan(1000);
      expect(await isDrawnWithin(await browser.newPage(), 4000)).toBe(true);
    } finally {
      await browser.close();
    }
  });
});
