import { expect, test } from 'vitest';
import { imprintRows, termsOfReuse } from './imprint.ts';

test('what is not known of an issue has no row, the others stand in their order', () => {
  expect(imprintRows({ editors: [] }, 'en')).toEqual([]);
  const known = { licence: '12/GP', editors: ['A', 'B'], printRun: 1500, printer: 'C' };
  expect(imprintRows(known, 'fr', '21 × 29,7 cm').map(([, value]) => value)).toEqual([
    '12/GP',
    'A, B',
    '1\u202f500',
    '21 × 29,7 cm',
    'C',
  ]);
});

test('the terms of reuse name the licence and whom to credit', () => {
  const edition = { locale: 'en', title: 'Bulletin', publisher: { text: 'Union', lang: 'en' } } as const;
  const licence = { name: 'CC BY 4.0', url: 'https://licence.example/' };
  const said = termsOfReuse(edition, licence, 'https://ban-tin.example/issues/2023-2/');
  expect(said).toContain('CC BY 4.0');
  expect(said).toMatch(/: Bulletin · Union · ban-tin\.example\/issues\/2023-2$/);
});
