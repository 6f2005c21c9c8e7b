/**
 * One page of every kind, as a path without the prefix of its language. What is measured “on every kind of page in
 * every language” (accessibility, weight, pictures of the site) goes through this list, so a new kind of page is
 * added here.
 */
export const kinds = {
  home: '/',
  activities: '/activities/',
  furtherPage: '/activities/page/2/',
  activity: '/activities/2023/hvpf-60-hoc-bong/',
  year: '/activities/2023/',
  category: '/activities/category/aid/',
  story: '/stories/2023/hiroshima-va-quang-tri/',
  stories: '/stories/',
  events: '/events/',
  eventYear: '/events/2024/',
  partners: '/partners/',
  partner: '/partners/hvpf/',
  partnersOfType: '/partners/type/ngo/',
  partnersOfCountry: '/partners/country/jp/',
  units: '/units/',
  unit: '/units/quang-tri/',
  issues: '/issues/',
  issue: '/issues/2023-2/',
  countries: '/countries/',
  country: '/countries/la/',
  occasions: '/occasions/',
  occasion: '/occasions/vn-jp/',
  place: '/places/quang-tri/',
  figures: '/figures/',
  projects: '/projects/',
  project: '/projects/dak-lak-mam-non-hoa-anh-dao/',
  data: '/data/',
  about: '/about/',
  contact: '/contact/',
  contribute: '/contribute/',
  accessibility: '/accessibility/',
  translations: '/translations/',
  board: '/translations/activities/',
  search: '/search/',
} as const;

export type Kind = keyof typeof kinds;
