import { describe, expect, test } from 'vitest';
import {
  dayRuns,
  emailMeant,
  isEmail,
  isTimeOfDay,
  isWebsite,
  openingHours,
  phoneLink,
  phoneMeant,
  timeMeant,
  websiteMeant,
} from './contacts.ts';

describe('a telephone number', () => {
  test.each([
    ['0233 3000 000', 'tel:+842333000000'],
    ['(0233) 3000.000', 'tel:+842333000000'],
    ['0233-3000-000', 'tel:+842333000000'],
    ['+84 233 3000 000', 'tel:+842333000000'],
    ['0900 000 000', 'tel:+84900000000'],
    ['1900 0000', 'tel:19000000'],
    ['1800 000 000', 'tel:1800000000'],
    ['+44 20 7946 0000', 'tel:+442079460000'],
    ['+1 555 0100', 'tel:+15550100'],
  ])('%s is dialled as %s', (typed, dialled) => {
    expect(phoneLink(typed)).toBe(dialled);
  });

  test.each([
    ['one figure short', '0233 3000 00'],
    ['one figure long', '0233 3000 0000'],
    ['a mobile number one figure short', '0900 000 00'],
    ['a prefix that nobody has', '0400 000 000'],
    ['an area code of before 2017', '053 3000 000'],
    ['a country code without its plus', '84 233 3000 000'],
    ['a zero behind the country code', '+84 0233 3000 000'],
    ['two numbers', '0233 3000 000 / 0900 000 000'],
    ['too short for the world', '+1 555 010'],
    ['too long for the world', '+1234567890123456'],
    ['words', 'xem trang web'],
  ])('is refused with %s: %s', (_, typed) => {
    expect(phoneLink(typed)).toBeUndefined();
  });

  test.each([
    ['84 233 3000 000', '+84 233 3000 000'],
    ['0084 233 3000 000', '+84 233 3000 000'],
    ['+84 0233 3000 000', '02333000000'],
    ['053 3000 000', '02333000000'],
    ['0511.3000.000', '02363000000'],
    ['0500 3000 000', '02623000000'],
    ['12345', undefined],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(phoneMeant(typed)).toBe(meant);
  });
});

describe('a mailbox', () => {
  test.each(['van-phong@hoi.example', 'a.b+c@mail.hoi.example', 'x@a-b.example'])('%s is one', (typed) => {
    expect(isEmail(typed)).toBe(true);
  });
  test.each([
    ['van-phong@hoi', undefined],
    ['van-phong.hoi.example', undefined],
    ['a..b@hoi.example', undefined],
    ['.a@hoi.example', undefined],
    ['văn-phòng@hoi.example', undefined],
    ['a@hoi.example, b@hoi.example', undefined],
    ['mailto:a@hoi.example', 'a@hoi.example'],
    ['Văn phòng <a@hoi.example>', 'a@hoi.example'],
    ['a @ hoi.example', 'a@hoi.example'],
    ['a(at)hoi.example', 'a@hoi.example'],
    ['a@hoi.example.', 'a@hoi.example'],
  ])('%s is none; it was meant to be %s', (typed, meant) => {
    expect(isEmail(typed)).toBe(false);
    expect(emailMeant(typed)).toBe(meant);
  });
});

describe('a web site', () => {
  test.each(['https://hoi.example', 'http://www.hoi.example/gioi-thieu?x=1'])('%s is one', (typed) => {
    expect(isWebsite(typed)).toBe(true);
  });
  test.each([
    ['hoi.example', 'https://hoi.example'],
    ['www.hoi.example/a', 'https://www.hoi.example/a'],
    ['https//hoi.example', 'https://hoi.example'],
    ['https://hoi', undefined],
    ['https://192.0.2.1', undefined],
    ['https://ai@hoi.example', undefined],
    ['javascript:alert(1)', undefined],
    ['ftp://hoi.example', undefined],
    ['trang của Sở Ngoại vụ', undefined],
  ])('%s is none; it was meant to be %s', (typed, meant) => {
    expect(isWebsite(typed)).toBe(false);
    expect(websiteMeant(typed)).toBe(meant);
  });
});

describe('hours', () => {
  test.each(['00:00', '07:30', '23:59'])('%s is a time of day', (typed) => {
    expect(isTimeOfDay(typed)).toBe(true);
  });
  test.each([
    ['7:30', '07:30'],
    ['7h30', '07:30'],
    ['7g30', '07:30'],
    ['7 giờ 30 phút', '07:30'],
    ['17h', '17:00'],
    ['24:00', undefined],
    ['07:60', undefined],
    ['sáng', undefined],
  ])('%s is none; it was meant to be %s', (typed, meant) => {
    expect(isTimeOfDay(typed)).toBe(false);
    expect(timeMeant(typed)).toBe(meant);
  });

  test('days that follow each other are said as first and last, in the order of the week', () => {
    expect(dayRuns(['sa', 'tu', 'mo', 'we'])).toEqual([
      ['mo', 'we'],
      ['sa', 'sa'],
    ]);
    expect(openingHours({ days: ['sa', 'tu', 'mo', 'we'], opens: '07:30', closes: '11:30' })).toBe(
      'Mo-We,Sa 07:30-11:30',
    );
  });
});
