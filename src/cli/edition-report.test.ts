import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PrintError } from '../build/print-error.ts';
import type { FailedEdition } from '../outputs/print/print-issues.ts';
import { editionReport } from './edition-report.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const failed = (out: string, cause: unknown): FailedEdition => ({
  issue: out,
  article: true,
  locale: 'vi',
  url: `/${out}/print/`,
  out: `${out}.pdf`,
  title: 'x',
  author: 'x',
  day: '2023-01-01',
  error: 'x',
  cause,
});
const said = (): string[] => vi.mocked(console.error).mock.calls.map(([line]) => String(line).trim());

test('a machine without a browser is told of in one line, however many PDFs it lacks', () => {
  const report = editionReport(9, 'en');
  const cause = new PrintError('noBrowser', {
    platform: 'darwin',
    arch: 'arm64',
    variable: 'BULLETIN_BROWSER',
  });
  for (let number = 0; number < 9; number++) report.onEdition(failed(`stories/2023/${number}`, cause));
  report.end();
  expect(said()).toEqual([expect.stringMatching(/^No PDFs: .*darwin arm64.*BULLETIN_BROWSER/)]);
  expect(console.log).not.toHaveBeenCalled();
});

test('a browser that was named and is not there fails, the first edition by its name and the others in one line', () => {
  const report = editionReport(2, 'en');
  const cause = new PrintError('browserPath', { variable: 'BULLETIN_BROWSER', chosen: '/nowhere' });
  for (const out of ['stories/2023/a', 'stories/2023/b']) report.onEdition(failed(out, cause));
  report.end();
  expect(said()).toEqual([
    expect.stringMatching(/^a\.pdf could not be printed: .*\/nowhere/),
    expect.stringMatching(/^1 more PDF.*\/nowhere/),
  ]);
});
