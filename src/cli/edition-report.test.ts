import { afterEach, expect, test, vi } from 'vitest';
import { PrintError } from '../build/print-error.ts';
import type { FailedEdition } from '../outputs/print/print-issues.ts';
import { editionReport } from './edition-report.ts';

const out = { say: vi.fn<(line: string) => void>(), warn: vi.fn<(line: string) => void>() };
afterEach(() => {
  vi.clearAllMocks();
});

const failed = (path: string, cause: unknown): FailedEdition => ({
  issue: path,
  article: true,
  locale: 'vi',
  url: `/${path}/print/`,
  out: `${path}.pdf`,
  title: 'x',
  author: 'x',
  day: '2023-01-01',
  error: 'x',
  cause,
});
const said = (): string[] => out.warn.mock.calls.map(([line]) => line.trim());

test('of an edition the pages of the file are said that is named', () => {
  const files = [{ kind: 'a5' as const, out: 'issues/2023-2/b-a5.pdf', bytes: 400_000, pages: 32 }];
  const edition = {
    issue: '2023-2',
    locale: 'vi',
    url: '/',
    out: 'issues/2023-2/b.pdf',
    title: 'x',
    author: 'x',
  } as const;
  const report = editionReport(0, 'en', out);
  report.onEdition({ ...edition, day: '2023-12-31', files, pages: 24, cached: false, milliseconds: 1000 });
  expect(report.lines).toEqual([expect.stringMatching(/^b-a5\.pdf: 32 pages/)]);
});

test('a machine without a browser is told of in one line, however many PDFs it lacks', () => {
  const report = editionReport(9, 'en', out);
  const cause = new PrintError('noBrowser', {
    platform: 'darwin',
    arch: 'arm64',
    variable: 'BULLETIN_BROWSER',
  });
  for (let number = 0; number < 9; number++) report.onEdition(failed(`stories/2023/${number}`, cause));
  report.end();
  expect(said()).toEqual([expect.stringMatching(/^No PDFs: .*darwin arm64.*BULLETIN_BROWSER/)]);
  expect(out.say).not.toHaveBeenCalled();
});

test('a browser that was named and is not there fails, the first edition by its name and the others in one line', () => {
  const report = editionReport(2, 'en', out);
  const cause = new PrintError('browserPath', { variable: 'BULLETIN_BROWSER', chosen: '/nowhere' });
  for (const path of ['stories/2023/a', 'stories/2023/b']) report.onEdition(failed(path, cause));
  report.end();
  expect(said()).toEqual([
    expect.stringMatching(/^a\.pdf could not be printed: .*\/nowhere/),
    expect.stringMatching(/^1 more PDF.*\/nowhere/),
  ]);
});
