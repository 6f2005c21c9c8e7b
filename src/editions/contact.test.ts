import { expect, test } from 'vitest';
import type { Contact } from '../bulletin/contacts.ts';
import { contactLines } from './contact.ts';

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
