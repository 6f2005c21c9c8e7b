import { isbot } from 'isbot';
import { createHash, randomBytes } from 'node:crypto';
import { localeOfPath } from '../i18n/urls.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { readRequest } from './access-log.ts';

/** Visits and pages by month and language, without robots and without keeping an address of anybody. */

export interface MonthOfVisits {
  /** `2026-11`, in Viet Nam. */
  readonly month: string;
  readonly language: Locale;
  /** Pages in a row with less than half an hour between them; in the month and language of the first. */
  readonly visits: number;
  readonly pages: number;
}

export interface CountedVisits {
  /** By month, then in the order of the languages. */
  readonly months: readonly MonthOfVisits[];
  readonly lines: number;
  /** Pages that robots asked for. */
  readonly robots: number;
  /** Lines that are not in the combined format. */
  readonly unreadable: number;
}

/** As long as a reader may look at one page. */
const pause = 30 * 60_000;
/** Viet Nam is seven hours ahead of UTC all year. */
const ahead = 7 * 3_600_000;
/** So many visitors are remembered before those are forgotten whose visit is over. */
const remembered = 50_000;

/** Pages end with a slash; everything else is a file. What editors look at is no visit. */
const isPage = (path: string): boolean => path.endsWith('/') && !/(^|\/)(editors|bien-tap)\//.test(path);

/**
 * Reads a log line by line, oldest first.
 * @param base path that the site is built for, without a closing slash: pages outside it are not this site's
 */
export class VisitCounter {
  private readonly months = new Map<string, { visits: number; pages: number }>();
  private readonly lastSeen = new Map<string, number>();
  /** An address is only ever seen through this, which nobody else has and which goes when the command ends. */
  private readonly salt = randomBytes(32);
  private lines = 0;
  private robots = 0;
  private unreadable = 0;
  private readonly base: string;

  constructor(base = '') {
    this.base = base;
  }

  read(line: string): void {
    if (line.trim() === '') return;
    this.lines += 1;
    const request = readRequest(line);
    if (!request) {
      this.unreadable += 1;
      return;
    }
    const { method, status, agent, time } = request;
    if (method !== 'GET' || (status !== 200 && status !== 304)) return;
    if (!request.path.startsWith(`${this.base}/`)) return;
    const path = request.path.slice(this.base.length);
    if (!isPage(path)) return;
    // A program that does not say what it is is no browser.
    if (agent === '' || isbot(agent)) {
      this.robots += 1;
      return;
    }
    const key = `${new Date(time + ahead).toISOString().slice(0, 7)} ${localeOfPath(path)}`;
    const month = this.months.get(key) ?? { visits: 0, pages: 0 };
    this.months.set(key, month);
    month.pages += 1;
    if (this.begins(request.address, agent, time)) month.visits += 1;
  }

  /** Whether this page begins a visit. */
  private begins(address: string, agent: string, time: number): boolean {
    const visitor = createHash('sha256').update(this.salt).update(`${address} ${agent}`).digest('base64');
    const last = this.lastSeen.get(visitor);
    if (this.lastSeen.size > remembered) {
      for (const [one, seen] of this.lastSeen) if (time - seen >= pause) this.lastSeen.delete(one);
    }
    this.lastSeen.set(visitor, time);
    return last === undefined || time - last >= pause;
  }

  result(): CountedVisits {
    const months = [...this.months]
      .map(([key, counts]) => ({ month: key.slice(0, 7), language: key.slice(8) as Locale, ...counts }))
      .sort(
        (a, b) =>
          (a.month < b.month ? -1 : a.month > b.month ? 1 : 0) ||
          localeCodes.indexOf(a.language) - localeCodes.indexOf(b.language),
      );
    return { months, lines: this.lines, robots: this.robots, unreadable: this.unreadable };
  }
}
