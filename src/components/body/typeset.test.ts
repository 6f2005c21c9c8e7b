import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import { localeCodes } from '../../model/locales.ts';
import { html, markup } from '../../tests/markup.ts';
import { typeset } from './typeset.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../../tests/cases/good'));
const bulletin = createBulletin(entries);

test('headings are lowered, the lowest no further than there are levels', () => {
  const setting = { bulletin, locale: 'vi', lower: 2, printed: true } as const;
  expect(html(typeset(markup('<h2>a</h2><h5>b</h5><hr><p>c</p>'), setting))).toBe(
    '<h4>a</h4><h6>b</h6><hr><p>c</p>',
  );
});

const title = '><script>alert(1)</script><meta http-equiv=refresh content=0> ການຮ່ວມມື. international';

test.each(localeCodes.flatMap((locale) => [false, true].map((printed) => [locale, printed] as const)))(
  'the title of a link is never markup (%s, on paper: %s)',
  (locale, printed) => {
    const link = markup(`<p><a href="/partners/hvpf/" title="${title}">x</a></p>`);
    const [read] = markup(html(typeset(link, { bulletin, locale, lower: 0, printed })));
    expect(read).toMatchObject({
      tagName: 'p',
      children: [{ tagName: 'a', properties: { title }, children: [{ value: 'x' }] }],
    });
  },
);
