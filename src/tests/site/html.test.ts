import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { html, pages } from './site.ts';

/**
 * Is it HTML? By the rules of the standard, of accessibility and of whole documents. Integrity hashes are left out:
 * every file comes from the site's own host.
 */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: { 'require-sri': 'off' },
});

test('the validator sees what is wrong', async () => {
  const { valid } = await validator.validateString('<!doctype html><p><div></p><img src="x">');
  expect(valid).toBe(false);
});

test('every page is valid HTML', async () => {
  const wrong = new Map<string, string>();
  for (const path of pages) {
    const { results } = await validator.validateString(html(path), path);
    // One example of each fault is enough to mend it everywhere.
    for (const { ruleId, message, line, column } of results.flatMap((one) => one.messages))
      if (!wrong.has(ruleId)) wrong.set(ruleId, `${path}:${line}:${column} ${message}`);
  }
  expect(Object.fromEntries(wrong)).toEqual({});
});
