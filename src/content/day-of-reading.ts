import { todayInVietNam } from '../model/dates.ts';

/** Apart from `disk.ts`: every command knows it, and few read content. */

/** `SOURCE_DATE_EPOCH` is no number of seconds. The message is what was given. */
export class NoSuchMoment extends Error {}

/**
 * The day for which content is read: the one that it is in Viet Nam, or was at `SOURCE_DATE_EPOCH`, seconds since 1970
 * (https://reproducible-builds.org/specs/source-date-epoch/), by which a site can be built as on another day.
 * @throws {NoSuchMoment}
 */
export function dayOfReading(epoch = process.env['SOURCE_DATE_EPOCH']): string {
  if (!epoch) return todayInVietNam();
  const moment = new Date(Number(epoch) * 1000);
  if (!/^\d+$/.test(epoch) || Number.isNaN(moment.getTime())) throw new NoSuchMoment(epoch);
  return todayInVietNam(moment);
}
