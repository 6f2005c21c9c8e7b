import { describe, expect, test } from 'vitest';
import type { Contact } from '../bulletin/contacts.ts';
import { translator } from '../i18n/translate.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { contactLines, unionContacts } from './contact.ts';

const whole: Contact = {
  address: 'Số 1 đường Hữu Nghị',
  phones: ['0233 3000 000', '+44 20 7946 0000'],
  email: 'lien-he@hoi.example',
  website: 'https://hoi.example/',
  hours: [{ days: ['mo'], opens: '07:30', closes: '11:30' }],
  head: { name: 'N. V. A', position: 'chair' },
};

test('each way to reach a union is a line, and leads where it can', () => {
  expect(contactLines(whole, 'en')).toEqual([
    { label: 'Address', values: [{ text: 'Số 1 đường Hữu Nghị', lang: 'vi' }] },
    {
      label: 'Telephone',
      values: [
        { text: '0233 3000 000', href: 'tel:+842333000000' },
        { text: '+44 20 7946 0000', href: 'tel:+442079460000' },
      ],
    },
    { label: 'E-mail', values: [{ text: 'lien-he@hoi.example', href: 'mailto:lien-he@hoi.example' }] },
    { label: 'Website', values: [{ text: 'hoi.example', href: 'https://hoi.example/' }] },
    { label: 'Office hours', values: [{ text: 'Monday: 07:30–11:30' }] },
    { label: 'Chair', values: [{ text: 'N. V. A', lang: 'vi' }] },
  ]);
});

test('what is not known has no line', () => {
  expect(contactLines({ phones: [], hours: [] }, 'lo')).toEqual([]);
});

describe('of all unions', () => {
  const unit = (id: string, kind: string, contact = '') => ({
    [`units/${id}.yaml`]: `kind: ${kind}\norder: 9\nnames: { vi: "Liên hiệp ${id}" }\nshortNames: { vi: "${id}" }\nsources: [bao-cao:1]\n${contact}`,
  });
  const mail = 'contact: { email: lien-he@hoi.example }\n';
  const told = (files: Record<string, string>) => {
    const { reachable, remark } = unionContacts(fixtureBulletin(files), 'vi');
    return [reachable.map(({ id }) => id), remark];
  };

  test('those that are reached are listed, the cluster first, and the others named', () => {
    expect(
      told({ ...unit('cum-3', 'cluster', mail), ...unit('khong', 'union'), ...unit('hue', 'union') }),
    ).toEqual([['cum-3', 'quang-tri'], expect.stringMatching(/: .*\bhue\b.*\bkhong$/)]);
  });

  test('where none is left nothing more is said; where there is none that is said', () => {
    expect(told({})).toEqual([['quang-tri'], undefined]);
    expect(told(unit('quang-tri', 'union'))).toEqual([[], translator('vi')('contact.none')]);
  });
});
