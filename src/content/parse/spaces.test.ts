import { describe, expect, test } from 'vitest';
import { compileBody } from './mdx.ts';
import { joinedLines, withFrenchSpaces } from './spaces.ts';
import { readYaml } from './yaml.ts';

const text = (body: string, language?: 'fr' | 'zh'): string =>
  compileBody(body, 1, () => undefined, language)?.text ?? '';

describe('a line break in the file', () => {
  test.each([
    ['代表团一行\n访问广治省', '代表团一行访问广治省'],
    ['代表团。\nHVPF的', '代表团。HVPF的'],
    ['ຄະນະ\nມິດຕະພາບ', 'ຄະນະມິດຕະພາບ'],
    ['គណៈ  \n មិត្តភាព', 'គណៈមិត្តភាព'],
    ['មិត្តភាព។\nគណៈ', 'មិត្តភាព។ គណៈ'],
    ['ຊ້າໆ\nຄະນະ', 'ຊ້າໆ ຄະນະ'],
    ['Đón đoàn\nkhách', 'Đón đoàn khách'],
  ])('%j', (typed, seen) => {
    expect(joinedLines(typed)).toBe(seen);
    expect(text(typed.replace('  \n ', '\n')).replace('\n', ' ')).toBe(seen);
  });

  test('leaves no gap around bold, a link and a list item either', () => {
    expect(text('**双方**\n同意\n[合作](/about/)\n好')).toBe('双方同意合作好');
    expect(text('- 双方\n  同意')).toContain('双方同意');
  });

  test('stays where it was asked for, and between two paragraphs', () => {
    expect(JSON.stringify(compileBody('双方\\\n同意', 1, () => undefined)?.nodes)).toContain('"br"');
    expect(text('双方\n\n同意')).toBe('双方\n同意');
  });

  test.each([
    '代表团\n  访问',
    '"代表团\n  访问"',
    "'代表团\n  访问'",
    '>\n  代表团\n  访问',
    '>-\n  代表团\n  访问',
  ])('of a field: %j', (value) => {
    const read = readYaml(`title: ${value}\n`, 2, () => undefined)?.data as { title: string };
    expect(read.title.trim()).toBe('代表团访问');
  });

  test('of a field keeps the spaces that were typed', () => {
    const read = readYaml('title: 友谊长存 合作\n  共赢\n', 2, () => undefined)?.data;
    expect(read).toEqual({ title: '友谊长存 合作共赢' });
  });
});

describe('French spaces', () => {
  const n = '\u202F';
  test.each([
    ['Date : mai ; lieu ?', `Date${n}: mai${n}; lieu${n}?`],
    ['« Amitié » !', `«${n}Amitié${n}»${n}!`],
    ['1 000 dons et 12 500 000 dongs', `1${n}000 dons et 12${n}500${n}000 dongs`],
    ['20 %', `20${n}%`],
    ['le 12 mai 2023, 120 dons', 'le 12 mai 2023, 120 dons'],
    ['de 10 à 1000', 'de 10 à 1000'],
    ['https://a.b/c?d=e', 'https://a.b/c?d=e'],
    ['Date\u00A0: mai', 'Date\u00A0: mai'],
  ])('%j', (typed, right) => {
    expect(withFrenchSpaces(typed)).toBe(right);
    expect(text(typed, 'fr')).toBe(right);
  });

  test('are those of French only', () => {
    expect(text('Ngày : 2/5', undefined)).toBe('Ngày : 2/5');
  });
});
