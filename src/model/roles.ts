/** Roles as the reports name them. A role is stated or left out, never guessed. */

/** chủ trì · phối hợp · tham gia · hỗ trợ · tham mưu · chỉ đạo · được bầu · được giao nhiệm vụ · bên nhận */
export const unitRoles = [
  'lead',
  'co-organise',
  'participate',
  'support',
  'advise',
  'direct',
  'elected',
  'assigned',
  'recipient',
] as const;

/** Who was only asked is no donor (`asked`), and who was only put forward for an award has not received it (`nominee`). */
export const partnerRoles = [
  'donor',
  'asked',
  'intermediary',
  'implementer',
  'host',
  'guest',
  'organiser',
  'participant',
  'recipient',
  'nominee',
] as const;

/**
 * Participants grouped by role, in the order of `order`; those without a stated role come last under `undefined`.
 * Within a role the record's own order is kept.
 */
export function groupByRole<Role extends string, Participant extends { role?: Role | undefined }>(
  participants: readonly Participant[],
  order: readonly Role[],
): { role: Role | undefined; participants: Participant[] }[] {
  return [...order, undefined]
    .map((role) => ({ role, participants: participants.filter((one) => one.role === role) }))
    .filter((group) => group.participants.length > 0);
}
