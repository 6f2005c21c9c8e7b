import { expect, test } from 'vitest';
import { issueEdition } from '../../editions/issue.ts';
import { fixtureBulletin } from '../../tests/fixture-bulletin.ts';
import { issueHeads, runningHeads } from './running-heads.ts';

test('a section gets a page of its name, the issue on the left and the section on the right', () => {
  expect(runningHeads([{ page: 'part-aid', section: 'Viện trợ', issueLine: 'Bản tin hữu nghị · Số 2' }]))
    .toBe(`#part-aid { page: part-aid; }
@page part-aid:left { @top-left { content: "Bản tin hữu nghị · Số 2"; } }
@page part-aid:right { @top-right { content: "Viện trợ"; } }`);
});

test('a page of the site that runs on below the unions shares their page and their head', () => {
  const bulletin = fixtureBulletin();
  const [issue] = bulletin.issues;
  if (!issue) throw new Error('The fixture has no issue.');
  const heads = issueHeads(
    issueEdition(bulletin, issue, 'vi', { pages: [{ name: 'contact', title: 'Liên hệ' }] }),
  );
  const shared = heads.find(({ page }) => page === 'item-unions');
  expect(shared?.section).toMatch(/^.+ · Liên hệ$/);
  expect(heads.map(({ page }) => page)).not.toContain('item-contact');
  expect(runningHeads(heads)).toContain('#item-unions, #item-contact, #item-sources { page: item-unions; }');
});

test('words end neither the string nor the style element', () => {
  const css = runningHeads([{ page: 'a', section: 'The "x"\n\\ </style>', issueLine: '' }]);
  expect(css).toContain(String.raw`"The \22 x\22  \5c  \3c /style>"`);
});

test('a name that CSS cannot take is refused', () => {
  expect(() => runningHeads([{ page: 'phần 1', section: '', issueLine: '' }])).toThrow(
    '"phần 1" cannot name a printed page. Use lower-case ASCII letters, digits and hyphens, as in "part-aid".',
  );
});

test('the contents, every section of an issue and the right page of its figures have a head', () => {
  const bulletin = fixtureBulletin();
  const edition = bulletin.issues.map((issue) => issueEdition(bulletin, issue, 'vi'))[0];
  if (!edition) throw new Error('The fixture has no issue.');
  const heads = issueHeads(edition);
  expect(heads.map(({ page }) => page)).toEqual([
    'contents',
    'item-letter',
    'part-aid',
    'item-figures',
    'item-calendar',
    'item-unions',
    'facing-figures',
  ]);
  expect(heads[2]).toEqual({ page: 'part-aid', section: 'Hợp tác', issueLine: edition.title });
  expect(heads[6]?.section).toBe(heads[3]?.section);
});
