import { expect, test } from 'vitest';
import { checkFileName } from './file-names.ts';

test.each([
  ['index.kh.mdx', 'index.km.mdx'],
  ['index.vn.mdx', 'index.vi.mdx'],
  ['index.cn.mdx', 'index.zh.mdx'],
  ['index.la.mdx', 'index.lo.mdx'],
  ['index.uk.mdx', 'index.en.mdx'],
  ['index.zh-CN.mdx', 'index.zh.mdx'],
  ['index.LO.mdx', 'index.lo.mdx'],
  ['Index.en.mdx', 'index.en.mdx'],
  ['index_fr.mdx', 'index.fr.mdx'],
  ['index.en.md', 'index.en.mdx'],
  ['index.mdx', 'index.vi.mdx'],
  ['Anh.JPG', 'Anh.jpg'],
])('%s was meant to be %s', (name, right) => {
  expect(checkFileName(name, 'activities/2023/x')).toEqual({ code: 'misnamedFile', values: { name, right } });
});

test.each([
  ['index.tlh.mdx', 'unknownLanguage'],
  ['IMG_2041.HEIC', 'imageKind'],
  ['bai-viet.docx', 'officeFile'],
  ['ghi-chu.dat', 'unknownFile'],
])('%s is not guessed at: %s', (name, code) => {
  expect(checkFileName(name, 'activities/2023/x').code).toBe(code);
});
