import { expect, test } from 'vitest';
import { isLandingPage } from './paths.ts';

test('a page that lists records under a name of its own is a landing page', () => {
  for (const path of [
    '/countries/la/',
    '/places/hue/',
    '/occasions/vn-jp/',
    '/events/2024/',
    '/activities/2023/',
    '/activities/category/aid/',
    '/partners/type/ngo/',
    '/figures/',
    '/activities/',
  ])
    expect({ path, landing: isLandingPage(path) }).toEqual({ path, landing: true });
});

test('a record, a further page of a list and a page of its own are none', () => {
  for (const path of [
    '/',
    '/activities/2023/hvpf/',
    '/activities/page/2/',
    '/activities/category/aid/page/2/',
    '/countries/la/page/2/',
    '/events/2024/le-hoi/',
    '/partners/hvpf/',
    '/partners/country/jp/',
    '/units/hue/',
    '/about/',
    '/search/',
    '/translations/events/',
  ])
    expect({ path, landing: isLandingPage(path) }).toEqual({ path, landing: false });
});
