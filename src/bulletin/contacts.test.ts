import { expect, test } from 'vitest';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { isReachable, reachedFor, unionsWithoutContact } from './contacts.ts';

const unit = (id: string, kind: string, rest: string): Record<string, string> => ({
  [`units/${id}.yaml`]: `kind: ${kind}
order: 9
names: { vi: "${id}" }
shortNames: { vi: "${id}" }
sources: [bao-cao:1]
${rest}
`,
});
const mail = 'contact: { email: lien-he@hoi.example }';

test('a unit is reached by any of address, telephone, e-mail and web site, not by hours alone', () => {
  const bulletin = fixtureBulletin({
    ...unit('mot', 'union', 'contact: { phones: ["0233 3000 000"] }'),
    ...unit('hai', 'union', 'contact: { hours: [{ days: [mo], opens: "07:30", closes: "11:30" }] }'),
    ...unit('ba', 'union', 'contact: { website: "https://hoi.example" }'),
    ...unit('bon', 'union', 'contact: { address: "Số 1 đường Hữu Nghị" }'),
    ...unit('nam', 'union', mail),
  });
  const reachable = ['mot', 'hai', 'ba', 'bon', 'nam'].filter((id) => isReachable(bulletin.get('units', id)));
  expect(reachable).toEqual(['mot', 'ba', 'bon', 'nam']);
});

test('an association without a mailbox is reached through its union, that through its cluster', () => {
  const bulletin = fixtureBulletin({
    ...unit('cha', 'cluster', mail),
    ...unit('me', 'union', 'parent: cha'),
    ...unit('nho', 'association', 'parent: me'),
    ...unit('rieng', 'association', `parent: me\n${mail}`),
  });
  expect(['nho', 'rieng'].map((id) => reachedFor(bulletin, id)?.id)).toEqual(['cha', 'rieng']);
  expect(reachedFor(bulletin, 'cum-3')).toBeUndefined();
});

test('units that belong to each other in a circle are looked at once', () => {
  const bulletin = fixtureBulletin({
    ...unit('trung', 'association', 'parent: ga'),
    ...unit('ga', 'association', 'parent: trung'),
  });
  expect(reachedFor(bulletin, 'ga')).toBeUndefined();
});

test('editors are told of the unions that nobody can reach, not of those that are no more', () => {
  const { entries } = fixtureBulletin({
    ...unit('co', 'union', mail),
    ...unit('khong', 'union', ''),
    ...unit('xua', 'union', 'validUntil: 2025-06-30'),
    ...unit('hoi', 'association', 'parent: khong'),
    'units/quang-tri.yaml': undefined,
    ...unit('quang-tri', 'union', mail),
  });
  expect(unionsWithoutContact(entries).map(({ id }) => id)).toEqual(['khong']);
});
