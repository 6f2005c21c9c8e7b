import { expect, test } from 'vitest';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { letter, mistakeLink } from './letters.ts';

const page = {
  title: 'Trao học bổng & quà',
  path: '/activities/2023/x/',
  address: 'https://ban-tin.example/lo/activities/2023/x/',
};

test('a letter keeps every sign of subject and text, and its lines', () => {
  const url = new URL(letter('a&b@hoi.example', 'Học bổng & quà?', 'một\nhai#'));
  expect(url.pathname).toBe('a%26b@hoi.example');
  expect(Object.fromEntries(url.searchParams)).toEqual({ subject: 'Học bổng & quà?', body: 'một\r\nhai#' });
});

test('of a mistake the unit is told that speaks, with the address of the page', () => {
  const url = new URL(mistakeLink(fixtureBulletin(), 'quang-tri', page, 'lo'));
  expect(url.protocol + url.pathname).toBe('mailto:lien-he@hoi.example');
  expect(url.searchParams.get('subject')).toContain(page.title);
  expect(url.searchParams.get('body')).toContain(page.address);
});

test('where no mailbox is known, the contact page is told of which page it is', () => {
  for (const unit of ['cum-3', undefined]) {
    const url = new URL(mistakeLink(fixtureBulletin(), unit, page, 'lo'), 'https://ban-tin.example');
    expect([url.pathname, url.searchParams.get('page')]).toEqual(['/lo/contact/', `/lo${page.path}`]);
  }
});
