import { expect, test } from 'vitest';
import { runningHeads } from './running-heads.ts';

test('a section gets a page of its name, the issue on the left and the section on the right', () => {
  expect(runningHeads([{ page: 'part-aid', section: 'Viện trợ', issueLine: 'Bản tin hữu nghị · Số 2' }]))
    .toBe(`#part-aid { page: part-aid; }
@page part-aid:left { @top-left { content: "Bản tin hữu nghị · Số 2"; } }
@page part-aid:right { @top-right { content: "Viện trợ"; } }`);
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
