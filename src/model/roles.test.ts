import { expect, test } from 'vitest';
import { groupByRole, unitRoles } from './roles.ts';

test('the Bunpimay festival in Đà Nẵng groups its organiser before its guests (quang-tri-2023:15)', () => {
  const units = [
    { unit: 'quang-tri', role: 'participate' as const },
    { unit: 'da-nang', role: 'lead' as const },
    { unit: 'quang-nam', role: 'participate' as const },
  ];
  expect(
    groupByRole(units, unitRoles).map(({ role, participants }) => [
      role,
      participants.map((one) => one.unit),
    ]),
  ).toEqual([
    ['lead', ['da-nang']],
    ['participate', ['quang-tri', 'quang-nam']],
  ]);
});

test('a role that the source does not state stays unstated, and stands last', () => {
  const groups = groupByRole([{ unit: 'quang-tri' }, { unit: 'hue', role: 'lead' as const }], unitRoles);
  expect(groups.map((group) => group.role)).toEqual(['lead', undefined]);
});
