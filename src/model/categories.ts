/** The sections of the unions' yearly reports, so that a report is a view of the records. */
export const categories = [
  'delegation-out',
  'delegation-in',
  'peace-friendship',
  'aid',
  'information',
  'overseas-vietnamese',
  'organisation',
  'emulation',
] as const;
export type Category = (typeof categories)[number];

/** Held, planned for later, or going on without a fixed end. */
export const statuses = ['held', 'planned', 'ongoing'] as const;

export const partnerTypes = [
  'ngo',
  'friendship-association',
  'diplomatic-mission',
  'government',
  'province',
  'university',
  'international-organisation',
  'company',
  'other',
] as const;
export type PartnerType = (typeof partnerTypes)[number];

/** What reports count beside delegations, which have categories of their own. */
export const countedRecords = ['congress', 'publication'] as const;
export type CountedRecord = (typeof countedRecords)[number];
